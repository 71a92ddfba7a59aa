import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialTail, holm, periodsOf, returnState, SMALL, suppress, zeroChance } from './rules.ts';

/** Binomial by walking every outcome. */
function walked(n: number, k: number, p: number): number {
  let sum = 0;
  for (let outcome = 0; outcome < 2 ** n; outcome += 1) {
    const hits = outcome.toString(2).replaceAll('0', '').length;
    if (hits >= k) sum += p ** hits * (1 - p) ** (n - hits);
  }
  return sum;
}

test('the binomial tail is that of all outcomes walked through', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 10 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (n, k, p) => {
        expect(binomialTail(n, k, Math.fround(p))).toBeCloseTo(walked(n, k, Math.fround(p)), 9);
      },
    ),
  );
});

test('a long row of zeros is the more surprising the larger the unit and the more the city records', () => {
  expect(zeroChance(0.1, 130)).toBeCloseTo(0.9 ** 130, 12);
  expect(1 - zeroChance(0.25, 8)).toBeCloseTo(binomialTail(8, 1, 0.25), 12);
});

test('of units that are all alike, fewer than five in a hundred cities are shown one to look at', () => {
  let seed = 20_260_106;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const [units, records, cities] = [20, 60, 1_000];
  let alarms = 0;
  for (let city = 0; city < cities; city += 1) {
    const counts = Array.from({ length: units }, () => 0);
    for (let one = 0; one < records; one += 1) counts[Math.floor(random() * units)]! += 1;
    if (
      holm(counts.map((count) => (count === 0 ? zeroChance(1 / units, records) : 1))).some((chance) => chance <= 0.05)
    )
      alarms += 1;
  }
  expect(alarms).toBeLessThanOrEqual(0.05 * cities);
});

test('Holm: order kept, never below the raw chance, the least multiplied by the number of units', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (chances) => {
      const adjusted = holm(chances);
      for (const [at, chance] of chances.entries()) expect(adjusted[at]!).toBeGreaterThanOrEqual(chance);
      expect(Math.min(...adjusted)).toBeCloseTo(Math.min(1, Math.min(...chances) * chances.length), 12);
    }),
  );
});

test('no small count can be worked out from the counts shown and their total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
      const shown = suppress(counts);
      for (const [at, count] of counts.entries()) if (count > 0 && count < SMALL) expect(shown[at]).toBeNull();
      const hidden = shown.filter((count) => count === null).length;
      const others = counts.filter((count) => count > 0).length;
      if (others > 1) expect(hidden).not.toBe(1);
    }),
  );
});

test('periods: months for procuratorates, quarters for others, due on the fifth after; leap years are no matter', () => {
  expect(periodsOf('MONTH', 2024)[1]).toEqual({ start: '2024-02-01', end: '2024-03-01', due: '2024-03-05' });
  expect(periodsOf('QUARTER', 2026).at(-1)).toEqual({ start: '2026-10-01', end: '2027-01-01', due: '2027-01-05' });
});

test('where a return stands, at its edges', () => {
  const period = periodsOf('QUARTER', 2026)[0]!;
  const on = (today: string, submitted: string | null = null) => returnState(period, submitted, today);
  expect([on('2026-03-31'), on('2026-04-01'), on('2026-04-05'), on('2026-04-06')]).toEqual([
    'OPEN',
    'DUE',
    'DUE',
    'OVERDUE',
  ]);
  expect([on('2026-05-01', '2026-04-05'), on('2026-05-01', '2026-04-06')]).toEqual(['SIGNED', 'SIGNED_LATE']);
});
