import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { testDatabase } from '../database/testing/database.ts';
import { AppError } from '../errors.ts';
import { defineAct } from '../ledger/acts.ts';
import { openLog } from '../log/log.ts';
import { words } from '../words.ts';
import { permission } from './permission.ts';
import { Download, Redirect } from './reply.ts';
import { defineRoute, type Route } from './route.ts';
import { buildServer, type Server } from './server.ts';

const database = testDatabase();
const lines: string[] = [];
const log = openLog('info', { write: (line) => void lines.push(line) });
const logged = () => lines.join('');
const config = readConfig({ MINGJING_MAX_DELAY: '0' }, {});
const act = defineAct({ name: 'trial.change', words: words('试', 'Try'), permission: 'trial.use', rule: null });
const trial = permission({ name: 'trial.use', words: words('试用', 'Trial'), roles: ['OFFICE_STAFF'] });
const declared = { words: words('试', 'Try'), permission: 'public' } as const;

const routes: Route[] = [
  defineRoute({
    ...declared,
    method: 'GET',
    path: '/api/trial/list',
    query: z.object({ limit: z.coerce.number().int().max(9).default(3) }),
    response: z.object({ limit: z.number(), language: z.string() }),
    handle: async ({ language }, { query }) => ({ limit: query.limit, language, secret: 'stripped' }),
  }),
  defineRoute({
    ...declared,
    method: 'POST',
    path: '/api/trial',
    acts: [act],
    body: z.strictObject({ rows: z.array(z.object({ name: z.string() })) }),
    handle: async () => undefined,
  }),
  defineRoute({
    ...declared,
    method: 'GET',
    path: '/api/trial/held',
    permission: trial,
    handle: async () => ({ ok: 1 }),
  }),
  defineRoute({
    ...declared,
    method: 'GET',
    path: '/api/trial/mine',
    permission: 'signedIn',
    handle: async () => ({ ok: 1 }),
  }),
  defineRoute({
    ...declared,
    method: 'GET',
    path: '/api/trial/own',
    permission: 'signedIn',
    beforePasswordChange: true,
    handle: async () => ({ ok: 1 }),
  }),
  defineRoute({
    ...declared,
    method: 'GET',
    path: '/api/trial/fault/:kind',
    params: z.object({ kind: z.string() }),
    async handle({ database: pools }, { params }) {
      if (params.kind === 'known') throw new AppError('record.missing');
      if (params.kind === 'database') await pools.app.query(`select '张三的号码'::date`);
      throw new Error('the secret inside');
    },
  }),
  defineRoute({
    ...declared,
    method: 'GET',
    path: '/api/trial/file',
    handle: async () => new Download('名册 "1".csv', 'text/csv; charset=utf-8', Readable.from(['a,b\n'])),
  }),
  defineRoute({ ...declared, method: 'GET', path: '/api/trial/away', handle: async () => new Redirect('/elsewhere') }),
  defineRoute({
    ...declared,
    method: 'POST',
    path: '/api/trial/files',
    acts: [act],
    upload: { files: 2, bytes: 1_000 },
    response: z.array(z.object({ name: z.string(), bytes: z.number() })),
    async handle(_ctx, { files }) {
      const read: { name: string; bytes: number }[] = [];
      for await (const { name, stream } of files) {
        let bytes = 0;
        for await (const chunk of stream) bytes += (chunk as Buffer).length;
        read.push({ name, bytes });
      }
      return read;
    },
  }),
];

const account = (roles: string[], mustChangePassword = false) => ({
  account: { id: 'a', username: 'u', name: 'n', mustChangePassword, secondFactor: false },
  session: { account: 'a', roles, unit: null, officer: null },
  signIn: 's',
});
const visitors = {
  staff: account(['OFFICE_STAFF']),
  admin: account(['SYSTEM_ADMIN']),
  fresh: account(['OFFICE_STAFF'], true),
};

let server: Server;
let web: string;
const build = (extra: Partial<Parameters<typeof buildServer>[0]> = {}) =>
  buildServer({
    routes,
    database,
    config,
    log,
    web,
    identify: async (cookie) => visitors[cookie('who') as keyof typeof visitors] ?? null,
    ...extra,
  });

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'mj-web-'));
  for (const site of ['workbench', 'public', 'verify', 'assets']) await mkdir(join(web, site));
  await writeFile(join(web, 'workbench/index.html'), 'the workbench');
  await writeFile(join(web, 'public/index.html'), 'the public site');
  await writeFile(join(web, 'verify/index.html'), 'the offline check');
  await writeFile(join(web, 'assets/main-1a2b.js'), 'void 0');
  server = await build();
});
afterAll(async () => {
  await server.app.close();
  await rm(web, { recursive: true });
});

const ours = { 'x-mingjing': '1' };
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
const post = (url: string, payload: unknown, headers: Record<string, string> = ours) =>
  server.app.inject({ method: 'POST', url, headers, payload: payload as object });

test('the program does not start with a hole in its route table', async () => {
  const open = { ...declared, method: 'GET', path: '/open', permission: undefined, handle: async () => 1 } as never;
  await expect(build({ routes: [open] })).rejects.toThrow('GET /open has no permission');
  const silent = defineRoute({ ...declared, method: 'POST', path: '/silent', handle: async () => 1 });
  await expect(build({ routes: [silent] })).rejects.toThrow('POST /silent changes state and declares no act');
  await expect(build({ routes: [...routes, routes[0]!] })).rejects.toThrow('GET /api/trial/list is declared twice');
  expect(() => permission({ ...trial, roles: [] })).toThrow('No role holds');
});

test('input is read by its schema, output is held to it', async () => {
  const answer = await get('/api/trial/list?limit=7', { 'accept-language': 'en' });
  expect(answer.json()).toEqual({ limit: 7, language: 'en' });
  expect(answer.headers['cache-control']).toBe('no-store');
  expect((await get('/api/trial/list')).json()).toEqual({ limit: 3, language: 'zh' });
  expect((await post('/api/trial', { rows: [] })).statusCode).toBe(204);
});

test.each([
  ['zh', '/api/trial/list?limit=70', 'query.limit', '数值过大'],
  ['en', '/api/trial/list?limit=70', 'query.limit', 'Too big'],
])('a fault of the input names its field in %s', async (language, url, field, said) => {
  const answer = await get(url, { 'accept-language': language });
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['content-language']).toBe(language);
  expect(answer.json()).toMatchObject({
    type: '/api/problems/request.invalid',
    status: 400,
    code: 'request.invalid',
    detail: expect.stringContaining(said),
    params: { fields: [{ field, message: expect.any(String) }] },
  });
});

test('a fault deep in a body is named by its place', async () => {
  const answer = await post('/api/trial', { rows: [{ name: '甲' }, { name: 5 }] });
  expect(answer.json().params.fields[0].field).toBe('body.rows[1].name');
});

test.each([
  ['an error of the catalogue', () => get('/api/trial/fault/known'), 404, 'record.missing'],
  ['an address nobody knows', () => get('/api/nothing'), 404, 'route.missing'],
  ['a file nobody knows', () => get('/assets/nothing.js'), 404, 'route.missing'],
  [
    'broken JSON',
    () => post('/api/trial', '{"rows":', { ...ours, 'content-type': 'application/json' }),
    400,
    'request.invalid',
  ],
  [
    'another kind of content',
    () => post('/api/trial', 'rows', { ...ours, 'content-type': 'text/plain' }),
    415,
    'request.mediaType',
  ],
  ['too much content', () => post('/api/trial', { rows: 'x'.repeat(2 ** 20) }), 413, 'request.tooLarge'],
  ['no file where files are due', () => post('/api/trial/files', {}), 415, 'request.mediaType'],
  ['nobody signed in', () => get('/api/trial/mine'), 401, 'session.missing'],
  ['the wrong role', () => get('/api/trial/held', { cookie: 'who=admin' }), 403, 'access.denied'],
  ['a generated password', () => get('/api/trial/held', { cookie: 'who=fresh' }), 403, 'session.passwordDue'],
  ['no header of ours', () => post('/api/trial', { rows: [] }, {}), 403, 'request.forged'],
  [
    'another origin',
    () => post('/api/trial', { rows: [] }, { ...ours, origin: 'https://evil.example' }),
    403,
    'request.forged',
  ],
  [
    'another site',
    () => post('/api/trial', { rows: [] }, { ...ours, 'sec-fetch-site': 'cross-site' }),
    403,
    'request.forged',
  ],
])('%s is answered as a problem without a stack', async (_what, send, status, code) => {
  const answer = await send();
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.json()).toMatchObject({ status, code, type: `/api/problems/${code}` });
  expect(answer.statusCode).toBe(status);
  expect(answer.json().detail).not.toMatch(/\{\w+\}/);
  expect(answer.body).not.toMatch(/stack|\.ts:\d|node_modules/);
});

test('what the permission allows passes, also before the first password', async () => {
  expect((await get('/api/trial/held', { cookie: 'who=staff' })).statusCode).toBe(200);
  expect((await get('/api/trial/own', { cookie: 'who=fresh' })).statusCode).toBe(200);
  const origin = { ...ours, origin: 'http://localhost:80', host: 'localhost:80' };
  expect((await post('/api/trial', { rows: [] }, origin)).statusCode).toBe(204);
});

test('an unknown error shows its number only; the log holds it under that number', async () => {
  const answer = await get('/api/trial/fault/other', { 'accept-language': 'en' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('secret inside');
  const entry = lines.map((line) => JSON.parse(line)).find((line) => line.reqId === answer.json().params.id);
  expect(entry.err.message).toBe('the secret inside');
});

test('the log holds no address typed and no value the database quotes', async () => {
  await get('/api/trial/list?limit=4&q=李四');
  expect((await get('/api/trial/fault/database')).statusCode).toBe(500);
  expect(logged()).toContain('"code":"22007"');
  expect(logged()).not.toContain('张三的号码');
  expect(logged()).not.toMatch(/李四|%E6%9D%8E/i);
});

const form = (files: Record<string, string>) => {
  const data = new FormData();
  for (const [name, text] of Object.entries(files)) data.append('file', new File([text], name));
  return data;
};
const upload = async (files: Record<string, string>) => {
  const request = new Request('http://localhost/', { method: 'POST', body: form(files) });
  return server.app.inject({
    method: 'POST',
    url: '/api/trial/files',
    headers: { ...ours, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
};

test('files stream in, and one too large or one too many is refused', async () => {
  expect((await upload({ '甲.csv': 'abc', 'b.csv': '' })).json()).toEqual([
    { name: '甲.csv', bytes: 3 },
    { name: 'b.csv', bytes: 0 },
  ]);
  expect((await upload({ 'big.csv': 'x'.repeat(1_001) })).json()).toMatchObject({
    code: 'upload.tooLarge',
    status: 413,
  });
  expect((await upload({ a: '1', b: '2', c: '3' })).json()).toMatchObject({ code: 'upload.tooMany', status: 413 });
});

test('a download keeps its Chinese name, a redirect goes where it should', async () => {
  const answer = await get('/api/trial/file');
  expect(answer.body).toBe('a,b\n');
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="__ _1_.csv"; filename*=UTF-8''%E5%90%8D%E5%86%8C%20%221%22.csv`,
  );
  const away = await get('/api/trial/away');
  expect([away.statusCode, away.headers.location]).toEqual([303, '/elsewhere']);
});

test('the interface is described as OpenAPI 3.1 with a page that needs nothing inline', async () => {
  const document = (await get('/api/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/api/trial/fault/{kind}'].get.parameters[0]).toMatchObject({ name: 'kind', in: 'path' });
  expect(document.paths['/api/trial'].post.requestBody.content['application/json'].schema.required).toEqual(['rows']);
  expect(Object.keys(document.paths).filter((path) => /docs|assets|metrics/.test(path))).toEqual([]);
  const page = await get('/api/docs/');
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/<script(?![^>]*src=)|https?:\/\//);
  expect((await get('/api/docs/static/swagger-initializer.js')).body).toContain('/api/openapi.json');
});

test('both sites are served, with their own page for every address of theirs', async () => {
  for (const url of ['/', '/registers/education.activities?x=1']) expect((await get(url)).body).toBe('the workbench');
  for (const url of ['/public/', '/public/bulletins/1']) expect((await get(url)).body).toBe('the public site');
  const asset = await get('/assets/main-1a2b.js');
  expect(asset.headers['cache-control']).toContain('immutable');
  expect(asset.headers['content-type']).toContain('javascript');
  expect((await get('/assets/..%2fworkbench/index.html')).statusCode).toBe(404);
});

test('the offline check is handed out as a file', async () => {
  const { body, headers } = await get('/public/checker.html');
  expect(body).toBe('the offline check');
  expect(headers['content-disposition']).toContain('attachment');
});

test('every answer carries the protecting headers', async () => {
  const { headers } = await get('/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('measurements are for this machine only', async () => {
  await get('/api/trial/list');
  expect((await get('/metrics')).body).toContain('mingjing_http_seconds_count{method="GET",route="/api/trial/list"');
  expect((await get('/metrics', { 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(404);
  const outside = await server.app.inject({ url: '/metrics', remoteAddress: '192.0.2.1' });
  expect(outside.statusCode).toBe(404);
});

test('who opens a refused address in a browser reads words in a page, and a page that asks gets the problem', async () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'en' };
  const opened = await get('/api/trial/held', browser);
  expect(opened.statusCode).toBe(401);
  expect(opened.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(opened.body).toContain('<h1>Not signed in</h1>');
  expect(opened.body).not.toContain('session.');
  const marked = await get('/api/trial/list?limit=%3Cb%3E', browser);
  expect(marked.statusCode).toBe(400);
  expect(marked.body).not.toContain('<b>');
  const asked = await get('/api/trial/held', { accept: '*/*' });
  expect(asked.headers['content-type']).toBe('application/problem+json; charset=utf-8');
});

test('health tells of the database, and problems explain themselves', async () => {
  expect((await get('/healthz')).json()).toEqual({ ok: true });
  expect((await get('/api/problems/record.missing')).json()).toMatchObject({ code: 'record.missing', status: 404 });
  expect((await get('/api/problems/constructor')).statusCode).toBe(404);
});

test('one address cannot send without end', async () => {
  const narrow = await build({ config: readConfig({ MINGJING_REQUESTS_A_MINUTE: '2', MINGJING_MAX_DELAY: '0' }, {}) });
  const ask = (remoteAddress: string) => narrow.app.inject({ url: '/api/trial/list', remoteAddress });
  await ask('192.0.2.1');
  await ask('192.0.2.1');
  const refused = await ask('192.0.2.1');
  expect(refused.json()).toMatchObject({ status: 429, code: 'request.tooMany' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('192.0.2.2')).statusCode).toBe(200);
  await narrow.app.close();
});

test('every declared route can be swept', async () => {
  const swept = server.routes.map(({ method, path }) => `${method} ${path}`);
  expect(swept).toEqual(expect.arrayContaining(['GET /healthz', 'GET /api/openapi.json', 'POST /api/trial']));
});
