import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Session, systemSession } from '../../platform/database/session.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { advance } from '../../platform/lifecycle/advance.ts';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { deskOf, wallOf } from '../../platform/lifecycle/waiting.ts';
import { listRecords } from '../../platform/register/list.ts';
import { changeRecord, voidRecord } from '../../platform/register/records/change.ts';
import { exportRecords } from '../../platform/register/records/export.ts';
import { recordHistory } from '../../platform/register/records/history.ts';
import { recordSteps } from './companions.ts';
import { interferenceMatter } from './matter.ts';
import { records } from './registers.ts';
import { fileRecord, findPeople, ownRecords } from './service/records.ts';
import { statisticsOf } from './service/statistics.ts';
import { testHouse, typed } from './testing/house.ts';

const pools = testDatabase();
const house = testHouse(pools);
const at = new Date('2026-01-06T02:00:00Z');

const filedBy = (name: string, more: Readonly<Record<string, string | null>> = {}): Promise<string> =>
  fileRecord(house.desk(at), house.as('OFFICER_SELF', name), typed(more));
const step = (role: string, name: string, record: string, action: string, input: Record<string, unknown> = {}) =>
  advance(house.desk(at), house.as(role, name), interferenceMatter, { record, action, input });
const row = async (record: string) =>
  (await pools.owner.query('select * from interference.records where record = $1 and retired_at is null', [record]))
    .rows[0];

test('a record of six fields is filed for the officer signed in, its lag counted and late ones marked as back-filled', async () => {
  const fresh = await row(await filedBy('甲一', { askedOn: '2026-01-03' }));
  expect(fresh).toMatchObject({ recorder: house.officers.甲一, unit: house.city.units.C01, state: 'RECORDED' });
  expect([fresh.lag_days, fresh.back_filled, fresh.filed_at]).toEqual([3, false, at]);
  const late = await row(await filedBy('甲一', { askedOn: '2026-01-02' }));
  expect([late.lag_days, late.back_filled]).toEqual([4, true]);
  await expect(filedBy('甲一', { askedOn: '2026-01-07' })).rejects.toMatchObject({ code: 'interference.future' });
});

test('a request that names another recorder, an old filing time or a category gets none of it', async () => {
  const values = {
    ...typed(),
    number: 'X',
    recorder: house.officers.丙三!,
    unit: house.city.units.C02,
    filedAt: '2020-01-01 08:00',
    backFilled: false,
    category: 'HARMLESS',
  };
  const forged = { action: 'RECORD', input: typed(), values };
  const session = house.as('OFFICER_SELF', '甲一');
  // The roster shows an officer nobody else, so naming another as recorder already fails there.
  await expect(advance(house.desk(at), session, interferenceMatter, forged)).rejects.toMatchObject({
    code: 'record.values',
  });
  const own = { ...forged, values: { ...values, recorder: house.officers.甲一! } };
  const { record } = await advance(house.desk(at), session, interferenceMatter, own);
  expect(await row(record)).toMatchObject({ unit: house.city.units.C01, category: null, filed_at: at });
});

test.each([
  ['chosen from the roster', { askerName: '乙某', askerNumber: 'P2' }],
  ['typed by name only', { askerName: '乙 二' }],
])('the person named (%s) reaches the record through nothing, in whatever office', async (_how, more) => {
  const record = await filedBy('甲一', more);
  await step('SUPERVISOR', '丙三', record, 'CLASSIFY', { category: 'INQUIRY' });
  const desk = house.desk(at);
  for (const role of ['SUPERVISOR', 'DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICER_SELF', 'UNIT_HEAD']) {
    const named = house.as(role, '乙二');
    const seen = await transact(pools, named, 'read', async (tx) => {
      const of = async (table: string, column: string) =>
        (await sql`select 1 from ${sql.raw(table)} where ${sql.ref(column)} = ${record}`.execute(tx.db)).rows.length;
      return [
        await of('interference.records', 'record'),
        await of('interference.record_steps', 'matter'),
        await of('interference.record_clocks', 'matter'),
      ];
    });
    expect(seen, `${role}: row security`).toEqual([0, 0, 0]);
    await expect(
      transact(pools, named, 'read', (tx) => sql`select * from access.hidden`.execute(tx.db)),
    ).rejects.toThrow(/permission denied/);
    await expect(recordHistory(desk, named, records, record)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(viewMatter(desk, named, interferenceMatter, record)).rejects.toMatchObject({ code: 'record.missing' });
    const verify = { record, action: 'VERIFY', input: { handling: '无' } };
    await expect(advance(desk, named, interferenceMatter, verify), role).rejects.toMatchObject({
      code: 'record.missing',
    });
    if (role === 'UNIT_HEAD') continue;
    for (const query of [{ limit: 200 }, { limit: 200, knownAt: new Date().toISOString() }]) {
      const list = await transact(pools, named, 'read', (tx) => listRecords(tx, desk.registry, named, records, query));
      expect(list.rows.map((one) => one.record)).not.toContain(record);
      expect(list.total.number).toBe(list.rows.length);
    }
    const steps = await transact(pools, named, 'read', (tx) =>
      listRecords(tx, desk.registry, named, recordSteps, { limit: 200 }),
    );
    expect(steps.rows.filter(({ values }) => values.matter === record)).toEqual([]);
    const waits = await deskOf(desk, named, [interferenceMatter]);
    expect(JSON.stringify(waits)).not.toContain(record);
    expect(waits.matters.map(({ changed, lines }) => changed >= lines.length)).not.toContain(false);
    expect(JSON.stringify(await wallOf(desk, named, interferenceMatter, { limit: 100 }))).not.toContain(record);
    const exported = await exportRecords(desk, named, records, {}, { format: 'csv', language: 'zh' });
    const text = Buffer.concat(await exported.toArray()).toString();
    expect(text).not.toContain((await row(record)).number);
  }
  const all = (await statisticsOf(desk, house.as('SUPERVISOR', '丙三'), { year: 2026 })).total;
  expect((await statisticsOf(desk, house.as('SUPERVISOR', '乙二'), { year: 2026 })).total).toBeLessThan(all);
  await step('SUPERVISOR', '丁四', record, 'VERIFY', { handling: '已核实' });
  expect((await row(record)).state).toBe('VERIFIED');
});

test('an account that belongs to no officer is told so, and reaches nothing of the store', async () => {
  const record = await filedBy('甲一', { askerName: '某人' });
  const desk = house.desk(at);
  for (const role of ['SUPERVISOR', 'DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICER_SELF']) {
    const faceless = { ...house.as(role, '丙三'), officer: null };
    const told = { code: 'access.unbound' };
    await expect(recordHistory(desk, faceless, records, record)).rejects.toMatchObject(told);
    await expect(viewMatter(desk, faceless, interferenceMatter, record)).rejects.toMatchObject(told);
    await expect(statisticsOf(desk, faceless, {})).rejects.toMatchObject(told);
    await expect(exportRecords(desk, faceless, records, {}, { format: 'csv', language: 'zh' })).rejects.toMatchObject(
      told,
    );
    // Told the same of a record that is not there: the answer says nothing of the store.
    await expect(recordHistory(desk, faceless, records, house.city.units.C01)).rejects.toMatchObject(told);
    await expect(fileRecord(desk, faceless, typed())).rejects.toMatchObject({ code: 'access.unbound' });
    expect((await deskOf(desk, faceless, [interferenceMatter])).matters).toEqual([]);
    for (const table of ['records', 'record_steps', 'record_clocks']) {
      const { rows } = await transact(pools, faceless, 'read', (tx) =>
        sql`select 1 from ${sql.raw(`interference.${table}`)}`.execute(tx.db),
      );
      expect(rows, `${role} ${table}: row security`).toEqual([]);
    }
  }
});

test('naming an officer later hides the earlier versions too', async () => {
  const record = await filedBy('甲一', { askerName: '不详' });
  const named = house.as('AUDITOR', '戊五');
  expect((await recordHistory(house.desk(at), named, records, record)).versions).toHaveLength(1);
  await step('OFFICER_SELF', '甲一', record, 'AMEND', { askerNumber: 'P5', addition: '后来得知姓名' });
  await expect(recordHistory(house.desk(at), named, records, record)).rejects.toMatchObject({ code: 'record.missing' });
  const { rows } = await transact(pools, named, 'read', (tx) =>
    sql`select version from interference.records where record = ${record}`.execute(tx.db),
  );
  expect(rows).toEqual([]);
});

test('whoever comes onto the roster later under the name that was typed, or takes it there, does not find it either', async () => {
  const record = await filedBy('甲一', { askerName: '庚 七' });
  const hired = async (officerNo: string, name: string): Promise<Session> => {
    const officer = await house.city.add('organisation.officers', {
      officerNo,
      name,
      gender: 'MALE',
      unit: house.city.units.C01,
      status: 'IN_POST',
      staffKind: 'CIVIL_SERVANT',
      isPartyMember: true,
      isTeamMember: false,
      isPrincipalLeader: false,
    });
    return { ...house.as('SUPERVISOR', officerNo), officer };
  };
  const opens = (session: Session) =>
    recordHistory(house.desk(at), session, records, record).then(
      () => 'opened',
      ({ code }) => code,
    );
  expect(await opens(await hired('P7', '庚七'))).toBe('record.missing');
  const other = await hired('P8', '辛八');
  expect(await opens(other)).toBe('opened');
  const roster = house.desk().registry.catalogue.get('organisation.officers');
  const renamed = { version: 1, values: { name: '庚七' }, reason: '更名' };
  await changeRecord(house.desk(), systemSession, roster, other.officer!, renamed);
  expect(await opens(other)).toBe('record.missing');

  // A city whose namesakes came before it looked at them makes up for it when it is upgraded.
  await pools.owner.query('delete from access.hidden where record = $1', [record]);
  expect(await opens(other)).toBe('opened');
  const migration = await readFile(
    new URL('../../../migrations/0490_interference_earlier_newcomers.sql', import.meta.url),
    'utf8',
  );
  await pools.owner.query(/^insert into access\.hidden [\s\S]*?;$/m.exec(migration)![0]);
  expect(await opens(other)).toBe('record.missing');
  expect(await opens(house.as('OFFICER_SELF', '甲一'))).toBe('opened');
});

test('amendments by the recorder add and keep what was filed; nobody else amends, edits or voids', async () => {
  const record = await filedBy('甲一', { askerName: '某人', place: '办公室' });
  await step('OFFICER_SELF', '甲一', record, 'AMEND', { addition: '又来电', witness: '己六' });
  await step('OFFICER_SELF', '甲一', record, 'AMEND', { addition: '第三次来电' });
  expect(await row(record)).toMatchObject({
    asked: '打听案件何时宣判',
    place: '办公室',
    witness: '己六',
    addition: '2026-01-06 又来电\n2026-01-06 第三次来电',
    version: 3,
  });
  await expect(step('OFFICER_SELF', '丁四', record, 'AMEND', { addition: '假' })).rejects.toMatchObject({
    code: 'record.missing',
  });
  const supervisor = house.as('SUPERVISOR', '丙三');
  await expect(step('SUPERVISOR', '丙三', record, 'AMEND', { addition: '假' })).rejects.toMatchObject({
    code: 'access.denied',
  });
  const edit = { version: 3, values: { asked: '无' }, reason: '改' };
  await expect(changeRecord(house.desk(), supervisor, records, record, edit)).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(voidRecord(house.desk(), supervisor, records, record, edit)).rejects.toMatchObject({
    code: 'access.denied',
  });
});

test('the recorder cannot handle the own record in another office, and duties stay apart', async () => {
  const record = await filedBy('丙三', { askerName: '某人' });
  await expect(step('SUPERVISOR', '丙三', record, 'CLASSIFY', { category: 'INQUIRY' })).rejects.toMatchObject({
    code: 'matter.subject',
  });
  await step('SUPERVISOR', '丁四', record, 'CLASSIFY', { category: 'INTERFERENCE' });
  await expect(step('SUPERVISOR', '丁四', record, 'VERIFY', { handling: '是' })).rejects.toMatchObject({
    code: 'matter.separation',
  });
  await step('SUPERVISOR', '戊五', record, 'VERIFY', { handling: '属实' });
  await step('DISCIPLINE_LIAISON', '己六', record, 'FIND', { reason: '属于干预' });
  await step('DISCIPLINE_LIAISON', '己六', record, 'CIRCULATE', {
    circularNumber: '〔2026〕1号',
    circulatedOn: '2026-01-06',
  });
  const done = { measure: 'WARNING', decidedOn: '2026-01-06', reason: '研究决定' };
  await step('DISCIPLINE_LIAISON', '己六', record, 'HOLD_ACCOUNTABLE', done);
  expect(await row(record)).toMatchObject({ state: 'ACCOUNTABILITY', circular_number: '〔2026〕1号' });
});

test('a record that came on paper already classified waits for nobody until somebody takes a step; one that was not does', async () => {
  const paper = (number: string, state: string) =>
    house.city.add('interference.records', {
      ...typed({ askerName: '某人' }),
      number,
      state,
      recorder: house.officers.甲一!,
      unit: house.city.units.C01,
    });
  const waiting = async () => {
    const { matters } = await deskOf(house.desk(at), house.as('SUPERVISOR', '丁四'), [interferenceMatter]);
    return matters[0]!.waiting;
  };
  const before = await waiting();
  await paper('GY-PAPER-1', 'RECORDED');
  const classified = await paper('GY-PAPER-2', 'CLASSIFIED');
  await paper('GY-PAPER-3', 'VERIFIED');
  expect(await waiting()).toBe(before + 1);
  await step('SUPERVISOR', '丁四', classified, 'VERIFY', { handling: '已核实' });
  expect(await waiting()).toBe(before + 2);
});

test('the public log does not say who filed, amended or opened an own record', async () => {
  const record = await filedBy('甲一', { askerName: '某人' });
  const own = house.as('OFFICER_SELF', '甲一');
  await step('OFFICER_SELF', '甲一', record, 'AMEND', { addition: '补' });
  await recordHistory(house.desk(at), own, records, record);
  await recordHistory(house.desk(at), house.as('AUDITOR', '己六'), records, record);
  const { rows } = await pools.owner.query('select actor, entry from ledger.acts where subject = $1 order by id', [
    record,
  ]);
  expect(rows.map(({ actor }) => actor)).toEqual([
    'withheld',
    'withheld',
    'withheld',
    house.as('AUDITOR', '己六').account,
  ]);
  const everything = rows.map(({ entry }) => entry).join();
  expect(everything).not.toContain(own.account);
  expect(everything).not.toContain(house.city.units.C01);
  expect((await ownRecords(house.desk(at), own)).map((one) => one.record)).toContain(record);
});

test('an officer finds a colleague by exact name or number only', async () => {
  const own = house.as('OFFICER_SELF', '甲一');
  expect((await findPeople(house.desk(), own, '乙二')).map(({ officerNo }) => officerNo)).toEqual(['P2']);
  expect(await findPeople(house.desk(), own, '乙')).toEqual([]);
  await expect(filedBy('甲一', { askerNumber: 'P99' })).rejects.toMatchObject({ code: 'interference.unknownOfficer' });
});
