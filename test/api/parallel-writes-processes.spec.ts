import { randomUUID } from 'node:crypto';
import { claimDataDir, DataDirInUse } from '@zerentian/server/platform/data-dir';
import { isBusy } from '@zerentian/server/platform/database/database-errors';
import { SqliteAdapter } from '@zerentian/server/platform/database/sqlite-adapter';
import { Writes } from '@zerentian/server/platform/writes/writes.service';
import { freshDatabase, startApp } from '../support/app';
import { startTownship, VILLAGE } from '../support/township';
import { verify } from './ledger.support';
import { folder, startProcess } from './processes.support';

const onMariadb = process.env.TEST_DATABASE === 'mariadb';
jest.setTimeout(60_000);

test('a second process on the same DATA_DIR is refused in a plain sentence; after a kill -9 of the first one starts', async () => {
  const database = await freshDatabase();
  const settings = { DATA_DIR: database.dataDir, DATABASE_URL: database.databaseUrl ?? '' };
  const first = await startProcess(settings);
  expect(first.url).toMatch(/^http/);
  const second = await startProcess(settings);
  expect(second.url).toBeNull();
  expect(second.exitCode()).toBe(1);
  expect(second.output()).toMatch(
    /^数据目录正在被另一个进程使用 .* is in use by another process: stop it or set DATA_DIR to another folder$/m,
  );
  expect(second.output()).not.toContain('    at ');
  expect(() => claimDataDir(database.dataDir)).toThrow(DataDirInUse);
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  await first.end('SIGKILL');
  const third = await startProcess(settings);
  expect(third.url).toMatch(/^http/);
  await third.end('SIGTERM');
  claimDataDir(database.dataDir)();
  await database.drop();
});

if (onMariadb) {
  test('two processes on one database: reports through both, each key sent to both at once; one chain, nothing lost or doubled', async () => {
    const town = await startTownship();
    const [mine, yours] = await Promise.all([folder(), folder()]);
    const shared = { DATABASE_URL: town.config.databaseUrl as string, LINK_SECRET: 'the secret of both servers' };
    const start = (dir: string) => startProcess({ ...shared, DATA_DIR: dir });
    const servers = await Promise.all([start(mine.path), start(yours.path)]);
    const before = (await verify(town)).verdict.entries;
    const token = town.as.villageCadre.token;
    const report = async (url: string | null, key: string, i: number) => {
      const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' };
      const body = JSON.stringify({ areaCode: VILLAGE, description: `示例：两个进程同时上报，第 ${i} 条` });
      const answer = await fetch(`${url}/api/hazards`, { method: 'POST', headers, body });
      return { status: answer.status, body: (await answer.json()) as { id: string; number: string } };
    };
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const key = randomUUID();
        return Promise.all(servers.map((server) => report(server.url, key, i)));
      }),
    );
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    expect(answers.flat().map((it) => it.status)).toEqual(Array.from({ length: 80 }, () => 201));
    for (const [a, b] of answers) expect(a?.body).toEqual(b?.body);
    const ids = answers.map(([a]) => a?.body.id);
    expect(new Set(ids).size).toBe(40);
    expect(new Set(answers.map(([a]) => a?.body.number)).size).toBe(40);
    const { verdict, findings } = await verify(town);
    expect(findings).toEqual([]);
    expect(verdict.entries).toBe(before + 40);
    await Promise.all([mine.remove(), yours.remove(), town.close()]);
  });

  test('a real deadlock (1213) is answered by another try: both transactions get through', async () => {
    const app = await startApp();
    const writes = app.nest.get(Writes);
    await app.source.query(
      "INSERT INTO number_series (areaCode, kind, year, last) VALUES ('14', 'left', 1, 0), ('14', 'right', 1, 0)",
    );
    let attempts = 0;
    let held = 0;
    let bothHoldOne: () => void;
    const crossed = new Promise<void>((resolve) => {
      bothHoldOne = resolve;
    });
    const cross = (first: string, then: string) =>
      writes.transaction(async (tx) => {
        attempts++;
        await tx.query('UPDATE number_series SET last = last + 1 WHERE areaCode = ? AND kind = ? AND year = 1', [
          '14',
          first,
        ]);
        if (++held === 2) bothHoldOne();
        await crossed;
        await tx.query('UPDATE number_series SET last = last + 1 WHERE areaCode = ? AND kind = ? AND year = 1', [
          '14',
          then,
        ]);
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    const rows = await app.source.query('SELECT last FROM number_series');
    await app.close();
    expect(attempts).toBeGreaterThan(2);
    expect(rows).toEqual([{ last: 2 }, { last: 2 }]);
  });
} else {
  test('the binding tells a locked file by a number that we know', async () => {
    const app = await startApp();
    const other = new SqliteAdapter(`${app.config.dataDir}/zerentian.sqlite`);
    other.exec('BEGIN IMMEDIATE');
    const third = new SqliteAdapter(`${app.config.dataDir}/zerentian.sqlite`);
    third.pragma('busy_timeout = 0');
    let refusal: unknown;
    try {
      third.exec('BEGIN IMMEDIATE');
    } catch (error) {
      refusal = error;
    }
    other.exec('ROLLBACK');
    for (const it of [other, third]) it.close();
    await app.close();
    expect(refusal).toHaveProperty('message', expect.stringContaining('locked'));
    expect(isBusy(refusal)).toBe(true);
  });
}
