import { roles } from '../access/roles.ts';
import { dayNumberOf, dayOf, endOfDay, parseDay, startOfDay } from '../calendar/day.ts';
import { colourAt, type Deadline, deadline } from '../calendar/deadline.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { AppError } from '../errors.ts';
import type { AnyLifecycle, DeadlinePolicy } from './declare.ts';

/**
 * A running or stopped limit of one matter: plain data to be stored as it is. It holds nothing of who is responsible, so handing a
 * matter over changes no clock. Times are ISO instants.
 */
export interface Clock {
  /** Which limit, and the version it started under: `validFrom` of the policy. */
  readonly id: string;
  readonly version: string;
  /** Which of several of its kind: the value of the policy's `each` field. */
  readonly of?: string;
  readonly startedAt: string;
  /** Calendar days the limit was set to, where the policy leaves its end to whoever sets it. */
  readonly days?: number;
  readonly stoppedAt: string | null;
  /** `to` is when the time runs again: the day the pause was granted until, or earlier. */
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly extensions: readonly Extension[];
}

/** Logged with who approved it and why (reference 2.2). */
export interface Extension {
  readonly amount: number;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** How the person concerned was told, where the policy demands it. */
  readonly informed: string | null;
}

export interface ClockReading {
  readonly status: 'RUNNING' | 'PAUSED' | 'STOPPED';
  readonly dueAt: Date;
  /** Yellow from here. */
  readonly warnAt: Date;
  /** Red from here. */
  readonly lateAt: Date;
  readonly lastDay: string;
  /** At `now`, or for a stopped clock when it stopped. */
  readonly colour: 'GREEN' | 'YELLOW' | 'RED';
  readonly overdue: boolean;
  /** The year's holidays are not published yet: the date may still move. */
  readonly provisional: boolean;
}

export const isRunning = (clock: Clock): boolean => clock.stoppedAt === null;

/** The version of the policy a clock started under. */
export function policyOf(lifecycle: AnyLifecycle, clock: Clock): DeadlinePolicy {
  const policy = lifecycle.clocks[clock.id]?.find((version) => version.validFrom === clock.version);
  if (!policy) throw new RangeError(`${lifecycle.name} has no limit ${clock.id} of ${clock.version}`);
  return policy;
}

/** When a clock ends, by its policy, extensions and pauses. */
export function dueOf(lifecycle: AnyLifecycle, calendar: WorkCalendar, clock: Clock): Deadline {
  const policy = policyOf(lifecycle, clock);
  // Every pause has an end, so every limit has one.
  return deadline(calendar, {
    start: new Date(clock.startedAt),
    limits: [
      clock.days === undefined ? policy : { amount: clock.days, unit: 'CALENDAR_DAYS' },
      ...clock.extensions.map(({ amount }) => ({ amount, unit: policy.unit })),
    ],
    pauses: clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
    inCustody: policy.inCustody,
    warnBefore: policy.warnBefore,
  })!;
}

/** What a clock shows at `now`. */
export function readClock(lifecycle: AnyLifecycle, calendar: WorkCalendar, clock: Clock, now: Date): ClockReading {
  const due = dueOf(lifecycle, calendar, clock);
  const stopped = clock.stoppedAt !== null;
  return {
    status: stopped ? 'STOPPED' : isPaused(clock, now.toISOString()) ? 'PAUSED' : 'RUNNING',
    dueAt: due.dueAt,
    warnAt: due.yellowAt,
    lateAt: due.redAt,
    lastDay: due.lastDay,
    ...colourAt(due, stopped ? new Date(clock.stoppedAt!) : now),
    provisional: due.provisional,
  };
}

/**
 * Starts a limit under the version in force on its first day. `from` is the value of the policy's `startsAt` field: a day or an
 * instant. A start in the future would lengthen the limit, so it is refused.
 */
export function startClock(
  lifecycle: AnyLifecycle,
  id: string,
  input: Readonly<Record<string, unknown>>,
  now: Date,
): Clock {
  const versions = lifecycle.clocks[id] ?? [];
  // The field is the same for every version in practice; the newest one names it.
  const field = versions.at(-1)?.startsAt;
  const start = field === undefined ? now : moment(input[field]);
  const version = start && versions.findLast(({ validFrom }) => validFrom <= dayOf(start));
  if (!start || start > now || !version)
    throw new AppError('clock.start', { value: field ? input[field] : now.toISOString() });
  const days = version.endsOn === undefined ? undefined : daysUntil(input[version.endsOn], start);
  const of = ofClock(lifecycle, id, input);
  return {
    id,
    version: version.validFrom,
    startedAt: start.toISOString(),
    ...(days === undefined ? {} : { days }),
    ...(of === undefined ? {} : { of }),
    stoppedAt: null,
    pauses: [],
    extensions: [],
  };
}

/** Which of several limits of one kind a form speaks of; undefined where there is only one at a time. */
export function ofClock(
  lifecycle: AnyLifecycle,
  id: string,
  input: Readonly<Record<string, unknown>>,
): string | undefined {
  const field = lifecycle.clocks[id]?.at(-1)?.each;
  const value = field === undefined ? null : (input[field] ?? null);
  // A step from before the program may not say; its limit then answers to any.
  return value === null ? undefined : String(value).trim();
}

/** Days from the start to the day named. @throws AppError `clock.until` where that is no day to come */
function daysUntil(day: unknown, start: Date): number {
  const last = typeof day === 'string' ? parseDay(day) : undefined;
  if (last === undefined || last <= dayNumberOf(start)) throw new AppError('clock.until', { value: day });
  return last - dayNumberOf(start);
}

/** Adds an extension, or refuses it: over the policy's maximum, by another than its approver, or after the limit has ended. */
export function extendClock(
  lifecycle: AnyLifecycle,
  calendar: WorkCalendar,
  clock: Clock,
  extension: Extension,
  approverRoles: readonly string[],
): Clock {
  const rule = policyOf(lifecycle, clock).extension;
  const used = clock.extensions.reduce((sum, { amount }) => sum + amount, 0);
  if (!rule || !Number.isInteger(extension.amount) || extension.amount < 1 || used + extension.amount > rule.max)
    throw new AppError('clock.extension', { max: rule?.max ?? 0, used });
  if (!approverRoles.includes(rule.approver)) throw new AppError('clock.approver', { role: roles[rule.approver] });
  if (rule.mustInform && !extension.informed) throw new AppError('clock.inform');
  // A limit that has run out cannot be made not to have run out.
  if (readClock(lifecycle, calendar, clock, new Date(extension.at)).overdue) throw new AppError('clock.ended');
  return { ...clock, extensions: [...clock.extensions, extension] };
}

export const stopClock = (clock: Clock, at: string): Clock => ({ ...resumeClock(clock, at), stoppedAt: at });

export const isPaused = (clock: Clock, at: string): boolean => {
  const last = clock.pauses.at(-1);
  return last !== undefined && last.to > at;
};

/**
 * Pauses a clock up to and including the day `until`.
 * @throws AppError `clock.until` where that is no day to come
 */
export function pauseClock(clock: Clock, at: string, until: unknown): Clock {
  const last = typeof until === 'string' && parseDay(until) !== undefined ? endOfDay(until) : null;
  if (!last || last.toISOString() <= at) throw new AppError('clock.until', { value: until });
  return { ...clock, pauses: [...clock.pauses, { from: at, to: last.toISOString() }] };
}

export const resumeClock = (clock: Clock, at: string): Clock =>
  isPaused(clock, at)
    ? { ...clock, pauses: clock.pauses.with(-1, { from: clock.pauses.at(-1)!.from, to: at }) }
    : clock;

/** A day, or an instant with its zone; Date alone would roll 30 February over and guess a zone. */
function moment(value: unknown): Date | null {
  if (typeof value !== 'string' || parseDay(value.slice(0, 10)) === undefined) return null;
  if (value.length === 10) return startOfDay(value);
  const instant = new Date(value);
  return /T[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(instant.getTime()) ? instant : null;
}
