import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../../../modules/index.ts';
import { systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import type { AppError } from '../../errors.ts';
import { canonical } from '../../ledger/canonical.ts';
import { signer, verifierKey } from '../../ledger/notes.ts';
import { sequence } from '../../ledger/sequencer.ts';
import { TileStore } from '../../ledger/tile-store.ts';
import { contentOf, listed } from '../rows.ts';
import { testCity } from '../testing/city.ts';
import { changeRecord, createRecord, voidRecord } from './change.ts';
import { choices } from './choices.ts';
import { recordHistory } from './history.ts';
import { proveRecordVersion, type RecordProof } from './proof.ts';
import { verifyRecordProof } from './verify-proof.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const desk = city.records;
const activities = registers.get('education.activities');
const officers = registers.get('organisation.officers');
const clues = registers.get('clues.clues');
const key = signer('log.example', generateKeyPairSync('ed25519').privateKey);
let store: TileStore;
const ledger = () => ({ store, verifierKey: verifierKey(key), integrate: () => sequence(pools, store) });

beforeAll(async () => {
  store = new TileStore(await mkdtemp(join(tmpdir(), 'mj-log-')), key);
});
afterAll(() => rm(store.directory, { recursive: true }));

const lecture = (number: string, more: Record<string, string | number | boolean | null> = {}) => ({
  number,
  kind: 'PARTY_LECTURE',
  title: '廉洁第一课',
  heldOn: '2021-03-01',
  leadUnit: city.units.C01,
  ...more,
});

const acts = async (name: string): Promise<{ subject: string; entry: string }[]> =>
  (await pools.owner.query('select subject, entry from ledger.acts where act = $1 order by id', [name])).rows;

test('a record is added, changed and voided, and its history says who did what and why', async () => {
  const { record, version } = await createRecord(desk, systemSession, activities, lecture('H-1'));
  expect(version).toBe(1);
  const staff = city.as('UNIT_STAFF', 'C01');
  const change = { version: 1, values: { title: '廉洁第二课' }, reason: '名称写错' };
  expect(await changeRecord(desk, staff, activities, record, change)).toEqual({ record, version: 2 });
  await voidRecord(desk, staff, activities, record, { version: 2, reason: '重复登记' });
  const { versions } = await recordHistory(desk, systemSession, activities, record);
  expect(
    versions.map(({ values, retiredAs, retiredReason, act }) => [
      values.title,
      retiredAs,
      retiredReason,
      act.name,
      act.actor,
    ]),
  ).toEqual([
    ['廉洁第二课', 'voided', '重复登记', 'records.supersede', '账户07'],
    ['廉洁第一课', 'superseded', '名称写错', 'records.create', null],
  ]);
  expect(versions[1]!.titles.leadUnit).toBe('明湖市公安局');
  expect((await acts('records.void')).map(({ subject }) => subject)).toEqual([record]);
});

test('a record that others refer to is voided only by somebody who was told how many', async () => {
  const { record: visited } = await createRecord(desk, systemSession, activities, lecture('R-1'));
  const officer = await city.add('organisation.officers', {
    officerNo: 'R-P1',
    name: '甲一',
    gender: 'MALE',
    unit: city.units.C01,
    staffKind: 'CIVIL_SERVANT',
    isPartyMember: true,
    isTeamMember: false,
    isPrincipalLeader: false,
    status: 'IN_POST',
  });
  await city.add('education.attendance', {
    activity: visited,
    officer,
    unit: city.units.C01,
    attendedOn: '2021-03-01',
  });
  const staff = city.as('UNIT_STAFF', 'C01');
  const asked = { version: 1, reason: '重复登记' };
  const told: AppError = await voidRecord(desk, staff, activities, visited, asked).catch((thrown) => thrown);
  expect(told.code).toBe('record.referred');
  expect(told.in('zh')).toContain('还有 1 条记录引用它（');
  await expect(voidRecord(desk, staff, activities, visited, { ...asked, referring: 2 })).rejects.toMatchObject({
    code: 'record.referred',
  });
  await voidRecord(desk, staff, activities, visited, { ...asked, referring: 1 });
  expect((await acts('records.void')).at(-1)!.entry).toContain('"referring":1');
});

test('what is wrong is said beside the name of its column, in both languages, and nothing is written', async () => {
  const given = { number: '', kind: 'TEA', heldOn: '2021-02-30', leadUnit: '01900000-0000-7000-8000-00000000dead' };
  const before = await acts('records.create');
  const error: AppError = await createRecord(desk, systemSession, activities, given).catch((thrown) => thrown);
  expect(error.code).toBe('record.values');
  expect(error.params.columns).toEqual(['number', 'kind', 'title', 'heldOn', 'leadUnit']);
  expect(error.in('zh')).toContain('活动编号: 必填');
  expect(error.in('en')).toContain('Held on: ');
  expect(await acts('records.create')).toEqual(before);
  await expect(createRecord(desk, systemSession, activities, { nonsense: 1 })).rejects.toMatchObject({
    code: 'request.invalid',
  });
});

test('a taken key, a newer version and a rule over many records are refused', async () => {
  const { record } = await createRecord(desk, systemSession, activities, lecture('K-1', { title: '甲' }));
  const taken: AppError = await createRecord(desk, systemSession, activities, lecture('K-1')).catch((thrown) => thrown);
  expect(taken.code).toBe('record.duplicate');
  expect(taken.in('zh')).toContain('活动编号');
  const change = { version: 1, values: { title: '乙' }, reason: '更正' };
  const both = await Promise.allSettled([
    changeRecord(desk, systemSession, activities, record, change),
    changeRecord(desk, systemSession, activities, record, change),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const stale = changeRecord(desk, systemSession, activities, record, change);
  await expect(stale).rejects.toMatchObject({ code: 'record.changed' });
  await expect(
    createRecord(desk, systemSession, activities, lecture('K-2', { attendeeCount: 99, title: '人多' })),
  ).rejects.toMatchObject({ code: 'record.values', params: { columns: ['attendeeCount'] } });
});

test('a unit writes and sees its own branch only; others are not found', async () => {
  const own = city.as('UNIT_STAFF', 'C01');
  const other = city.as('UNIT_STAFF', 'C02');
  const { record } = await createRecord(
    desk,
    own,
    activities,
    lecture('S-1', { leadUnit: city.units.D01, title: '下级' }),
  );
  await expect(createRecord(desk, other, activities, lecture('S-2', { title: '越权' }))).rejects.toMatchObject({
    code: 'record.values',
    params: { columns: ['leadUnit'] },
  });
  const gone = changeRecord(desk, own, activities, record, {
    version: 1,
    values: { leadUnit: city.units.C02 },
    reason: '转给别人',
  });
  await expect(gone).rejects.toMatchObject({ code: 'record.values' });
  for (const attempt of [
    () => recordHistory(desk, other, activities, record),
    () => proveRecordVersion(desk, ledger(), other, activities, record),
    () => voidRecord(desk, other, activities, record, { version: 1, reason: '试一试' }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: 'record.missing' });
  }
  await expect(createRecord(desk, city.as('AUDITOR'), activities, lecture('S-3'))).rejects.toMatchObject({
    code: 'access.denied',
  });
  await expect(recordHistory(desk, city.as('SYSTEM_ADMIN'), activities, record)).rejects.toMatchObject({
    code: 'record.missing',
  });
});

test('a secret is shown masked, and a change that sends the mask back keeps it', async () => {
  const officer = {
    officerNo: 'P-1',
    name: '甲一',
    gender: 'MALE',
    unit: city.units.C01,
    staffKind: 'CIVIL_SERVANT',
    isPartyMember: true,
    isTeamMember: false,
    isPrincipalLeader: false,
    status: 'IN_POST',
    mobile: '19900001234',
  };
  const { record } = await createRecord(desk, systemSession, officers, officer);
  const [first] = (await recordHistory(desk, systemSession, officers, record)).versions;
  expect(first!.values.mobile).not.toBe('19900001234');
  const values = { mobile: first!.values.mobile!, post: '科长' };
  await changeRecord(desk, systemSession, officers, record, { version: 1, values, reason: '任职' });
  const hashes = await pools.owner.query('select mobile_hash from organisation.officers where record = $1', [record]);
  expect(hashes.rows[1].mobile_hash).toEqual(hashes.rows[0].mobile_hash);
  await changeRecord(desk, systemSession, officers, record, { version: 2, values: { mobile: null }, reason: '停用' });
  expect((await recordHistory(desk, systemSession, officers, record)).versions[0]!.values.mobile).toBeNull();
});

test('content is written in its canonical form', async () => {
  const { rows } = await pools.owner.query(`select * from education.activities`);
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    const text = contentOf(activities, row.record, row.version, listed(activities, row));
    expect(canonical(JSON.parse(text))).toBe(text);
  }
});

test('the proof of a record verifies with the key alone, and any altered part of it is found', async () => {
  const heading = ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'];
  const rows = Array.from({ length: 21 }, (_, at) => [`Z-${at}`, '警示教育片', `第${at}场`, '2021-05-01', 'C01']);
  await city.handIn('活动.xlsx', [heading, ...rows]);
  const found = await pools.owner.query(`select record from education.activities where number = 'Z-13'`);
  const proof = await proveRecordVersion(desk, ledger(), systemSession, activities, found.rows[0].record);
  expect(proof).toMatchObject({ leaf: 13, version: 1, content: { number: 'Z-13' } });
  expect(verifyRecordProof(proof, verifierKey(key))).toEqual([]);
  const stranger = signer('log.example', generateKeyPairSync('ed25519').privateKey);
  expect(verifyRecordProof(proof, verifierKey(stranger))).toEqual(['checkpoint-unsigned']);
  expect(verifyRecordProof({ ...proof, version: 2 }, verifierKey(key))).toEqual(['identity-differs']);
  expect(verifyRecordProof({ ...proof, seq: proof.seq + 1 }, verifierKey(key))).toEqual(['entry-differs']);
  const text = JSON.stringify(proof);
  const parts: (keyof RecordProof)[] = [
    'salt',
    'content',
    'commitment',
    'leaf',
    'path',
    'entry',
    'seq',
    'inclusion',
    'checkpoint',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...parts), fc.nat(), (part, at) => {
      const altered = structuredClone(JSON.parse(text));
      altered[part] = alter(altered[part], at);
      return verifyRecordProof(altered, verifierKey(key)).length > 0;
    }),
  );
  const { versions } = await recordHistory(desk, systemSession, activities, found.rows[0].record);
  expect(versions[0]!.source).toMatchObject({ file: '活动.xlsx', sheet: 'Sheet1', row: 15 });
  expect(versions[0]!.act.seq).toBe(proof.seq);
});

/** Changes one place of a value: a number, or the `at`-th letter or digit of a text somewhere inside it. */
function alter(value: unknown, at: number): unknown {
  if (typeof value === 'number') return value + 1 + (at % 3);
  if (typeof value === 'string') {
    const places = [...value.matchAll(/[0-9a-zA-Z]/g)].map(({ index }) => index);
    // The last character of base64 holds bits that decode to nothing, so another one is taken.
    const place = places[at % Math.max(1, places.length - 3)]!;
    return value.slice(0, place) + (value[place] === '7' ? '8' : '7') + value.slice(place + 1);
  }
  const keys = Object.keys(value as object);
  const chosen = keys[at % keys.length]!;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[chosen] = alter(copy[chosen], at);
  return copy;
}

test('choices are found by title or key, within the scope', async () => {
  const found = await choices(desk, systemSession, registers.get('organisation.units'), '公安');
  expect(found.map(({ title }) => title)).toEqual(['东湖区公安局 · D01', '明湖市公安局 · C01']);
  expect(await choices(desk, systemSession, registers.get('organisation.units'), '100%')).toEqual([]);
  expect(await choices(desk, city.as('UNIT_STAFF', 'C02'), activities, '课')).toEqual([]);
  await expect(choices(desk, city.as('CITIZEN'), activities, '')).rejects.toMatchObject({ code: 'record.missing' });
});

test('opening a confidential record leaves an act that says nothing of its content', async () => {
  const manager = city.as('CLUE_MANAGER');
  const { record } = await createRecord(desk, manager, clues, {
    serialNo: 'X-1',
    source: 'PETITION',
    receivedOn: '2021-03-02',
    reporterMode: 'ANONYMOUS',
    summary: '反映某单位接待群众态度生硬',
    state: (Object.keys(clues.columns.state!.choices ?? {}) as string[])[0]!,
  });
  await recordHistory(desk, manager, clues, record);
  const opened = await acts('records.read');
  expect(opened.map(({ subject }) => subject)).toEqual([record]);
  expect(opened[0]!.entry).not.toContain('态度');
  await expect(recordHistory(desk, city.as('UNIT_STAFF', 'C01'), clues, record)).rejects.toMatchObject({
    code: 'record.missing',
  });
  expect(await acts('records.read')).toHaveLength(1);
});
