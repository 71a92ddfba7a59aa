import { generateKeyPairSync } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../../modules/index.ts';
import { readConfig } from '../config.ts';
import type { Session } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { FileStore } from '../files/store.ts';
import { buildServer, type Server } from '../http/server.ts';
import { type Jobs, startJobs } from '../jobs/jobs.ts';
import { signer, verifierKey } from '../ledger/notes.ts';
import { sequence } from '../ledger/sequencer.ts';
import { TileStore } from '../ledger/tile-store.ts';
import { openLog } from '../log/log.ts';
import { writeXlsx } from '../sheets/xlsx/write.ts';
import { importTask } from './import/jobs.ts';
import { importRoutes } from './import/routes.ts';
import { verifyRecordProof } from './records/verify-proof.ts';
import { registerRoutes } from './routes.ts';
import { testCity } from './testing/city.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const log = openLog('silent');
const key = signer('log.example', generateKeyPairSync('ed25519').privateKey);
const ended = new EventEmitter();
let folder = '';
let server: Server;
let jobs: Jobs;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-routes-'));
  const files = await FileStore.open(join(folder, 'files'));
  const store = new TileStore(join(folder, 'ledger'), key);
  const desk = { ...city.imports, pathOf: (sha256: string) => files.pathOf(sha256) };
  const task = importTask(desk);
  const work: typeof task.work = (payload, about) =>
    task.work(payload, about).finally(() => ended.emit((payload as { import: string }).import));
  jobs = await startJobs({ owner: pools.owner, tasks: [{ ...task, work }], log });
  const ledger = { store, verifierKey: verifierKey(key), integrate: () => sequence(pools, store) };
  server = await buildServer({
    routes: [
      ...registerRoutes(city.records, ledger),
      ...importRoutes({ desk, files, jobs, uploadBytes: 100_000, nameOf: city.records.nameOf }),
    ],
    database: pools,
    config: readConfig({ MINGJING_MAX_DELAY: '0' }, {}),
    log,
    // The cookie names role and unit: who somebody is, is another room's business.
    identify: async (cookie) => {
      const [role, unit] = cookie('who')?.split(' ') ?? [];
      return role ? identified(city.as(role, unit as 'C01' | undefined)) : null;
    },
  });
});
afterAll(async () => {
  await server.app.close();
  await jobs.stop();
  await rm(folder, { recursive: true });
});

const identified = (session: Session) => ({
  account: { id: session.account!, username: 'u', name: '某人', mustChangePassword: false, secondFactor: false },
  session,
  signIn: 'here',
});

interface Asked {
  readonly body?: unknown;
  readonly who?: string;
  readonly language?: string;
  readonly form?: { readonly type: string; readonly bytes: Buffer };
}

const ask = (
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  { body, who = 'OFFICE_STAFF', language = 'zh', form }: Asked = {},
) =>
  server.app.inject({
    method,
    url,
    headers: {
      'x-mingjing': '1',
      'accept-language': language,
      ...(form ? { 'content-type': form.type } : body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    cookies: who === '' ? {} : { who },
    payload: form ? form.bytes : body === undefined ? undefined : JSON.stringify(body),
  });

async function workbook(name: string, rows: (string | null)[][]): Promise<{ type: string; bytes: Buffer }> {
  const path = join(folder, 'form.xlsx');
  await writeXlsx(path, [{ name: 'Sheet1', rows: [rows] }]);
  return form(name, await readFile(path));
}

function form(name: string, content: Buffer): { type: string; bytes: Buffer } {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    type: 'multipart/form-data; boundary=edge',
    bytes: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--edge--\r\n')]),
  };
}

const lecture = (number: string) => ({
  number,
  kind: 'PARTY_LECTURE',
  title: `第${number}课`,
  heldOn: '2021-03-01',
  leadUnit: city.units.C01,
});
const records = '/api/registers/education.activities/records';

test('a record lives through the interface: added, listed, changed, proved, exported, voided', async () => {
  const added = await ask('POST', records, { body: { values: lecture('R-1') } });
  expect(added.statusCode).toBe(200);
  const { record } = added.json();
  const list = await ask('GET', `${records}?where=${encodeURIComponent('{"number":"R-1"}')}`);
  expect(list.json()).toMatchObject({ rows: [{ record, version: 1 }], next: null, total: { number: 1, exact: true } });
  const change = { version: 1, values: { title: '新课' }, reason: '更正' };
  expect((await ask('PUT', `${records}/${record}`, { body: change })).json()).toEqual({ record, version: 2 });
  expect((await ask('PUT', `${records}/${record}`, { body: change })).json()).toMatchObject({ code: 'record.changed' });
  const proof = await ask('GET', `${records}/${record}/proof`);
  expect(verifyRecordProof(proof.json(), verifierKey(key))).toEqual([]);
  const file = await ask('GET', '/api/registers/education.activities/export?format=csv', { language: 'en' });
  expect(file.headers['content-disposition']).toContain('.csv');
  expect(file.body).toContain('新课');
  expect((await ask('POST', `${records}/${record}/void`, { body: { version: 2, reason: '重复' } })).statusCode).toBe(
    200,
  );
  const history = (await ask('GET', `${records}/${record}`)).json();
  expect(history.versions.map((one: { retiredAs: string }) => one.retiredAs)).toEqual(['voided', 'superseded']);
});

test('faults of a form come back in the language of the reader', async () => {
  const body = { values: { ...lecture('R-2'), heldOn: '2021-02-30' } };
  const zh = (await ask('POST', records, { body })).json();
  const en = (await ask('POST', records, { body, language: 'en' })).json();
  expect([zh.status, zh.code, en.code]).toEqual([422, 'record.values', 'record.values']);
  expect(zh.detail).toContain('活动日期');
  expect(en.detail).toContain('Held on');
});

test('what somebody may not see is not found, and registers out of reach are not named', async () => {
  const summary = async (who: string) =>
    (await ask('GET', '/api/registers', { who })).json().map((one: { name: string }) => one.name);
  expect(await summary('CLUE_MANAGER')).toContain('clues.clues');
  expect(await summary('UNIT_STAFF C01')).not.toContain('clues.clues');
  expect((await ask('GET', '/api/registers/clues.clues/records', { who: 'UNIT_STAFF C01' })).statusCode).toBe(404);
  expect((await ask('GET', '/api/registers/no.such/records')).statusCode).toBe(404);
  expect((await ask('GET', '/api/registers', { who: '' })).statusCode).toBe(401);
  expect((await ask('GET', '/api/registers', { who: 'SYSTEM_ADMIN' })).statusCode).toBe(403);
  expect((await ask('POST', records, { body: { values: lecture('R-3') }, who: 'AUDITOR' })).statusCode).toBe(403);
});

test('columns that a list keeps from the reader are said, and asking for one of them is refused', async () => {
  const hidden = async (who: string) =>
    (await ask('GET', '/api/registers', { who })).json().find((one: { name: string }) => one.name === 'clues.clues')
      .hidden;
  expect(await hidden('CLUE_MANAGER')).toEqual([]);
  expect(await hidden('APPROVER')).toEqual(['summary']);
  const where = encodeURIComponent(JSON.stringify({ summary: { contains: '民警' } }));
  const filtered = (who: string, by: string) => ask('GET', `/api/registers/clues.clues/records?${by}`, { who });
  expect((await filtered('CLUE_MANAGER', `where=${where}`)).statusCode).toBe(200);
  for (const by of [`where=${where}`, 'sort=summary'])
    expect((await filtered('APPROVER', by)).statusCode, by).toBe(400);
});

test('a page of a list that shows content is an act, and one that shows none is not', async () => {
  const pages = '/api/registers/clues.clues/records';
  const before = (await pools.owner.query("select from ledger.acts where act = 'records.list'")).rowCount!;
  const looks = async (): Promise<unknown[]> => {
    const { rows } = await pools.owner.query<{ entry: string }>(
      "select entry from ledger.acts where act = 'records.list' order by at, id",
    );
    const told = rows.slice(before).map(({ entry }) => JSON.parse(entry));
    return told.map(({ subject, detail }) => ({ subject, detail }));
  };
  const look = async (who: string, where = {}): Promise<unknown[]> => {
    const page = await ask('GET', `${pages}?where=${encodeURIComponent(JSON.stringify(where))}`, { who });
    expect(page.statusCode).toBe(200);
    return page.json().rows;
  };
  const [asked, all] = [['summary'], []].map((filtered) => ({ subject: 'clues.clues', detail: { filtered } }));
  // An empty page leaves the same act as a full one: the log must not tell one from the other.
  expect(await look('CLUE_MANAGER')).toEqual([]);
  expect(await looks()).toEqual([all]);
  // Whoever asks which rows hold a word learns something from none.
  await look('CLUE_MANAGER', { summary: { contains: '接待' } });
  expect(await looks()).toEqual([all, asked]);
  await city.add('clues.clues', {
    serialNo: 'X-L1',
    source: 'PETITION',
    receivedOn: '2021-03-02',
    reporterMode: 'ANONYMOUS',
    summary: '反映某单位接待群众态度生硬',
    state: 'REGISTERED',
  });
  expect(await look('CLUE_MANAGER')).toMatchObject([{ values: { summary: '反映某单位接待群众态度生硬' } }]);
  expect(await looks()).toEqual([all, asked, all]);
  // Others see that the clue is there; and what is not confidential is read without a trace.
  expect(await look('APPROVER')).toMatchObject([{ values: { serialNo: 'X-L1', summary: null } }]);
  await ask('GET', records);
  expect(await looks()).toHaveLength(3);
});

test('a workbook is handed in, its faults read and marked, and its good rows registered', async () => {
  const rows = [
    ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'],
    ['W-1', '专题党课', '好的', '2021-05-01', 'C01'],
    ['W-2', '茶话会', '坏的', '2021-05-01', 'C01'],
  ];
  const sent = await ask('POST', '/api/imports', { form: await workbook('活动.xlsx', rows) });
  expect(sent.statusCode).toBe(200);
  const [{ id, file, by }] = sent.json();
  expect([file, by]).toEqual(['活动.xlsx', '账户07']);
  const at = `/api/imports/${id}`;
  const until = async (state: string) => {
    for (;;) {
      // Listened for before looking, so that the end cannot slip by between the two.
      const next = once(ended, id);
      const view = (await ask('GET', at)).json();
      if (view.state === state) return view;
      await next;
    }
  };
  expect(await until('checked')).toMatchObject({ faults: 1, counts: { rows: 2, added: 1, faulty: 1 } });
  const { faults } = (await ask('GET', `${at}/faults`)).json();
  expect(
    faults.map((one: { column: string; row: number; code: string }) => `${one.column}${one.row} ${one.code}`),
  ).toEqual(['B3 choice.unknown']);
  const marked = await ask('GET', `${at}/marked`);
  expect(marked.rawPayload.subarray(0, 2).toString()).toBe('PK');
  await ask('POST', `${at}/register`, { body: { mode: 'good' } });
  expect(await until('registered')).toMatchObject({ counts: { added: 1 } });
  expect((await ask('GET', '/api/imports')).json().imports[0].id).toBe(id);
  expect((await ask('GET', `${at}/differences`)).json()).toEqual({ differences: [], next: null });
  expect((await ask('POST', `${at}/cancel`)).json()).toMatchObject({ code: 'import.state' });
  const back = await ask('POST', `${at}/take-back`, { body: { reason: '交错了' } });
  expect(back.json()).toMatchObject({ state: 'takenBack' });
});

test('a file above the limit is refused and leaves nothing', async () => {
  const refused = await ask('POST', '/api/imports', { form: form('大.xlsx', Buffer.alloc(100_001)) });
  expect(refused.json()).toMatchObject({ status: 413, code: 'upload.tooLarge' });
  const { rows } = await pools.owner.query(`select from imports.imports where file_name = '大.xlsx'`);
  expect(rows).toEqual([]);
});
