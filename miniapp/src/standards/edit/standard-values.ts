import type { StandardKind, StandardView } from '@zerentian/shared/standards/standard.contract';
import { filled } from '../../platform/form-errors';

/** The form as typed; texts empty where there is nothing. */
export interface StandardValues {
  kind: StandardKind;
  trade: string;
  wording: string;
  level: StandardView['level'];
  basis: string;
  clause: string;
  verified: boolean;
  advice: string;
  active: boolean;
}

/** The form as it opens: what the entry says, or nothing. Another's is taken over unverified: whoever writes it compares it. */
export function valuesOf(entry: StandardView | null): StandardValues {
  return {
    kind: entry?.kind ?? 'common',
    trade: entry?.trade ?? '',
    wording: entry?.wording ?? '',
    level: entry?.level ?? 'general',
    basis: entry?.basis ?? '',
    clause: entry?.clause ?? '',
    verified: entry?.verified ?? false,
    advice: entry?.advice ?? '',
    active: entry?.active ?? true,
  };
}

/** What is sent. Another's entry is not changed: an own one stands in its place. */
export function standardInput(values: StandardValues, entry: StandardView | null, own: string): object {
  const replaces = entry !== null && entry.areaCode !== own ? { replacesId: entry.id } : {};
  return { ...filled(values), ...replaces };
}
