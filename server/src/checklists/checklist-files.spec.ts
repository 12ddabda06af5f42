import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TradeView } from '@zerentian/shared/units/unit.contract';
import { readChecklists } from './checklist-files';

const lists = readChecklists();
const { trades }: { trades: TradeView[] } = JSON.parse(readFileSync(join(__dirname, '../../data/trades.json'), 'utf8'));

test('every trade that the township supervises has its list, and every unit the general one', () => {
  const supervised = trades.filter((trade) => trade.township).map((trade) => trade.key);
  expect(new Set(lists.map((list) => list.trade))).toEqual(new Set([null, ...supervised]));
});

test('the keys of the lists differ, and so do those of the items in each', () => {
  expect(new Set(lists.map((list) => list.key)).size).toBe(lists.length);
  for (const { items } of lists) expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
});

test('about ten items each: a visit, not an examination', () => {
  for (const { key, items } of lists) expect([key, items.length >= 8 && items.length <= 15]).toEqual([key, true]);
});

test('nothing claims to be compared with a source that is not named, and nothing orders or fines', () => {
  for (const { items } of lists) {
    for (const item of items) {
      if (item.verified) expect(item.basis).not.toBeNull();
      expect(JSON.stringify(item)).not.toMatch(/责令|罚款|现场处理措施/);
    }
  }
});
