import type { DemoLogin } from '@zerentian/shared/people/session.contract';
import { knownAreas } from '../areas/area-files';
import { demoId, example, type LoginsWords, readDemo } from './demo-data';

/** An account of the demo township with the short key that tests call it by. */
export interface DemoAccount extends DemoLogin {
  key: string;
  personId: string;
}

/** Every account of the demo township; all share one password. */
export function demoAccounts(): DemoAccount[] {
  const { password, logins } = readDemo<LoginsWords>('logins');
  const names = new Map(knownAreas().map((area) => [area.code, area.name]));
  return logins.map(({ key, login, name, post, area }) => {
    return {
      key,
      login,
      password,
      name: example(name),
      post,
      area,
      areaName: names.get(area) ?? area,
      personId: demoId(`person:${name}`),
    };
  });
}

/** What GET /api/demo/logins answers. */
export function demoLogins(): DemoLogin[] {
  return demoAccounts().map(({ login, password, name, post, area, areaName }) => ({
    login,
    password,
    name,
    post,
    area,
    areaName,
  }));
}
