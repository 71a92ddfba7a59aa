import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { nobody } from '../../../platform/http/context.ts';
import { registers } from '../../index.ts';
import type { RecheckFile } from '../bundle/format.ts';
import { verifyRecheck } from '../bundle/verify.ts';
import { listDrawn, listPlans, planDraw, previewPlan, recheckFile, viewPlan } from '../service.ts';
import { testChain } from '../testing/beacon.ts';
import { recheckHouse } from '../testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { desk, city, planner } = house;
const chains = [testChain];

let drawn = '';
beforeAll(async () => {
  drawn = await house.drawn();
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
  expect(await listPlans(desk)).toHaveLength(1);
});

test('a committed plan stands in the ledger before its seed, and its file holds without this system', async () => {
  const view = await viewPlan(desk, nobody, drawn);
  expect(view).toMatchObject({ state: 'DRAWN', number: 1, cases: 20, size: 6, period: '2021-Q2', seedKind: 'beacon' });
  expect(view.planned!.size).toBeGreaterThan(0);
  expect(await house.found(drawn)).toEqual([]);
  const { proof, seed } = await house.fileOf(drawn);
  expect(seed!.proof.index).toBeGreaterThan(proof.plan.index);
});

test('the file names no clue, no officer and no account but by their commitments', async () => {
  const text = await recheckFile(desk, drawn);
  const parts = JSON.parse(text) as RecheckFile;
  const told = JSON.stringify({ ...parts, proof: null, seed: null, results: [] });
  for (const record of [...house.clues.values(), ...house.officers.values()]) expect(told).not.toContain(record);
  for (const serial of house.clues.keys()) expect(text).not.toContain(serial);
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
  expect(await house.found(id)).toEqual([]);
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
  await house.draw(id);
  for (const one of await listDrawn(desk, planner, id)) {
    const number = Number([...house.clues].find(([, record]) => record === one.clue)![0].slice(3));
    const handledByP1 = number <= 30 && number % 3 !== 0;
    if (handledByP1) expect(one.rechecker?.officer).not.toBe(house.officers.get('J2'));
  }
  expect(await house.found(id)).toEqual([]);
});

test('two people who plan at once: one of them is told', async () => {
  const asked = house.asked({ asOf: '2021-10-31' });
  const both = await Promise.allSettled([planDraw(desk, planner, asked), planDraw(desk, planner, asked)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const numbers = (await listPlans(desk)).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at));
});
