import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { nobody } from '../../../platform/http/context.ts';
import { registers } from '../../index.ts';
import { timeOfRound } from '../bundle/beacon.ts';
import { isEarly } from '../rules.ts';
import { drawByBeacon, enterDice, listDrawn, planDraw, viewPlan } from '../service.ts';
import { signRound, testChain } from '../testing/beacon.ts';
import { recheckHouse } from '../testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { desk, planner, first, second } = house;

let drawn = '';
beforeAll(async () => {
  drawn = await house.drawn();
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

const ROLLS = '1234561234'.repeat(5);
/** Dice for the second population; a reason, since another test may have planned before. */
const dicePlan = (at: number) =>
  house.asked({
    population: 'DATA_MATCH_CLUE',
    sizing: { size: 2 },
    seed: { kind: 'dice', at: new Date(at).toISOString(), place: '市委政法委一楼会议室', rolls: 50 },
    reason: '信标无法访问，改用现场掷骰',
  });

test('dice are refused before the hour that was announced, and nothing of them is kept', async () => {
  const id = await planDraw(desk, planner, dicePlan(Date.now() + 3_600_000));
  for (const typist of [first, second]) {
    await expect(enterDice(desk, typist, id, ROLLS)).rejects.toMatchObject({ code: 'recheck.diceEarly' });
  }
  expect(await viewPlan(desk, nobody, id)).toMatchObject({ state: 'COMMITTED', dice: { typists: 0 }, seed: null });
  const hour = '2021-07-01T03:00:00.000Z';
  expect(isEarly('2021-07-01T02:59:59.999999Z', hour)).toBe(true);
  expect(isEarly('2021-07-01T03:00:00.000000Z', hour)).toBe(false);
});

test('dice draw only when two others than the planner typed the same', async () => {
  // The hour is over: a plan like this one is made only where no time is kept between it and its seed.
  const id = await planDraw({ ...desk, lead: -60_000 }, planner, dicePlan(Date.now() - 1_000));
  await expect(enterDice(desk, planner, id, ROLLS)).rejects.toMatchObject({ code: 'recheck.planner' });
  await expect(enterDice(desk, first, id, ROLLS.slice(1))).rejects.toMatchObject({ code: 'recheck.rolls' });
  expect(await enterDice(desk, first, id, ROLLS)).toBe(false);
  expect(await enterDice(desk, first, id, ROLLS)).toBe(false);
  expect(await enterDice(desk, second, id, ROLLS.replace('1', '2'))).toBe(false);
  const waiting = await viewPlan(desk, nobody, id);
  expect(waiting).toMatchObject({ dice: { typists: 2, agree: false }, seed: null });
  expect(JSON.stringify(waiting)).not.toContain(ROLLS);
  expect(await enterDice(desk, second, id, ROLLS)).toBe(true);
  expect(await house.found(id)).toEqual([]);
  const file = await house.fileOf(id);
  expect(file.seed).toMatchObject({ kind: 'dice', rolls: ROLLS, entries: [{}, {}] });
});
