import type { Page } from 'playwright-core';

/** What somebody had to do on a page: taps (a choice from a list is one), and fields that were written in. */
export interface Effort {
  taps: number;
  lines: number;
}

const COUNTER = `
  window.effort = { taps: 0, fields: new Set() };
  addEventListener('click', (event) => event.isTrusted && window.effort.taps++, true);
  addEventListener('change', (event) => event.target.tagName === 'SELECT' && window.effort.taps++, true);
  addEventListener('input', (event) => event.target.tagName !== 'SELECT' && window.effort.fields.add(event.target), true);
`;
const COUNTED = '({ taps: window.effort.taps, lines: window.effort.fields.size })';

/** Counts from now on in what is open, for as long as it is not loaded anew. @returns asks for the count */
export async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.evaluate(COUNTER);
  return () => page.evaluate<Effort>(COUNTED);
}
