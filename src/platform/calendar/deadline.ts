import { addMonths, type Day, dayNumberOf, dayText, startOfDay, startOfDayNumber } from './day.ts';
import type { WorkCalendar } from './working-days.ts';

/** 日, 工作日, 小时, 月. */
export type LimitUnit = 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'HOURS' | 'MONTHS';

export interface Limit {
  /** A positive whole number. */
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** A time that does not run (中止): from the moment it stops up to the moment it runs again; `to` null while it still stands. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

export interface DeadlineQuestion {
  /** The event that starts the limit. Its day (its hour, for HOURS) does not count. */
  readonly start: Date;
  /** The limit, then its extensions in order. Extensions run on from the unmoved end. All HOURS or none. */
  readonly limits: readonly Limit[];
  readonly pauses?: readonly Pause[];
  /** For a person in custody the last day does not move to a working day (Criminal Procedure Law art. 105). */
  readonly inCustody?: boolean;
  /** How long before the end the yellow warning shows; one working day unless said otherwise. */
  readonly warnBefore?: { readonly amount: number; readonly unit: 'WORKING_DAYS' | 'HOURS' };
}

export interface Deadline {
  /** The last day on which the act is in time. */
  readonly lastDay: Day;
  /** The end of that day, 24:00 (Civil Code art. 203); for HOURS the hour itself. Later than this is late. */
  readonly dueAt: Date;
  /** From here the matter shows yellow. */
  readonly yellowAt: Date;
  /** From here it shows red: the first working day after the last day; for HOURS at once. */
  readonly redAt: Date;
  /** True when a day that decided the answer lies in a year whose holiday notice is not in the table. */
  readonly provisional: boolean;
}

const HOUR_MS = 3_600_000;

/** A guard against a calendar that never works again: no limit of the domain comes near it. */
const LONGEST_DAYS = 200_000;

/**
 * When a limit ends. Null while an open pause keeps it from ending.
 *
 * - The day or hour of the start does not count; a last day on a holiday moves to the next working day (Criminal Procedure Law
 *   art. 105, Civil Procedure Law art. 85, Civil Code art. 201 and 203). HOURS run through nights and holidays.
 * - A pause takes away the days from its first day up to, not including, the day it ends; hours to the millisecond.
 * - MONTHS end on the corresponding day, or the month's last day (Civil Code art. 202).
 */
export function deadline(calendar: WorkCalendar, question: DeadlineQuestion): Deadline | null {
  const { limits } = question;
  if (limits.length === 0) throw new RangeError('a deadline needs a limit');
  if (limits.some((limit) => !Number.isInteger(limit.amount) || limit.amount < 1))
    throw new RangeError('a limit is a positive whole number');
  const inHours = limits.filter((limit) => limit.unit === 'HOURS').length;
  if (inHours !== 0 && inHours !== limits.length) throw new RangeError('hours and days do not mix in one limit');
  return inHours ? hourDeadline(calendar, question) : dayDeadline(calendar, question);
}

/** The colour at a moment. `overdue` can be true while still yellow: on the days off between the end and the red day. */
export function colourAt(
  due: Pick<Deadline, 'yellowAt' | 'dueAt' | 'redAt'>,
  now: Date,
): { colour: 'GREEN' | 'YELLOW' | 'RED'; overdue: boolean } {
  return {
    colour: now >= due.redAt ? 'RED' : now >= due.yellowAt ? 'YELLOW' : 'GREEN',
    overdue: now > due.dueAt,
  };
}

function dayDeadline(calendar: WorkCalendar, question: DeadlineQuestion): Deadline | null {
  const { isWorkingDay, isPublished } = calendar.numbers;
  const pauses = (question.pauses ?? []).map((pause) => ({
    from: dayNumberOf(pause.from),
    to: pause.to ? dayNumberOf(pause.to) : Number.POSITIVE_INFINITY,
  }));
  const start = dayNumberOf(question.start);
  let cursor = start;
  let provisional = false;

  /** Goes to the next day that runs; false when there is none. */
  const next = (): boolean => {
    for (;;) {
      cursor++;
      const pause = pauses.find(({ from, to }) => cursor >= from && cursor < to);
      if (!pause) break;
      if (pause.to === Number.POSITIVE_INFINITY) return false;
      cursor = pause.to - 1;
    }
    if (cursor - start > LONGEST_DAYS) throw new RangeError('the limit is too long');
    return true;
  };

  for (const limit of merged(question.limits)) {
    const working = limit.unit === 'WORKING_DAYS';
    let left = limit.unit === 'MONTHS' ? addMonths(cursor, limit.amount) - cursor : limit.amount;
    while (left > 0) {
      if (!next()) return null;
      if (working && !isPublished(cursor)) provisional = true;
      if (!working || isWorkingDay(cursor)) left--;
    }
  }
  if (!question.inCustody) {
    if (!isPublished(cursor)) provisional = true;
    while (!isWorkingDay(cursor)) {
      if (!next()) return null;
      if (!isPublished(cursor)) provisional = true;
    }
  }

  const lastDay = dayText(cursor);
  const dueAt = startOfDayNumber(cursor + 1);
  let red = cursor + 1;
  while (!isWorkingDay(red)) red++;
  return {
    lastDay,
    dueAt,
    yellowAt: yellow(calendar, question, lastDay, dueAt),
    redAt: startOfDayNumber(red),
    provisional: provisional || !isPublished(red),
  };
}

function hourDeadline(calendar: WorkCalendar, question: DeadlineQuestion): Deadline | null {
  // The start hour does not count: ten past ten and ten sharp both begin to run at eleven.
  let cursor = (Math.floor(question.start.getTime() / HOUR_MS) + 1) * HOUR_MS;
  let left = question.limits.reduce((sum, limit) => sum + limit.amount, 0) * HOUR_MS;
  const pauses = (question.pauses ?? [])
    .map((pause) => ({ from: pause.from.getTime(), to: pause.to ? pause.to.getTime() : Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of pauses) {
    if (to <= cursor) continue;
    const ran = Math.max(0, from - cursor);
    if (ran >= left) break;
    left -= ran;
    cursor = to;
    if (to === Number.POSITIVE_INFINITY) return null;
  }
  const dueAt = new Date(cursor + left);
  const lastDay = dayText(dayNumberOf(dueAt));
  return {
    lastDay,
    dueAt,
    yellowAt: yellow(calendar, question, lastDay, dueAt),
    redAt: dueAt,
    provisional: false,
  };
}

function yellow(calendar: WorkCalendar, question: DeadlineQuestion, lastDay: Day, dueAt: Date): Date {
  const before = question.warnBefore ?? { amount: 1, unit: 'WORKING_DAYS' };
  if (before.unit === 'HOURS') return new Date(dueAt.getTime() - before.amount * HOUR_MS);
  return startOfDay(calendar.addWorkingDays(lastDay, -before.amount));
}

/** Neighbours of one unit become one limit: 1 + 1 month from 31 January is 31 March, not 28 February and a month. */
function merged(limits: readonly Limit[]): Limit[] {
  const result: Limit[] = [];
  for (const limit of limits) {
    const last = result.at(-1);
    if (last?.unit === limit.unit) result[result.length - 1] = { ...last, amount: last.amount + limit.amount };
    else result.push(limit);
  }
  return result;
}
