import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readAreas } from '../areas/area-files';
import { AreasService } from '../areas/areas.service';
import { Writes } from '../platform/writes/writes.service';
import { CommandError } from './explain';
import { withApp } from './with-app';

/** `areas import`: 辖区 by their statistical codes. */
export function areaCommands(program: Command): void {
  const areas = program.command('areas').description('辖区 areas by their statistical codes');
  areas
    .command('import')
    .description('enter areas from CSV, or rename those that are there; all of them or none')
    .argument('<file>', 'columns code,name and, for what lies above, pairs such as county_code,county (UTF-8)')
    .action(importFile);
}

async function importFile(path: string): Promise<void> {
  const rows = readAreas(read(resolve(process.env.INIT_CWD ?? '', path)));
  if (rows.length === 0) throw new CommandError(`${path}：没有找到 code、name 两列 no columns code and name`);
  await withApp(async ({ nest }) => {
    const areas = nest.get(AreasService, { strict: false });
    await nest.get(Writes).transaction((tx) => areas.import(tx, rows));
    console.log(`已导入 ${rows.length} 个辖区`);
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new CommandError(`${path}：读不到这个文件`);
  }
}
