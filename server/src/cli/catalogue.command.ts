import { resolve } from 'node:path';
import { checkCatalogue } from '@zerentian/shared/duties/catalogue.check';
import { renderReport } from '@zerentian/shared/duties/catalogue.report';
import type { Command } from 'commander';
import { DEFAULT_CATALOGUE, readCatalogue } from '../duties/catalogue-file';
import { CatalogueImport } from '../duties/catalogue-import.service';
import { momentOf } from '../platform/writes/moment';
import { withApp } from './with-app';

/** `catalogue check | import`: 安全生产职责清单. */
export function catalogueCommands(program: Command): void {
  const catalogue = program
    .command('catalogue')
    .description('安全生产职责清单 the duty catalogue: check it against its document, bring it into force');
  catalogue
    .command('check')
    .description('print every piece of the document with its verdict, then what is wrong; needs no database')
    .argument('[file]', 'a catalogue; without it the one that comes with the system', DEFAULT_CATALOGUE)
    .action(check);
  catalogue
    .command('import')
    .description('check a catalogue and bring it into force for its township')
    .argument('<file>', 'a catalogue; the text that its sourceFile names lies beside it')
    .action(importFile);
}

/** Paths are meant from where `npm` was called, not from the folder that it changes to. */
const asGiven = (path: string) => resolve(process.env.INIT_CWD ?? '', path);

function check(path: string): void {
  const { content, sourceText } = readCatalogue(asGiven(path));
  const report = checkCatalogue(content, sourceText);
  console.log(renderReport(report));
  if (!report.ok) process.exitCode = 1;
}

async function importFile(path: string): Promise<void> {
  const file = readCatalogue(asGiven(path));
  await withApp(async ({ nest, clock }) => {
    const by = { personId: null, postId: null, moment: momentOf({}, clock.now()) };
    const { areaCode, version, imported } = await nest.get(CatalogueImport, { strict: false }).import(by, file);
    const outcome = imported ? '已导入，现行有效' : '这一版早已导入，内容相同，没有改动';
    console.log(`${areaCode} 第${version}版：${outcome}`);
  });
}
