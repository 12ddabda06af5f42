import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, within } from '@zerentian/shared/calendar';
import { type HolidayYear, holidayYear } from '@zerentian/shared/rules/holidays.contract';
import {
  type Rule,
  type RuleKey,
  type Rung,
  rule,
  ruleKeys,
  ruleKinds,
  ruleUnits,
  rung,
} from '@zerentian/shared/rules/rules.contract';
import * as z from 'zod/mini';
import { ConfigError } from '../platform/config';

/** The numbers and calendars in force, with what an installation has laid down itself. */
export interface RulesInForce {
  values: Record<RuleKey, Rule>;
  own: ReadonlySet<RuleKey>;
  escalation: Rung[];
  years: HolidayYear[];
}

const DEFAULTS = join(__dirname, '../../data');

const file = z.strictObject({
  rules: z._default(z.partialRecord(z.enum(ruleKeys), rule), {}),
  escalation: z.optional(z.array(rung)),
});
type RulesFile = z.infer<typeof file>;

/**
 * The product's rules with the installation's over them: DATA_DIR/rules.json replaces single numbers, and the rungs as a whole;
 * DATA_DIR/holidays/<year>.json adds or replaces a year. @throws ConfigError naming the file and the key that cannot be
 */
export function readRules(dataDir: string): RulesInForce {
  const given = readFile(join(DEFAULTS, 'rules.json')) as RulesFile;
  const ownPath = join(dataDir, 'rules.json');
  const own: RulesFile = existsSync(ownPath) ? readFile(ownPath) : { rules: {} };
  const values = { ...given.rules, ...own.rules } as Record<RuleKey, Rule>;
  const years = new Map([...readYears(DEFAULTS), ...readYears(dataDir)].map((year) => [year.year, year]));
  return {
    values,
    own: new Set(Object.keys(own.rules) as RuleKey[]),
    escalation: own.escalation ?? given.escalation ?? [],
    years: [...years.values()].toSorted((a, b) => a.year - b.year),
  };
}

function readFile(path: string): RulesFile {
  const content = jsonOf(path);
  const unknown = Object.keys((content as Partial<RulesFile> | null)?.rules ?? {}).filter((it) => !isKey(it));
  if (unknown.length > 0) throw refused(path, `rules.${unknown[0]}`, `没有这一项，可用的是 ${ruleKeys.join('、')}`);
  const rules = checked(path, file, content);
  for (const [key, it] of Object.entries(rules.rules)) checkUnit(path, key as RuleKey, it);
  checkRungs(path, rules.escalation ?? []);
  return rules;
}

function isKey(key: string): boolean {
  return (ruleKeys as string[]).includes(key);
}

function checkUnit(path: string, key: RuleKey, { unit, value }: Rule): void {
  const units: readonly string[] = ruleKinds[key].units;
  if (!units.includes(unit)) throw refused(path, `rules.${key}.unit`, `单位应为 ${units.join('、')}`);
  if (unit === 'percent' && value > 100) throw refused(path, `rules.${key}.value`, '不能大于 100');
}

/** Each rung once, since what was told is remembered by its key; the hour counts for the county's clock, days for all others. */
function checkRungs(path: string, rungs: readonly Rung[]): void {
  for (const [index, { key, case: of, unit }] of rungs.entries()) {
    if (rungs.findIndex((it) => it.key === key) !== index)
      throw refused(path, `escalation.${index}.key`, `${key} 写了两次`);
    const units = of === 'county-report' ? ['hours'] : ruleUnits.filter((it) => it.endsWith('days'));
    if (!units.includes(unit)) throw refused(path, `escalation.${index}.unit`, `单位应为 ${units.join('、')}`);
  }
}

function readYears(folder: string): HolidayYear[] {
  const path = join(folder, 'holidays');
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => readYear(join(path, name), name));
}

function readYear(path: string, name: string): HolidayYear {
  const year = checked(path, holidayYear, jsonOf(path));
  if (name !== `${year.year}.json`) throw refused(path, 'year', `文件名应为 ${year.year}.json`);
  const [from, until] = [`${year.year}-01-01`, addDays(`${year.year}-12-31`, 1)];
  for (const [index, span] of year.off.entries()) {
    const isOfYear = within(span.from, from, until) && within(span.to, from, until);
    if (!isOfYear || span.to < span.from) throw refused(path, `off.${index}`, '日期应在这一年内，先后不能颠倒');
  }
  const stray = year.work.find((day) => !within(day, from, until));
  if (stray) throw refused(path, 'work', `${stray} 不在这一年内`);
  return year;
}

function checked<T extends z.core.$ZodType>(path: string, schema: T, content: unknown): z.output<T> {
  const parsed = z.safeParse(schema, content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  throw refused(path, [...(issue?.path ?? []), ...keys].join('.') || '（整个文件）', wordsOf(issue));
}

function wordsOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return '没有这一项';
  return issue && issue.message !== 'Invalid input' ? issue.message : '没有写，或者写得不对';
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigError(`${path}：读不到，或者不是 JSON（${(error as Error).message}）`);
  }
}

function refused(path: string, key: string, words: string): ConfigError {
  return new ConfigError(`${path}：${key} ${words}。See "Rules" in docs/operations.md`);
}
