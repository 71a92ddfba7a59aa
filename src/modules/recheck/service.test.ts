import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { nobody } from '../../platform/http/context.ts';
import { advance } from '../../platform/lifecycle/advance.ts';
import { changeRecord } from '../../platform/register/records/change.ts';
import { clueMatter } from '../clues/index.ts';
import { registers } from '../index.ts';
import { timeOfRound } from './bundle/beacon.ts';
import type { RecheckFile } from './bundle/format.ts';
import { verifyRecheck } from './bundle/verify.ts';
import {
  auditPlan,
  drawByBeacon,
  enterDice,
  listDrawn,
  listOwn,
  listPlans,
  openCase,
  planDraw,
  previewPlan,
  recheckFile,
  recordResult,
  stepAside,
  takeCase,
  viewPlan,
} from './service.ts';
import { signRound, testChain } from './testing/beacon.ts';
import { recheckHouse } from './testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { desk, city, planner, first, second, auditor } = house;
const chains = [testChain];
const fileOf = async (id: string): Promise<RecheckFile> => JSON.parse(await recheckFile(desk, id)) as RecheckFile;
const found = async (id: string, opening?: string) =>
  verifyRecheck(await recheckFile(desk, id), { chains, opening }).findings;

async function drawNow(id: string): Promise<void> {
  const { plan } = await viewPlan(desk, planner, id);
  if (plan.seed.kind !== 'beacon') throw new Error('not a beacon');
  await drawByBeacon(desk, first, id, { round: plan.seed.round, signature: signRound(plan.seed.round) });
}

let drawn = '';
beforeAll(async () => {
  drawn = await planDraw(desk, planner, house.asked());
  await drawNow(drawn);
});

test('a preview says what would be drawn and commits to nothing', async () => {
  const preview = await previewPlan(
    desk,
    house.asked({ population: 'DATA_MATCH_CLUE', sizing: { rates: { ALL: 5_000 } } }),
  );
  expect(preview).toMatchObject({ count: 5, size: 3, uncovered: 0, replaces: null });
  expect(preview.totals).toEqual({
    all: 30,
    byConclusion: { SUBSTANTIATED: 7, PARTLY: 0, UNSUBSTANTIATED: 20, UNVERIFIABLE: 0, NONE: 3 },
    dataMatches: { concluded: 5, open: 1 },
  });
  expect(await listPlans(desk, planner)).toHaveLength(1);
});

test('a committed plan stands in the ledger before its seed, and its file holds without this system', async () => {
  const view = await viewPlan(desk, nobody, drawn);
  expect(view).toMatchObject({ state: 'DRAWN', number: 1, cases: 20, size: 6, period: '2021-Q2', seedKind: 'beacon' });
  expect(view.planned!.size).toBeGreaterThan(0);
  expect(await found(drawn)).toEqual([]);
  const { proof, seed } = await fileOf(drawn);
  expect(seed!.proof.index).toBeGreaterThan(proof.plan.index);
});

test('the file names no clue, no officer and no account but by their commitments', async () => {
  const text = await recheckFile(desk, drawn);
  const parts = JSON.parse(text) as RecheckFile;
  const told = JSON.stringify({ ...parts, proof: null, seed: null, results: [] });
  for (const record of [...house.clues.values(), ...house.officers.values()]) expect(told).not.toContain(record);
  for (const serial of house.clues.keys()) expect(text).not.toContain(serial);
});

test('nobody who handled the case, or is of its unit, is drawn to check it', async () => {
  for (const { clue, rechecker } of await listDrawn(desk, planner, drawn)) {
    const serial = [...house.clues].find(([, record]) => record === clue)![0];
    const number = Number(serial.slice(3));
    const officerNo = [...house.officers].find(([, record]) => record === rechecker!.officer)![0];
    expect(number % 3 === 0 ? ['P', 'J'] : ['D', 'J']).toContain(officerNo[0]);
    if (number === 4) expect(officerNo).not.toBe('J1');
  }
});

test('the draw stands in the registers, with its re-checkers', async () => {
  const { rows } = await pools.owner.query(
    `select d.number, d.size, f.size as frame, count(r.record) as results from recheck.draws d
     join recheck.frames f on f.record = d.frame join recheck.results r on r.draw = d.record
     where d.number = 'CC-001' group by 1, 2, 3`,
  );
  expect(rows).toEqual([{ number: 'CC-001', size: 6, frame: 20, results: 6 }]);
});

test('a second plan for the quarter is refused without a reason, and visible with one', async () => {
  await expect(planDraw(desk, planner, house.asked())).rejects.toMatchObject({
    code: 'recheck.again',
    params: { number: 1 },
  });
  const reason = '首次抽查的复查人员库不全，经集体研究重新抽查';
  const id = await planDraw(desk, planner, house.asked({ reason }));
  const { plan } = await viewPlan(desk, nobody, id);
  expect(plan).toMatchObject({ number: 2, replaces: { plan: drawn, number: 1, reason } });
  expect(plan.previous).toMatch(/^[0-9a-f]{64}$/);
  expect((await viewPlan(desk, nobody, drawn)).replacedBy).toBe(2);
  expect(await found(id)).toEqual([]);
  expect(verifyRecheck(await recheckFile(desk, id), { chains }).facts!.replaces).toMatchObject({ reason });
});

test('an earlier cut-off day cannot be drawn any more', async () => {
  const asked = house.asked({ asOf: '2021-03-31', reason: '想再抽一次直到满意为止' });
  await expect(planDraw(desk, planner, asked)).rejects.toMatchObject({ code: 'recheck.backwards' });
});

test('a seed that could be known when the plan is made is refused', async () => {
  const at = new Date(Date.now() + 60_000).toISOString();
  const asked = house.asked({ population: 'DATA_MATCH_CLUE', seed: { kind: 'beacon', at } });
  await expect(planDraw(desk, planner, asked)).rejects.toMatchObject({ code: 'recheck.tooSoon' });
});

test('an empty frame and officers who are not in the roster are refused', async () => {
  const early = house.asked({ population: 'DATA_MATCH_CLUE', asOf: '2020-01-01' });
  await expect(planDraw(desk, planner, early)).rejects.toMatchObject({ code: 'recheck.empty' });
  const strangers = house.asked({ population: 'DATA_MATCH_CLUE', pool: [drawn] });
  await expect(planDraw(desk, planner, strangers)).rejects.toMatchObject({ code: 'recheck.pool' });
});

test('the seed is the one the plan named, once', async () => {
  const asked = house.asked({ population: 'DATA_MATCH_CLUE', sizing: { size: 2 } });
  const id = await planDraw(desk, planner, asked);
  const { plan } = await viewPlan(desk, planner, id);
  const { round, at } = plan.seed as { round: number; at: string };
  expect(Date.parse(at)).toBe(timeOfRound(testChain, round));
  const by = (given: { round: number; signature: string }) => drawByBeacon(desk, first, id, given);
  await expect(by({ round: round + 1, signature: signRound(round + 1) })).rejects.toMatchObject({
    code: 'recheck.otherSource',
  });
  await expect(by({ round, signature: signRound(round + 1) })).rejects.toMatchObject({ code: 'recheck.badBeacon' });
  await expect(enterDice(desk, first, id, '1'.repeat(50))).rejects.toMatchObject({ code: 'recheck.otherSource' });
  expect((await viewPlan(desk, planner, id)).state).toBe('COMMITTED');
  await by({ round, signature: signRound(round) });
  await expect(by({ round, signature: signRound(round) })).rejects.toMatchObject({ code: 'recheck.drawn' });
});

test('dice draw only when two others than the planner typed the same', async () => {
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const dice = { kind: 'dice', at, place: '市委政法委一楼会议室', rolls: 50 } as const;
  const reason = '信标无法访问，改用现场掷骰';
  const id = await planDraw(
    desk,
    planner,
    house.asked({ population: 'DATA_MATCH_CLUE', sizing: { size: 2 }, seed: dice, reason }),
  );
  const rolls = '1234561234'.repeat(5);
  await expect(enterDice(desk, planner, id, rolls)).rejects.toMatchObject({ code: 'recheck.planner' });
  await expect(enterDice(desk, first, id, rolls.slice(1))).rejects.toMatchObject({ code: 'recheck.rolls' });
  expect(await enterDice(desk, first, id, rolls)).toBe(false);
  expect(await enterDice(desk, first, id, rolls)).toBe(false);
  expect(await enterDice(desk, second, id, rolls.replace('1', '2'))).toBe(false);
  const waiting = await viewPlan(desk, nobody, id);
  expect(waiting).toMatchObject({ dice: { typists: 2, agree: false }, seed: null });
  expect(JSON.stringify(waiting)).not.toContain(rolls);
  expect(await enterDice(desk, second, id, rolls)).toBe(true);
  expect(await found(id)).toEqual([]);
  const file = await fileOf(id);
  expect(file.seed).toMatchObject({ kind: 'dice', rolls, entries: [{}, {}] });
});

test('only the re-checker drawn opens a case, and from then on may read the clue', async () => {
  const [one] = await listDrawn(desk, planner, drawn);
  const officerNo = [...house.officers].find(([, record]) => record === one!.rechecker!.officer)![0];
  const checker = house.handler(officerNo);
  const other = house.handler([...house.officers.keys()].find((name) => name !== officerNo)!);
  await expect(takeCase(desk, other, drawn, one!.number)).rejects.toMatchObject({ code: 'recheck.notYours' });
  await expect(listDrawn(desk, checker, drawn)).rejects.toMatchObject({ code: 'record.missing' });
  expect((await listOwn(desk, checker)).map(({ number }) => number)).toContain(one!.number);
  expect(await takeCase(desk, checker, drawn, one!.number)).toMatchObject({
    clue: one!.clue,
    conclusion: { zh: '查否', en: 'Unsubstantiated' },
  });
  const { rows } = await pools.owner.query(
    'select register from access.named where account = $1 and ended_at is null',
    [checker.account],
  );
  expect(rows.map(({ register }) => register).sort()).toEqual(['clues.clues', 'recheck.results']);
});

/** A clue as it stands, and the steps taken on it with the acts they were taken in. */
async function clueOf(clue: string) {
  const { rows } = await pools.owner.query(
    'select state, conclusion from clues.clues where record = $1 and retired_at is null',
    [clue],
  );
  const steps = await pools.owner.query(
    `select s.action, s.account, a.act from clues.clue_steps s join ledger.acts a on a.id = s.act where s.matter = $1 order by s.number`,
    [clue],
  );
  return { ...rows[0], steps: steps.rows };
}
const checkerOf = ({ rechecker }: { readonly rechecker: { readonly officer: string } | null }) =>
  house.handler([...house.officers].find(([, record]) => record === rechecker!.officer)![0]);

test('a changed answer opens the clue again in the same act, and the result stands', async () => {
  const one = (await listDrawn(desk, planner, drawn))[1]!;
  const checker = checkerOf(one);
  const result = { outcome: 'CHANGED', difference: '原结论依据不足', cause: '未调取流水' } as const;
  await expect(recordResult(desk, planner, drawn, one.number, result)).rejects.toMatchObject({
    code: 'recheck.notYours',
  });
  await recordResult(desk, checker, drawn, one.number, { ...result, outcome: 'SUPPLEMENT' });
  expect(await clueOf(one.clue)).toEqual({ state: 'CLOSED', conclusion: 'UNSUBSTANTIATED', steps: [] });
  await recordResult(desk, checker, drawn, one.number, result);
  expect(await clueOf(one.clue)).toEqual({
    state: 'REGISTERED',
    conclusion: null,
    steps: [{ action: 'OVERTURN', account: checker.account, act: 'recheck.result' }],
  });
  await expect(recordResult(desk, checker, drawn, one.number, result)).rejects.toMatchObject({ code: 'recheck.done' });
  await expect(stepAside(desk, checker, drawn, one.number, 'RELATIVE')).rejects.toMatchObject({ code: 'recheck.done' });
  const { rows } = await pools.owner.query(
    'select version, result, state from recheck.results where clue = $1 order by version desc limit 1',
    [one.clue],
  );
  expect(rows).toEqual([{ version: 3, result: 'CHANGED', state: 'DONE' }]);
  expect(await found(drawn)).toEqual([]);
  expect((await viewPlan(desk, nobody, drawn)).results).toMatchObject({ done: 1, changed: 1, error: { rate: 1 } });
});

test('an upheld answer takes its step by the hand of the re-checker', async () => {
  const one = (await listDrawn(desk, planner, drawn))[3]!;
  const checker = checkerOf(one);
  await recordResult(desk, checker, drawn, one.number, { outcome: 'UPHELD', difference: null, cause: null });
  expect(await clueOf(one.clue)).toEqual({
    state: 'RECHECKED',
    conclusion: 'UNSUBSTANTIATED',
    steps: [{ action: 'RECHECK', account: checker.account, act: 'recheck.result' }],
  });
});

test('whoever found the facts cannot check them again, though drawn; nothing of the result is kept', async () => {
  const one = (await listDrawn(desk, planner, drawn))[4]!;
  const checker = checkerOf(one);
  const values = {
    matter: one.clue,
    number: 1,
    action: 'REPORT',
    fromState: 'IN_VERIFICATION',
    toState: 'REPORTED',
    account: checker.account,
    takenAt: '2021-03-02T00:00:00Z',
    input: '{}',
    rule: 'clues.clue@1',
  };
  await city.add('clues.clueSteps', values);
  const result = { outcome: 'CHANGED', difference: '原结论依据不足', cause: null } as const;
  await expect(recordResult(desk, checker, drawn, one.number, result)).rejects.toMatchObject({
    code: 'matter.separation',
  });
  expect(await clueOf(one.clue)).toMatchObject({ state: 'CLOSED', steps: [{ action: 'REPORT' }] });
  expect((await listDrawn(desk, planner, drawn))[4]!.outcome).toBeNull();
});

test('whoever must stand back since the draw can only step aside', async () => {
  const one = (await listDrawn(desk, planner, drawn))[5]!;
  const checker = checkerOf(one);
  await takeCase(desk, checker, drawn, one.number);
  await city.add('clues.interests', {
    clue: one.clue,
    officer: checker.officer,
    reason: '与举报人系同学',
    declaredOn: '2021-07-02',
  });
  const result = { outcome: 'UPHELD', difference: null, cause: null } as const;
  const barred = { code: 'recheck.barred' };
  await expect(recordResult(desk, checker, drawn, one.number, result)).rejects.toMatchObject(barred);
  await expect(takeCase(desk, checker, drawn, one.number)).rejects.toMatchObject(barred);
  await stepAside(desk, checker, drawn, one.number, 'INTEREST');
  expect((await clueOf(one.clue)).state).toBe('CLOSED');
});

test('the result of a clue that was opened again meanwhile counts, and takes no step', async () => {
  const one = (await listDrawn(desk, planner, drawn))[0]!;
  const manager = city.as('CLUE_MANAGER', undefined, '01900000-0000-7000-8000-0000000000d1');
  await advance(desk, manager, clueMatter, { record: one.clue, action: 'REOPEN', input: { reason: '举报人补充证据' } });
  await recordResult(desk, checkerOf(one), drawn, one.number, { outcome: 'UPHELD', difference: null, cause: null });
  expect((await listDrawn(desk, planner, drawn))[0]!.outcome).toBe('UPHELD');
  expect(await clueOf(one.clue)).toMatchObject({ state: 'REGISTERED', steps: [{ action: 'REOPEN' }] });
});

test('who steps aside is followed by the next of the same seed', async () => {
  const before = (await listDrawn(desk, planner, drawn))[2]!;
  const checker = house.handler([...house.officers].find(([, record]) => record === before.rechecker!.officer)![0]);
  await stepAside(desk, checker, drawn, before.number, 'RELATIVE');
  const after = (await listDrawn(desk, planner, drawn))[2]!;
  expect(after.rechecker!.officer).not.toBe(before.rechecker!.officer);
  await expect(stepAside(desk, checker, drawn, before.number, 'RELATIVE')).rejects.toMatchObject({
    code: 'recheck.notYours',
  });
  expect(await found(drawn)).toEqual([]);
});

test('the person concerned can open the own case offline', async () => {
  const opening = JSON.stringify(await openCase(desk, planner, drawn, house.clues.get('XS-001')!));
  expect(await found(drawn, opening)).toEqual([]);
  await expect(openCase(desk, planner, drawn, house.clues.get('XS-025')!)).rejects.toMatchObject({
    code: 'record.missing',
  });
});

test('the audit builds the same frame again, though clues changed since', async () => {
  const taken = (await listDrawn(desk, planner, drawn)).map(({ clue }) => clue);
  const [name, clue] = [...house.clues].find(([, record]) => !taken.includes(record))!;
  const values = { conclusion: 'SUBSTANTIATED' };
  await changeRecord(city.records, city.as('CLUE_MANAGER'), registers.get('clues.clues'), clue, {
    version: 1,
    values,
    reason: '复核改变',
  });
  await house.addClue('XS-099');
  expect(await auditPlan(desk, auditor, drawn), name).toEqual({ cases: 20, holds: true, findings: [] });
});

/** What an operator with the database in hand may do; the audit must name it. */
async function tampered(sql: string, values: unknown[] = []): Promise<{ kind: string; what: string }[]> {
  const client = await pools.owner.connect();
  try {
    await client.query(sql, values);
    return (await auditPlan(desk, auditor, drawn)).findings;
  } finally {
    client.release();
  }
}

test('a case that was hidden or exchanged is named by its number', async () => {
  const hidden = house.clues.get('XS-003')!;
  const stranger = house.clues.get('XS-022')!;
  const swap = 'update recheck.case_openings set clue = $2 where plan = $3 and clue = $1';
  const findings = await tampered(swap, [hidden, stranger, drawn]);
  expect(findings).toContainEqual({ kind: 'hidden', what: 'XS-003' });
  expect(findings).toContainEqual({ kind: 'added', what: stranger });
  expect(findings.map(({ kind }) => kind)).toContain('root');
  expect(await tampered(swap, [stranger, hidden, drawn])).toEqual([]);
});

test('a re-checker freed from a bar, or a plan rewritten, is found', async () => {
  const clue = house.clues.get('XS-005')!;
  const { rows } = await pools.owner.query('select excluded from recheck.case_openings where plan = $1 and clue = $2', [
    drawn,
    clue,
  ]);
  const bar = 'update recheck.case_openings set excluded = $1 where plan = $2 and clue = $3';
  const freed = await tampered(bar, [[], drawn, clue]);
  expect(freed).toContainEqual({ kind: 'excluded', what: 'XS-005' });
  expect(await tampered(bar, [rows[0].excluded, drawn, clue])).toEqual([]);
  const rewrite = `update recheck.plans set content = replace(content, $1, $2) where plan = $3`;
  expect(await tampered(rewrite, ['"size":6', '"size":7', drawn])).toEqual([{ kind: 'plan', what: 'ledger' }]);
  expect((await found(drawn)).map(({ where }) => where)).toContain('plan.sizing');
  expect(await tampered(rewrite, ['"size":7', '"size":6', drawn])).toEqual([]);
});

test('a case put into the frame beside the plan is found by whoever has the file', async () => {
  const at = { plan: drawn, name: Buffer.alloc(32, 255) };
  await pools.owner.query(
    'insert into recheck.plan_cases (plan, position, stratum, name, excluded) values ($1, 999, 0, $2, $2)',
    [at.plan, at.name],
  );
  expect((await found(drawn)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['frameCount', 'frameRoot']));
  await pools.owner.query('delete from recheck.plan_cases where plan = $1 and position = 999', [drawn]);
  expect(await found(drawn)).toEqual([]);
});

test('a declared relation bars, from both sides', async () => {
  await city.add('clues.relations', {
    officer: house.officers.get('P1')!,
    relative: house.officers.get('J2')!,
    kind: 'SIBLING',
    declaredOn: '2021-06-01',
  });
  const pool = ['J2', 'J3'].map((name) => house.officers.get(name)!);
  const asked = house.asked({ asOf: '2021-07-31', sizing: { rates: { ALL: 10_000 } }, pool });
  const id = await planDraw(desk, planner, asked);
  await drawNow(id);
  for (const one of await listDrawn(desk, planner, id)) {
    const number = Number([...house.clues].find(([, record]) => record === one.clue)![0].slice(3));
    const handledByP1 = number <= 30 && number % 3 !== 0;
    if (handledByP1) expect(one.rechecker?.officer).not.toBe(house.officers.get('J2'));
  }
  expect(await found(id)).toEqual([]);
});

test('two people who plan at once: one of them is told', async () => {
  const asked = house.asked({ asOf: '2021-10-31' });
  const both = await Promise.allSettled([planDraw(desk, planner, asked), planDraw(desk, planner, asked)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const numbers = (await listPlans(desk, nobody)).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at));
});

test('the application role can add to what was committed, and change nothing', async () => {
  for (const table of [
    'plans',
    'plan_cases',
    'case_openings',
    'pool_members',
    'seeds',
    'drawn_cases',
    'asides',
    'outcomes',
    'dice_entries',
  ]) {
    const { rows } = await pools.owner.query(
      `select has_table_privilege('mingjing_app', $1, 'update') as change, has_table_privilege('mingjing_app', $1, 'delete') as remove`,
      [`recheck.${table}`],
    );
    expect(rows[0], table).toEqual({ change: false, remove: false });
  }
});

test('what opens a frame is shown to no role that may not see the clues', async () => {
  const client = await pools.app.connect();
  try {
    for (const [roles, sees] of [
      ['OFFICE_STAFF', false],
      ['CASE_HANDLER', false],
      ['SYSTEM_ADMIN', false],
      ['', false],
      ['DISCIPLINE_LIAISON', true],
    ] as const) {
      await client.query('begin');
      await client.query(`select set_config('mingjing.roles', $1, true)`, [roles]);
      for (const table of ['case_openings', 'pool_members']) {
        const { rows } = await client.query(`select count(*) > 0 as sees from recheck.${table}`);
        expect([roles, table, rows[0].sees]).toEqual([roles, table, sees]);
      }
      const { rows } = await client.query('select count(*) as seen from recheck.dice_entries');
      expect(rows[0].seen).toBe(0);
      await client.query('rollback');
    }
  } finally {
    client.release();
  }
});
