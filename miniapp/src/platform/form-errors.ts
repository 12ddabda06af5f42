import type { FieldError } from '@zerentian/shared/problem';

/** Field → what is wrong with it, in the order of the contract. */
export type FieldErrors = Readonly<Record<string, string>>;

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** The part of a contract that a form needs. */
export interface Contract<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors };

/** Judges what was typed by the same contract that the server judges it by. */
export function check<T>(contract: Contract<T>, input: unknown): Checked<T> {
  const result = contract.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    errors: firstPerField(result.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message])),
  };
}

/** The server's field errors in the same shape. */
export function errorsOf(errors: readonly FieldError[]): FieldErrors {
  return firstPerField(errors.map(({ path, message }) => [path.split('.')[0] ?? '', message]));
}

function firstPerField(entries: readonly [string, string][]): FieldErrors {
  const first: Record<string, string> = {};
  for (const [field, message] of entries) first[field] ??= inChinese(message);
  return first;
}

/** Rules without wording of their own answer in English; that is never shown. */
function inChinese(message: string): string {
  return /[一-鿿]/.test(message) ? message : '这一项填写有误，请核对';
}

/** Without the fields that are empty: an absent field, not an empty one, is what contracts call optional. */
export function filled<T extends object>(values: T): Partial<T> {
  const kept = Object.entries(values).filter(([, value]) => {
    if (typeof value === 'string') return value.trim() !== '';
    return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(kept) as Partial<T>;
}
