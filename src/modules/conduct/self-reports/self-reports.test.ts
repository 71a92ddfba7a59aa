import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { PartialUploads } from '../../../platform/files/partial.ts';
import { FileStore } from '../../../platform/files/store.ts';
import { advance } from '../../../platform/lifecycle/advance.ts';
import { viewMatter } from '../../../platform/lifecycle/view.ts';
import { listRecords } from '../../../platform/register/list.ts';
import { testCity } from '../../../platform/register/testing/city.ts';
import { seal } from '../../../platform/sealing/envelope.ts';
import { type KeyPair, newKeyPair } from '../../../platform/sealing/keys.ts';
import { registers } from '../../index.ts';
import type { ReportText } from '../contract/self-reports.ts';
import { leniencyMatter, selfReportMatter } from '../matters.ts';
import { openReport, sealReport } from './seal.ts';
import { submitSelfReport, unsealSelfReport } from './service.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const desk = {} as Parameters<typeof submitSelfReport>[0] & Pick<typeof city.records, 'nameOf'>;
let folder: string;
const officers: Record<'a' | 'b', string> = { a: '', b: '' };
let key: KeyPair;

const accountOf = (tail: string): string => `01900000-0000-7000-8000-0000000000${tail}`;
const officer = (who: 'a' | 'b'): Session => ({
  account: accountOf(`${who}1`),
  roles: ['OFFICER_SELF'],
  unit: null,
  officer: officers[who],
});
const liaison = (): Session => city.as('DISCIPLINE_LIAISON', undefined, accountOf('d1'));
const approver = (): Session => city.as('APPROVER', undefined, accountOf('e1'));
const nothing: ReportText = { nothingToReport: true, items: [] };
const much: ReportText = { nothingToReport: false, items: [{ happened: '受人之托打听案情。'.repeat(200) }] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-self-'));
  const files = await FileStore.open(join(folder, 'files'));
  const uploads = await PartialUploads.open(join(folder, 'uploads'));
  Object.assign(desk, { ...city.records, calendar: workCalendar(), files, uploads });
  key = await newKeyPair();
  for (const who of ['a', 'b'] as const)
    officers[who] = await city.add('organisation.officers', {
      officerNo: `P-${who}`,
      name: '赵一鸣',
      gender: 'MALE',
      staffKind: 'CIVIL_SERVANT',
      status: 'IN_POST',
      isPartyMember: true,
      isTeamMember: false,
      isPrincipalLeader: false,
      unit: city.units.D01,
      joinedOn: '2010-01-01',
    });
});

afterAll(() => rm(folder, { recursive: true }));

let count = 0;
const submit = async (who: 'a' | 'b', report = much) => {
  const number = `ZC-${++count}`;
  const { envelope, commitment } = await sealReport(report, number, [key.publicKey]);
  const done = await submitSelfReport(desk, officer(who), { number, envelope, commitment });
  return { number, envelope, commitment, ...done };
};
const entriesOf = async (
  record: string,
): Promise<{ act: string; actor: string; detail: Record<string, unknown> }[]> => {
  const { rows } = await pools.owner.query(
    'select entry::jsonb as entry from ledger.acts where subject = $1 order by appended_at',
    [record],
  );
  return rows.map(({ entry }) => entry);
};

test('a sealed report opens with the desk key only, and each look is a step that the officer sees', async () => {
  const { record, number, hash } = await submit('a');
  for (const reason of ['接收自查报告', '核对金额']) {
    const given = await unsealSelfReport(desk, liaison(), record, reason);
    expect(given.number).toBe(number);
    expect((await openReport(given.envelope, number, given.commitment, [key.secret])).report).toEqual(much);
  }
  const entries = await entriesOf(record);
  expect(entries.map(({ act, actor }) => [act, actor])).toEqual([
    ['conduct.self-report.submit', accountOf('a1')],
    ['conduct.self-report.unseal', accountOf('d1')],
    ['conduct.self-report.unseal-again', accountOf('d1')],
  ]);
  expect(entries[0]!.detail.sealed).toBe(hash);
  const view = await viewMatter(desk, officer('a'), selfReportMatter, record);
  expect(view.steps.map(({ action, reason }) => [action, reason])).toEqual([
    ['SUBMIT', null],
    ['UNSEAL', '接收自查报告'],
    ['UNSEAL_AGAIN', '核对金额'],
  ]);
});

test("the officer's own page of a report shows the fingerprint of the sealed text and not the ciphertext", async () => {
  const { record } = await submit('a');
  const view = await viewMatter(desk, officer('a'), selfReportMatter, record);
  const sealed = view.beside.find(({ register }) => register === 'conduct.selfReportSeals')!.rows;
  expect(sealed.map(({ values }) => [String(values.hash).length, values.envelope ?? null])).toEqual([[64, null]]);
});

test('without a reason, or by anybody else, nothing is given and nothing moves', async () => {
  const { record } = await submit('a');
  await expect(unsealSelfReport(desk, liaison(), record, ' ')).rejects.toMatchObject({ code: 'matter.fields' });
  await expect(unsealSelfReport(desk, approver(), record, '看看')).rejects.toMatchObject({ code: 'access.denied' });
  await expect(unsealSelfReport(desk, officer('b'), record, '看看')).rejects.toMatchObject({ code: 'record.missing' });
  for (const role of ['SYSTEM_ADMIN', 'OFFICE_DIRECTOR', 'UNIT_HEAD'])
    await expect(unsealSelfReport(desk, city.as(role, 'D01'), record, '看看')).rejects.toMatchObject({
      code: 'record.missing',
    });
  const own: Session = { ...liaison(), officer: officers.a };
  await expect(unsealSelfReport(desk, own, record, '看自己的')).rejects.toMatchObject({ code: 'matter.subject' });
  expect(await entriesOf(record)).toHaveLength(1);
});

test('no list of the desk shows a ciphertext', async () => {
  await submit('a');
  const register = registers.get('conduct.selfReportSeals');
  const page = await transact(pools, liaison(), 'read', (tx) =>
    listRecords(tx, city.records.registry, liaison(), register, { limit: 50 }),
  );
  expect(page.rows.length).toBeGreaterThan(0);
  expect(page.rows.map(({ values }) => values.envelope ?? null)).toEqual(page.rows.map(() => null));
});

test('nothing to report looks like a full report from outside, and a text cannot be tried against its seal', async () => {
  const [empty, full, again] = [await submit('b', nothing), await submit('b'), await submit('b', nothing)];
  expect(empty.envelope.length).toBe(full.envelope.length);
  expect(new Set([empty.hash, full.hash, again.hash]).size).toBe(3);
  const rows = await transact(pools, liaison(), 'read', async ({ client }) => {
    const { rows } = await client.query(
      'select nothing_to_report, state from conduct.self_reports where record = any ($1)',
      [[empty.record, full.record]],
    );
    return rows;
  });
  expect(rows[0]).toEqual(rows[1]);
  expect(rows[0]).toEqual({ nothing_to_report: null, state: 'SUBMITTED' });
});

test('a ciphertext is taken in once, by whoever; a copy under another number is told apart', async () => {
  const first = await submit('a');
  const replay = (who: 'a' | 'b', number: string) =>
    submitSelfReport(desk, officer(who), { number, envelope: first.envelope, commitment: first.commitment });
  await expect(replay('a', first.number)).rejects.toMatchObject({ code: 'seal.reused' });
  await expect(replay('b', 'ZC-copy')).rejects.toMatchObject({ code: 'seal.reused' });
  await expect(openReport(first.envelope, 'ZC-copy', null, [key.secret])).rejects.toMatchObject({
    reason: 'misplaced',
  });
});

test('plain text, another size, a report without its seal and an account without an officer are refused', async () => {
  const small = await seal('短', 'self-report ZC-s', [key.publicKey]);
  for (const envelope of ['明文', small])
    await expect(
      submitSelfReport(desk, officer('a'), { number: 'ZC-s', envelope, commitment: '0'.repeat(64) }),
    ).rejects.toMatchObject({
      code: 'seal.size',
    });
  const values = { number: 'ZC-x', officer: officers.a, unit: city.units.D01, submittedAt: '2021-03-19 16:00' };
  const bare = advance(desk, officer('a'), selfReportMatter, { action: 'SUBMIT', input: {}, values });
  await expect(bare).rejects.toMatchObject({ code: 'seal.size' });
  const sealed = await sealReport(nothing, 'ZC-n', [key.publicKey]);
  await expect(submitSelfReport(desk, liaison(), { number: 'ZC-n', ...sealed })).rejects.toMatchObject({
    code: 'access.denied',
  });
});

test('a decision registered before decisions had steps opens without a state, and without a step to take', async () => {
  const { record: report } = await submit('a');
  const record = await city.add('conduct.leniencyDecisions', {
    number: '从宽〔2021〕1号',
    report,
    officer: officers.a,
    unit: city.units.D01,
    finding: 'VOLUNTARY_BEFORE',
    selfExamined: true,
    confessed: true,
    repented: true,
    ground: '主动说明',
    measure: '谈话提醒',
    reasons: '从宽处理',
    decidedBy: '领导小组',
    decidedOn: '2021-05-05',
  });
  const view = await viewMatter(desk, liaison(), leniencyMatter, record);
  expect([view.state, view.actions, view.limits]).toEqual([null, [], []]);
});
