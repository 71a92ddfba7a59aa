import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { workCalendar } from '../../platform/calendar/working-days.ts';
import { systemSession } from '../../platform/database/session.ts';
import { itemsOf } from '../../platform/desk/item.ts';
import { changeRecord, voidRecord } from '../../platform/register/records/change.ts';
import { deskItems } from '../index.ts';
import { differencesOf } from './batches/differences.ts';
import { batchesOf, batchOf } from './batches/standing.ts';
import { quarterIn, reportQuarter } from './quarters/report.ts';
import { quarterOf, stateOn } from './quarters/rules.ts';
import { batchNumbers, clues } from './registers.ts';
import { clueOffice, refusal } from './testing/office.ts';

const office = clueOffice();
const { pools, city, people, step, received, accepted, verifying, close } = office;

describe('batches', () => {
  const numbers = ['SZD-9-001', 'SZD-9-002', 'SZD-9-010'];
  const sha = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex');
  let sequence = 40;

  async function batch(
    checksum: string | null,
    size: number,
    listed: readonly string[],
    state = 'CLOSED',
  ): Promise<string> {
    sequence += 1;
    const record = await city.add('clues.batches', {
      number: `SZD-T-${sequence}`,
      source: 'PROVINCIAL_GROUP',
      sequence,
      receivedOn: '2021-03-02',
      size,
      checksum,
    });
    for (const serialNo of listed)
      await city.add('clues.clues', {
        serialNo: `${serialNo}-${sequence}`,
        source: 'PROVINCIAL_GROUP',
        batch: record,
        receivedOn: '2021-03-02',
        reporterMode: 'NONE',
        summary: '线索',
        state,
        ...(state === 'CLOSED' ? { conclusion: 'UNSUBSTANTIATED', closedOn: '2021-04-01' } : {}),
      });
    return record;
  }
  const list = (more: readonly string[] = []) =>
    sha([...numbers, ...more].map((one) => `${one}-${sequence + 1}`).toSorted());
  const seen = async (record: string) =>
    (await batchesOf(city.records, people.manager!)).batches.find((one) => one.record === record)!;

  test('a batch is closed when it is whole, as listed, and nothing of it is open', async () => {
    const closed = await batch(list(), 3, numbers);
    expect(await seen(closed)).toMatchObject({ registered: 3, done: 3, listTies: true, closed: true });
    const open = await batch(list(), 3, numbers, 'ACCEPTED');
    const view = await batchOf(city.records, people.supervisor!, open);
    expect(view).toMatchObject({ done: 0, closed: false, listTies: true });
    expect(view.open.map(({ serialNo, state }) => [serialNo, state])).toEqual(
      numbers.map((one) => [`${one}-${sequence}`, 'ACCEPTED']),
    );
  });

  test('a clue too few, one too many, and one exchanged each show', async () => {
    expect(await seen(await batch(list(), 3, numbers.slice(1)))).toMatchObject({
      registered: 2,
      listTies: false,
      closed: false,
    });
    expect(await seen(await batch(null, 2, numbers))).toMatchObject({ registered: 3, listTies: null, closed: false });
    const exchanged = await batch(list(), 3, [...numbers.slice(1), 'SZD-9-011']);
    expect(await seen(exchanged)).toMatchObject({ registered: 3, done: 3, listTies: false, closed: false });
  });

  describe('with the list itself', () => {
    const handInList = (record: string, numbers: readonly string[]) =>
      Promise.all(numbers.map((serialNo) => city.add('clues.batchNumbers', { batch: record, serialNo })));
    const named = (numbers: readonly string[]) => numbers.map((one) => `${one}-${sequence}`);
    const opened = (record: string, by = 'manager') => batchOf(city.records, people[by]!, record);
    const onDesk = async (name: string) =>
      (await itemsOf(office.desk(), people[name]!, deskItems)).items.find(
        (item) => item.name === 'clues.differingBatches',
      )?.waiting;

    test('every missing and every extra number is named, also where all that is registered is closed', async () => {
      const before = await onDesk('manager');
      const record = await batch(list(), 3, [...numbers.slice(1), 'SZD-9-011']);
      await handInList(record, named(numbers));
      const elsewhere = await city.add('clues.clues', {
        serialNo: named(numbers)[0]!,
        source: 'PROVINCIAL_GROUP',
        receivedOn: '2021-03-02',
        reporterMode: 'NONE',
        summary: '登记时漏填批次',
        state: 'RECEIVED',
      });
      expect(await opened(record)).toMatchObject({
        registered: 3,
        done: 3,
        closed: false,
        listTies: false,
        differences: ['OTHER_NUMBERS'],
        missingNumbers: [{ serialNo: named(numbers)[0], record: elsewhere, batch: null }],
        extraNumbers: [{ serialNo: `SZD-9-011-${sequence}` }],
      });
      expect([before, await onDesk('manager'), await onDesk('liaison')]).toEqual([before, before! + 1, before! + 1]);
      expect([await onDesk('first'), await onDesk('head')]).toEqual([undefined, undefined]);
    });

    test('a batch as listed is closed, and stands on no desk', async () => {
      const before = await onDesk('manager');
      const record = await batch(list(), 3, numbers);
      await handInList(record, named(numbers));
      expect(await seen(record)).toMatchObject({ closed: true, listTies: true, differences: [], missing: 0, extra: 0 });
      expect(await onDesk('manager')).toBe(before);
    });

    test('a tally follows clues and lines of the list that are moved, numbered anew or voided', async () => {
      const one = await batch(null, 3, numbers);
      await handInList(one, named(numbers));
      const [first, second, third] = named(numbers);
      const other = await batch(null, 1, []);
      const { rows } = await pools.owner.query<{ serial_no: string; record: string }>(
        'select serial_no, record from clues.clues where batch = $1 and retired_at is null',
        [one],
      );
      const clueOf = (number: string | undefined) => rows.find((row) => row.serial_no === number)!.record;
      const asked = { version: 1, reason: '批次登记有误' };
      await changeRecord(city.records, systemSession, clues, clueOf(first), { ...asked, values: { batch: other } });
      expect(await opened(one)).toMatchObject({ registered: 2, missingNumbers: [{ serialNo: first }] });
      expect(await seen(other)).toMatchObject({ registered: 1, differences: [] });
      await changeRecord(city.records, systemSession, clues, clueOf(second), {
        ...asked,
        values: { serialNo: `${second}X` },
      });
      expect(await opened(one)).toMatchObject({
        missingNumbers: [{ serialNo: first }, { serialNo: second }],
        extraNumbers: [{ serialNo: `${second}X` }],
      });
      await voidRecord(city.records, systemSession, clues, clueOf(second), { version: 2, reason: '重复登记' });
      expect(await opened(one)).toMatchObject({ registered: 1, extraNumbers: [] });
      const lines = await pools.owner.query<{ record: string; serial_no: string }>(
        'select record, serial_no from clues.batch_numbers where batch = $1 and retired_at is null',
        [one],
      );
      for (const line of lines.rows.filter((row) => row.serial_no !== third))
        await voidRecord(city.records, systemSession, batchNumbers, line.record, asked);
      expect(await opened(one)).toMatchObject({ missingNumbers: [], extraNumbers: [] });
    });

    /** So many more rows like one there is, each with its own number. */
    const repeat = (table: string, record: string, column: string, more: object) =>
      pools.owner.query(
        `insert into ${table} select (jsonb_populate_record(one, $2::jsonb
           || jsonb_build_object('record', gen_random_uuid(), 'sequence', 9000 + n, $3::text, 'VIELE-' || n))).*
         from ${table} one, generate_series(1, 510) n where one.record = $1`,
        [record, JSON.stringify(more), column],
      );

    test('more batches, and more missing numbers, than a list holds are counted all the same', async () => {
      const before = await onDesk('manager');
      const record = await batch(null, 1, []);
      const [line] = await handInList(record, ['VIELE-0']);
      await repeat('clues.batch_numbers', line!, 'serial_no', {});
      const view = await opened(record);
      expect([view.missing, view.missingNumbers.length]).toEqual([511, 500]);
      await repeat('clues.batches', record, 'number', { received_on: '2000-01-01' });
      expect(await onDesk('manager')).toBe(before! + 511);
      const asked = async (differing: boolean) => {
        const { batches, total } = await batchesOf(city.records, people.manager!, { differing });
        return {
          shown: batches.length,
          total,
          same: batches.filter(({ differences }) => differences.length === 0).length,
        };
      };
      const { rows } = await pools.owner.query('select from clues.batches where retired_at is null');
      expect(await asked(false)).toMatchObject({ shown: 500, total: rows.length });
      expect(await asked(true)).toEqual({ shown: 500, total: before! + 511, same: 0 });
      await pools.owner.query("delete from clues.batches where number like 'VIELE-%'");
    });

    test('a list that is not the one on the cover is said to be another', async () => {
      const record = await batch(list(), 3, numbers.slice(1));
      await handInList(record, named(numbers.slice(1)));
      expect(await seen(record)).toMatchObject({
        closed: false,
        listTies: false,
        missing: 0,
        differences: ['TOO_FEW', 'LIST_ITSELF'],
      });
    });

    test('the officer whom a clue reports finds the batch as if it were whole: no missing number tells of the clue', async () => {
      const record = await batch(list(), 3, numbers, 'ACCEPTED');
      await handInList(record, named(numbers));
      const { rows } = await pools.owner.query<{ record: string }>(
        'select record from clues.clues where serial_no = $1 and retired_at is null',
        [named(numbers)[1]],
      );
      await city.add('clues.subjects', { clue: rows[0]!.record, number: 1, officer: people.supervisor!.officer! });
      const theirs = await opened(record, 'supervisor');
      expect(theirs).toMatchObject({ registered: 3, done: 1, differences: [], missingNumbers: [] });
      expect(theirs.open.map(({ serialNo }) => serialNo)).toEqual([named(numbers)[0], named(numbers)[2]]);
      expect((await opened(record)).open).toHaveLength(3);
    });
  });

  test.each([
    [{ registered: 2 }, ['TOO_FEW', 'OTHER_NUMBERS']],
    [{ registered: 4 }, ['TOO_MANY', 'OTHER_NUMBERS']],
    [{ ours: 'a' }, []],
    [{ checksum: ' A \n', ours: 'a' }, []],
    [{ checksum: null, ours: 'b' }, []],
    [{ listed: 3, listSum: 'a', ours: 'b' }, []],
    [{ listed: 3, listSum: 'a', missing: ['1'] }, ['OTHER_NUMBERS']],
    [{ listed: 3, listSum: 'a', extra: ['1'] }, ['OTHER_NUMBERS']],
    [{ listed: 3, listSum: 'b' }, ['LIST_ITSELF']],
    [{ listed: 2, listSum: 'a' }, ['LIST_ITSELF']],
  ])('what differs: %j', (more, expected) => {
    const whole = { size: 3, checksum: 'a', registered: 3, ours: 'b', listed: 0, listSum: '', missing: [], extra: [] };
    expect(differencesOf({ ...whole, ...more })).toEqual(expected);
  });

  test('what is joined counts with the clue it was joined to; what was sent for filing is open until its result', async () => {
    const record = await batch(null, 1, []);
    const main = await verifying();
    const copy = await received({ batch: record });
    await step('manager', copy, 'JOIN', { duplicateOf: main, reason: '重复' });
    expect(await seen(record)).toMatchObject({ registered: 1, done: 0, closed: false });
    await close(main);
    expect(await seen(record)).toMatchObject({ done: 1, closed: true });
  });

  test('a clue in the wrong batch is put right with a reason, and both batches are counted anew', async () => {
    const [right, wrong] = [await batch(null, 1, []), await batch(null, 0, [])];
    const clue = await received({ batch: wrong });
    const registered = async () => [(await seen(right)).registered, (await seen(wrong)).registered];
    expect(await registered()).toEqual([0, 1]);
    const kept = { summary: '核对后登记', unit: city.units.D01 };
    expect(await refusal(step('manager', clue, 'CORRECT', { ...kept, batch: right }))).toBe('matter.fields');
    // A form that says nothing of the batch leaves the clue where it is.
    await step('manager', clue, 'CORRECT', { ...kept, reason: '补充' });
    expect(await registered()).toEqual([0, 1]);
    await step('manager', clue, 'CORRECT', { ...kept, batch: right, reason: '登记时选错批次' });
    expect(await registered()).toEqual([1, 0]);
    expect(await seen(right)).toMatchObject({ differences: [] });
    expect(await seen(wrong)).toMatchObject({ differences: [] });
    await step('manager', clue, 'CORRECT', { ...kept, batch: null, reason: '不属于任何批次' });
    expect(await registered()).toEqual([0, 0]);
  });

  test('whoever has no office in clues is shown none', async () => {
    expect(await refusal(batchesOf(city.records, people.head!))).toBe('record.missing');
    expect(await refusal(batchesOf(city.records, people.administrator!))).toBe('record.missing');
  });
});

describe('quarterly reports', () => {
  const calendar = workCalendar();
  const line = async (quarter = '2021Q2') =>
    (await quarterIn(office.desk(), people.manager!, quarter)).lines.find(({ unit }) => unit === city.units.C02)!;
  const report = (by = 'manager', quarter = '2021Q2') =>
    reportQuarter(office.desk(), people[by]!, { unit: city.units.C02, quarter });

  test('are due ten working days after the quarter', () => {
    // The first quarter of 2021 ended on a Wednesday; Qingming was a holiday on 3 to 5 April.
    const first = quarterOf('2021Q1', calendar);
    expect([first.from, first.to, first.dueOn]).toEqual(['2021-01-01', '2021-03-31', '2021-04-15']);
    expect(quarterOf('2024Q4', calendar).to).toBe('2024-12-31');
    expect(stateOn(first, null, '2021-03-31')).toBe('RUNNING');
    expect(stateOn(first, null, '2021-04-15')).toBe('DUE');
    expect(stateOn(first, null, '2021-04-16')).toBe('LATE');
    expect(stateOn(first, '2021-04-15', '2021-09-01')).toBe('REPORTED');
    expect(stateOn(first, '2021-04-16', '2021-09-01')).toBe('REPORTED_LATE');
  });

  test('say what was closed, stand as an act, and show what changed afterwards', async () => {
    await close(await verifying());
    await accepted();
    const before = await line();
    expect(before).toMatchObject({ state: 'RUNNING', reportedOn: null, substantiated: 0 });
    expect(before.closed).toBeGreaterThan(0);
    expect(before.inHand).toBeGreaterThan(0);
    expect(await refusal(report())).toBe('clue.quarter');
    office.clock.now = new Date('2021-07-05T02:00:00Z');
    expect((await line()).state).toBe('DUE');
    expect(await refusal(report('approver'))).toBe('access.denied');
    expect(await refusal(report('head'))).toBe('record.missing');
    expect(await refusal(report('manager', '2019Q2'))).toBe('clue.quarter');
    await report();
    expect(await line()).toMatchObject({ state: 'REPORTED', reportedOn: '2021-07-05', changed: false });
    const { rows } = await pools.owner.query("select entry from ledger.acts where act = 'clues.report-quarter'");
    expect(JSON.parse(rows[0].entry).detail).toMatchObject({ quarter: '2021Q2', closed: before.closed });

    office.clock.now = new Date('2021-04-12T02:00:00Z');
    await close(await verifying());
    office.clock.now = new Date('2021-07-20T02:00:00Z');
    expect(await line()).toMatchObject({ state: 'REPORTED', closed: before.closed + 1, changed: true });
    await report();
    expect(await line()).toMatchObject({ state: 'REPORTED_LATE', changed: false });
    office.clock.now = new Date('2021-04-12T02:00:00Z');
  });
});
