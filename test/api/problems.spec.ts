import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { PROBLEMS, problem, problemCodes } from '@zerentian/shared/problem';
import { type Answer, call } from '../support/client';
import { startTownship, type Township, VILLAGE } from '../support/township';

/** Whatever is wrong with a request has a name, Chinese words, and leaves nothing behind. */
let town: Township;
let hazardsBefore: number;

const hazards = async () => Number((await town.source.query('SELECT COUNT(*) AS n FROM hazard'))[0].n);

beforeAll(async () => {
  town = await startTownship();
  hazardsBefore = await hazards();
});
afterAll(async () => {
  const after = await hazards().finally(() => town.close());
  expect(after).toBe(hazardsBefore);
});

function expectProblem(answer: Answer, code: keyof typeof PROBLEMS, paths?: string[]): void {
  expect(answer.body).toMatchObject({
    code,
    status: PROBLEMS[code].status,
    type: `urn:zerentian:problem:${code}`,
    title: PROBLEMS[code].title,
  });
  expect(answer.status).toBe(PROBLEMS[code].status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
  if (paths) expect(answer.body.errors.map((it: { path: string }) => it.path)).toEqual(paths);
}

const report = (body: unknown, headers: Record<string, string> = {}) =>
  town.as.villageCadre.post('/api/hazards', body, { headers });
const raw = (text: string, contentType: string) =>
  call(town, 'POST', '/api/hazards', {
    token: town.as.villageCadre.token,
    bytes: Buffer.from(text),
    headers: { 'content-type': contentType },
  });

describe('a request that cannot be read', () => {
  test.each(['{"description": "断', '{', '[1,', 'null x', '{"a":undefined}'])('malformed JSON: %s', async (text) => {
    expectProblem(await raw(text, 'application/json'), 'malformed_request');
  });

  test('an empty body with a JSON content type', async () => {
    const answer = await raw('', 'application/json');
    expect(['malformed_request', 'invalid_input']).toContain(answer.body.code);
    expectProblem(answer, answer.body.code);
  });

  test.each(['"text"', '5', 'null', '[]', 'true'])('JSON that is no object: %s', async (text) => {
    expectProblem(await raw(text, 'application/json'), 'invalid_input');
  });

  test.each(['text/plain', 'text/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'content type %s',
    async (type) => {
      expectProblem(await raw('description=x', type), 'unsupported_media_type');
    },
  );

  test('a body of 2 MB', async () => {
    expectProblem(await report({ areaCode: VILLAGE, description: 'x'.repeat(2 * 1024 * 1024) }), 'payload_too_large');
  });

  test('__proto__ in JSON', async () => {
    const answer = await raw('{"__proto__":{"admin":true},"description":"x"}', 'application/json');
    expect([400, 422]).toContain(answer.status);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test.each([
    ['GET', '/api/nothing'],
    ['POST', '/api/hazards/x/y/z'],
    ['DELETE', '/api/hazards/x/y/z'],
    ['GET', '/nothing'],
  ])('an unknown route: %s %s', async (method, path) => {
    const answer = await call(town, method, path, { token: town.as.villageCadre.token });
    expectProblem(answer, 'not_found');
  });

  test.each([
    ['DELETE', '/api/hazards', 'GET, HEAD, POST'],
    ['PUT', '/api/hazards?area=1', 'GET, HEAD, POST'],
    ['PATCH', '/api/hazards/0193b5a0-0000-7000-8000-000000000000', 'GET, HEAD'],
    ['GET', '/api/hazards/0193b5a0-0000-7000-8000-000000000000/start', 'POST'],
    ['POST', '/api/openapi.json', 'GET, HEAD'],
    ['OPTIONS', '/api/sessions', 'GET, HEAD, POST'],
    ['DELETE', '/healthz', 'GET, HEAD'],
  ])('a method that the path does not have: %s %s', async (method, path, allowed) => {
    const answer = await call(town, method, path, { token: town.as.villageCadre.token });
    expectProblem(answer, 'method_not_allowed');
    expect(answer.headers.get('allow')).toBe(allowed);
  });

  test('a path that is not UTF-8, a path part that is no id', async () => {
    const broken = await call(town, 'GET', '/api/hazards/%ff', { token: town.as.villageCadre.token });
    expectProblem(broken, 'malformed_request');
    const answer = await town.as.villageCadre.get("/api/hazards/1'%20OR%201=1");
    expect([404, 422]).toContain(answer.status);
  });
});

describe('a field that cannot be taken is named, beside others that are wrong too', () => {
  const good = { areaCode: VILLAGE, description: '示例' };
  test.each<[string, object, string[]]>([
    ['control characters', { ...good, description: '示例\u0000\u0008' }, ['description']],
    ['bidi overrides', { ...good, description: '示例\u202e文字' }, ['description']],
    ['an unknown field', { ...good, colour: 'red' }, ['colour']],
    ['10,000 characters', { ...good, description: '字'.repeat(10_000) }, ['description']],
    ['white space only', { ...good, description: ' \n\t ' }, ['description']],
    ['wrong types', { ...good, description: 5, spot: [], trade: {} }, ['trade', 'description', 'spot']],
    ['an area code that is none', { ...good, areaCode: '1406' + 'x' }, ['areaCode']],
    ['an unknown area', { ...good, areaCode: '140621200999' }, ['areaCode']],
    ['an id that is none', { ...good, unitId: '1; DROP TABLE hazard' }, ['unitId']],
    ['a date that is none', { ...good, deadline: '2026-02-30' }, ['deadline']],
    [
      'a place outside the world',
      { ...good, place: { latitude: 91, longitude: 181, system: 'gcj02' } },
      ['place.latitude', 'place.longitude'],
    ],
    [
      'ten photos',
      { ...good, photoIds: Array.from({ length: 10 }, () => '0193b5a0-0000-7000-8000-000000000000') },
      ['photoIds'],
    ],
    ['nothing to tell', { areaCode: VILLAGE }, ['description']],
  ])('%s', async (_, body, paths) => {
    const answer = await report(body);
    expect(answer.status).toBe(422);
    expectProblem(answer, answer.body.code, paths);
    for (const error of answer.body.errors) expect(error.message).toMatch(/[\u4e00-\u9fff]/);
  });

  test('emoji, rare hanzi, SQL and HTML are plain text', async () => {
    const text = '🚧𠮷野家\'; DROP TABLE hazard; -- <script>alert(1)</script> " \\ %';
    const answer = await town.as.villageCadre.post('/api/duty-records', {
      kind: 'inspection',
      areaCode: VILLAGE,
      text,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.text).toBe(text);
  });
});

describe('who asks', () => {
  test.each([undefined, 'not-a-token', 'x'.repeat(5000)])('a token that is none: %#', async (token) => {
    expectProblem(await call(town, 'GET', '/api/me', { token }), 'not_signed_in');
  });

  test('another scheme', async () => {
    expectProblem(await call(town, 'GET', '/api/me', { headers: { authorization: 'Basic YTpi' } }), 'not_signed_in');
  });

  test('a client too old may still deliver, but not read', async () => {
    const headers = { 'x-client-version': '0.0.1' };
    expectProblem(await town.as.villageCadre.get('/api/me', headers), 'client_too_old');
    const delivered = await town.as.villageCadre.post(
      '/api/hazards',
      { areaCode: '9' },
      { key: 'old-client', headers },
    );
    expect(delivered.status).toBe(422);
  });
});

describe('the catalogue of problems', () => {
  test.each(problemCodes)('%s has Chinese words, a status of refusal and a place in the documents', (code) => {
    const it = problem(code);
    expect(it.title).toMatch(/[\u4e00-\u9fff]/);
    expect(it.detail).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(it.detail).toMatch(/。$/);
    expect(it.status).toBeGreaterThanOrEqual(400);
    const documented = readFileSync(resolve(__dirname, '../../docs/problems.md'), 'utf8');
    expect(documented).toContain(`| \`${code}\` | ${it.status} | ${it.title} | ${it.detail} |`);
  });
});

describe('openapi.json', () => {
  test('names every route that the server has, with its answers', async () => {
    const { body } = await call(town, 'GET', '/api/openapi.json');
    const described = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(routes().sort());
    expect(described.length).toBeGreaterThan(20);
  });

  test('is a valid OpenAPI document: references lead somewhere, path parameters are declared, ids are unique', async () => {
    const { body } = await call(town, 'GET', '/api/openapi.json');
    expect(body.openapi).toMatch(/^3\.[01]\.\d$/);
    expect(body.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const text = JSON.stringify(body);
    for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      expect(path?.split('/').reduce((at, part) => at?.[part.replaceAll('~1', '/')], body)).toBeDefined();
    }
    const ids: string[] = [];
    for (const [path, methods] of Object.entries<Record<string, Operation>>(body.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const declared = (operation.parameters ?? []).filter((it) => it.in === 'path').map((it) => it.name);
        const used = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        expect([method, path, [...new Set(declared)].sort()]).toEqual([method, path, used.sort()]);
        const success = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
        expect([method, path, success.length]).toEqual([method, path, 1]);
        expect(operation.responses.default).toBeDefined();
        ids.push(operation.operationId);
      }
    }
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('tells of each write in JSON the two headers that it may carry', async () => {
    const { body } = await call(town, 'GET', '/api/openapi.json');
    const writes = Object.values<Record<string, Operation>>(body.paths)
      .flatMap((methods) => Object.values(methods))
      .filter((operation) => operation.requestBody?.content['application/json'] !== undefined);
    expect(writes.length).toBeGreaterThan(20);
    for (const { operationId, parameters = [] } of writes) {
      const headers = parameters.filter((it) => it.in === 'header' && it.required === false).map((it) => it.name);
      expect([operationId, headers.sort()]).toEqual([operationId, ['Idempotency-Key', 'X-Client-Version']]);
    }
  });
});

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, object>;
}

/** Every route of every controller, as Nest knows them. */
function routes(): string[] {
  const scanner = new MetadataScanner();
  const controllers = new DiscoveryService(town.nest.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype }) => {
    if (!metatype) return [];
    const bases = [Reflect.getMetadata(PATH_METADATA, metatype)].flat();
    return scanner.getAllMethodNames(metatype.prototype).flatMap((name) => {
      const handler = metatype.prototype[name];
      const method = Reflect.getMetadata(METHOD_METADATA, handler);
      const paths = [Reflect.getMetadata(PATH_METADATA, handler)].flat();
      if (method === undefined) return [];
      return bases.flatMap((base) => paths.map((path) => `${RequestMethod[method]} ${urlOf(base, path)}`));
    });
  });
}

function urlOf(base: string, path: string): string {
  const parts = [base, path].join('/').split('/').filter(Boolean);
  const url = `/${parts.map((part) => part.replace(/^:(\w+)/, '{$1}')).join('/')}`;
  return url === '/healthz' ? url : `/api${url}`;
}
