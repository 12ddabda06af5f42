import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestApp } from './app';

const run = promisify(execFile);
const READER = join(__dirname, 'read-pdf.mjs');

/** A PDF as a test looks at it. `text` is all of it without white space, since lines break wherever they must. */
export interface ReadPdf {
  bytes: number;
  pages: string[];
  text: string;
  title: string;
}

/** Reads a PDF in a process of its own: the reader is an ES module, which Jest cannot import. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'zerentian-pdf-'));
  try {
    const path = join(folder, 'paper.pdf');
    await writeFile(path, file);
    const { stdout } = await run(process.execPath, [READER, path], { maxBuffer: 32 * 1024 * 1024 });
    const { pages, title } = JSON.parse(stdout) as { pages: string[]; title: string };
    return { bytes: file.byteLength, pages, text: pages.join('').replaceAll(/\s+/g, ''), title };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks a running server for a file. */
export async function download(
  app: TestApp,
  token: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; headers: Headers; bytes: Uint8Array }> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${app.url}${path}`, init);
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}
