// The text of a PDF, page by page, as JSON: read by a library that had no part in making it.
import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(await readFile(process.argv[2])));
const { text } = await extractText(pdf);
const { info } = await getMeta(pdf);
process.stdout.write(JSON.stringify({ pages: text, title: info.Title }));
