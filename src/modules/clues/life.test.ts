import { describe, expect, test } from 'vitest';
import type { Role } from '../../platform/access/roles.ts';
import { transact } from '../../platform/database/transact.ts';
import { defineAct } from '../../platform/ledger/acts.ts';
import { perform } from '../../platform/ledger/perform.ts';
import { actorOf, advance, advanceIn } from '../../platform/lifecycle/advance.ts';
import { gapsOf } from '../../platform/lifecycle/gaps.ts';
import { lateIn } from '../../platform/lifecycle/late.ts';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { deskOf, wallOf } from '../../platform/lifecycle/waiting.ts';
import { listRecords } from '../../platform/register/list.ts';
import { changeRecord, createRecord } from '../../platform/register/records/change.ts';
import { exportRecords } from '../../platform/register/records/export.ts';
import { recordHistory } from '../../platform/register/records/history.ts';
import { words } from '../../platform/words.ts';
import { registers } from '../index.ts';
import { openInEmergency } from './emergency.ts';
import { clueMatter } from './matter.ts';
import { clueOffice, proposal, refusal, SECRET } from './testing/office.ts';

const office = clueOffice();
const { pools, city, people, officers, versions, desk, step, received, handlers, accepted, verifying } = office;
const clues = registers.get('clues.clues');

const recheckAct = defineAct({
  name: 'test.recheck',
  words: words('复查', 'Re-check'),
  permission: 'test.recheck',
  rule: 'test.recheck@1',
});

/** The clue's step as a re-check takes it: inside its own act, with the reach of the program, for whoever was drawn. */
async function recheck(by: string, record: string, action: string, roles: readonly Role[] = []) {
  const person = people[by]!;
  const drawn = { ...person, roles: [...person.roles, ...roles] };
  const done = await perform(pools, { ...person, roles: ['SYSTEM'] }, recheckAct, async (tx) => {
    const step = { record, action, input: { reason: '随机抽查复查' } };
    const { advanced } = await advanceIn(tx, desk(), clueMatter, step, { ...actorOf(drawn), vouched: true });
    return { result: advanced, subject: record };
  });
  versions.set(record, done.version);
  return done;
}

test('a clue goes from receipt to a closed and re-checked end through the hands of five people', async () => {
  const clue = await verifying();
  await step('first', clue, 'INTERVIEW', { heldOn: '2021-04-12', present: '甲、乙', notes: '否认' });
  const report = { conclusion: 'UNSUBSTANTIATED', report: '未发现问题' };
  await step('first', clue, 'REPORT', report);
  expect(await refusal(step('first', clue, 'REVIEW', { opinion: '同意' }))).toBe('access.denied');
  await step('liaison', clue, 'REVIEW', { opinion: '同意' });
  const close = { conclusion: 'UNSUBSTANTIATED', closedOn: '2021-04-12' };
  expect(await refusal(step('approver', clue, 'CLOSE', { ...close, conclusion: 'PARTLY' }))).toBe('clue.differs');
  await step('other approver', clue, 'CLOSE', close);
  await step('manager', clue, 'FEED_BACK', { toldOn: '2021-04-12', way: '电话' });
  expect((await recheck('third', clue, 'RECHECK')).state).toBe('RECHECKED');

  const view = await viewMatter(desk(), people.manager!, clueMatter, clue);
  expect(view.steps.map(({ action }) => action)).toEqual([
    'RECEIVE',
    'REGISTER',
    'ASSIGN',
    'ACCEPT',
    'PROPOSE',
    'APPROVE',
    'VERIFY',
    'INTERVIEW',
    'REPORT',
    'REVIEW',
    'CLOSE',
    'FEED_BACK',
    'RECHECK',
  ]);
  expect(view.current.values.serialNo).toMatch(/^XS2021-\d{6}$/);
  expect(view.limits.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
  const { rows } = await pools.owner.query(
    'select act, entry from ledger.acts where subject = $1 order by appended_at',
    [clue],
  );
  expect(rows.map(({ act }) => act)).toContain('clues.clue.close');
  expect(JSON.stringify(rows)).not.toContain(SECRET);
  const closing = JSON.parse(rows.find(({ act }) => act === 'clues.clue.close')!.entry);
  expect(closing).toMatchObject({ rule: 'clues.clue@4', detail: { told: { conclusion: 'UNSUBSTANTIATED' } } });
});

describe('re-check', () => {
  async function closed(): Promise<string> {
    const clue = await verifying();
    await step('first', clue, 'REPORT', { conclusion: 'UNSUBSTANTIATED', report: '未发现问题' });
    await step('liaison', clue, 'REVIEW', { opinion: '同意' });
    await step('approver', clue, 'CLOSE', { conclusion: 'UNSUBSTANTIATED', closedOn: '2021-04-12' });
    return clue;
  }

  test('nobody upholds or overturns by hand, and nobody who found, reviewed or closed it, whatever the lot said', async () => {
    const clue = await closed();
    const reason = '证据不足';
    for (const action of ['RECHECK', 'OVERTURN']) {
      expect(await refusal(step('first', clue, action, { reason }))).toBe('access.denied');
      expect(await refusal(step('manager', clue, action, { reason }))).toBe('access.denied');
      for (const name of ['first', 'liaison', 'approver'])
        expect(await refusal(recheck(name, clue, action, ['CASE_HANDLER'])), `${name} ${action}`).toBe(
          'matter.separation',
        );
    }
    expect((await viewMatter(desk(), people.manager!, clueMatter, clue)).actions).not.toContain('OVERTURN');
  });

  test('an upheld answer leaves the limit to tell the reporter', async () => {
    const clue = await closed();
    await recheck('third', clue, 'RECHECK');
    const { limits } = await viewMatter(desk(), people.manager!, clueMatter, clue);
    expect(limits.find(({ id }) => id === 'FEEDBACK')).toMatchObject({ stoppedAt: null });
  });

  test('an overturned clue is open again without an answer, its first handlers are off it, and others must handle it', async () => {
    const clue = await closed();
    expect((await recheck('third', clue, 'OVERTURN')).state).toBe('REGISTERED');
    const { current, limits } = await viewMatter(desk(), people.manager!, clueMatter, clue);
    const { conclusion, closedOn, disposal, firstHandler, secondHandler } = current.values;
    expect([conclusion, closedOn, disposal, firstHandler, secondHandler]).toEqual([null, null, null, null, null]);
    const running = limits.filter(({ stoppedAt }) => stoppedAt === null).map(({ id }) => id);
    expect(running).toEqual(['PROPOSE_AGAIN']);
    expect(await refusal(recordHistory(city.records, people.first!, clues, clue))).toBe('record.missing');

    for (const [one, other] of [
      ['first', 'third'],
      ['third', 'second'],
    ] as const)
      expect(await refusal(step('manager', clue, 'ASSIGN', handlers(one, other)))).toBe('clue.barred');
    await step('manager', clue, 'ASSIGN', handlers('third', 'fourth'));
    await step('fourth', clue, 'ACCEPT');
    const back = { ...handlers('first', 'third'), reason: '换回原承办人' };
    expect(await refusal(step('manager', clue, 'REASSIGN', back))).toBe('clue.barred');
  });
});

test('running numbers are given once each, also to those who register at once', async () => {
  const found = await Promise.all([received(), received(), received(), received()]);
  const { rows } = await pools.owner.query(
    'select serial_no from clues.clues where record = any ($1) and retired_at is null',
    [found],
  );
  const numbers = rows.map(({ serial_no }) => Number(serial_no.slice(-6))).toSorted((a, b) => a - b);
  expect(numbers.map((one) => one - numbers[0]!)).toEqual([0, 1, 2, 3]);
});

describe('need to know', () => {
  test('the handlers named read it; other handlers, the unit reported and administrators do not find it', async () => {
    const clue = await accepted();
    const seen = async (by: string) => refusal(recordHistory(city.records, people[by]!, clues, clue));
    expect(await seen('first')).toBe('none');
    expect(await seen('third')).toBe('record.missing');
    expect(await seen('head')).toBe('record.missing');
    expect(await seen('administrator')).toBe('record.missing');
    expect(await seen('supervisor')).toBe('record.closed');
    expect(await refusal(step('third', clue, 'PROPOSE', proposal))).toBe('record.missing');
    const reads = await pools.owner.query(
      "select count(*)::int as n from ledger.acts where subject = $1 and act = 'records.read'",
      [clue],
    );
    expect(reads.rows[0].n).toBe(1);
  });

  test('neither a list nor an export shows what only opening does', async () => {
    await accepted();
    const { rows } = await transact(pools, people.supervisor!, 'read', (tx) =>
      listRecords(tx, city.records.registry, people.supervisor!, clues, { limit: 50 }),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ values }) => values.summary === null)).toBe(true);
    const chunks: Buffer[] = [];
    const stream = await exportRecords(city.records, people.supervisor!, clues, {}, { format: 'csv', language: 'zh' });
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).not.toContain(SECRET);
  });

  test('row security alone shows a handler what names him, and nothing to the head of the unit reported', async () => {
    const clue = await accepted();
    const count = (by: string, table: string) =>
      transact(pools, people[by]!, 'read', async ({ client }) => {
        const { rows } = await client.query(
          `select count(*)::int as n from ${table} where ${table === 'clues.clues' ? 'record' : 'matter'} = $1`,
          [clue],
        );
        return rows[0].n as number;
      });
    for (const table of ['clues.clues', 'clues.clue_steps', 'clues.clue_clocks']) {
      expect(await count('first', table), table).toBeGreaterThan(0);
      expect(await count('third', table), table).toBe(0);
      expect(await count('head', table), table).toBe(0);
      expect(await count('administrator', table), table).toBe(0);
    }
  });

  test('an emergency opens it for a day, with a reason, in the ledger and before the overseers', async () => {
    const clue = await accepted();
    await openInEmergency(city.records, people.supervisor!, clue, '上级要求当日核报');
    expect(await refusal(recordHistory(city.records, people.supervisor!, clues, clue))).toBe('none');
    const director = city.as('OFFICE_DIRECTOR');
    const { rows } = await transact(pools, director, 'read', (tx) =>
      listRecords(tx, city.records.registry, director, registers.get('clues.openings'), { where: { clue }, limit: 5 }),
    );
    expect(rows[0]!.values).toMatchObject({ reason: '上级要求当日核报', account: people.supervisor!.account });
    await pools.owner.query(
      "update access.named set expires_at = now() - interval '1 second' where record = $1 and expires_at is not null",
      [clue],
    );
    expect(await refusal(recordHistory(city.records, people.supervisor!, clues, clue))).toBe('record.closed');
    expect(await refusal(openInEmergency(city.records, people.head!, clue, '想知道是谁举报的'))).toBe('record.missing');
  });
});

describe('recusal', () => {
  test('nobody of the unit reported, no relative, nobody with an interest, and not one person twice', async () => {
    const clue = await received();
    await step('manager', clue, 'REGISTER');
    const asked = (first: string, second: string) => refusal(step('manager', clue, 'ASSIGN', handlers(first, second)));
    expect(await asked('first', 'first')).toBe('clue.handlers');
    expect(await asked('first', 'colleague')).toBe('clue.barred');
    expect(await asked('reported', 'first')).toBe('clue.barred');
  });

  test('whoever becomes barred loses the clue at once, and the gap is shown', async () => {
    const clue = await received();
    await step('manager', clue, 'REGISTER');
    await step('manager', clue, 'ASSIGN', handlers('third', 'second'));
    expect(await refusal(recordHistory(city.records, people.third!, clues, clue))).toBe('none');
    await city.add(
      'clues.interests',
      { officer: officers.third!, clue, reason: '与被反映人有债务往来', declaredOn: '2021-04-12' },
      people.third!,
    );
    expect(await refusal(recordHistory(city.records, people.third!, clues, clue))).toBe('record.missing');
    expect(await refusal(step('third', clue, 'ACCEPT'))).toBe('record.missing');
    const { gaps: open } = await gapsOf(desk(), people.manager!, [clueMatter]);
    expect(open.find(({ record }) => record === clue)).toMatchObject({
      officer: officers.third,
      name: 'third',
      grounds: [{ code: 'INTEREST' }],
    });
    await step('manager', clue, 'REASSIGN', { ...handlers('first', 'second'), reason: '第三人回避' });
    expect(await refusal(recordHistory(city.records, people.first!, clues, clue))).toBe('none');
  });
});

describe('attacks', () => {
  test('of two who decide at once one wins and the other is told', async () => {
    const clue = await accepted();
    await step('first', clue, 'PROPOSE', proposal);
    const version = versions.get(clue);
    const both = await Promise.allSettled([
      advance(desk(), people.approver!, clueMatter, {
        record: clue,
        version,
        action: 'APPROVE',
        input: { disposal: proposal.disposal },
      }),
      advance(desk(), people['other approver']!, clueMatter, {
        record: clue,
        version,
        action: 'SEND_BACK',
        input: { reason: '再议' },
      }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'record.changed' } });
  });

  test('an approval cannot be replayed, nor one thing approved for another', async () => {
    const clue = await accepted();
    await step('first', clue, 'PROPOSE', proposal);
    const approval = {
      record: clue,
      version: versions.get(clue),
      action: 'APPROVE',
      input: { disposal: proposal.disposal },
    };
    expect(
      await refusal(advance(desk(), people.approver!, clueMatter, { ...approval, input: { disposal: 'CLOSE' } })),
    ).toBe('clue.differs');
    await advance(desk(), people.approver!, clueMatter, approval);
    expect(await refusal(advance(desk(), people.approver!, clueMatter, approval))).toBe('record.changed');
    expect(await refusal(advance(desk(), people.approver!, clueMatter, { ...approval, version: undefined }))).toBe(
      'matter.state',
    );
  });

  test('a state cannot be written by hand, and steps and limits not at all', async () => {
    const clue = await accepted();
    const change = { version: versions.get(clue)!, values: { state: 'CLOSED' }, reason: '直接改状态' };
    expect(await refusal(changeRecord(city.records, people.manager!, clues, clue, change))).toBe('matter.byHand');
    const forged = {
      matter: clue,
      number: 99,
      action: 'CLOSE',
      toState: 'CLOSED',
      account: 'x',
      takenAt: '2021-04-12T00:00:00Z',
      input: '{}',
      rule: 'x',
    };
    expect(await refusal(createRecord(city.records, people.manager!, registers.get('clues.clueSteps'), forged))).toBe(
      'access.denied',
    );
    await expect(pools.app.query('delete from clues.clue_clocks')).rejects.toMatchObject({ code: '42501' });
    await expect(pools.app.query("update clues.clue_clocks set due_at = 'infinity'")).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('clocks', () => {
  test('a hand-over changes no limit; a pause ends by itself; the wall and the desk show what is late', async () => {
    office.clock.now = new Date('2021-04-12T02:00:00Z');
    const clue = await verifying();
    const due = async () =>
      (await viewMatter(desk(), people.manager!, clueMatter, clue)).limits.find(({ id }) => id === 'VERIFY')!;
    const before = await due();
    // 15 working days from Monday 12 April 2021: Labour Day was moved, Sunday 25 April worked.
    expect(before.dueAt).toBe(new Date('2021-05-01T00:00:00+08:00').toISOString());
    await step('manager', clue, 'REASSIGN', { ...handlers('third', 'second'), reason: '工作调动' });
    expect((await due()).dueAt).toBe(before.dueAt);
    await step('approver', clue, 'HOLD', { reason: '关键证人在外', until: '2021-04-20' });
    const held = await due();
    expect(held.pausedUntil).not.toBeNull();
    expect(held.dueAt > before.dueAt).toBe(true);

    office.clock.now = new Date('2021-06-01T02:00:00Z');
    const late = await wallOf(desk(), people.manager!, clueMatter, { colour: 'RED', limit: 200 });
    expect(late.lines.map(({ record }) => record)).toContain(clue);
    const mine = (await deskOf(desk(), people.third!, [clueMatter])).matters[0]!;
    expect(mine.late).toBeGreaterThan(0);
    const report = await lateIn(desk(), people.manager!, clueMatter, '2021-05');
    const row = report.rows.find(({ record, clock }) => record === clue && clock === 'VERIFY')!;
    expect(row.lay.map(({ state }) => state)).toContain('ON_HOLD');
    office.clock.now = new Date('2021-04-12T02:00:00Z');
  });

  test('a desk shows a handler own work only, and nothing of what is closed', async () => {
    const clue = await accepted();
    const open = (await deskOf(desk(), people.first!, [clueMatter])).matters[0]!;
    expect(open.lines.map(({ record }) => record)).toContain(clue);
    const closed = await pools.owner.query(
      "select record from clues.clues where state = 'RECHECKED' and retired_at is null",
    );
    expect(open.lines.map(({ record }) => record)).not.toContain(closed.rows[0].record);
  });
});

test('supervision is counted in its register and ends when it is lifted', async () => {
  const clue = await accepted();
  await step('supervisor', clue, 'SUPERVISE', {
    supervisor: 'PROVINCIAL_OFFICE',
    letterNo: `督〔2021〕${clue.slice(-4)}号`,
    way: 'LETTER',
    dueOn: '2021-05-12',
  });
  const view = await viewMatter(desk(), people.manager!, clueMatter, clue);
  expect(view.limits.find(({ id }) => id === 'SUPERVISION')!.dueAt).toBe(
    new Date('2021-05-13T00:00:00+08:00').toISOString(),
  );
  // The page shows the letters from this answer: nothing else is asked for, so nothing else is opened.
  const letters = view.beside.find(({ register }) => register === 'clues.supervisions')!.rows;
  expect(letters.map(({ values }) => values)).toEqual([
    expect.objectContaining({
      letterNo: `督〔2021〕${clue.slice(-4)}号`,
      supervisor: 'PROVINCIAL_OFFICE',
      dueOn: '2021-05-12',
      liftedOn: null,
    }),
  ]);
  await step('supervisor', clue, 'LIFT', { letterNo: `督〔2021〕${clue.slice(-4)}号`, reason: '已按期报告' });
  const { rows } = await pools.owner.query(
    'select version, lifted_on::text from clues.supervisions where clue = $1 order by version',
    [clue],
  );
  expect(rows).toEqual([
    { version: 1, lifted_on: null },
    { version: 2, lifted_on: '2021-04-12' },
  ]);
});
