import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Day, dayNumber, dayText, startOfDay } from './day.ts';
import { colourAt, type DeadlineQuestion, deadline, type LimitUnit } from './deadline.ts';
import { workCalendar } from './working-days.ts';

const calendar = workCalendar();
const at = (text: string) => new Date(`${text}+08:00`);
const lastDay = (start: string, amount: number, unit: LimitUnit, rest: Partial<DeadlineQuestion> = {}) =>
  deadline(calendar, { start: at(start), limits: [{ amount, unit }], ...rest })?.lastDay;
const pause = (from: Day, to: Day | null) => ({ from: startOfDay(from), to: to ? startOfDay(to) : null });

describe('when a limit ends', () => {
  test.each<[string, string, number, LimitUnit, string]>([
    ['the start day does not count', '2021-03-01T09:00', 15, 'CALENDAR_DAYS', '2021-03-16'],
    ['a last day on Saturday moves to Monday', '2021-03-05T09:00', 15, 'CALENDAR_DAYS', '2021-03-22'],
    ['a last day in the festival moves past it', '2021-02-01T09:00', 12, 'CALENDAR_DAYS', '2021-02-18'],
    ['a last day on a worked Saturday stays', '2021-02-05T09:00', 15, 'CALENDAR_DAYS', '2021-02-20'],
    ['five working days over the festival', '2021-02-08T09:00', 5, 'WORKING_DAYS', '2021-02-20'],
    ['started on a day off', '2021-02-13T09:00', 1, 'WORKING_DAYS', '2021-02-18'],
    ['a month from 31 January', '2022-01-31T09:00', 1, 'MONTHS', '2022-02-28'],
    ['a month from 31 January in a leap year', '2024-01-31T09:00', 1, 'MONTHS', '2024-02-29'],
    ['six months', '2021-03-01T23:59', 6, 'MONTHS', '2021-09-01'],
    ['a minute past midnight is the next start day', '2021-03-02T00:01', 15, 'CALENDAR_DAYS', '2021-03-17'],
  ])('%s', (_, start, amount, unit, expected) => {
    expect(lastDay(start, amount, unit)).toBe(expected);
  });

  test('in custody the last day does not move', () => {
    expect(lastDay('2021-03-05T09:00', 15, 'CALENDAR_DAYS', { inCustody: true })).toBe('2021-03-20');
  });

  test('hours start with the next full hour and run through holidays', () => {
    const due = deadline(calendar, { start: at('2021-02-12T10:10'), limits: [{ amount: 24, unit: 'HOURS' }] });
    expect(due).toMatchObject({ lastDay: '2021-02-13', dueAt: at('2021-02-13T11:00'), redAt: at('2021-02-13T11:00') });
  });

  test('hours pause to the minute, overlapping pauses once', () => {
    const due = deadline(calendar, {
      start: at('2021-03-01T10:00'),
      limits: [{ amount: 4, unit: 'HOURS' }],
      pauses: [
        { from: at('2021-03-01T12:30'), to: at('2021-03-01T14:00') },
        { from: at('2021-03-01T12:00'), to: at('2021-03-01T13:00') },
      ],
    });
    expect(due?.dueAt).toEqual(at('2021-03-01T17:00'));
  });

  test('a pause takes its days away, up to the day it ends', () => {
    expect(lastDay('2021-03-01T09:00', 10, 'CALENDAR_DAYS')).toBe('2021-03-11');
    expect(lastDay('2021-03-01T09:00', 10, 'CALENDAR_DAYS', { pauses: [pause('2021-03-03', '2021-03-05')] })).toBe(
      '2021-03-15',
    );
    expect(lastDay('2021-03-01T09:00', 3, 'WORKING_DAYS', { pauses: [pause('2021-03-02', '2021-03-08')] })).toBe(
      '2021-03-10',
    );
  });

  test('an open pause leaves no end, unless the limit had ended before', () => {
    expect(lastDay('2021-03-01T09:00', 10, 'CALENDAR_DAYS', { pauses: [pause('2021-03-03', null)] })).toBeUndefined();
    expect(lastDay('2021-03-01T09:00', 1, 'CALENDAR_DAYS', { pauses: [pause('2021-03-03', null)] })).toBe('2021-03-02');
    const hours = { start: at('2021-03-01T10:00'), limits: [{ amount: 2, unit: 'HOURS' as const }] };
    expect(deadline(calendar, { ...hours, pauses: [{ from: at('2021-03-01T12:00'), to: null }] })).toBeNull();
  });

  test('an extension runs on from the unmoved end', () => {
    // 60 days from 1 March end on Friday 30 April; 30 more on Sunday 30 May, moved to Monday.
    const limits = [
      { amount: 60, unit: 'CALENDAR_DAYS' },
      { amount: 30, unit: 'CALENDAR_DAYS' },
    ] as const;
    expect(deadline(calendar, { start: at('2021-03-01T09:00'), limits })?.lastDay).toBe('2021-05-31');
    const months = [
      { amount: 1, unit: 'MONTHS' },
      { amount: 1, unit: 'MONTHS' },
    ] as const;
    expect(deadline(calendar, { start: at('2022-01-31T09:00'), limits: months })?.lastDay).toBe('2022-03-31');
  });

  test('what lies in a year without a notice is provisional', () => {
    const question = (start: string): DeadlineQuestion => ({
      start: at(start),
      limits: [{ amount: 15, unit: 'WORKING_DAYS' }],
    });
    expect(deadline(calendar, question('2026-11-02T09:00'))?.provisional).toBe(false);
    expect(deadline(calendar, question('2026-12-21T09:00'))?.provisional).toBe(true);
    expect(deadline(calendar, question('2003-03-03T09:00'))?.provisional).toBe(true);
  });

  test('mixed hours and days, no limit, and a limit of nothing are refused', () => {
    const start = at('2021-03-01T09:00');
    const refused = (limits: DeadlineQuestion['limits']) => () => deadline(calendar, { start, limits });
    expect(refused([])).toThrow(RangeError);
    expect(refused([{ amount: 0, unit: 'HOURS' }])).toThrow(RangeError);
    expect(
      refused([
        { amount: 1, unit: 'HOURS' },
        { amount: 1, unit: 'MONTHS' },
      ]),
    ).toThrow(RangeError);
  });
});

describe('warnings', () => {
  test('yellow one working day before, red on the first working day after', () => {
    // The last day is Wednesday 10 February, the eve of the holiday; the next working day is the 18th.
    const due = deadline(calendar, { start: at('2021-02-05T09:00'), limits: [{ amount: 5, unit: 'CALENDAR_DAYS' }] })!;
    expect(due.lastDay).toBe('2021-02-10');
    const seen = (moment: string) => colourAt(due, at(moment));
    expect(seen('2021-02-08T23:59')).toEqual({ colour: 'GREEN', overdue: false });
    expect(seen('2021-02-09T00:00')).toEqual({ colour: 'YELLOW', overdue: false });
    expect(seen('2021-02-11T00:00')).toEqual({ colour: 'YELLOW', overdue: false });
    expect(seen('2021-02-11T00:01')).toEqual({ colour: 'YELLOW', overdue: true });
    expect(seen('2021-02-18T00:00')).toEqual({ colour: 'RED', overdue: true });
  });

  test('a policy may warn some hours before', () => {
    const due = deadline(calendar, {
      start: at('2021-03-01T09:30'),
      limits: [{ amount: 24, unit: 'HOURS' }],
      warnBefore: { amount: 2, unit: 'HOURS' },
    })!;
    expect(due.yellowAt).toEqual(at('2021-03-02T08:00'));
  });
});

describe('properties', () => {
  const start = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2025-12-31') });
  const amount = fc.integer({ min: 1, max: 60 });
  const solve = (from: number, limits: DeadlineQuestion['limits'], rest: Partial<DeadlineQuestion> = {}) =>
    dayNumber(deadline(calendar, { start: startOfDay(dayText(from)), limits, ...rest })!.lastDay);
  const roll = (number: number) =>
    calendar.numbers.isWorkingDay(number) ? number : dayNumber(calendar.addWorkingDays(dayText(number), 1));

  test('without a pause each unit is the simple sum, moved to a working day', () => {
    fc.assert(
      fc.property(start, amount, (from, count) => {
        expect(solve(from, [{ amount: count, unit: 'CALENDAR_DAYS' }])).toBe(roll(from + count));
        expect(solve(from, [{ amount: count, unit: 'CALENDAR_DAYS' }], { inCustody: true })).toBe(from + count);
        expect(solve(from, [{ amount: count, unit: 'MONTHS' }], { inCustody: true })).toBe(addMonths(from, count));
        expect(solve(from, [{ amount: count, unit: 'WORKING_DAYS' }])).toBe(
          dayNumber(calendar.addWorkingDays(dayText(from), count)),
        );
      }),
    );
  });

  test('a pause inside the limit moves the end by exactly its days; pauses that touch are one pause', () => {
    const inCustody = true;
    fc.assert(
      fc.property(start, amount, fc.nat(59), fc.nat(40), fc.nat(40), (from, count, offset, first, second) => {
        fc.pre(offset < count);
        const a = from + 1 + offset;
        const limits = [{ amount: count, unit: 'CALENDAR_DAYS' }] as const;
        const one = [pause(dayText(a), dayText(a + first + second))];
        const two = [pause(dayText(a + first), dayText(a + first + second)), pause(dayText(a), dayText(a + first))];
        expect(solve(from, limits, { inCustody, pauses: one })).toBe(from + count + first + second);
        expect(solve(from, limits, { inCustody, pauses: two })).toBe(from + count + first + second);
      }),
    );
  });

  test('the warning comes before the end, the end before the red day, and a longer limit never ends sooner', () => {
    fc.assert(
      fc.property(
        start,
        amount,
        fc.constantFrom<LimitUnit>('CALENDAR_DAYS', 'WORKING_DAYS', 'MONTHS'),
        (from, n, unit) => {
          const due = deadline(calendar, { start: startOfDay(dayText(from)), limits: [{ amount: n, unit }] })!;
          expect(due.yellowAt < due.dueAt && due.dueAt <= due.redAt).toBe(true);
          expect(calendar.isWorkingDay(due.lastDay)).toBe(true);
          expect(solve(from, [{ amount: n + 1, unit }])).toBeGreaterThanOrEqual(dayNumber(due.lastDay));
        },
      ),
    );
  });
});
