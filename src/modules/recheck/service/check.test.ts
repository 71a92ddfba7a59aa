import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { nobody } from '../../../platform/http/context.ts';
import { advance } from '../../../platform/lifecycle/advance.ts';
import { clueMatter } from '../../clues/index.ts';
import { registers } from '../../index.ts';
import { listDrawn, listOwn, recordResult, stepAside, takeCase, viewPlan } from '../service.ts';
import { recheckHouse } from '../testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { desk, city, planner } = house;

let drawn = '';
beforeAll(async () => {
  drawn = await house.drawn();
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
  expect(await house.found(drawn)).toEqual([]);
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
  expect(await house.found(drawn)).toEqual([]);
});
