import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app';
import { call } from '../support/client';

let app: TestApp;
let web: string;

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'zerentian-web-'));
  await mkdir(join(web, 'js'));
  await writeFile(join(web, 'index.html'), '<title>责任田</title>');
  await writeFile(join(web, 'js', 'app.0123abcd.js'), 'void 0;');
  app = await startApp({ WEB_DIR: web, EMBED_ORIGINS: 'https://county.example' });
});
afterAll(async () => {
  await app.close();
  await rm(web, { recursive: true });
});

describe('the pages', () => {
  it('are served on the API’s own origin, asked for anew each time', async () => {
    const page = await call(app, 'GET', '/');
    expect(page).toMatchObject({ status: 200, body: '<title>责任田</title>' });
    expect(page.headers.get('cache-control')).toBe('no-cache');
  });

  it('keep what has its digest in its name for ever', async () => {
    const script = await call(app, 'GET', '/js/app.0123abcd.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it('may be framed by the platforms named in the settings and nobody else', async () => {
    const { headers } = await call(app, 'GET', '/');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://county.example");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('do not stand in for what is not there', async () => {
    expect(await call(app, 'GET', '/api/nothing')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await call(app, 'GET', '/js/missing.js')).toMatchObject({ status: 404 });
  });
});
