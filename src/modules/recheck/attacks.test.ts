import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { registers } from '../index.ts';
import { auditPlan, planDraw } from './service.ts';
import { recheckHouse } from './testing/recheck-desk.ts';

/**
 * What somebody may try who wants another draw: leave a case out, put one in, choose the seed after the frame, draw until it suits. The
 * planner is refused; what an operator does with the database in hand the audit names.
 */
const pools = testDatabase();
const house = recheckHouse(pools, registers);
let plan = '';

beforeAll(async () => {
  plan = await planDraw(house.desk, house.planner, house.asked());
});

test('no seed that could be known when the plan is made: by the minute, and by whatever source', async () => {
  const { desk, planner, asked } = house;
  const now = Date.now();
  const held = { ...desk, now: () => new Date(now) };
  for (const kind of ['beacon', 'dice'] as const) {
    const seed = (ms: number) => {
      const at = new Date(now + ms).toISOString();
      return kind === 'beacon' ? { kind, at } : { kind, at, place: '会议室', rolls: 50 };
    };
    const plan = (ms: number) =>
      planDraw(held, planner, asked({ population: 'DATA_MATCH_CLUE', seed: seed(ms), reason: '改用另一来源' }));
    await expect(plan(desk.lead - 1), kind).rejects.toMatchObject({ code: 'recheck.tooSoon' });
    await expect(plan(desk.lead), kind).resolves.toBeTypeOf('string');
  }
});

test('no second draw of a quarter without a reason that all can read, and none of an earlier day', async () => {
  const { desk, planner, asked } = house;
  await expect(planDraw(desk, planner, asked())).rejects.toMatchObject({ code: 'recheck.again' });
  await expect(planDraw(desk, planner, asked({ asOf: '2021-04-01' }))).rejects.toMatchObject({
    code: 'recheck.backwards',
  });
  const earlier = asked({ asOf: '2021-03-31', reason: '重抽' });
  await expect(planDraw(desk, planner, earlier)).rejects.toMatchObject({ code: 'recheck.backwards' });
});

const audit = async () => (await auditPlan(house.desk, house.auditor, plan)).findings;
const position = async (serial: string): Promise<number> => {
  const { rows } = await pools.owner.query('select position from recheck.case_openings where plan = $1 and clue = $2', [
    plan,
    house.clues.get(serial),
  ]);
  return rows[0].position;
};

/** Writes past the program, looks, and puts it back. */
async function tampered(write: string, back: string, values: unknown[]): Promise<{ kind: string; what: string }[]> {
  const done = await pools.owner.query(write, values);
  expect(done.rowCount).toBe(1);
  const findings = await audit();
  await pools.owner.query(back, values);
  expect(await audit()).toEqual([]);
  return findings;
}

const opening = (set: string, back: string) =>
  [
    `update recheck.case_openings set ${set} where plan = $1 and position = $2`,
    `update recheck.case_openings set ${back} where plan = $1 and position = $2`,
  ] as const;

test.each([
  ['version', 'version = version + 1', 'version = version - 1'],
  ['risk', "risk = 'HIGH'", "risk = 'LOW'"],
])('a case whose %s was altered is named', async (_what, set, back) => {
  // Even numbers are anonymous, and so of low risk.
  const values = [plan, await position('XS-008')];
  expect(await tampered(...opening(set, back), values)).toContainEqual({ kind: 'altered', what: 'XS-008' });
});

test('an opening whose salt is not the one committed to is found', async () => {
  const values = [plan, await position('XS-008')];
  const flipped = 'salt = set_byte(salt, 0, get_byte(salt, 0) # 1)';
  expect(await tampered(...opening(flipped, flipped), values)).toEqual([{ kind: 'root', what: 'plan_cases' }]);
});

test('a case that stands in the frame twice is named, and so is the one it displaced', async () => {
  const { rows } = await pools.owner.query('select clue from recheck.case_openings where plan = $1 and position = $2', [
    plan,
    await position('XS-008'),
  ]);
  const twice = house.clues.get('XS-010')!;
  const at = await position('XS-008');
  const set = 'update recheck.case_openings set clue = $3 where plan = $1 and position = $2';
  await pools.owner.query(set, [plan, at, twice]);
  const findings = await audit();
  await pools.owner.query(set, [plan, at, rows[0].clue]);
  expect(findings).toContainEqual({ kind: 'hidden', what: 'XS-008' });
  expect(findings).toContainEqual({ kind: 'added', what: twice });
});

test('a case left out for one that does not belong there: both are named', async () => {
  const at = await position('XS-008');
  const stranger = house.clues.get('XS-022')!;
  const set = 'update recheck.case_openings set clue = $3 where plan = $1 and position = $2';
  await pools.owner.query(set, [plan, at, stranger]);
  const findings = await audit();
  await pools.owner.query(set, [plan, at, house.clues.get('XS-008')]);
  expect(findings).toContainEqual({ kind: 'hidden', what: 'XS-008' });
  expect(findings).toContainEqual({ kind: 'added', what: stranger });
});

test('a re-checker freed from a bar is found', async () => {
  const at = await position('XS-008');
  const { rows } = await pools.owner.query(
    'select excluded from recheck.case_openings where plan = $1 and position = $2',
    [plan, at],
  );
  expect(rows[0].excluded).not.toEqual([]);
  const set = 'update recheck.case_openings set excluded = $3 where plan = $1 and position = $2';
  await pools.owner.query(set, [plan, at, []]);
  const findings = await audit();
  await pools.owner.query(set, [plan, at, rows[0].excluded]);
  expect(findings).toContainEqual({ kind: 'excluded', what: 'XS-008' });
});

test('a committed name that was exchanged no longer gives the root that was published', async () => {
  const flip =
    'update recheck.plan_cases set excluded = set_byte(excluded, 0, get_byte(excluded, 0) # 1) where plan = $1 and position = $2';
  expect(await tampered(flip, flip, [plan, 0])).toEqual([{ kind: 'root', what: 'frame' }]);
});

test.each([
  ['"all":30', '"all":31', { kind: 'plan', what: 'totals' }],
  ['"figure":{"count":20', '"figure":{"count":21', { kind: 'root', what: 'figure' }],
  ['"register":{"count":30', '"register":{"count":31', { kind: 'root', what: 'register' }],
])('a plan whose counts are not those of the register is found: %s', async (from, to, told) => {
  const set = 'update recheck.plans set content = replace(content, $2, $3) where plan = $1';
  const done = await pools.owner.query(`${set} and position($2 in content) > 0`, [plan, from, to]);
  expect(done.rowCount).toBe(1);
  const findings = await audit();
  await pools.owner.query(set, [plan, to, from]);
  expect(findings).toContainEqual(told);
  expect(findings).toContainEqual({ kind: 'plan', what: 'ledger' });
});
