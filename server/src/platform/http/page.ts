import { ProblemError } from '../problem';

/** The place in a list ordered by instant and id, newest first; opaque to clients. */
export interface Cursor {
  at: string;
  id: string;
}

/** An instant as we write it, and an id. */
const OURS = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f-]{36})$/;

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.at}|${cursor.id}`).toString('base64url');
}

/** Reads a cursor that we gave out; anything else is a field error. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [, at, id] = OURS.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) {
    throw ProblemError.at('invalid_input', 'cursor', '翻页标记不对，请从第一页重新开始');
  }
  return { at, id };
}

/** Cuts one row too many off a page and says where the next begins. */
export function pageOf<R, V>(rows: R[], limit: number, cursorOf: (row: R) => Cursor, view: (row: R) => V) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
