import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOfDay } from '../calendar/day.ts';
import { workCalendar } from '../calendar/working-days.ts';
import type { Rung } from './declare.ts';
import { cutOf, reachedAt } from './escalation.ts';

const calendar = workCalendar();
const rung = (days: number): Rung => ({
  id: 'R',
  words: { zh: '级', en: 'rung' },
  from: 'LATE',
  days,
  to: ['APPROVER'],
});

describe('a rung', () => {
  test('counts working days after the first red day, over a feast with swapped weekends', () => {
    // Red on Tuesday 9 February 2021; the feast lasted from the 11th to the 17th, and both Saturday the 20th and Sunday the 7th were worked.
    const red = startOfDay('2021-02-09');
    expect(reachedAt(calendar, rung(0), red, red)).toEqual(red);
    expect(reachedAt(calendar, rung(1), red, red)).toEqual(startOfDay('2021-02-10'));
    expect(reachedAt(calendar, rung(2), red, red)).toEqual(startOfDay('2021-02-18'));
    expect(reachedAt(calendar, rung(5), red, red)).toEqual(startOfDay('2021-02-22'));
  });

  test('is reached by the cut in SQL at the very moment at which it is reached by counting', () => {
    const minutes = (from: string, span: number) =>
      fc.integer({ min: 0, max: span }).map((n) => new Date(startOfDay(from).getTime() + n * 60_000));
    fc.assert(
      fc.property(
        minutes('2020-01-01', 1_500 * 1_440),
        minutes('2020-01-01', 60 * 1_440),
        fc.integer({ min: 0, max: 20 }),
        (late, later, days) => {
          const now = new Date(late.getTime() + later.getTime() - startOfDay('2020-01-01').getTime());
          expect(late <= cutOf(calendar, rung(days), now)).toBe(reachedAt(calendar, rung(days), late, late) <= now);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
