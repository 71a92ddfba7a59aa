import { tooFew } from '../../modules/recheck/bundle/few.ts';
import { fill } from '../../platform/words.ts';

interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/**
 * An error rate with its interval, as the desk says it.
 * @param few how the interval is said alone, where the results are too few for a rate
 */
export function sayRate({ rate, low, high }: Rate, results: number, few: string): string {
  const ends = { low: percent(low), high: percent(high) };
  return tooFew(results) ? fill(few, ends) : `${percent(rate)} (${ends.low} – ${ends.high})`;
}
