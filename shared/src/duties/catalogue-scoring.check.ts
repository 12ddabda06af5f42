import type { CatalogueContent } from './catalogue.contract';
import { error, type Finding } from './finding';
import type { Grade, Scoring } from './scoring.contract';

/** Grades must cover the whole range once; weights must add up; ranges must run upwards. */
export function checkScoring({ scoring }: CatalogueContent): Finding[] {
  return [...grades(scoring), ...weights(scoring), ...items(scoring)];
}

function grades({ total, grades: list }: Scoring): Finding[] {
  if (list.length === 0) return [];
  const upside = list
    .filter((grade) => grade.from > grade.to)
    .map((grade) => error('grade-bounds', grade.name, `等次“${grade.name}”下限高于上限`));
  if (upside.length > 0) return upside;
  const sorted = [...list].sort((a, b) => a.from - b.from || a.to - b.to);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const findings = sorted.slice(1).flatMap((grade, index) => join(sorted[index], grade));
  if (lowest && (lowest.from > 0 || !lowest.fromIncluded)) {
    findings.push(error('grade-hole', lowest.name, `0分到“${lowest.name}”的下限之间没有等次`));
  }
  if (highest && total !== null && (highest.to < total || (highest.to === total && !highest.toIncluded))) {
    findings.push(error('grade-hole', highest.name, `“${highest.name}”的上限到满分${total}之间没有等次`));
  }
  return findings;
}

/** What lies between two neighbouring grades: nothing, a hole, or both at once. */
function join(lower: Grade | undefined, upper: Grade): Finding[] {
  if (!lower) return [];
  const pair = `${lower.name}/${upper.name}`;
  const both = lower.toIncluded && upper.fromIncluded;
  const neither = !lower.toIncluded && !upper.fromIncluded;
  if (upper.from > lower.to || (upper.from === lower.to && neither)) {
    const hole = upper.from === lower.to ? `${lower.to}分` : `${lower.to}分到${upper.from}分`;
    return [error('grade-hole', pair, `“${lower.name}”和“${upper.name}”之间漏了${hole}`)];
  }
  if (upper.from < lower.to || both) {
    return [error('grade-overlap', pair, `“${lower.name}”和“${upper.name}”在${upper.from}分处重叠`)];
  }
  return [];
}

function weights({ groups, items: list }: Scoring): Finding[] {
  const findings: Finding[] = [];
  const sums: [string, number[]][] = [
    ['scoring.groups', groups.map((group) => group.weight)],
    ...groups.map((group): [string, number[]] => [`scoring.${group.key}`, group.parts.map((part) => part.weight)]),
  ];
  for (const [where, parts] of sums) {
    const sum = parts.reduce((all, part) => all + part, 0);
    if (parts.length > 0 && Math.abs(sum - 100) > 1e-9)
      findings.push(error('weights', where, `权重合计${sum}%，应为100%`));
  }
  const known = new Set(groups.map((group) => group.key));
  for (const item of list) {
    if (item.group && !known.has(item.group))
      findings.push(error('unknown-reference', `scoring.${item.key}`, `评分组“${item.group}”不存在`));
  }
  return findings;
}

function items({ items: list, total }: Scoring): Finding[] {
  return list.flatMap((item) => {
    const where = `scoring.${item.key}`;
    const ranges = item.rules.filter((rule) => rule.type === 'range' && rule.from > rule.to);
    const findings = ranges.map(() => error('score-range', where, '评分幅度的下限高于上限'));
    if (total !== null && item.full !== null && item.full > total)
      findings.push(error('score-range', where, `单项满分${item.full}高于总分${total}`));
    return findings;
  });
}
