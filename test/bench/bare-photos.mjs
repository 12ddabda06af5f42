// The bare limit of an upload: node:http, the body streamed into a file, fsync, rename. `encode`: the picture decoded and encoded anew
// beside it, as every upload must be before it is kept. Usage: node bare-photos.mjs plain|encode
import { mkdirSync } from 'node:fs';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SERVER } from './support/built.mjs';

const sharp = createRequire(`${SERVER}main.js`)('sharp');
const folder = join(process.env.DATA_DIR, `bare-photos-${process.argv[2]}`);
mkdirSync(folder, { recursive: true });
sharp.concurrency(1);
sharp.cache(false);

async function keep(request) {
  const path = join(folder, request.url.slice(1));
  const file = await open(`${path}.part`, 'w');
  for await (const bytes of request) await file.write(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.part`, path);
  if (process.argv[2] === 'encode') await encode(path);
}

async function encode(path) {
  const small = (bytes, longest) =>
    sharp(bytes)
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
  const full = await small(await readFile(path), 2560);
  await writeFile(`${path}.full`, full);
  await writeFile(`${path}.thumbnail`, await small(full, 320));
}

const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end('{}');
  keep(request).then(
    () => response.writeHead(200).end('{}'),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
