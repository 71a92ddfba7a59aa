import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../../modules/index.ts';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { signer, verifierKey } from '../ledger/notes.ts';
import { sequence } from '../ledger/sequencer.ts';
import { TileStore } from '../ledger/tile-store.ts';
import type { Finding } from '../ledger/verify/findings.ts';
import { verifyLedger } from '../ledger/verify/verify.ts';
import { changeRecord, voidRecord } from './records/change.ts';
import { testCity } from './testing/city.ts';
import { registerVersions } from './versions.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const key = signer('log.example', generateKeyPairSync('ed25519').privateKey);
const activities = registers.get('education.activities');
let store: TileStore;
/** Records of the activities handed in, in the order of their rows, and the officer's. */
let records: string[];
let officer: string;

beforeAll(async () => {
  store = new TileStore(await mkdtemp(join(tmpdir(), 'mj-log-')), key);
  const heading = ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'];
  const rows = Array.from({ length: 450 }, (_, at) => [`V-${at}`, '警示教育片', `第${at}场`, '2021-05-01', 'C01']);
  await city.handIn('活动.xlsx', [heading, ...rows]);
  const found = await pools.owner.query('select record from education.activities order by leaf');
  records = found.rows.map(({ record }) => record);
  const change = { version: 1, values: { title: '改过的' }, reason: '更正' };
  await changeRecord(city.records, systemSession, activities, records[5]!, change);
  await voidRecord(city.records, systemSession, activities, records[6]!, { version: 1, reason: '重复' });
  officer = await city.add('organisation.officers', {
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
  });
  await sequence(pools, store);
});
afterAll(() => rm(store.directory, { recursive: true }));

async function verify(): Promise<readonly Finding[]> {
  const versions = registerVersions(pools.owner, registers, city.records.registry.vault);
  try {
    const publicKey = verifierKey(key);
    return (await verifyLedger({ directory: store.directory, publicKey, database: pools, versions })).findings;
  } finally {
    await versions.close();
  }
}

/** What is found while the statement's change stands: each kind with where it was first seen. The change is taken back after. */
async function after(table: string, attack: string, values: unknown[] = []): Promise<Record<string, string>> {
  await pools.owner.query(`create table public.kept as table ${table}`);
  try {
    const { rowCount } = await pools.owner.query(attack, values);
    expect(rowCount).toBeGreaterThan(0);
    return Object.fromEntries((await verify()).map(({ code, where }) => [code, where]));
  } finally {
    await pools.owner.query(`truncate ${table}; insert into ${table} table public.kept; drop table public.kept`);
  }
}

const at = (index: number, version = 1): string => `education.activities ${records[index]} version ${version}`;
const actOf = async (name: string): Promise<string> =>
  (await pools.owner.query('select id from ledger.acts where act = $1 order by id desc', [name])).rows[0].id;

test('every version of every register is accounted for', async () => {
  expect(await verify()).toEqual([]);
});

test('an altered row is named', async () => {
  const attack = `update education.activities set held_on = '2021-05-02' where record = $1`;
  expect(await after('education.activities', attack, [records[400]])).toEqual({ 'record-altered': at(400) });
});

test('a deleted row is found, and the first row after the gap named', async () => {
  const attack = 'delete from education.activities where record = $1';
  expect(await after('education.activities', attack, [records[300]])).toEqual({ 'records-differ': at(301) });
});

test('a voided row that was brought back is found by the act that voided it', async () => {
  const attack = `update education.activities set retired_at = null, retired_by = null, retired_as = null where record = $1`;
  expect(await after('education.activities', attack, [records[6]])).toEqual({
    'retired-differ': `act ${await actOf('records.void')}`,
  });
});

test('a row hidden by nobody, or by an act that did not do it, is named', async () => {
  const hide = 'update education.activities set retired_at = now() where record = $1';
  expect(await after('education.activities', hide, [records[7]])).toEqual({ 'record-stray': at(7) });
  const act = await actOf('records.void');
  const blame = `update education.activities set retired_by = $2, retired_at = (select at from ledger.acts where id = $2)
    where record = $1`;
  expect(await after('education.activities', blame, [records[7], act])).toEqual({ 'retired-differ': `act ${act}` });
});

test('an inserted row without an act is named, and one that claims an act is found by it', async () => {
  const insert = (act: string): string => `insert into education.activities
    select (jsonb_populate_record(a, jsonb_build_object('record', gen_random_uuid(), 'number', 'NEW', 'act', '${act}'))).*
    from education.activities a where record = '${records[0]}'`;
  const stray = await after('education.activities', insert(randomUUID()));
  expect(Object.keys(stray)).toEqual(['record-stray']);
  const claimed = await after('education.activities', insert(await actOf('imports.register')));
  expect(Object.keys(claimed).sort()).toEqual(['record-altered', 'records-differ']);
});

test('a changed reference to an act is found at both acts, and a changed moment is named', async () => {
  const other = await actOf('records.create');
  const found = await after('education.activities', 'update education.activities set act = $2 where record = $1', [
    records[9],
    other,
  ]);
  expect(found).toEqual({ 'records-differ': at(10), 'record-moved': at(9) });
  const moved = `update education.activities set recorded_at = recorded_at - interval '1 day' where record = $1`;
  expect(await after('education.activities', moved, [records[9]])).toEqual({ 'record-moved': at(9) });
});

test('a personal number exchanged under its hash is named', async () => {
  const { vault } = city.records.registry;
  const attack = 'update organisation.officers set mobile = $2 where record = $1';
  const where = `organisation.officers ${officer} version 1`;
  for (const sealed of [vault.encrypt('19900009999'), Buffer.from('no ciphertext at all, but bytes')]) {
    expect(await after('organisation.officers', attack, [officer, sealed])).toEqual({ 'record-altered': where });
  }
});

test('content that was erased with its salt leaves everything else provable', async () => {
  const erase = `update education.activities set salt = null, title = '' where record = $1`;
  expect(await after('education.activities', erase, [records[20]])).toEqual({});
});
