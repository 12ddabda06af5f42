import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DemoService } from '@zerentian/server/demo/demo.service';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { ActorName } from '../support/township';
import { pageProbes } from '../weapp/support/page-probes';
import { appPages } from './support/app-pages';
import { type Stage, stage } from './support/phone';
import { openAs, Window } from './support/window';

/**
 * Every page at 375 px, as it opens: by day in the usual type, by night in 关怀模式. axe judges names, roles and contrast; in 关怀模式 what is
 * read measures 18 pt, what is touched 60 px, and nothing is cut off or covered.
 */
jest.setTimeout(60_000);

const IN_PAGE = resolve(__dirname, '../looks/support/in-page.mjs');
const measureSource = readFileSync(IN_PAGE, 'utf8').replace(
  'export function measure',
  'window.measure = function measure',
);

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

let set: Stage;
const windows = new Map<string, Promise<Window>>();

beforeAll(async () => {
  set = await stage();
  await set.town.nest.get(DemoService, { strict: false }).tellHistory();
}, 120_000);
afterAll(() => set?.close());

const LOOKS = {
  day: { fontSize: 'standard', theme: 'light' },
  night: { fontSize: 'care', theme: 'dark' },
} as const;

function windowOf(actor: ActorName | null, look: keyof typeof LOOKS): Promise<Window> {
  const name = `${actor} ${look}`;
  const known = windows.get(name) ?? openAs(set, actor, LOOKS[look]);
  windows.set(name, known);
  return known;
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    WCAG,
  );
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(measureSource);
  const found = await page.evaluate(() => (window as unknown as Measuring).measure({ touch: true, care: true }));
  return found.map(({ rule, where, what }) => `${rule}: ${where} ${what}`);
}

interface Measuring {
  measure(options: object): { rule: string; where: string; what: string }[];
}

const probeOf = (page: string) => {
  const probe = pageProbes[page];
  if (!probe) throw new Error(`${page} has no probe in test/weapp/support/page-probes.ts`);
  return probe;
};

const isSignIn = (page: string) => page === 'sign-in/index';

it.each(appPages())('%s', async (path) => {
  const { as, query } = probeOf(path);
  const address = query ? `${path}?${await query(set.town)}` : path;
  for (const look of ['day', 'night'] as const) {
    const window = await windowOf(isSignIn(path) ? null : as, look);
    await window.open(address);
    expect({ look, violations: await violations(window.page) }).toEqual({ look, violations: [] });
    if (look === 'night') expect(await breaches(window.page)).toEqual([]);
  }
});
