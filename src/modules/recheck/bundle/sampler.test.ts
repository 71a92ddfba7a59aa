import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, successor } from './assign.ts';
import { drawCases, groupsOf } from './draw.ts';
import type { FrameRow, Plan } from './format.ts';
import { sample, ticketsOf } from './sampler.ts';

/*
 * The second implementation, written in another way: tickets as exact integers through node:crypto, and no sorting. Cases are
 * picked one after another, each time the smallest that is left; re-checkers by a walk over numbered seats.
 */
const other = {
  number(text: string): bigint {
    let value = 0n;
    for (const byte of createHash('sha256').update(text, 'utf8').digest()) value = value * 256n + BigInt(byte);
    return value % 10n ** 64n;
  },
  ticket(seed: string, item: string): bigint {
    return other.number(other.number(seed).toString().padStart(64, '0') + item);
  },
  draw(seed: string, items: readonly string[], size: number): string[] {
    const left = new Map(items.map((item) => [item, other.ticket(seed, item)]));
    const drawn: string[] = [];
    while (drawn.length < size && left.size > 0) {
      let best: string | undefined;
      for (const [item, ticket] of left) if (best === undefined || ticket < left.get(best)!) best = item;
      drawn.push(best!);
      left.delete(best!);
    }
    return drawn;
  },
  assign(seed: string, cases: readonly { case: string; excluded: readonly string[] }[], pool: readonly string[]) {
    const seats = pool.map(() => 0);
    return cases.map((one) => {
      let at = -1;
      for (let seat = 0; seat < pool.length; seat += 1) {
        if (one.excluded.includes(pool[seat]!)) continue;
        const ticket = (place: number): bigint => other.ticket(seed, `${one.case}/${pool[place]}`);
        if (at < 0 || seats[seat]! < seats[at]! || (seats[seat] === seats[at] && ticket(seat) < ticket(at))) at = seat;
      }
      if (at < 0) return null;
      seats[at]! += 1;
      return pool[at]!;
    });
  },
};

const names = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((text) => text.isWellFormed()),
  {
    maxLength: 40,
  },
);

test('the ticket numbers are those of the published package', () => {
  // From the documentation of consistent_sampler (R. L. Rivest): seed 31415.
  const ticketOf = ticketsOf('31415');
  const published = {
    'B-1': '067332842388',
    'B-3': '176837118841',
    'B-2': '375308191656',
    'A-1': '618091109616',
    'A-2': '878287260903',
    'A-3': '9143300586807',
  };
  for (const [item, digits] of Object.entries(published)) expect(ticketOf(item).startsWith(digits), item).toBe(true);
  const order = sample('31415', ['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'], 4).map(({ item }) => item);
  expect(order).toEqual(['B-1', 'B-3', 'B-2', 'A-1']);
});

test('a second implementation draws the same', () => {
  fc.assert(
    fc.property(fc.string(), names, fc.nat(45), (seed, items, size) => {
      expect(sample(seed, items, size).map(({ item }) => item)).toEqual(other.draw(seed, items, size));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('the order of the list plays no part, and a larger sample continues a smaller one', () => {
  fc.assert(
    fc.property(fc.string(), names, fc.nat(20), (seed, items, size) => {
      const small = sample(seed, items, size);
      expect(sample(seed, items.toReversed(), size)).toEqual(small);
      expect(sample(seed, items, size + 5).slice(0, size)).toEqual(small);
    }),
    { seed: 2, numRuns: 100 },
  );
});

test('a second implementation assigns the same re-checkers, evenly, and never one who is excluded', () => {
  const pool = ['a', 'b', 'c', 'd', 'e'];
  const excluded = fc.subarray(pool);
  fc.assert(
    fc.property(
      fc.string(),
      fc.uniqueArray(fc.nat(999), { maxLength: 20 }),
      fc.array(excluded, { minLength: 20, maxLength: 20 }),
      (seed, cases, barred) => {
        const list = cases.map((name, at) => ({ case: `case ${name}`, excluded: barred[at]! }));
        const assigned = assign(seed, list, pool);
        expect([...assigned.values()]).toEqual(other.assign(seed, list, pool));
        for (const one of list) expect(one.excluded).not.toContain(assigned.get(one.case));
      },
    ),
    { seed: 3, numRuns: 150 },
  );
  const even = assign(
    'seed',
    Array.from({ length: 17 }, (_, at) => ({ case: `${at}`, excluded: [] })),
    pool,
  );
  const loads = pool.map((member) => [...even.values()].filter((one) => one === member).length).sort();
  expect(loads).toEqual([3, 3, 3, 4, 4]);
});

test('who leaves a case is followed by another who may check it, until nobody is left', () => {
  const pool = ['a', 'b', 'c', 'd'];
  const cases = Array.from({ length: 12 }, (_, at) => ({ case: `${at}`, excluded: at % 2 ? ['a'] : [] }));
  const before = assign('seed', cases, pool);
  const first = before.get('3')!;
  const next = successor('seed', cases[3]!, pool, [first]);
  expect(next).not.toBe(first);
  expect(next).not.toBe('a');
  const third = successor('seed', cases[3]!, pool, [first, next!]);
  expect([first, next, 'a']).not.toContain(third);
  // The order in which they left makes no difference.
  expect(successor('seed', cases[3]!, pool, [next!, first])).toBe(third);
  expect(successor('seed', cases[3]!, pool, pool)).toBeNull();
});

const unit = (at: number) => ({
  record: `01900000-0000-7000-8000-00000000000${at}`,
  words: { zh: `${at}`, en: `${at}` },
});
const strata: Plan['frame']['strata'] = [
  { unit: unit(1), risk: 'HIGH', count: 7 },
  { unit: unit(1), risk: 'LOW', count: 101 },
  { unit: unit(2), risk: 'HIGH', count: 1 },
  { unit: unit(2), risk: 'LOW', count: 40 },
];

test('sizes follow from the rates, rounded up', () => {
  const sizes = (stratifiedBy: Plan['stratifiedBy'], sizing: Plan['sizing']) =>
    groupsOf({ frame: { strata }, stratifiedBy, sizing }).map(({ size }) => size);
  expect(sizes('UNIT_RISK', { rates: { HIGH: 5_000, LOW: 1_000 } })).toEqual([4, 11, 1, 4]);
  expect(sizes('RISK', { rates: { HIGH: 10_000, LOW: 0 } })).toEqual([8, 0]);
  expect(sizes('UNIT', { rates: { ALL: 1 } })).toEqual([1, 1]);
  expect(sizes('NONE', { rates: { ALL: 333 } })).toEqual([5]);
  expect(sizes('NONE', { size: 1_000 })).toEqual([149]);
});

test('each group gives as many as the plan says, and of its own cases only', () => {
  const rows = strata.flatMap(({ count }, stratum) =>
    Array.from({ length: count }, (_, at): FrameRow => [stratum, `${stratum}-${at}`, '']),
  );
  const plan: Parameters<typeof drawCases>[0] = {
    frame: { strata },
    stratifiedBy: 'UNIT_RISK',
    sizing: { rates: { HIGH: 10_000, LOW: 500 } },
  };
  const drawn = drawCases(plan, rows, 'seed').map(({ item }) => item);
  const own = (stratum: number): string[] => drawn.filter((item) => item.startsWith(`${stratum}-`));
  expect([0, 1, 2, 3].map((stratum) => own(stratum).length)).toEqual([7, 6, 1, 2]);
  const low = rows.filter(([stratum]) => stratum === 1).map(([, name]) => name);
  expect(own(1)).toEqual(other.draw('seed', low, 6));
});

/** A quantile of chi-square so far out that a fair draw never meets it (six standard deviations; Wilson and Hilferty). */
const chiSquare = (freedom: number, deviations: number): number =>
  freedom * (1 - 2 / (9 * freedom) + deviations * Math.sqrt(2 / (9 * freedom))) ** 3;

test('a million draws favour nobody', () => {
  // 20,000 seeds × 50 of 64 cases. The seeds are fixed, so each statistic is one number that never changes from run to run.
  const [draws, size, all] = [20_000, 50, 64];
  const items = Array.from({ length: all }, (_, at) => `case-${at}`);
  const chosen = new Map(items.map((item) => [item, 0]));
  const first = new Map(items.map((item) => [item, 0]));
  for (let seed = 0; seed < draws; seed += 1) {
    const drawn = sample(`seed ${seed}`, items, size);
    for (const { item } of drawn) chosen.set(item, chosen.get(item)! + 1);
    first.set(drawn[0]!.item, first.get(drawn[0]!.item)! + 1);
  }
  const statistic = (counts: Map<string, number>, expected: number, variance: number): number =>
    [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / variance, 0);
  const share = size / all;
  // Who is drawn excludes others: over n·f(1−f)·N/(N−1) the statistic has N − 1 degrees of freedom.
  for (const found of [
    statistic(chosen, draws * share, draws * share * (1 - share) * (all / (all - 1))),
    statistic(first, draws / all, draws / all),
  ]) {
    expect(found).toBeLessThan(chiSquare(all - 1, 6));
    expect(found).toBeGreaterThan(chiSquare(all - 1, -6));
  }
});
