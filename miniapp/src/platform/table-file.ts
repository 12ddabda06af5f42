import { request } from './request';

/** A spreadsheet that somebody chose. */
export interface TableFile {
  name: string;
  bytes: ArrayBuffer;
}

/** Spreadsheets are brought in at a desk: on WeChat the page says where. */
export const canChooseTable = false;

export async function chooseTable(): Promise<TableFile | null> {
  return null;
}

export function sendTable<T>(
  path: string,
  bytes: ArrayBuffer,
  options: { idempotencyKey?: string; onSent: (part: number) => void },
): Promise<T> {
  return request<T>('POST', path, { bytes, idempotencyKey: options.idempotencyKey });
}
