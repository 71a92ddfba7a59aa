import { type Day, dayOf, startOfDay } from '../../../platform/calendar/day.ts';
import { deadline } from '../../../platform/calendar/deadline.ts';
import type { WorkCalendar } from '../../../platform/calendar/working-days.ts';
import { type AskingLimit, askingLimits, reviewLimits } from './limits.ts';

export type ReviewKind = 'RE_EXAMINATION' | 'SUPERIOR_REVIEW' | 'PERSONNEL_REVIEW' | 'PERSONNEL_APPEAL';

/** A decision on an officer, as far as the rights against it depend on it. */
export interface Decided {
  readonly track: 'SUPERVISORY' | 'PERSONNEL';
  readonly decidedOn: Day;
}

/** A request against it, in any state. */
export interface Asked {
  readonly record: string;
  readonly kind: ReviewKind;
  readonly state: string;
  readonly askedOn: Day;
  readonly decidedOn: Day | null;
}

/** A request that the officer may make, or might have made in time. */
export interface Right {
  readonly kind: ReviewKind;
  /** The request whose decision it is against; null for the first decision. */
  readonly earlier: string | null;
  readonly lastDay: Day;
  readonly open: boolean;
  /** The day by which the step before was to be decided and was not; then the last day moves on until it is. */
  readonly silentSince: Day | null;
  readonly source: string;
}

/**
 * What an officer may ask for against a decision, with the last day of each (reference 29). Pure.
 *
 * A supervisory decision is re-examined, then reviewed by the body above. A personnel measure is reviewed by the same body and then
 * appealed, or appealed at once. Nothing is asked for twice, and nothing while the step before it is still being looked at, unless
 * the time to decide that has run out; a request that was withdrawn may be made again within its time.
 */
export function rightsOf(calendar: WorkCalendar, decided: Decided, requests: readonly Asked[], now: Date): Right[] {
  const standing = requests.filter(({ state }) => state !== 'WITHDRAWN');
  const made = (kind: ReviewKind) => standing.find((one) => one.kind === kind);
  const right = (kind: ReviewKind, limit: AskingLimit, since: Day, earlier: Asked | null): Right[] => {
    if (made(kind)) return [];
    const policy = askingLimits[limit].findLast(({ validFrom }) => validFrom <= since);
    if (!policy) return [];
    const { lastDay, dueAt } = deadline(calendar, { start: startOfDay(since), limits: [policy] })!;
    const silentSince = earlier && !earlier.decidedOn ? dueDay(calendar, earlier).lastDay : null;
    const { source } = policy;
    return [{ kind, earlier: earlier?.record ?? null, lastDay, open: now < dueAt, silentSince, source }];
  };
  /** What comes after a request: from its decision on, or from the day on which that was overdue, counted anew each day. */
  const next = (kind: ReviewKind, before: Asked, decidedLimit: AskingLimit, silentLimit: AskingLimit): Right[] => {
    if (before.decidedOn) return right(kind, decidedLimit, before.decidedOn, before);
    return now < dueDay(calendar, before).dueAt ? [] : right(kind, silentLimit, dayOf(now), before);
  };
  if (decided.track === 'SUPERVISORY') {
    const first = made('RE_EXAMINATION');
    if (!first) return right('RE_EXAMINATION', 'RE_EXAMINATION', decided.decidedOn, null);
    return next('SUPERIOR_REVIEW', first, 'SUPERIOR_REVIEW', 'SUPERIOR_REVIEW_IN_SILENCE');
  }
  const review = made('PERSONNEL_REVIEW');
  if (review) return next('PERSONNEL_APPEAL', review, 'APPEAL_AFTER_REVIEW', 'APPEAL_IN_SILENCE');
  // Whoever appealed at once has left the review out.
  if (made('PERSONNEL_APPEAL')) return [];
  return [
    ...right('PERSONNEL_REVIEW', 'PERSONNEL_REVIEW', decided.decidedOn, null),
    ...right('PERSONNEL_APPEAL', 'PERSONNEL_APPEAL', decided.decidedOn, null),
  ];
}

/** Until when a request is to be decided. */
function dueDay(calendar: WorkCalendar, { kind, askedOn }: Asked): { readonly lastDay: Day; readonly dueAt: Date } {
  const policy = reviewLimits[kind].findLast(({ validFrom }) => validFrom <= askedOn)!;
  return deadline(calendar, { start: startOfDay(askedOn), limits: [policy] })!;
}

/** The day a step counts as delivered: the day it was taken. Nobody can date it back and so shorten a limit. */
export const deliveredOn = (now: Date): Day => dayOf(now);
