/*
 * How often the first answer was wrong, from a sample. Exact interval for a proportion: C. J. Clopper and E. S. Pearson,
 * Biometrika 26 (1934); for strata drawn at different rates: the weighted proportion with the variance of stratified sampling
 * and its finite population correction (W. G. Cochran, Sampling Techniques, 5.3), turned into an exact interval through the
 * effective sample size (E. L. Korn, B. I. Graubard, Survey Methodology 24, 1998).
 */

export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** What came of one stratum: cases there are, cases checked again, and those found wrong. */
export interface StratumOutcome {
  readonly count: number;
  readonly done: number;
  readonly wrong: number;
}

/** Lanczos' approximation (g = 7, 9 terms): some 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const [first, ...terms] = LANCZOS as [number, ...number[]];
  const t = x + 6.5;
  const sum = terms.reduce((sum, term, at) => sum + term / (x + at), first);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz; DLMF 8.17.22). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  const safe = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Where the beta distribution reaches a probability; by halving, to the last bit of a double. */
function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact interval for `wrong` of `done`. It holds its level for draws with replacement; without replacement, as here, it is
 * wider than it need be, never narrower.
 * @param wrong may be a fraction, of an effective sample size
 * @returns null where nothing was checked yet
 */
export function clopperPearson(wrong: number, done: number, level = 0.95): Interval | null {
  if (done <= 0) return null;
  const tail = (1 - level) / 2;
  return {
    rate: wrong / done,
    low: wrong <= 0 ? 0 : betaQuantile(tail, wrong, done - wrong + 1),
    high: wrong >= done ? 1 : betaQuantile(1 - tail, wrong + 1, done - wrong),
  };
}

/**
 * The rate in the whole population from strata drawn at different rates: each stratum counts by its size. Finite population
 * correction 1 − n/N in each stratum: where every case was checked, nothing is uncertain. A stratum of which only one case was
 * checked shows no variance of its own; it is given the largest a proportion can have, 1/4.
 * @returns null while a stratum that has cases has no result: then the sample does not speak for the population
 */
export function stratified(strata: readonly StratumOutcome[], level = 0.95): Interval | null {
  const peopled = strata.filter(({ count }) => count > 0);
  const all = peopled.reduce((sum, { count }) => sum + count, 0);
  const done = peopled.reduce((sum, one) => sum + one.done, 0);
  if (all === 0 || peopled.some((one) => one.done === 0)) return null;
  let rate = 0;
  let variance = 0;
  for (const { count, done: n, wrong } of peopled) {
    const [weight, p] = [count / all, wrong / n];
    rate += weight * p;
    variance += weight ** 2 * (1 - n / count) * (n > 1 ? (p * (1 - p)) / (n - 1) : 1 / 4);
  }
  if (peopled.every((one) => one.done >= one.count)) return { rate, low: rate, high: rate };
  // No spread in the sample gives no effective size; then the sample's own size is taken.
  const effective = variance > 0 && rate > 0 && rate < 1 ? (rate * (1 - rate)) / variance : done;
  const interval = clopperPearson(rate * effective, effective, level)!;
  return { rate, low: interval.low, high: interval.high };
}
