import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readCatalogue } from '@zerentian/server/duties/catalogue-file';
import { freshDatabase } from '../support/app';
import { cli } from '../support/cli';

/** Each command is a process of its own. */
jest.setTimeout(120_000);

const CATALOGUES = resolve(__dirname, '../../server/data/catalogues');
const OWN = join(CATALOGUES, 'wu-zheng-fa-2022-9.json');

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** The catalogue that comes with the system, with something changed, beside its text. */
async function altered(name: string, change: (content: Record<string, any>) => void): Promise<string> {
  const content = JSON.parse(await readFile(OWN, 'utf8'));
  content.sourceFile = resolve(CATALOGUES, content.sourceFile);
  change(content);
  const path = join(database.dataDir, `${name}.json`);
  await writeFile(path, JSON.stringify(content));
  return path;
}

test('check prints every piece with its verdict and exits with 0', async () => {
  const { code, out } = await cli(database, ['catalogue', 'check']);
  const pieces = JSON.parse(await readFile(OWN, 'utf8')).pieces as { address: string }[];
  const lines = out.split('\n');
  for (const { address } of pieces) expect(lines.filter((line) => line.startsWith(`${address}\t`))).toHaveLength(1);
  expect(out).toContain(`通过：片段${pieces.length}`);
  expect(code).toBe(0);
});

test('check names what is wrong and exits with 1', async () => {
  const path = await altered('misquoted', (content) => {
    content.duties[0].quote = '要亲自部署一切';
  });
  const { code, out } = await cli(database, ['catalogue', 'check', path]);
  expect(out).toContain('[misquoted] secretary-deploys');
  expect(out).toContain('未通过');
  expect(code).toBe(1);
});

test('a file that is not there, is no JSON, or names no text, is told in one line', async () => {
  const broken = join(database.dataDir, 'broken.json');
  await writeFile(broken, '{');
  const nameless = await altered('nameless', (content) => {
    content.sourceFile = undefined;
  });
  for (const [path, words] of [
    ['/nowhere.json', '读不到'],
    [broken, '不是 JSON'],
    [nameless, 'sourceFile'],
  ] as const) {
    expect(() => readCatalogue(path)).toThrow(words);
  }
  const { code, err } = await cli(database, ['catalogue', 'check', '/nowhere.json']);
  expect([code, err]).toEqual([1, '/nowhere.json：读不到这个文件\n']);
});

test('import refuses what the check refuses, and brings a new version and another document into force', async () => {
  const misquoted = await altered('misquoted', (content) => {
    content.duties[0].quote = '要亲自部署一切';
  });
  const refused = await cli(database, ['catalogue', 'import', misquoted]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('secretary-deploys：')]);
  const admin = ['admin', 'create', '--login', 'admin', '--name', '示例管理员'];
  expect((await cli(database, admin, { input: 'long enough\n' })).code).toBe(0);
  const second = await cli(database, ['catalogue', 'import', join(CATALOGUES, 'example-second.json')]);
  expect([second.code, second.err, second.out]).toEqual([0, '', expect.stringContaining('已导入')]);
  const next = await altered('next', (content) => {
    content.version = 2;
  });
  expect((await cli(database, ['catalogue', 'import', next])).out).toContain('第2版：已导入');
});

test('areas are entered from CSV, or told what is wrong', async () => {
  const path = join(database.dataDir, 'areas.csv');
  await writeFile(path, 'code,name,province_code,province\n1501,呼和浩特市,15,内蒙古自治区\n');
  const { code, out } = await cli(database, ['areas', 'import', path]);
  expect([code, out]).toEqual([0, '已导入 2 个辖区\n']);
  await writeFile(path, 'code,name\n150199001,孤乡\n');
  const refused = await cli(database, ['areas', 'import', path]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('150199001：没有这个辖区：上级 150199')]);
});
