import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accountTables } from './main-job/account.tables';
import { actTables } from './main-job/act.tables';
import { escalationTables } from './main-job/escalation.tables';
import { inspectionTables } from './main-job/inspection.tables';
import { jobTables } from './main-job/job.tables';
import { ledgerTables } from './main-job/ledger.tables';
import { publicReportTables } from './main-job/public-report.tables';
import { registerTables } from './main-job/register.tables';
import { selfCheckTables } from './main-job/self-check.tables';
import { standardTables } from './main-job/standard.tables';
import { createTable } from './table';

const tables = [
  ...registerTables,
  ...actTables,
  ...ledgerTables,
  ...accountTables,
  ...inspectionTables,
  ...selfCheckTables,
  ...standardTables,
  ...jobTables,
  ...escalationTables,
  ...publicReportTables,
];

/** The tables of the main job: who is accountable, hazards, duty records, photos, the ledger, accounts. */
export class MainJob1763900000000 implements MigrationInterface {
  name = 'MainJob1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'better-sqlite3') {
      await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    }
    for (const table of tables) await createTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table.name);
  }
}
