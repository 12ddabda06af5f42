import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaRow } from './areas.service';

const DATA = join(__dirname, '../../data');

/** The areas that come with the system: the twelve villages with township, county, city and province. */
export function knownAreas(): AreaRow[] {
  return [...readAreas(read('areas-above.csv')), ...readAreas(read('wumaying-villages.csv'))];
}

/**
 * Areas from CSV. A column `code` with `name`, and any number of pairs `<level>_code` with `<level>` for what lies above: each
 * area is answered once, those above before those below.
 */
export function readAreas(csv: string): AreaRow[] {
  const [head = [], ...rows] = csv
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(','));
  const pairs = head.flatMap((column, index) => {
    if (column === 'code') return [[index, head.indexOf('name')] as const];
    return column.endsWith('_code') ? [[index, head.indexOf(column.slice(0, -'_code'.length))] as const] : [];
  });
  const names = new Map(
    rows.flatMap((row) => pairs.map(([code, name]) => [row[code] ?? '', row[name] ?? ''] as const)),
  );
  const areas = [...names].map(([code, name]) => ({ code, name }));
  return areas.sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

function read(name: string): string {
  return readFileSync(join(DATA, name), 'utf8').replace(/^\uFEFF/, '');
}
