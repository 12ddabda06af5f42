// Breaches as a table: the same one on many pictures is one row.

/** One row per rule and place: `{ rule, where, what, count, scenes, variants }`, the most frequent first. */
export function rowsOf(breaches) {
  const rows = new Map();
  for (const { rule, where, what, scene, variant } of breaches) {
    const key = `${rule} ${where}`;
    const row = rows.get(key) ?? { rule, where, what, count: 0, scenes: new Set(), variants: new Set() };
    row.count += 1;
    row.scenes.add(scene);
    row.variants.add(variant);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => a.rule.localeCompare(b.rule) || b.count - a.count);
}

/** The rows for a terminal. */
export function printed(rows) {
  const line = ({ where, what, count, scenes, variants }) =>
    `  ${String(count).padStart(4)} × ${where}  ${what}\n         ${some([...scenes])} | ${some([...variants])}`;
  const rules = [...new Set(rows.map(({ rule }) => rule))];
  return rules.map((rule) => [rule, ...rows.filter((row) => row.rule === rule).map(line)].join('\n')).join('\n\n');
}

const some = (names) => (names.length > 6 ? `${names.slice(0, 6).join(', ')}, … (${names.length})` : names.join(', '));
