import { asProblem, noAnswer, problemFrom } from './api-problem';
import { currentToken } from './session';

/** A spreadsheet that somebody chose. */
export interface TableFile {
  name: string;
  bytes: ArrayBuffer;
}

/** Whether a spreadsheet can be chosen here at all. */
export const canChooseTable = true;

/** Lets the person choose an .xlsx; null if they think better of it. */
export function chooseTable(): Promise<TableFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx';
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else file.arrayBuffer().then((bytes) => resolve({ name: file.name, bytes }), reject);
    });
    input.click();
  });
}

/**
 * Sends a spreadsheet and answers what the server says. `onSent`: how much of it has gone, from 0 to 1, as the browser counts.
 * @throws ApiProblem
 */
export function sendTable<T>(
  path: string,
  bytes: ArrayBuffer,
  options: { idempotencyKey?: string; onSent: (part: number) => void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest();
    exchange.open('POST', `${__SERVER__}/api${path}`);
    exchange.setRequestHeader('Authorization', `Bearer ${currentToken() ?? ''}`);
    exchange.setRequestHeader('X-Client-Version', __CLIENT_VERSION__);
    exchange.setRequestHeader('Content-Type', 'application/octet-stream');
    if (options.idempotencyKey) exchange.setRequestHeader('Idempotency-Key', options.idempotencyKey);
    exchange.upload.onprogress = ({ loaded, total }) => options.onSent(total > 0 ? loaded / total : 0);
    exchange.onerror = () => reject(noAnswer('offline'));
    exchange.onload = () => {
      const body = decoded(exchange.responseText);
      if (exchange.status >= 200 && exchange.status < 300) resolve(body as T);
      else reject(asProblem(problemFrom(exchange.status, body)));
    };
    exchange.send(bytes);
  });
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
