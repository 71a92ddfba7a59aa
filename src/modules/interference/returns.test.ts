import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, startOfDay } from '../../platform/calendar/day.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { openSigner, verifierKey } from '../../platform/ledger/notes.ts';
import { sequence } from '../../platform/ledger/sequencer.ts';
import { TileStore } from '../../platform/ledger/tile-store.ts';
import type { LedgerDesk } from '../../platform/register/records/proof.ts';
import { scope } from '../../platform/register/scope.ts';
import { verifyReturnProof } from './proof/return-proof.ts';
import { nilReturns } from './registers.ts';
import { periodsOf } from './rules.ts';
import { fileRecord } from './service/records.ts';
import { checkReturn, dueReturns, proveReturn, signReturn } from './service/returns.ts';
import { testHouse, typed } from './testing/house.ts';

const DAY_MS = 86_400_000;
const pools = testDatabase();
const house = testHouse(pools);
// Records bear the database's clock, so the quarter that holds today is the one that is signed for.
const today = dayOf(new Date());
const year = Number(today.slice(0, 4));
const { start, end } = periodsOf('QUARTER', year).findLast((period) => period.start <= today)!;
/** The morning of a day of the month after the quarter. */
const inNextMonth = (day: number): Date => new Date(startOfDay(end).getTime() + (day - 1) * DAY_MS + DAY_MS / 3);
const after = inNextMonth(3);
const askedOn = start;
const file = (askerName: string) =>
  fileRecord(house.desk(), house.as('OFFICER_SELF', '甲一'), typed({ askerName, askedOn }));
let folder = '';
let ledger: LedgerDesk;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-returns-'));
  const signer = await openSigner(join(folder, 'key'), 'test.local/ledger');
  const store = new TileStore(join(folder, 'tiles'), signer);
  ledger = { store, verifierKey: verifierKey(signer), integrate: () => sequence(pools, store) };
});
afterAll(() => rm(folder, { recursive: true }));

test('a return counts the sealed entries, names their root, and no longer holds when one is taken away', async () => {
  const records = [await file('某人'), await file('乙二')];
  const head = house.as('UNIT_HEAD', '乙二');
  const asked = { unit: house.city.units.C01, start };
  const before = house.desk(new Date(after.getTime() - 10 * DAY_MS));
  await expect(signReturn(before, head, asked)).rejects.toMatchObject({ code: 'interference.periodOpen' });
  const { record } = await signReturn(house.desk(after), head, asked);
  await expect(signReturn(house.desk(after), head, asked)).rejects.toMatchObject({ code: 'interference.returnThere' });
  const { rows } = await pools.owner.query('select * from interference.nil_returns where record = $1', [record]);
  expect(rows[0]).toMatchObject({ record_count: 2, leader_count: 2, is_nil: false, signed_at: after });
  const office = house.as('OFFICE_STAFF', '己六');
  const fine = { signedCount: 2, foundCount: 2 };
  expect(await checkReturn(house.desk(after), office, record)).toMatchObject({ holds: true, counts: fine });
  await pools.owner.query('delete from interference.records where record = $1', [records[1]]);
  const gone = await checkReturn(house.desk(after), office, record);
  expect(gone).toMatchObject({ holds: false, counts: { ...fine, foundCount: 1 } });
  expect(gone.counts!.foundRoot).not.toBe(gone.counts!.signedRoot);
  // An overseer learns that it does not agree, and no number to hold against the own list.
  expect(await checkReturn(house.desk(after), house.as('AUDITOR', '己六'), record)).toEqual({
    holds: false,
    counts: null,
  });
});

test.each([[['SUPERVISOR']], [['AUDITOR', 'OFFICE_DIRECTOR']], [['OFFICE_STAFF', 'DISCIPLINE_LIAISON']]])(
  'who reads the records (%s) reads no count of a return, in no list, by no SQL, whatever else that account is',
  async (roles) => {
    const session = { ...house.as(roles[0]!, '乙二'), roles };
    const seen = await transact(pools, session, 'read', async ({ client }) => [
      (await client.query('select * from interference.nil_returns')).rows,
      (await client.query(`select * from interference.records`)).rows.map(({ asker_name }) => asker_name),
    ]);
    expect(seen).toEqual([[], ['某人']]);
    expect(() => scope(session, nilReturns, 't')).toThrow(expect.objectContaining({ code: 'record.missing' }));
    const due = await dueReturns(house.desk(after), session, year);
    expect(due.find((one) => one.unit === house.city.units.C01 && one.start === start)).toMatchObject({
      state: 'SIGNED',
      record: expect.any(String),
    });
  },
);

test('the unit that signs learns no count: not from its own register, nor from the due list, nor from the log', async () => {
  const head = house.as('UNIT_HEAD', '乙二');
  const seen = await transact(pools, head, 'read', ({ client }) =>
    client.query('select * from interference.nil_returns'),
  );
  expect(seen.rows).toEqual([]);
  const due = await dueReturns(house.desk(after), head, year);
  const own = due.find((one) => one.unit === house.city.units.C01 && one.start === start);
  expect(own).toMatchObject({ state: 'SIGNED', maySign: false });
  expect(Object.keys(own!)).not.toContain('recordCount');
  const { rows } = await pools.owner.query(`select entry from ledger.acts where act = 'interference.sign-return'`);
  expect(JSON.parse(rows[0].entry).detail).toEqual({ periodKind: 'QUARTER', periodStart: start });
});

test('a unit head signs for the own branch only, and nobody else signs', async () => {
  const other = { unit: house.city.units.C02, start };
  const refused = { code: 'record.missing' };
  await expect(signReturn(house.desk(after), house.as('UNIT_HEAD', '乙二'), other)).rejects.toMatchObject(refused);
  await expect(signReturn(house.desk(after), house.as('SUPERVISOR', '丙三'), other)).rejects.toMatchObject(refused);
});

test('a missing return is due until the fifth and overdue after it', async () => {
  const states = async (day: number) => {
    const due = await dueReturns(house.desk(inNextMonth(day)), house.as('SUPERVISOR', '丙三'), year);
    return due.find((one) => one.unit === house.city.units.C02 && one.start === start)?.state;
  };
  expect([await states(5), await states(6)]).toEqual(['DUE', 'OVERDUE']);
});

test('the file of a return fails where the count that was signed is not that of the entries, though their root is', async () => {
  const period = { unit: house.city.units.D01!, start };
  const office = house.as('OFFICE_DIRECTOR');
  const fileOf = async (record: string) => proveReturn(house.desk(after), ledger, office, record);
  const said = (text: string) => verifyReturnProof(text, ledger.verifierKey).findings.map(({ words }) => words.en);
  const wrongCount = 'The number of entries is not the one that was signed';
  const head = { ...house.as('UNIT_HEAD', '丁四'), unit: period.unit };
  const { record } = await signReturn(house.desk(after), head, period);
  await ledger.integrate();
  const honest = await fileOf(record);
  expect(said(JSON.stringify(honest))).toEqual([]);
  const { entriesRoot, periodKind } = honest.return.content as Record<string, string>;
  // What a sign-off past the program could say: another number over the very same entries, or nothing called a count of one.
  for (const [at, counted] of [
    { recordCount: 1, isNil: true },
    { recordCount: 0, isNil: false },
  ].entries()) {
    const periodStart = `20${10 + at}-01-01`;
    const typed = { unit: period.unit, periodKind: periodKind!, periodStart, submittedOn: '2020-01-05' };
    const forged = await house.city.add('interference.nilReturns', { ...typed, ...counted, entriesRoot: entriesRoot! });
    await ledger.integrate();
    expect(said(JSON.stringify(await fileOf(forged)))).toEqual([wrongCount]);
  }
});
