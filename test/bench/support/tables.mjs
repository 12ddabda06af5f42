// Results as Markdown tables, on the screen and in docs/benchmarks.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));
const BEGIN = '<!-- figures -->';

/** One result as a titled table with its notes. */
export function printed({ title, rows, notes }) {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => row[column]))),
  ];
  return [`### ${title}`, '', ...table, '', ...notes.map((note) => `${note}.`), ''].join('\n');
}

/** Puts the tables behind the mark; a work measured again takes the place of its former table. */
export function written(results, machine) {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : `# Benchmarks\n\n${BEGIN}\n`;
  const [head, old = ''] = text.split(BEGIN);
  const kept = old
    .split(/(?=^### )/m)
    .filter((part) => part.startsWith('### ') && !results.some(({ title }) => part.startsWith(`### ${title}\n`)));
  const stamp = `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}.`;
  const fresh = results.map((result) => `${printed(result)}\n${stamp}\n`);
  writeFileSync(
    FILE,
    `${head}${BEGIN}\n\n${[...kept.map((part) => part.trimEnd()), ...fresh.map((part) => part.trimEnd())].join('\n\n')}\n`,
  );
}
