import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { educationModule } from '../../modules/education/index.ts';
import { interferenceModule } from '../../modules/interference/index.ts';
import { organisationModule } from '../../modules/organisation/index.ts';
import { readConfig } from '../config.ts';
import { testDatabase } from '../database/testing/database.ts';
import { buildServer, type Server } from '../http/server.ts';
import { openLog } from '../log/log.ts';
import { catalogue } from '../register/catalogue.ts';
import { of } from '../register/sets.ts';
import { testCity } from '../register/testing/city.ts';
import { addOfficer } from '../register/testing/people.ts';
import { words } from '../words.ts';
import { count, distinct, figures, ratio, total } from './declare.ts';
import { figureDesk } from './evaluate.ts';
import { figureRoutes } from './routes.ts';

const pools = testDatabase();
const registers = catalogue([
  ...organisationModule.registers,
  ...educationModule.registers,
  ...interferenceModule.registers,
]);
const city = testCity(pools, registers);
const at = (name: string) => registers.get(name);
const lectures = of(at('education.activities'), { kind: 'PARTY_LECTURE' });
const declared = figures({
  'test.lectures': {
    words: words('专题党课', 'Party lectures'),
    unit: '场次',
    kind: 'measure',
    value: count(lectures),
  },
  'test.coverage': {
    words: words('讲课单位占比', 'Units with a lecture'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(distinct(lectures, 'leadUnit'), count(of(at('organisation.units')))),
  },
  'test.all': { words: words('合计', 'All'), unit: '场次', kind: 'derived', value: total('test.lectures') },
  'test.interference': {
    words: words('干预记录', 'Interference'),
    unit: '件',
    kind: 'measure',
    value: count(of(at('interference.records'))),
  },
});
let server: Server;

beforeAll(async () => {
  const desk = figureDesk(city.records.registry, declared);
  server = await buildServer({
    routes: figureRoutes({ ...desk, checks: [], moduleOf: () => 'test', cutOff: async () => '2021-06-22' }),
    database: pools,
    config: readConfig({ MINGJING_MAX_DELAY: '0' }, {}),
    log: openLog('silent'),
    identify: async (cookie) => {
      const [role, unit, officer] = (cookie('who') ?? '').split('@');
      if (!role) return null;
      const session = { ...city.as(role, (unit || undefined) as 'C01' | undefined), officer: officer ?? null };
      const account = { id: session.account!, username: 'e', name: 'e', mustChangePassword: false, secondFactor: true };
      return { account, session, signIn: 's' };
    },
  });
  for (const [number, unit, heldOn] of [
    ['L1', 'C01', '2021-04-10'],
    ['L2', 'D01', '2021-04-11'],
    ['L3', 'C02', '2021-04-12'],
    ['L4', 'C02', '2021-07-01'],
  ] as const) {
    const leadUnit = city.units[unit];
    await city.add('education.activities', { number, kind: 'PARTY_LECTURE', title: `=${number}`, heldOn, leadUnit });
  }
  const film = { number: 'F1', kind: 'WARNING_FILM', title: '影片', heldOn: '2021-04-10', leadUnit: city.units.C01 };
  await city.add('education.activities', film);
});

const ask = (path: string, who?: string, language = 'zh') =>
  server.app.inject({
    url: `/api/figures/${path}`,
    headers: { 'accept-language': language },
    ...(who ? { cookies: { who } } : {}),
  });
/** Lines of a csv answer, without the mark of its encoding. */
const lines = (body: string): string[] =>
  body
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
const exported = async (path: string, who: string, language?: string) =>
  lines((await ask(`${path}&format=csv`, who, language)).body);

test('an export holds exactly the records of the figure at its day, under its name, as a workbook or as csv', async () => {
  const csv = await ask('test.lectures/export?format=csv', 'OFFICE_STAFF');
  expect(csv.statusCode).toBe(200);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(decodeURIComponent(String(csv.headers['content-disposition']))).toContain('专题党课 2021-06-22.csv');
  const [header, ...rows] = lines(csv.body);
  expect(header).toContain('活动编号');
  expect(rows.map((row) => /L\d|F\d/.exec(row)?.[0]).toSorted()).toEqual(['L1', 'L2', 'L3']);
  const { value } = (await ask('test.lectures', 'OFFICE_STAFF')).json();
  expect(rows).toHaveLength(value);
  // A title that a spreadsheet program would take for a formula.
  expect(csv.body).not.toMatch(/(^|,)"?=L1/m);

  const later = await exported('test.lectures/export?asOf=2021-07-31', 'OFFICE_STAFF');
  expect(later).toHaveLength(1 + 4);
  const known = encodeURIComponent('2020-01-01T00:00:00Z');
  expect(await exported(`test.lectures/export?knownAt=${known}`, 'OFFICE_STAFF')).toHaveLength(1);
  const xlsx = await ask('test.lectures/export?format=xlsx', 'OFFICE_STAFF', 'en');
  expect(decodeURIComponent(String(xlsx.headers['content-disposition']))).toContain('Party lectures 2021-06-22.xlsx');
  expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('the base of a ratio is exported too; a total and a figure without a base have none', async () => {
  const base = await exported('test.coverage/export?part=base', 'OFFICE_STAFF', 'en');
  expect(base).toHaveLength(1 + 3);
  expect(base[0]).toContain('Unit code');
  expect((await ask('test.lectures/export?part=base&format=csv', 'OFFICE_STAFF')).statusCode).toBe(400);
  expect((await ask('test.all/export?format=csv', 'OFFICE_STAFF')).statusCode).toBe(400);
  expect((await ask('test.lectures/export?format=pdf', 'OFFICE_STAFF')).statusCode).toBe(400);
  expect((await ask('no.such/export?format=csv', 'OFFICE_STAFF')).statusCode).toBe(404);
});

test('an export holds what the reader may see and no more', async () => {
  expect((await ask('test.lectures/export?format=csv')).statusCode).toBe(401);
  const [, ...own] = await exported('test.lectures/export?', 'UNIT_STAFF@C01');
  expect(own.map((row) => /L\d/.exec(row)?.[0]).toSorted()).toEqual(['L1', 'L2']);
  expect((await ask('test.interference/export?format=csv', 'OFFICE_STAFF')).statusCode).toBe(404);
});

test('exporting a confidential register leaves an entry in the ledger, an open one leaves none', async () => {
  const entries = async () => {
    const { rows } = await pools.owner.query(
      `select entry::json ->> 'subject' as subject from ledger.acts where entry::json ->> 'act' = 'records.export'`,
    );
    return rows.map(({ subject }) => subject);
  };
  const before = await entries();
  await exported('test.lectures/export?', 'OFFICE_STAFF');
  expect(await entries()).toEqual(before);
  const somebody = `AUDITOR@@${randomUUID()}`;
  expect(await exported('test.interference/export?', somebody)).toHaveLength(1);
  expect(await entries()).toEqual([...before, 'interference.records']);
  // A protected store stays closed to an account that belongs to no officer.
  expect((await ask('test.interference/export?format=csv', 'AUDITOR')).json().code).toBe('access.unbound');
  expect(await entries()).toEqual([...before, 'interference.records']);
});

test('records behind a figure are looked through by an act where they show content', async () => {
  const looks = async () => {
    const { rows } = await pools.owner.query(
      `select entry::json ->> 'subject' as subject from ledger.acts where act = 'records.list'`,
    );
    return rows.map(({ subject }) => subject);
  };
  const officer = await addOfficer(city, '某记录人', 'C01');
  await city.add('interference.records', {
    number: 'GY-7',
    recorder: officer,
    unit: city.units.C01,
    askerName: '某过问人',
    relation: 'LEADER',
    askedOn: '2021-04-10',
    way: 'PHONE',
    stage: 'TRIAL',
    asked: '请求尽快处理',
    state: 'RECORDED',
  });
  expect((await ask('test.lectures/records', 'OFFICE_STAFF')).json().rows).toHaveLength(3);
  expect(await looks()).toEqual([]);
  // Reading the own records is no look at anybody else.
  expect((await ask('test.interference/records', `OFFICER_SELF@@${officer}`)).json().rows).toHaveLength(1);
  expect(await looks()).toEqual([]);
  const seen = await ask('test.interference/records', `SUPERVISOR@@${randomUUID()}`);
  expect(seen.json().rows).toMatchObject([{ values: { asked: '请求尽快处理' } }]);
  expect(await looks()).toEqual(['interference.records']);
});
