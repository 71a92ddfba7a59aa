import { addDays, lastDay, months } from './days.ts';
import { days } from './story.ts';

/** What is fixed about an appeal before its text is invented. Only arithmetic, so that millions can be counted in a second. */
export interface Appeal {
  /** Place in its month. */
  readonly index: number;
  readonly ticketNo: string;
  readonly day: string;
  readonly minute: number;
  readonly accepted: boolean;
  readonly closedOn: string | null;
  readonly callback: { readonly calledOn: string; readonly rating: Rating } | null;
}

export type Rating =
  | 'VERY_SATISFIED'
  | 'SATISFIED'
  | 'BASICALLY_SATISFIED'
  | 'DISSATISFIED'
  | 'VERY_DISSATISFIED'
  | 'UNREACHABLE'
  | 'UNWILLING';

/** Appeals accepted by the cut-off in the hundredth that is made by default; the whole hotline has a hundred times as many. */
const acceptedByCutOff = 32_046;

export const hotlineMonths: readonly string[] = months(days.hotline, days.end);

/** The line grew busier: the first month has about half the calls of the last. */
const weight = (at: number): number => 20 + at;

/** Accepted appeals of each month; the last one counts to the cut-off only. */
function quotas(full: boolean): number[] {
  const all = acceptedByCutOff * (full ? 100 : 1);
  const weights = hotlineMonths.map((_, at) => weight(at) * (at === hotlineMonths.length - 1 ? 0.73 : 1));
  const sum = weights.reduce((total, one) => total + one, 0);
  const shares = weights.map((one) => Math.floor((all * one) / sum));
  shares[shares.length - 1]! += all - shares.reduce((total, one) => total + one, 0);
  return shares;
}

/** Of a thousand ratings; the numbers are where each kind ends. */
const ratings: readonly (readonly [end: number, rating: Rating])[] = [
  [590, 'VERY_SATISFIED'],
  [858, 'SATISFIED'],
  [872, 'BASICALLY_SATISFIED'],
  [890, 'DISSATISFIED'],
  [896, 'VERY_DISSATISFIED'],
  [960, 'UNREACHABLE'],
  [1000, 'UNWILLING'],
];

/** 377 shares no factor with 1000, so a thousand ratings in a row hold each kind exactly as often as it should be. */
const ratingOf = (count: number): Rating => ratings.find(([end]) => (count * 377) % 1000 < end)![1];

/** The appeals of a month in the order of their arrival. In the last month those after the cut-off follow. */
export function* hotlineMonth(month: string, full: boolean): Generator<Appeal> {
  const at = hotlineMonths.indexOf(month);
  const first = at === 0 ? days.hotline : `${month}-01`;
  const isLast = at === hotlineMonths.length - 1;
  const quota = quotas(full)[at]!;
  const until = isLast ? days.asOf : lastDay(month);
  yield* stretch(month, first, until, quota, 0, at);
  if (isLast) yield* stretch(month, addDays(days.asOf, 1), days.end, Math.floor(quota * 0.3), quota * 2, at);
}

function* stretch(
  month: string,
  from: string,
  to: string,
  accepted: number,
  offset: number,
  at: number,
): Generator<Appeal> {
  const refused = Math.floor(accepted * 0.031);
  const all = accepted + refused;
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const dayTexts = Array.from({ length }, (_, number) => addDays(from, number));
  const closings = dayTexts.map((day) => [3, 4, 5].map((wait) => addDays(day, wait)));
  const calls = dayTexts.map((day) => addDays(day, 7));
  const stem = `MS${month.replace('-', '')}`;
  let turn = 0;
  for (let number = 0; number < all; number++) {
    const minutes = Math.floor((number * length * 1440) / all);
    const place = Math.floor(minutes / 1440);
    const isAccepted = Math.floor(((number + 1) * refused) / all) === Math.floor((number * refused) / all);
    const closedOn = isAccepted ? closings[place]![number % 3]! : null;
    if (isAccepted) turn += 1;
    const called = isAccepted && turn % 10 === 0;
    yield {
      index: offset + number,
      ticketNo: `${stem}${String(offset + number + 1).padStart(7, '0')}`,
      day: dayTexts[place]!,
      minute: minutes % 1440,
      accepted: isAccepted,
      closedOn: closedOn !== null && closedOn <= days.end ? closedOn : null,
      callback:
        called && calls[place]! <= days.end ? { calledOn: calls[place]!, rating: ratingOf(turn / 10 + at * 61) } : null,
    };
  }
}

export interface HotlineTotals {
  readonly accepted: number;
  readonly satisfied: number;
  /** Ratings that count: reached and willing. */
  readonly valid: number;
}

/** What the hotline's figures must be on the cut-off day. */
export function hotlineTotals(full: boolean): HotlineTotals {
  const totals = { accepted: 0, satisfied: 0, valid: 0 };
  for (const month of hotlineMonths) {
    for (const { day, accepted, callback } of hotlineMonth(month, full)) {
      if (accepted && day <= days.asOf) totals.accepted += 1;
      if (
        !callback ||
        callback.calledOn > days.asOf ||
        callback.rating === 'UNREACHABLE' ||
        callback.rating === 'UNWILLING'
      )
        continue;
      totals.valid += 1;
      if (callback.rating === 'VERY_SATISFIED' || callback.rating === 'SATISFIED') totals.satisfied += 1;
    }
  }
  return totals;
}
