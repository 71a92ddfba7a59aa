import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clopperPearson, incompleteBeta, stratified } from './estimate.ts';

/** The tail of the binomial distribution, summed term by term. */
function atMost(wrong: number, done: number, rate: number): number {
  // In logarithms: the first term alone may be too small for a number.
  let [term, sum] = [done * Math.log1p(-rate), 0];
  for (let k = 0; k <= wrong; k += 1) {
    sum += Math.exp(term);
    term += Math.log((done - k) / (k + 1)) + Math.log(rate) - Math.log1p(-rate);
  }
  return sum;
}

test('the interval is the published one', () => {
  // Clopper and Pearson for 10 of 100 and 0 of 20, as every table has them.
  expect(clopperPearson(10, 100)).toMatchObject({
    rate: 0.1,
    low: expect.closeTo(0.0490047, 6),
    high: expect.closeTo(0.1762226, 6),
  });
  expect(clopperPearson(0, 20)).toMatchObject({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 20), 12) });
  expect(clopperPearson(20, 20)).toMatchObject({ low: expect.closeTo(0.025 ** (1 / 20), 12), high: 1 });
  expect(clopperPearson(0, 0)).toBeNull();
});

test('at its ends the tails of the binomial distribution are what the level says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.nat(200),
      fc.constantFrom(0.9, 0.95, 0.99),
      (done, some, level) => {
        const wrong = some % (done + 1);
        const { low, high } = clopperPearson(wrong, done, level)!;
        const tail = (1 - level) / 2;
        if (wrong < done) expect(atMost(wrong, done, high)).toBeCloseTo(tail, 8);
        if (wrong > 0) expect(1 - atMost(wrong - 1, done, low)).toBeCloseTo(tail, 8);
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test('the beta function agrees with the binomial sum', () => {
  for (const [n, k, p] of [
    [5, 2, 0.3],
    [50, 20, 0.5],
    [400, 3, 0.01],
  ] as const)
    expect(incompleteBeta(p, k + 1, n - k)).toBeCloseTo(1 - atMost(k, n, p), 10);
});

test('strata count by their size, not by how many were drawn of them', () => {
  const strata = [
    { count: 100, done: 50, wrong: 25 },
    { count: 900, done: 45, wrong: 0 },
  ];
  const { rate, low, high } = stratified(strata)!;
  expect(rate).toBeCloseTo(0.05, 12);
  expect(low).toBeLessThan(0.05);
  expect(high).toBeGreaterThan(0.05);
  // By hand: variance 0.1² × (1 - 0.5) × 0.25 / 49, so the effective size is 0.05 × 0.95 / 2.551e-5 = 1,862.
  expect(high).toBeCloseTo(clopperPearson(0.05 * 1_862, 1_862)!.high, 5);
});

test('where every case was checked nothing is uncertain, and where none was nothing is said', () => {
  expect(
    stratified([
      { count: 4, done: 4, wrong: 1 },
      { count: 6, done: 6, wrong: 0 },
    ]),
  ).toEqual({ rate: 0.1, low: 0.1, high: 0.1 });
  expect(
    stratified([
      { count: 4, done: 4, wrong: 1 },
      { count: 6, done: 0, wrong: 0 },
    ]),
  ).toBeNull();
  expect(stratified([{ count: 0, done: 0, wrong: 0 }])).toBeNull();
  const one = stratified([
    { count: 50, done: 1, wrong: 0 },
    { count: 50, done: 20, wrong: 2 },
  ])!;
  expect(one.high).toBeGreaterThan(
    stratified([
      { count: 50, done: 20, wrong: 0 },
      { count: 50, done: 20, wrong: 2 },
    ])!.high,
  );
});
