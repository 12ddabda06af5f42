import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { entities } from '../entities';
import { exportChain } from '../ledger/ledger.export';
import type { Finding, Verdict } from '../ledger/ledger.findings';
import { currentHeads, HeadsFileError, headsFilesAt, headsFilesIn, lastSeal } from '../ledger/ledger.heads';
import { chainFor } from '../ledger/ledger.service';
import { verifyLedger } from '../ledger/ledger.verify';
import { headsFolder } from '../ledger/ledger-heads.service';
import { type Config, readConfig } from '../platform/config';
import { openReadOnly } from '../platform/database/read-only';
import { openSnapshot } from '../platform/database/snapshot';
import { DiskStorage } from '../platform/storage/disk-storage';
import { CommandError, explain } from './explain';

/** Findings of one kind that are printed; the rest are counted. */
const SHOWN_PER_KIND = 50;

/** `ledger verify | heads | export`: the checks of 台账链. They read only, and may run beside the server. */
export function ledgerCommands(program: Command): void {
  const ledger = program.command('ledger').description('台账链 the ledger: verify it, note its heads, export it');
  ledger
    .command('verify')
    .description(
      'walk the chains, recompute every digest, rebuild every row from its acts, compare with heads kept outside',
    )
    .option('--head <path...>', 'heads files or folders of them; without it the daily ones in DATA_DIR/ledger-heads')
    .option('--area <code>', 'only the chain that takes the acts of this area')
    .action((options: { head?: string[]; area?: string }) =>
      withDatabase((source, config) => verify(source, config, options)),
    );
  ledger
    .command('heads')
    .description('the last entry of every chain, sealed: keep it where the operator of this server cannot reach it')
    .option('--out <file>', 'write it to a new file')
    .action((options: { out?: string }) => withDatabase((source, config) => heads(source, config, options.out)));
  ledger
    .command('export')
    .description('one chain as JSON lines, to be checked anywhere with scripts/ledger-check.mjs')
    .requiredOption('--area <code>', 'area whose acts the chain takes')
    .requiredOption('--out <file>', 'a file that does not exist yet')
    .action((options: { area: string; out: string }) =>
      withDatabase((source, config) => exportTo(source, config, options)),
    );
}

/**
 * Opens the database that the settings name, as it is. Whatever keeps a command from doing its work has exit code 2: 1 is kept for
 * findings, and 0 says that something was read.
 */
async function withDatabase(run: (source: DataSource, config: Config) => Promise<void>): Promise<void> {
  try {
    const config = readConfig(process.env);
    const source = await openReadOnly(config, entities);
    await run(source, config).finally(() => source.destroy());
  } catch (error) {
    const isPlain = error instanceof HeadsFileError || (error as NodeJS.ErrnoException).code === 'EEXIST';
    console.error(isPlain ? (error as Error).message : explain(error));
    process.exitCode = 2;
  }
}

/** Thrown where no act has been written down: there is nothing to check, which is not the same as intact. */
function noChain(area: string | undefined): CommandError {
  return new CommandError(
    area === undefined
      ? '数据库里还没有台账链 no chain in this database: nothing has been written down here. Check DATA_DIR and DATABASE_URL'
      : `没有这个辖区的台账链 no chain for area ${area}`,
  );
}

async function verify(source: DataSource, config: Config, options: { head?: string[]; area?: string }): Promise<void> {
  const row = headsFilesIn(headsFolder(config.dataDir));
  const heads = options.head?.flatMap(headsFilesAt) ?? row;
  const printed = new Map<string, number>();
  const tell = (finding: Finding) => {
    const count = (printed.get(finding.kind) ?? 0) + 1;
    printed.set(finding.kind, count);
    if (count <= SHOWN_PER_KIND) console.log(`✗ ${finding.kind}: ${finding.where}: ${finding.words}`);
  };
  const chain = options.area === undefined ? null : chainFor(options.area);
  const verdict = await verifyLedger(source, { storage: new DiskStorage(config), heads, row, chain }, tell);
  if (verdict.chains.length === 0 && verdict.findings === 0) throw noChain(options.area);
  for (const [kind, count] of printed)
    if (count > SHOWN_PER_KIND) console.log(`  … and ${count - SHOWN_PER_KIND} more of ${kind}`);
  for (const { where, by } of verdict.erased.slice(0, SHOWN_PER_KIND)) console.log(`· ${where}: erased by entry ${by}`);
  for (const it of verdict.chains)
    console.log(`· chain ${it.chain}: ${it.entries} entries, ${it.digest}, head ${it.hash || '–'}`);
  for (const line of summary(verdict, heads.length)) console.log(line);
  if (verdict.findings > 0) process.exitCode = 1;
}

/** The last lines: what was read, what it was compared with, what came out; English, then Chinese. */
function summary(verdict: Verdict, files: number): string[] {
  const { chains, entries, subjects, photos, erased, findings } = verdict;
  const against = files > 0 ? `${files} heads file(s)` : 'no heads file: a tail rewritten as a whole would not be seen';
  const outcome = findings === 0 ? 'intact' : `${findings} FINDING(S)`;
  const english = `${chains.length} chain(s), ${entries} entries, ${subjects} subjects, ${photos} photos, ${erased.length} erased, against ${against}: ${outcome}`;
  const compared = files > 0 ? `对照 ${files} 份链头记录` : '没有库外链头记录可对照（整段改写尾部将看不出来）';
  const chinese = findings === 0 ? '全部相符，未发现改动' : `发现 ${findings} 处不符，请保全数据库与照片目录并上报`;
  return [
    english,
    `台账核验：${chains.length} 条链，${entries} 条记录，${subjects} 个事项，${photos} 张照片，${compared}：${chinese}。`,
  ];
}

async function heads(source: DataSource, config: Config, out: string | undefined): Promise<void> {
  const snapshot = await openSnapshot(source);
  try {
    const previous = lastSeal(headsFilesIn(headsFolder(config.dataDir)));
    const current = await currentHeads(snapshot, new Date(), config.ledgerDigest, previous);
    if (current.chains.length === 0) throw noChain(undefined);
    const text = JSON.stringify(current, null, 2);
    if (out === undefined) console.log(text);
    else writeFileSync(out, `${text}\n`, { flag: 'wx' });
  } finally {
    await snapshot.close();
  }
}

async function exportTo(source: DataSource, config: Config, options: { area: string; out: string }): Promise<void> {
  await mustHaveEntries(source, options.area);
  const files = headsFilesIn(headsFolder(config.dataDir));
  const entries = await exportChain(source, chainFor(options.area), options.out, files, new Date());
  console.log(`${entries} entries of chain ${chainFor(options.area)} written to ${options.out} 已导出 ${entries} 条`);
}

async function mustHaveEntries(source: DataSource, area: string): Promise<void> {
  const snapshot = await openSnapshot(source);
  try {
    const [entry] = await snapshot.rows('SELECT seq FROM ledger_entry WHERE chain = ? LIMIT 1', [chainFor(area)]);
    if (!entry) throw noChain(area);
  } finally {
    await snapshot.close();
  }
}
