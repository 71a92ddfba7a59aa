import { beforeAll, describe, expect, test } from 'vitest';
import { systemSession } from '../../platform/database/session.ts';
import { itemsOf } from '../../platform/desk/item.ts';
import { gapItems } from '../../platform/lifecycle/gap-item.ts';
import { gapsOf } from '../../platform/lifecycle/gaps.ts';
import { handOver } from '../../platform/lifecycle/hand-over.ts';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import { changeRecord, voidRecord } from '../../platform/register/records/change.ts';
import { recordHistory } from '../../platform/register/records/history.ts';
import { registers } from '../index.ts';
import { clueMatter } from './matter.ts';
import { clueOffice, refusal } from './testing/office.ts';

const office = clueOffice();
const { pools, city, people, officers, step, accepted, verifying, received, handlers } = office;
const roster = registers.get('organisation.officers');

beforeAll(async () => {
  for (const name of ['leaver', 'closed', 'voided']) await office.person(name, 'CASE_HANDLER', 'C02');
});

const gaps = async (officer: string) =>
  (await gapsOf(office.desk(), people.manager!, [clueMatter])).gaps.filter((gap) => gap.officer === officer);
/** How many clues without a holder a desk counts; nothing where it counts none. */
const onDesk = async (name: string) =>
  (await itemsOf(office.desk(), people[name]!, gapItems([clueMatter], registers))).items[0]?.waiting;
const seen = (by: string, clue: string) =>
  refusal(recordHistory(city.records, people[by]!, registers.get('clues.clues'), clue));
const hand = (from: string, to: string, by = 'manager') =>
  handOver(office.desk(), people[by]!, [clueMatter], { from: officers[from]!, to: officers[to]!, reason: '离任移交' });

async function handledBy(name: string): Promise<string> {
  const clue = await received();
  await step('manager', clue, 'REGISTER');
  await step('manager', clue, 'ASSIGN', handlers(name, 'second'));
  return clue;
}

describe('whoever leaves', () => {
  test('loses every clue at once when the roster says so, and the gaps stand until a successor is named', async () => {
    const [one, two] = [await handledBy('leaver'), await handledBy('leaver')];
    expect(await seen('leaver', one)).toBe('none');
    await changeRecord(city.records, systemSession, roster, officers.leaver!, {
      version: 1,
      values: { status: 'LEFT', leftOn: '2021-04-12', leftReason: '调离' },
      reason: '调离',
    });
    expect(await seen('leaver', one)).toBe('record.missing');
    expect(
      (await gaps(officers.leaver!)).map(({ record, grounds }) => [record, grounds.map(({ code }) => code)]),
    ).toEqual(
      [one, two]
        .toSorted()
        .map((record) => [record, ['LEFT']])
        .toSorted(),
    );
    expect(await onDesk('manager')).toBe(2);
    expect(await onDesk('first')).toBeUndefined();
    expect(await onDesk('head')).toBeUndefined();
    expect(await hand('leaver', 'third')).toMatchObject({ moved: [{ record: one }, { record: two }], left: [] });
    expect(await gaps(officers.leaver!)).toEqual([]);
    expect(await onDesk('manager')).toBe(0);
    expect(await seen('third', one)).toBe('none');
    const { rows } = await pools.owner.query(
      "select entry from ledger.acts where act = 'matters.hand-over' order by appended_at desc",
    );
    expect(JSON.parse(rows[0].entry).detail).toEqual({ from: officers.leaver, to: officers.third, moved: 2, left: 0 });
  });

  test('leaves a gap also where only the account was closed, or the roster entry voided', async () => {
    const [closed, voided] = [await handledBy('closed'), await handledBy('voided')];
    await pools.owner.query('update identity.accounts set active = false where id = $1', [people.closed!.account]);
    await voidRecord(city.records, systemSession, roster, officers.voided!, {
      version: 1,
      reason: '重复登记',
      referring: 1,
    });
    expect((await gaps(officers.closed!)).map(({ record, grounds }) => [record, grounds[0]!.code])).toEqual([
      [closed, 'NO_ACCOUNT'],
    ]);
    expect((await gaps(officers.voided!)).map(({ record, grounds }) => [record, grounds[0]!.code])).toEqual([
      [voided, 'LEFT'],
    ]);
    expect(await seen('voided', voided)).toBe('record.missing');
  });
});

test('a hand-over resets no clock', async () => {
  const clue = await verifying();
  const limits = async () =>
    (await viewMatter(office.desk(), people.manager!, clueMatter, clue)).limits.map(({ id, startedAt, dueAt }) => [
      id,
      startedAt,
      dueAt,
    ]);
  const before = await limits();
  office.clock.now = new Date('2021-04-20T02:00:00Z');
  expect((await hand('first', 'third')).moved.map(({ record }) => record)).toContain(clue);
  expect(await limits()).toEqual(before);
  expect(await seen('first', clue)).toBe('record.missing');
  office.clock.now = new Date('2021-04-12T02:00:00Z');
  await hand('third', 'first');
});

test('what the successor is barred from stays, with the reason, and the rest moves', async () => {
  const [free, barred] = [await accepted(), await accepted()];
  await city.add(
    'clues.interests',
    { officer: officers.third!, clue: barred, reason: '亲友', declaredOn: '2021-04-12' },
    people.manager!,
  );
  const { moved, left } = await hand('first', 'third');
  expect(moved.map(({ record }) => record)).toContain(free);
  expect(left).toMatchObject([{ record: barred, why: { zh: expect.stringContaining('应当回避') } }]);
  expect(await seen('first', barred)).toBe('none');
  await hand('third', 'first');
});

test('the successor is somebody else, in office; the other handler cannot be doubled; handlers hand over nothing', async () => {
  const clue = await accepted();
  expect(await refusal(hand('first', 'first'))).toBe('matter.successor');
  expect(await refusal(hand('first', 'closed'))).toBe('matter.successor');
  expect((await hand('first', 'second')).left.map(({ record }) => record)).toContain(clue);
  expect(await hand('first', 'third', 'third')).toEqual({ moved: [], left: [] });
});
