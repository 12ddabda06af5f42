import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCE = join(__dirname, '..');
const configs = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('index.config.ts'),
);

/** Whether anything in the page's own folder reads it anew. */
function isRefreshed(config: string): boolean {
  const folder = join(SOURCE, dirname(config));
  const parts = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
  return parts.some((name) => readFileSync(join(folder, name), 'utf8').includes('useRefresh('));
}

it('stands on pages that WeChat lets be pulled down, and on no others', () => {
  const pulled = configs.filter((path) => readFileSync(join(SOURCE, path), 'utf8').includes('enablePullDownRefresh'));
  expect(pulled.length).toBeGreaterThan(5);
  expect(configs.filter(isRefreshed)).toEqual(pulled);
});
