import { addMonths, type Day, dayNumber, dayText } from '../../platform/calendar/day.ts';

/** Days from the event within which a record counts as made at the time; later ones are marked as back-filled (reference 13). */
export const FILING_DAYS = 3;

/** Counts from one up to this are not shown for a group: they would point at the officers who recorded. */
export const SMALL = 5;

/** A survey with fewer answers shows no rates: one more answer would tell what it was. */
export const FEWEST_ANSWERS = 10;

/** Day of the month after a period by which its return is due. */
const DUE_DAY = 5;

/** Filings within so many days before a return is due are "just before the deadline". */
export const DEADLINE_DAYS = 3;

export type PeriodKind = 'MONTH' | 'QUARTER';

/** Procuratorates report every month, the others every quarter (reference 13). */
export const periodKindOf = (system: string): PeriodKind => (system === 'PROCURATORATE' ? 'MONTH' : 'QUARTER');

export interface Period {
  readonly start: Day;
  /** First day after it. */
  readonly end: Day;
  readonly due: Day;
}

/** The periods of a year, oldest first. */
export function periodsOf(kind: PeriodKind, year: number): Period[] {
  const months = kind === 'MONTH' ? 1 : 3;
  const first = dayNumber(`${year}-01-01`);
  return Array.from({ length: 12 / months }, (_, at) => {
    const end = addMonths(first, (at + 1) * months);
    return { start: dayText(addMonths(first, at * months)), end: dayText(end), due: dayText(end + DUE_DAY - 1) };
  });
}

export type ReturnState = 'OPEN' | 'DUE' | 'OVERDUE' | 'SIGNED' | 'SIGNED_LATE';

/** Where the return of a period stands on a day. */
export function returnState({ end, due }: Period, submittedOn: Day | null, today: Day): ReturnState {
  if (submittedOn !== null) return submittedOn > due ? 'SIGNED_LATE' : 'SIGNED';
  if (today < end) return 'OPEN';
  return today > due ? 'OVERDUE' : 'DUE';
}

/**
 * Chance that a unit with this share of the city's officers recorded none of the city's records, were every officer as likely to
 * record as any other: exactly binomial, no rate is estimated.
 */
export const zeroChance = (share: number, records: number): number => (1 - share) ** records;

/** P(X ≥ k) of a binomial(n, p), summed exactly in logarithms. */
export function binomialTail(n: number, k: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  let choose = 0;
  let sum = 0;
  for (let i = 0; i <= n; i += 1) {
    if (i > 0) choose += Math.log(n - i + 1) - Math.log(i);
    if (i >= k) sum += Math.exp(choose + i * Math.log(p) + (n - i) * Math.log1p(-p));
  }
  return Math.min(1, sum);
}

/** Holm's step-down correction for many units looked at together: each p-value as it counts at the level of all of them. */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((chance, at) => ({ chance, at })).sort((a, b) => a.chance - b.chance);
  const adjusted: number[] = [];
  let least = 0;
  for (const [rank, { chance, at }] of order.entries()) {
    least = Math.max(least, Math.min(1, chance * (chances.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}

/**
 * Counts of groups that add up to a total everybody knows, with small ones left out (null). A single one left out could be worked
 * out from the others, so the next smallest goes with it.
 */
export function suppress(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number): boolean => count > 0 && count < SMALL;
  const shown: (number | null)[] = counts.map((count) => (isSmall(count) ? null : count));
  if (shown.filter((count) => count === null).length === 1) {
    const next = Math.min(...shown.filter((count) => count !== null && count > 0).map(Number));
    const at = shown.indexOf(next);
    if (at >= 0) shown[at] = null;
  }
  return shown;
}
