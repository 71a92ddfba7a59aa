import { describe, expect, test } from 'vitest';
import { type Day, endOfDay, startOfDay } from '../../platform/calendar/day.ts';
import { workCalendar } from '../../platform/calendar/working-days.ts';
import { type Clock, extendClock, readClock, startClock } from '../../platform/lifecycle/clock.ts';
import { actionsOf, clockOf, type DeadlinePolicy } from '../../platform/lifecycle/declare.ts';
import { clueLifecycle } from './lifecycle.ts';
import { clueLimits } from './limits.ts';

const calendar = workCalendar();
const MINUTE = 60_000;

/**
 * Each limit of reference section 7 where it is hardest: over the Spring Festival and the other holidays with their worked weekends,
 * at the end of February in a leap year and in a common one. The last days are counted by hand from the State Council's notices:
 * 2021: 11-17 February off, 7 and 20 worked; 1-5 May off, 25 April and 8 May worked; 19-21 September and 1-7 October off, 18 and 26
 * September and 9 October worked. 2022: 31 January-6 February off, 29 and 30 January worked. 2023: 21-27 January off, 28 and 29
 * worked. 2024: 10-17 February off, 4 and 18 worked.
 */
const edges: readonly [limit: keyof typeof clueLimits, from: Day, lastDay: Day, why: string, until?: Day][] = [
  ['REGISTER', '2021-02-08', '2021-02-20', 'five working days around the festival, the fifth a worked Saturday'],
  ['REGISTER', '2021-03-01', '2021-03-08', 'five working days of a common week'],
  ['PASS_UP', '2024-02-07', '2024-02-20', 'five working days, the third a worked Sunday'],
  ['TELL_ACCEPTED', '2021-02-05', '2021-03-03', 'fifteen working days around the festival'],
  ['PROPOSE', '2024-01-31', '2024-02-29', 'a month from 31 January of a leap year'],
  ['PROPOSE', '2023-01-31', '2023-02-28', 'a month from 31 January of a common year'],
  ['PROPOSE', '2024-01-12', '2024-02-18', 'a month that ends in the festival, moved to a worked Sunday'],
  ['PROPOSE_AGAIN', '2021-02-01', '2021-02-18', 'fifteen days that end in the festival'],
  ['PROPOSE_AGAIN', '2021-03-01', '2021-03-16', 'fifteen days of a common month'],
  ['ACCEPT', '2021-09-17', '2021-09-26', 'five working days over Mid-Autumn, two of them at weekends'],
  ['REPORT_BACK', '2021-02-01', '2021-02-18', 'a day in the festival was set', '2021-02-13'],
  ['REPORT_BACK', '2021-03-01', '2021-03-10', 'a working day was set', '2021-03-10'],
  ['FIRST_OPINION', '2021-02-10', '2021-02-18', 'one working day from the eve of the holiday'],
  ['SECOND_OPINION', '2021-02-10', '2021-02-19', 'two working days from the eve of the holiday'],
  ['APPROVE', '2021-02-10', '2021-02-20', 'three working days from the eve, the third a worked Saturday'],
  ['ANSWER', '2024-02-08', '2024-03-06', 'fifteen working days over the festival and 29 February'],
  ['REPORT_AFTER_TALK', '2024-01-30', '2024-02-29', 'a month from 30 January of a leap year'],
  ['REPORT_AFTER_TALK', '2023-01-30', '2023-02-28', 'a month from 30 January of a common year'],
  ['VERIFY', '2021-04-19', '2021-05-11', 'fifteen working days over Labour Day, with its worked weekends'],
  ['REVIEW', '2022-01-29', '2022-02-10', 'five working days from a worked Saturday before the festival'],
  [
    'FEEDBACK',
    '2022-12-30',
    '2023-01-28',
    'fifteen working days over New Year and the festival, the last a worked Saturday',
  ],
  ['SANCTION', '2023-08-31', '2024-02-29', 'six months from 31 August before a leap year'],
  ['SANCTION', '2022-08-31', '2023-02-28', 'six months from 31 August before a common year'],
  ['SUPERVISION', '2021-09-22', '2021-10-08', 'a day in the national holiday was set', '2021-10-03'],
];

/** A limit that began on this day: by the field it counts from, else by the moment of the step. */
function started(limit: keyof typeof clueLimits, from: Day, until?: Day): Clock {
  const { startsAt, endsOn }: DeadlinePolicy = clueLimits[limit][0];
  const input = { ...(startsAt ? { [startsAt]: from } : {}), ...(endsOn ? { [endsOn]: until } : {}) };
  return startClock(clueLifecycle, limit, input, new Date(startOfDay(from).getTime() + 10 * 60 * MINUTE));
}

const overdueAt = (clock: Clock, now: Date): boolean => readClock(clueLifecycle, calendar, clock, now).overdue;

/**
 * Where each limit begins and ends in a clue's life, by reference section 7: a limit that no step starts holds nobody to anything.
 * A named reporter, a body above and a matter passed with a report due are conditions of the start.
 */
const course: Readonly<Record<keyof typeof clueLimits, { from: readonly string[]; until: readonly string[] }>> = {
  REGISTER: { from: ['RECEIVE if OWN'], until: ['REGISTER'] },
  PASS_UP: { from: ['RECEIVE if HIGHER'], until: [] },
  TELL_ACCEPTED: { from: ['RECEIVE if NAMED'], until: ['FEED_BACK_JOINED', 'TELL_ACCEPTED', 'TOLD_BEFORE'] },
  PROPOSE: { from: ['RECEIVE if OWN'], until: ['PROPOSE'] },
  PROPOSE_AGAIN: { from: ['OVERTURN', 'PART', 'REOPEN', 'SEND_BACK'], until: ['PROPOSE'] },
  ACCEPT: { from: ['ASSIGN'], until: ['ACCEPT', 'RETURN'] },
  REPORT_BACK: { from: ['ASSIGN if ASSIGN_WITH_REPORT'], until: ['REPORT', 'RETURN'] },
  FIRST_OPINION: { from: ['PROPOSE'], until: ['APPROVE', 'FIRST_OPINION', 'SEND_BACK'] },
  SECOND_OPINION: { from: ['FIRST_OPINION'], until: ['APPROVE', 'SECOND_OPINION', 'SEND_BACK'] },
  APPROVE: { from: ['RESULT', 'REVIEW', 'SECOND_OPINION'], until: ['APPROVE', 'SEND_BACK'] },
  ANSWER: { from: ['INQUIRE'], until: ['ANSWERED', 'REPORT'] },
  REPORT_AFTER_TALK: { from: ['ANSWERED'], until: ['REPORT'] },
  VERIFY: { from: ['APPROVE', 'RESUME', 'RETURN_REPORT'], until: ['INQUIRE', 'REPORT'] },
  REVIEW: { from: ['REPORT'], until: ['RETURN_REPORT', 'REVIEW'] },
  FEEDBACK: {
    from: ['CLOSE if NAMED', 'MAIN_CLOSED if NAMED'],
    until: ['FEED_BACK', 'FEED_BACK_JOINED', 'MAIN_REOPENED', 'OVERTURN', 'PART', 'REOPEN'],
  },
  SANCTION: { from: ['REFER'], until: ['REOPEN', 'RESULT'] },
  SUPERVISION: { from: ['SUPERVISE'], until: ['LIFT'] },
};

/** The same, read off the table of actions. What ends the matter ends its limits besides. */
function courseOf(limit: string): { from: string[]; until: string[] } {
  const [from, until]: [string[], string[]] = [[], []];
  for (const [name, { clock }] of actionsOf(clueLifecycle)) {
    for (const one of clock?.start ?? []) {
      if (clockOf(one) !== limit) continue;
      from.push(typeof one === 'string' ? name : `${name} if ${Object.values(one.where).flat().join()}`);
    }
    if (clock?.stop?.includes(limit)) until.push(name);
  }
  return { from: from.toSorted(), until: until.toSorted() };
}

describe('limits of a clue at their edges', () => {
  test.each(Object.entries(course))('%s begins and ends where the reference says', (limit, expected) => {
    expect(courseOf(limit)).toEqual(expected);
  });

  test('each limit is here', () => {
    expect(new Set(edges.map(([limit]) => limit))).toEqual(new Set(Object.keys(clueLimits)));
  });

  test.each(edges)('%s from %s ends on %s: %s', (limit, from, lastDay, _, until) => {
    const clock = started(limit, from, until);
    expect(readClock(clueLifecycle, calendar, clock, startOfDay(from)).lastDay).toBe(lastDay);
    const end = endOfDay(lastDay).getTime();
    expect(overdueAt(clock, new Date(end - MINUTE))).toBe(false);
    expect(overdueAt(clock, new Date(end + MINUTE))).toBe(true);
    // A step in the last minute keeps the limit for good, whenever it is looked at.
    const kept = { ...clock, stoppedAt: new Date(end - MINUTE).toISOString() };
    expect(overdueAt(kept, new Date(end + 365 * 24 * 60 * MINUTE))).toBe(false);
  });
});

describe('extensions at their edges', () => {
  const extended = (clock: Clock, amount: number, at: Date, informed: string | null = '当面告知'): Clock =>
    extendClock(
      clueLifecycle,
      calendar,
      clock,
      { amount, at: at.toISOString(), by: 'approver', reason: '案情复杂', informed },
      ['APPROVER'],
    );
  const lastMinuteOf = (lastDay: Day): Date => new Date(endOfDay(lastDay).getTime() - MINUTE);

  test('fifteen working days more to verify run on from the end of the first fifteen', () => {
    const clock = extended(started('VERIFY', '2021-04-19'), 15, lastMinuteOf('2021-05-11'));
    expect(readClock(clueLifecycle, calendar, clock, lastMinuteOf('2021-06-01'))).toMatchObject({
      lastDay: '2021-06-01',
      overdue: false,
    });
    expect(() => extended(started('VERIFY', '2021-04-19'), 16, lastMinuteOf('2021-05-11'))).toThrow(
      expect.objectContaining({ code: 'clock.extension', params: { max: 15, used: 0 } }),
    );
  });

  test('twelve months at most for a sanction, the whole counted from its start', () => {
    const clock = extended(started('SANCTION', '2023-08-31'), 6, lastMinuteOf('2024-02-29'));
    // 31 August 2024 is a Saturday.
    expect(readClock(clueLifecycle, calendar, clock, lastMinuteOf('2024-02-29')).lastDay).toBe('2024-09-02');
    expect(() => extended(clock, 1, lastMinuteOf('2024-02-29'))).toThrow(
      expect.objectContaining({ code: 'clock.extension', params: { max: 6, used: 6 } }),
    );
  });

  test('one more than allowed, without telling, or a minute after the end is refused', () => {
    const clock = started('SANCTION', '2023-08-31');
    const refusal = (code: string) => expect.objectContaining({ code });
    expect(() => extended(clock, 7, lastMinuteOf('2024-02-29'))).toThrow(refusal('clock.extension'));
    expect(() => extended(clock, 6, lastMinuteOf('2024-02-29'), null)).toThrow(refusal('clock.inform'));
    const late = new Date(endOfDay('2024-02-29').getTime() + MINUTE);
    expect(() => extended(clock, 6, late)).toThrow(refusal('clock.ended'));
  });
});
