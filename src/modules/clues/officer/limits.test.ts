import { describe, expect, test } from 'vitest';
import { type Day, endOfDay, startOfDay } from '../../../platform/calendar/day.ts';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import { readClock, startClock } from '../../../platform/lifecycle/clock.ts';
import type { AnyLifecycle } from '../../../platform/lifecycle/declare.ts';
import { clearingLifecycle, hearingLifecycle, reviewLifecycle } from './lifecycle.ts';
import { clearingLimits, hearingLimits, reviewLimits } from './limits.ts';

const calendar = workCalendar();
const MINUTE = 60_000;

/** Last days by hand from the State Council's notices: see the limits of clues beside this folder. */
const edges: readonly [limit: string, from: Day, lastDay: Day, why: string, lifecycle: AnyLifecycle][] = [
  ['STATE', '2021-02-08', '2021-02-20', 'five working days around the festival', hearingLifecycle],
  ['ANSWER', '2021-04-12', '2021-04-25', 'ten working days, the last a worked Sunday', hearingLifecycle],
  ['CONSENT', '2024-02-08', '2024-02-28', 'ten working days over the festival of a leap year', clearingLifecycle],
  ['PUBLISH', '2021-09-17', '2021-10-08', 'ten working days over two holidays', clearingLifecycle],
  ['RE_EXAMINATION', '2024-01-31', '2024-02-29', 'a month from 31 January of a leap year', reviewLifecycle],
  ['SUPERIOR_REVIEW', '2022-12-31', '2023-02-28', 'two months that end with February', reviewLifecycle],
  ['SUPERIOR_REVIEW', '2020-12-12', '2021-02-18', 'two months that end in the festival', reviewLifecycle],
  ['PERSONNEL_REVIEW', '2024-01-30', '2024-02-29', 'thirty days to 29 February', reviewLifecycle],
  ['PERSONNEL_APPEAL', '2021-03-04', '2021-05-06', 'sixty days that end in the May holiday', reviewLifecycle],
  ['PERSONNEL_APPEAL', '2021-04-02', '2021-06-01', 'sixty days to a Tuesday', reviewLifecycle],
];

describe("limits of the officer's side at their edges", () => {
  test('each limit is here', () => {
    const declared = [hearingLimits, clearingLimits, reviewLimits].flatMap((limits) => Object.keys(limits));
    expect(new Set(edges.map(([limit]) => limit))).toEqual(new Set(declared));
  });

  test.each(edges)('%s from %s ends on %s: %s', (limit, from, lastDay, _, lifecycle) => {
    const clock = startClock(lifecycle, limit, {}, new Date(startOfDay(from).getTime() + 10 * 60 * MINUTE));
    const read = (now: Date) => readClock(lifecycle, calendar, clock, now);
    const end = endOfDay(lastDay).getTime();
    expect(read(startOfDay(from)).lastDay).toBe(lastDay);
    expect(read(new Date(end - MINUTE)).overdue).toBe(false);
    expect(read(new Date(end + MINUTE)).overdue).toBe(true);
  });
});
