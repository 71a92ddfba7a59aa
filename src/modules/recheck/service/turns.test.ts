import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { dayNumber, dayOf, dayText, endOfDay, startOfDay } from '../../../platform/calendar/day.ts';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { itemsOf } from '../../../platform/desk/item.ts';
import type { AppError } from '../../../platform/errors.ts';
import { evaluate, figureDesk } from '../../../platform/figure/evaluate.ts';
import { nobody } from '../../../platform/http/context.ts';
import { changeRecord } from '../../../platform/register/records/change.ts';
import { addOfficer } from '../../../platform/register/testing/people.ts';
import { registers } from '../../index.ts';
import { recheckModule } from '../index.ts';
import { CHECK_DAYS } from '../limits.ts';
import { draws } from '../registers.ts';
import {
  listDrawn,
  listOwn,
  listPlans,
  planDraw,
  previewPlan,
  recordResult,
  replaceLate,
  takeCase,
  unreadyOf,
  viewPlan,
} from '../service.ts';
import { recheckHouse } from '../testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { desk, city, planner } = house;
const calendar = workCalendar();

/** Everything of re-checks as it is seen at a moment. */
const at = (moment: number) => ({ ...desk, now: () => new Date(moment) });
const officerNo = (officer: string): string => [...house.officers].find(([, record]) => record === officer)![0];
const checkerOf = (one: { readonly rechecker: { readonly officer: string } | null }): Session =>
  house.handler(officerNo(one.rechecker!.officer));
const caseAt = async (number: number, on = desk) =>
  (await listDrawn(on, planner, drawn)).find((one) => one.number === number)!;
const upheld = { outcome: 'UPHELD', difference: null, cause: null } as const;

/** What a desk counts of one item; undefined where it does not stand on it. */
async function counted(session: Session, name: string, moment: number) {
  const { items } = await itemsOf({ pools, now: () => new Date(moment) }, session, recheckModule.deskItems);
  const found = items.find((item) => item.name === name);
  return found && [found.waiting, found.late];
}

let drawn = '';
let last = '';
let due = 0;
beforeAll(async () => {
  drawn = await house.drawn({ limit: 5 });
  const { drawnAt } = await viewPlan(desk, nobody, drawn);
  last = calendar.addWorkingDays(dayOf(new Date(drawnAt!)), 5);
  due = endOfDay(last).getTime();
});

test('a plan commits to its limit, fifteen working days unless it says otherwise', async () => {
  expect((await viewPlan(desk, nobody, drawn)).plan.limit).toBe(5);
  expect(CHECK_DAYS).toBe(15);
  expect((await house.fileOf(drawn)).plan.limit).toBe(5);
});

test('the limit of a case ends with its last working day, and warns a working day before', async () => {
  const before = startOfDay(calendar.addWorkingDays(last, -1)).getTime();
  const after = startOfDay(calendar.addWorkingDays(last, 1)).getTime();
  const seen = async (moment: number) => (await caseAt(1, at(moment))).limit;
  expect(await seen(before - 1)).toEqual({ lastDay: last, colour: 'GREEN', late: false });
  expect(await seen(before)).toEqual({ lastDay: last, colour: 'YELLOW', late: false });
  expect(await seen(due)).toMatchObject({ late: false });
  expect(await seen(due + 1)).toMatchObject({ late: true });
  expect(await seen(after)).toMatchObject({ colour: 'RED' });
  const seenBy = async (moment: number) => {
    const { waiting, late } = await viewPlan(at(moment), nobody, drawn);
    expect((await listPlans(at(moment)))[0]!.late).toBe(late);
    return { ...waiting, late };
  };
  expect(await seenBy(before - 1)).toEqual({ open: 6, soon: 0, late: 0 });
  expect(await seenBy(due)).toEqual({ open: 6, soon: 6, late: 0 });
  expect(await seenBy(due + 1)).toEqual({ open: 6, soon: 0, late: 6 });
});

test('cases drawn wait on the desk of the officer drawn alone, before and after they are taken', async () => {
  const one = await caseAt(1);
  const checker = checkerOf(one);
  const mine = (await listOwn(desk, checker)).length;
  expect(mine).toBeGreaterThan(0);
  expect(await counted(checker, 'recheck.own', due)).toEqual([mine, 0]);
  expect(await counted(checker, 'recheck.own', due + 1)).toEqual([0, mine]);
  await takeCase(desk, checker, drawn, 1);
  expect(await counted(checker, 'recheck.own', due)).toEqual([mine, 0]);
  const all = await listDrawn(desk, planner, drawn);
  const idle = [...house.officers.values()].find(
    (officer) => !all.some(({ rechecker }) => rechecker!.officer === officer),
  )!;
  expect(await counted(house.handler(officerNo(idle)), 'recheck.own', due + 1)).toEqual([0, 0]);
  expect(await counted({ ...checker, officer: null }, 'recheck.own', due + 1)).toEqual([0, 0]);
  expect(await counted({ ...checker, roles: ['UNIT_HEAD'] }, 'recheck.own', due + 1)).toBeUndefined();
});

test('what is late stands on the desk of those who plan, and on no other', async () => {
  expect(await counted(planner, 'recheck.late', due)).toEqual([0, 0]);
  expect(await counted(planner, 'recheck.late', due + 1)).toEqual([0, 6]);
  expect(await counted(city.as('AUDITOR'), 'recheck.late', due + 1)).toBeUndefined();
});

test('a late case goes to the next of the same seed, and nobody is replaced before', async () => {
  const before = await caseAt(1);
  const checker = checkerOf(before);
  const refused = replaceLate(at(due), planner, drawn, 1);
  await expect(refused).rejects.toMatchObject({ code: 'recheck.notLate', params: { day: last } });
  await replaceLate(at(due + 1), planner, drawn, 1);
  const after = await caseAt(1);
  expect(after.rechecker!.officer).not.toBe(before.rechecker!.officer);
  expect((await listOwn(desk, checker)).map(({ number }) => number)).not.toContain(1);
  await expect(takeCase(desk, checker, drawn, 1)).rejects.toMatchObject({ code: 'recheck.notYours' });
  const { rows } = await pools.owner.query(
    `select count(*)::int as named from access.named where account = $1 and register = 'recheck.results' and ended_at is null`,
    [checker.account],
  );
  expect(rows).toEqual([{ named: 0 }]);
  const kept = await pools.owner.query(
    'select rechecker, state from recheck.results where clue = $1 and retired_at is null',
    [before.clue],
  );
  expect(kept.rows).toEqual([{ rechecker: after.rechecker!.officer, state: 'ASSIGNED' }]);
  // The limit begins anew with whoever follows; and whoever has the file sees that the clock was set ahead to get there.
  expect(after.limit).toMatchObject({ colour: 'GREEN', late: false });
  expect((await house.found(drawn)).map(({ kind }) => kind)).toEqual(['late']);
});

test('to be supplemented gives the time anew; an answered case has no limit and is not replaced', async () => {
  const checker = checkerOf(await caseAt(2));
  await recordResult(desk, checker, drawn, 2, { ...upheld, outcome: 'SUPPLEMENT' });
  expect(await caseAt(2)).toMatchObject({ outcome: 'SUPPLEMENT', limit: { late: false } });
  await recordResult(desk, checker, drawn, 2, upheld);
  expect(await caseAt(2)).toMatchObject({ outcome: 'UPHELD', limit: null });
  await expect(replaceLate(at(due + 1), planner, drawn, 2)).rejects.toMatchObject({ code: 'recheck.done' });
  const { rows } = await pools.owner.query(
    `select turn, ended_at is null as open from recheck.turns where plan = $1 and number = 2 order by turn`,
    [drawn],
  );
  expect(rows).toEqual([
    { turn: 1, open: false },
    { turn: 2, open: false },
  ]);
});

test('a case supplemented and left lying goes to the next, and the result before stays that of its re-checker', async () => {
  await recordResult(desk, checkerOf(await caseAt(3)), drawn, 3, { ...upheld, outcome: 'SUPPLEMENT' });
  // The limit began anew, perhaps on another day than that of the draw.
  const end = endOfDay((await caseAt(3)).limit!.lastDay).getTime();
  await replaceLate(at(end + 1), planner, drawn, 3);
  await recordResult(desk, checkerOf(await caseAt(3)), drawn, 3, upheld);
  expect((await house.found(drawn)).map(({ kind }) => kind)).toEqual(['late', 'late']);
});

test('where nobody else is free, the case stays with its re-checker', async () => {
  // Somebody whom the rounds before cannot have drawn: who checked a case once is barred from it.
  const only = await addOfficer(city, '钱二', 'C02');
  const alone = await house.drawn({ population: 'DATA_MATCH_CLUE', sizing: { size: 1 }, pool: [only], limit: 5 });
  await expect(replaceLate(at(due + 1), planner, alone, 1)).rejects.toMatchObject({ code: 'recheck.nobodyElse' });
  const [one] = await listDrawn(desk, planner, alone);
  expect(one!.rechecker!.officer).toBe(only);
});

test('the last result closes the round, whose results stand in bulletins only then', async () => {
  const told = figureDesk(desk.registry, recheckModule.figures);
  const figures = () =>
    transact(pools, systemSession, 'read', async (tx) => {
      const values = [];
      for (const name of ['drawn', 'checked', 'overturned', 'changeRate']) {
        values.push((await evaluate(tx, told, systemSession, told.find(`recheck.${name}`)!, {})).value);
      }
      return values;
    });
  const closed = async () =>
    (
      await pools.owner.query(
        `select closed_on::text as "closedOn", recorded_at as "recordedAt" from recheck.draws
         where number = 'CC-001' and retired_at is null`,
      )
    ).rows[0];
  const manager: Session = { ...planner, roles: ['CLUE_MANAGER'] };
  const enter = async (closedOn: string | null) => {
    const { rows } = await pools.owner.query(`select record, version from recheck.draws
      where number = 'CC-001' and retired_at is null`);
    const [{ record, version }] = rows;
    return changeRecord(city.records, manager, draws, record, { version, values: { closedOn }, reason: '补记' });
  };
  const drawnOn: string = (
    await pools.owner.query(`select drawn_on::text from recheck.draws where number = 'CC-001' and retired_at is null`)
  ).rows[0].drawn_on;
  const refused = (day: string | null) =>
    enter(day).then(
      () => null,
      (error: AppError) => error.in('zh'),
    );
  expect(await refused(drawnOn)).toMatch(/还有 \d+ 件没有复查结果/);
  for (const { number } of (await listDrawn(desk, planner, drawn)).filter(({ limit }) => limit)) {
    expect(await closed()).toMatchObject({ closedOn: null });
    expect(await figures()).toEqual([0, 0, 0, null]);
    await recordResult(desk, checkerOf(await caseAt(number)), drawn, number, upheld);
  }
  const { closedOn, recordedAt } = await closed();
  expect(closedOn).toBe(dayOf(recordedAt));
  expect(await figures()).toEqual([6, 6, 0, 0]);
  expect(await viewPlan(desk, nobody, drawn)).toMatchObject({ state: 'DONE', waiting: { open: 0, soon: 0 }, late: 0 });
  // A round that was finished before closing days were kept: the clue manager enters the day by hand.
  expect(await refused(null)).toBeNull();
  expect(await figures()).toEqual([0, 0, 0, null]);
  expect(await refused(dayText(dayNumber(drawnOn) - 1))).toContain(`不能早于抽取日期 ${drawnOn}`);
  expect(await refused(dayText(dayNumber(dayOf(new Date())) + 2))).toContain('不能晚于今天');
  expect(await refused(drawnOn)).toBeNull();
  expect(await figures()).toEqual([6, 6, 0, 0]);
});

test('officers of the pool who could do nothing are named before the plan, and until they have their account', async () => {
  // Nobody of them was drawn in a round before: who checked a case once is barred from it, and might get none of these.
  const names = ['K1', 'K2', 'K3'];
  const pool: string[] = [];
  for (const name of names) pool.push(await addOfficer(city, `孙${name}`, 'C02', name));
  const nameOf = (officer: string): string => names[pool.indexOf(officer)]!;
  const asked = house.asked({ asOf: '2021-10-31', pool });
  const accountOf = (officer: string): string => `01900000-0000-7000-8000-00000000090${pool.indexOf(officer) + 1}`;
  const account = (officer: string, roles: string[], active = true) =>
    pools.owner.query(
      `insert into identity.accounts (id, username, name, roles, officer, active, language, created_at, act)
        values ($1, $2, $2, $3, $4, $5, 'zh', now(), $1)`,
      [accountOf(officer), `checker-${nameOf(officer).toLowerCase()}`, roles, officer, active],
    );
  const named = async () =>
    (await previewPlan(desk, asked)).unready.map(({ officer, account, unit }) => [nameOf(officer), account, unit]);
  const unit = expect.any(String);
  expect((await named()).toSorted()).toEqual([
    ['K1', false, unit],
    ['K2', false, unit],
    ['K3', false, unit],
  ]);
  await account(pool[0]!, ['CASE_HANDLER', 'OFFICER_SELF']);
  await account(pool[1]!, ['OFFICER_SELF']);
  await account(pool[2]!, ['CASE_HANDLER'], false);
  expect((await named()).toSorted()).toEqual([
    ['K2', true, unit],
    ['K3', false, unit],
  ]);
  const id = await planDraw(desk, planner, asked);
  const waiting = async () => (await unreadyOf(desk, planner, id)).map(({ officer }) => nameOf(officer)).toSorted();
  expect(await waiting()).toEqual(['K2', 'K3']);
  await expect(unreadyOf(desk, house.first, id)).rejects.toMatchObject({ code: 'record.missing' });
  await house.draw(id);
  const all = await listDrawn(desk, planner, id);
  for (const { rechecker } of all) expect(rechecker!.ready).toBe(nameOf(rechecker!.officer) === 'K1');
  expect(await waiting()).toEqual(['K2', 'K3']);
  for (const { number, rechecker } of all) {
    if (nameOf(rechecker!.officer) !== 'K2') continue;
    const checker: Session = { account: accountOf(pool[1]!), roles: ['CASE_HANDLER'], unit: null, officer: pool[1]! };
    await recordResult(desk, checker, id, number, upheld);
  }
  expect(await waiting()).toEqual(['K3']);
});

test('the turns of draws made before there were any are those that were taken', async () => {
  const columns = 'plan, number, turn, member, officer, since, ended_at, act';
  const kept = () =>
    pools.owner.query(`select ${columns} from recheck.turns where plan = $1 order by number, turn`, [drawn]);
  // A case to be supplemented had one turn then.
  const supplemented = [2, 3];
  const now = (await kept()).rows.filter(({ number }) => !supplemented.includes(number));
  const migration = await readFile(new URL('../../../../migrations/0400_recheck_turns.sql', import.meta.url), 'utf8');
  const filling = /^with gone as [\s\S]*?;$/m.exec(migration)![0];
  await pools.owner.query('truncate recheck.turns');
  await pools.owner.query(filling);
  const filled = (await kept()).rows;
  expect(filled.filter(({ number }) => !supplemented.includes(number))).toEqual(now);
  expect(filled.filter(({ number }) => number === 2)).toHaveLength(1);
});
