import { DemoService } from '@zerentian/server/demo/demo.service';
import { demoId } from '@zerentian/server/demo/demo-data';
import { demoAccounts } from '@zerentian/server/demo/demo-logins';
import { signedIn, type TestActor } from './actors';
import { startApp, type TestApp } from './app';
import { fillOnce } from './filled-database';

/** Keys of server/data/demo/logins.json. */
export type ActorName =
  | 'partySecretary'
  | 'townshipHead'
  | 'safetyDeputy'
  | 'villageLeader'
  | 'villageCadre'
  | 'otherVillageCadre'
  | 'officeDirector'
  | 'safetyStation'
  | 'safetyStationMember'
  | 'discipline'
  | 'villageSecretary'
  | 'villageDirector'
  | 'enterpriseHead'
  | 'tradeStation'
  | 'county'
  | 'administrator';

export const TOWNSHIP = '140621200';
/** 吴马营村: villageCadre's (牵头), villageSecretary's, and where enterpriseHead's factory lies. */
export const VILLAGE = '140621200200';
/** 屯港村: also villageCadre's; villageDirector's, whose secretary is somebody else. */
export const SECOND_VILLAGE = '140621200202';
/** 大坪村: otherVillageCadre's. */
export const OTHER_VILLAGE = '140621200204';
/** 包家岭村: its 包村领导 is vacant. */
export const VACANT_VILLAGE = '140621200213';

/** 吴马营乡 with its invented people on an empty database, and everybody who has an account signed in. */
export interface Township extends TestApp {
  as: Record<ActorName, TestActor>;
  /** The id that the demo gives: `unit:changsheng`, `unit:140621200200`, `post:safety-station-head`, `person:张建国`. */
  id: typeof demoId;
}

/** Filling a database takes its time where many specs run at once. */
jest.setTimeout(90_000);

/** Starts the server on a database of its own and fills it; `extra` are settings as for startApp. */
export async function startTownship(extra: Record<string, string> = {}): Promise<Township> {
  const app = await startApp(extra);
  await fillOnce(app, () => app.nest.get(DemoService, { strict: false }).seed(true));
  const actors = await Promise.all(
    demoAccounts().map(async ({ key, personId }) => [key, await signedIn(app, personId)] as const),
  );
  return { ...app, as: Object.fromEntries(actors) as Township['as'], id: demoId };
}
