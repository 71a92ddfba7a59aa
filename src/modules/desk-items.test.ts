import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../platform/access/roles.ts';
import type { Session } from '../platform/database/session.ts';
import { testDatabase } from '../platform/database/testing/database.ts';
import { itemsOf } from '../platform/desk/item.ts';
import type { DeskCount } from '../platform/desk/need.ts';
import { testCity } from '../platform/register/testing/city.ts';
import { addOfficer } from '../platform/register/testing/people.ts';
import { emergenciesFor } from './clues/overseeing/openings.ts';
import { boardOf } from './clues/overseeing/supervisions.ts';
import { deskItems, registers } from './index.ts';

/** What each desk counts, on the real database: what is there for whoever it concerns, and nothing for anybody else. */
const pools = testDatabase();
const city = testCity(pools, registers);
const now = new Date('2026-11-23T06:00:00Z');
type Unit = 'C01' | 'C02' | 'D01';

const officers: Record<'own' | 'other', string> = { own: '', other: '' };

/** What the desk of a role says of one item; nothing where the item is not on it. */
async function on(
  name: string,
  role: Role,
  { unit = 'C01', officer = null }: { unit?: Unit; officer?: string | null } = {},
): Promise<DeskCount | undefined> {
  const session: Session = { account: randomUUID(), roles: [role], unit: city.units[unit], officer };
  const { items } = await itemsOf({ pools, now: () => now }, session, deskItems);
  const found = items.find((item) => item.name === name);
  return found && { waiting: found.waiting, late: found.late, changed: found.changed };
}

const nothing: DeskCount = { waiting: 0, late: 0, changed: 0 };

beforeAll(async () => {
  for (const [name, unit] of [
    ['own', 'C01'],
    ['other', 'D01'],
  ] as const)
    officers[name] = await addOfficer(city, name, unit);
});

test('papers wait for the officer they were handed to, until they are signed or replaced', async () => {
  const paper = (edition: number, more: object) =>
    city.add('conduct.documentTemplates', {
      kind: 'COMMITMENT_LETTER',
      edition,
      title: `承诺书第${edition}版`,
      validFrom: '2026-01-01',
      asks: 'SIGN',
      sha256: 'a'.repeat(64),
      ...more,
    });
  const hand = (template: string, more: object = {}) =>
    city.add('conduct.deliveries', {
      template,
      officer: officers.own,
      unit: city.units.C01,
      deliveredOn: '2026-11-01',
      ...more,
    });
  const first = await paper(1, {});
  await hand(first);
  await hand(await paper(2, { replaces: first }));
  await hand(await paper(3, {}), { signedOn: '2026-11-02' });
  await hand(await paper(4, { sha256: null }));
  expect(await on('conduct.papersToSign', 'OFFICER_SELF', { officer: officers.own })).toMatchObject({
    waiting: 1,
    late: 0,
  });
  expect(await on('conduct.papersToSign', 'OFFICER_SELF', { officer: officers.other, unit: 'D01' })).toEqual(nothing);
  expect(await on('conduct.papersToSign', 'UNIT_HEAD')).toBeUndefined();
});

test('talks wait for the officer they were held with, once they were held', async () => {
  for (const state of ['HELD', 'CONFIRMED', 'PLANNED'] as const)
    await city.add('conduct.talks', {
      number: `TH-${state}`,
      officer: officers.own,
      unit: city.units.C01,
      talker: officers.other,
      kind: 'REGULAR',
      heldOn: { HELD: '2026-11-02', CONFIRMED: '2026-11-03', PLANNED: '2026-11-04' }[state]!,
      state,
    });
  expect(await on('conduct.talksToConfirm', 'OFFICER_SELF', { officer: officers.own })).toMatchObject({ waiting: 1 });
  expect(await on('conduct.talksToConfirm', 'OFFICER_SELF', { officer: officers.other, unit: 'D01' })).toEqual(nothing);
});

test('sealed self-reports wait at the discipline desk until they are opened, and are counted for nobody else', async () => {
  for (const state of ['SUBMITTED', 'SUBMITTED', 'RECEIVED'])
    await city.add('conduct.selfReports', {
      number: `ZC-${randomUUID().slice(0, 8)}`,
      officer: officers.own,
      unit: city.units.C01,
      submittedAt: state === 'RECEIVED' ? '2026-10-01T00:00:00Z' : '2026-11-23T01:00:00Z',
      state,
    });
  const liaison = { officer: officers.other };
  expect(await on('conduct.sealedReports', 'DISCIPLINE_LIAISON', liaison)).toEqual({ waiting: 2, late: 0, changed: 2 });
  for (const role of ['APPROVER', 'UNIT_HEAD', 'OFFICER_SELF', 'SYSTEM_ADMIN', 'CLUE_MANAGER'] as const)
    expect(await on('conduct.sealedReports', role, { officer: officers.own }), role).toBeUndefined();
});

/** A clue of the city, as a register hands it in. */
const clue = (serialNo: string) =>
  city.add('clues.clues', {
    serialNo,
    source: 'PETITION',
    receivedOn: '2026-11-01',
    reporterMode: 'NONE',
    summary: '反映某民警收受礼金',
    unit: city.units.D01,
    state: 'RECEIVED',
  });

test('a supervision is late until it is answered, waits until it is lifted, and then is no longer counted', async () => {
  const about = await clue('XS-1');
  const letter = (letterNo: string, more: object) =>
    city.add('clues.supervisions', {
      clue: about,
      supervisor: 'PROVINCIAL_OFFICE',
      letterNo,
      issuedOn: '2026-10-01',
      ...more,
    });
  await letter('督1号', { dueOn: '2026-11-22' });
  await letter('督2号', { dueOn: '2026-11-23' });
  await letter('督3号', { dueOn: '2026-11-01', reportedOn: '2026-11-20' });
  await letter('督4号', { dueOn: '2026-11-01', liftedOn: '2026-11-02' });
  expect(await on('clues.supervisions', 'SUPERVISOR')).toMatchObject({ late: 1, waiting: 1 });
  for (const role of ['UNIT_HEAD', 'CASE_HANDLER', 'SYSTEM_ADMIN', 'OFFICER_SELF'] as const)
    expect(await on('clues.supervisions', role, { officer: officers.own }), role).toBeUndefined();
  const session: Session = { account: randomUUID(), roles: ['SUPERVISOR'], unit: city.units.C01, officer: null };
  const board = await boardOf({ pools, now: () => now }, session, 0);
  expect(board).toMatchObject({ late: 1, due: 1, answered: 1, more: false });
  expect(board.rows.map(({ letterNo, standing }) => [letterNo, standing])).toEqual([
    ['督1号', 'LATE'],
    ['督2号', 'DUE'],
    ['督3号', 'ANSWERED'],
  ]);
  // A handler who was not named for the clue sees no letter on it.
  const handler: Session = { ...session, roles: ['CASE_HANDLER'] };
  expect(await boardOf({ pools, now: () => now }, handler, 0)).toMatchObject({
    late: 0,
    due: 0,
    answered: 0,
    rows: [],
  });
});

test('an emergency opening is told to the overseers for a day, and listed by who, when and why', async () => {
  const about = await clue('XS-2');
  const opening = (openedAt: string) =>
    city.add('clues.openings', {
      clue: about,
      account: randomUUID(),
      reason: '承办人失联，须立即核实',
      openedAt,
      until: '2026-11-24T00:00:00Z',
    });
  await opening('2026-11-23T01:00:00Z');
  await opening('2026-11-20T01:00:00Z');
  for (const role of ['AUDITOR', 'OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'] as const)
    expect(await on('clues.emergencies', role), role).toEqual({ ...nothing, changed: 1 });
  for (const role of ['APPROVER', 'SUPERVISOR', 'CASE_HANDLER', 'UNIT_HEAD', 'SYSTEM_ADMIN'] as const)
    expect(await on('clues.emergencies', role), role).toBeUndefined();
  const auditor: Session = { account: randomUUID(), roles: ['AUDITOR'], unit: null, officer: null };
  const { openings, next } = await emergenciesFor(city.records, auditor);
  expect(openings.map(({ serialNo, openedAt }) => [serialNo, openedAt.slice(0, 10)])).toEqual([
    ['XS-2', '2026-11-23'],
    ['XS-2', '2026-11-20'],
  ]);
  expect(next).toBeNull();
  await expect(emergenciesFor(city.records, auditor, 'yesterday')).rejects.toMatchObject({ code: 'request.invalid' });
});

test('an unread report waits at the discipline desk only', async () => {
  const report = (number: string, readUpTo: string | null, state: string) =>
    city.add('clues.reports', {
      number,
      mode: 'ANONYMOUS',
      receivedOn: '2026-11-20',
      tokenHash: number.padEnd(64, '0'),
      answerTo: 'age1',
      state,
      readUpTo,
    });
  for (const [number, readUpTo, state] of [
    ['JB-1', null, 'RECEIVED'],
    ['JB-2', '2099-01-01T00:00:00Z', 'OPENED'],
    ['JB-3', null, 'CLOSED'],
  ] as const) {
    const record = await report(number, readUpTo, state);
    await city.add('clues.reportTexts', {
      hash: number.padEnd(64, 'a'),
      report: record,
      author: 'REPORTER',
      sentOn: '2026-11-20',
      files: 0,
      sealedTo: 'age1',
      envelope: 'AAAA',
    });
  }
  // Closed, and written to again: it waits as well.
  expect(await on('clues.unreadReports', 'DISCIPLINE_LIAISON')).toMatchObject({ waiting: 2, late: 0 });
  expect(await on('clues.unreadReports', 'AUDITOR')).toBeUndefined();
  expect(await on('clues.unreadReports', 'CLUE_MANAGER')).toBeUndefined();
});

test('returns are due and late for the own branch of a head, and for the city of those who look after them', async () => {
  const head = (unit: Unit) => on('interference.returns', 'UNIT_HEAD', { unit });
  // Three quarters of 2026 and the last one of 2025 are over, their days too; C01 has D01 below it.
  expect(await head('D01')).toEqual({ waiting: 0, late: 4, changed: 0 });
  expect(await head('C01')).toEqual({ waiting: 0, late: 8, changed: 0 });
  await city.add('interference.nilReturns', {
    unit: city.units.D01,
    periodKind: 'QUARTER',
    periodStart: '2026-07-01',
    isNil: true,
    recordCount: 0,
    submittedOn: '2026-11-23',
  });
  expect(await head('D01')).toEqual({ waiting: 0, late: 3, changed: 1 });
  expect(await head('C02')).toEqual({ waiting: 0, late: 4, changed: 0 });
  expect(await on('interference.returns', 'SUPERVISOR')).toEqual({ waiting: 0, late: 11, changed: 1 });
  expect(await on('interference.returns', 'UNIT_STAFF')).toBeUndefined();
});

test('a head is told of the talks of the own branch that are due and late, and of no other', async () => {
  const kind = await city.add('conduct.mandatoryTalkKinds', { code: 'NEW', name: '新任职', trigger: '见方案' });
  for (const [number, officer, unit, dueOn] of [
    ['BT-1', officers.own, 'C01', '2026-11-30'],
    ['BT-2', officers.other, 'D01', '2026-11-20'],
  ] as const)
    await city.add('conduct.talkTriggers', {
      number,
      officer,
      unit: city.units[unit],
      kind,
      occurredOn: '2026-11-16',
      dueOn,
    });
  expect(await on('conduct.talksDue', 'UNIT_HEAD', { unit: 'C01' })).toEqual({ waiting: 1, late: 1, changed: 0 });
  expect(await on('conduct.talksDue', 'UNIT_HEAD', { unit: 'D01' })).toEqual({ waiting: 0, late: 1, changed: 0 });
  expect(await on('conduct.talksDue', 'UNIT_HEAD', { unit: 'C02' })).toEqual(nothing);
});

test('a re-check waits for its seed once its moment has come, unless another plan replaced it', async () => {
  const plan = (number: number, at: string, replaces: string | null = null) =>
    pools.owner
      .query<{ plan: string }>(
        `insert into recheck.plans (plan, number, population, period, as_of, replaces, content, at, act)
         values (gen_random_uuid(), $1, 'UNSUBSTANTIATED_REPORT', '2026', '2026-11-01', $2, $3, '2026-11-01', gen_random_uuid())
         returning plan`,
        [number, replaces, JSON.stringify({ seed: { at } })],
      )
      .then(({ rows }) => rows[0]!.plan);
  await plan(1, '2026-11-23T05:00:00Z');
  await plan(2, '2026-11-23T07:00:00Z');
  const replaced = await plan(3, '2026-11-10T05:00:00Z');
  await plan(4, '2026-11-20T05:00:00Z', replaced);
  expect(await on('recheck.seeds', 'AUDITOR')).toEqual({ waiting: 1, late: 1, changed: 0 });
  expect(await on('recheck.seeds', 'UNIT_HEAD')).toBeUndefined();
});

test('what is late stands first, then what waits, then what changed', async () => {
  const session: Session = { account: randomUUID(), roles: ['OFFICE_DIRECTOR'], unit: city.units.C02, officer: null };
  const { items } = await itemsOf({ pools, now: () => now }, session, deskItems);
  const need = items.map(({ late, waiting, changed }) => (late > 0 ? 3 : waiting > 0 ? 2 : changed > 0 ? 1 : 0));
  expect(need).toEqual(need.toSorted((a, b) => b - a));
  expect(need[0]).toBe(3);
  expect(need).toContain(1);
});
