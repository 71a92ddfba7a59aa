import { expect, test } from 'vitest';
import { registers } from '../../modules/index.ts';
import { systemSession } from '../database/session.ts';
import { testDatabase } from '../database/testing/database.ts';
import { transact } from '../database/transact.ts';
import { countSet } from './list.ts';
import { changeRecord, createRecord, voidRecord } from './records/change.ts';
import { foldRollup, rebuildRollup } from './rollup.ts';
import type { Where } from './sets.ts';
import { testCity } from './testing/city.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const appeals = registers.get('appeals.appeals');

const states = Object.keys(appeals.columns.state!.choices!);

/** An appeal with every column that must be filled; which unit, day and state follow from its number. */
function appeal(number: number) {
  const filled = Object.entries(appeals.columns)
    .filter(([, column]) => !column.optional)
    .map(([key, column]) => {
      if (column.kind === 'choice') return [key, Object.keys(column.choices!)[0]!];
      if (column.kind === 'yesNo') return [key, true];
      if (column.kind === 'time') return [key, `2021-03-0${1 + (number % 3)}T23:30:00+08:00`];
      if (column.kind === 'date') return [key, '2021-03-01'];
      return [key, `甲${number}`];
    });
  const unit = [city.units.C01, city.units.C02, null][number % 3]!;
  return { ...Object.fromEntries(filled), ticketNo: `T-${number}`, unit, state: states[number % 2]! };
}

/** The running count of a set, and the count of the very records. */
async function both(where: Where, asOf?: string): Promise<[number, number]> {
  return transact(pools, systemSession, 'read', async (tx) => {
    const set = { register: appeals, where };
    const running = await countSet(tx, city.records.registry, systemSession, set, { asOf });
    // A moment of knowledge is nothing the running count holds, so these are counted one by one.
    const knownAt = new Date(Date.now() + 60_000);
    const real = await countSet(tx, city.records.registry, systemSession, set, { asOf, knownAt });
    return [running.number, real.number];
  });
}

async function agree(): Promise<void> {
  const asked: [Where, string?][] = [
    [{}],
    [{ state: states[0]! }],
    [{ unit: city.units.C01 }],
    [{ unit: { filled: false } }, '2021-03-01'],
    [{ state: [states[0]!, states[1]!] }, '2021-03-02'],
  ];
  for (const [where, asOf] of asked) {
    const [running, real] = await both(where as Where, asOf);
    expect(running, JSON.stringify(where)).toBe(real);
  }
}

const stored = async (suffix: 'counts' | 'deltas'): Promise<number> =>
  (await pools.owner.query(`select count(*)::int as number from appeals.appeals_${suffix}`)).rows[0].number;

test('the running count equals the records after writes, changes, voids and folds at the same time', async () => {
  const folds: Promise<number>[] = [];
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let at = 0; at < 10; at += 1) {
      const number = writer * 10 + at;
      const { record } = await createRecord(city.records, systemSession, appeals, appeal(number));
      if (at % 3 === 1) {
        const values = { state: states[1]!, unit: city.units.D01 };
        await changeRecord(city.records, systemSession, appeals, record, { version: 1, values, reason: '转办' });
      }
      if (at % 3 === 2) await voidRecord(city.records, systemSession, appeals, record, { version: 1, reason: '重复' });
      if (at % 4 === 0) folds.push(foldRollup(pools.owner, appeals));
    }
  });
  await Promise.all(writers);
  await Promise.all(folds);
  expect((await both({}))[1]).toBe(42);
  await agree();
  await foldRollup(pools.owner, appeals);
  expect(await stored('deltas')).toBe(0);
  await agree();
});

test('a cell that comes to nothing goes, and a count that is wrong is made right', async () => {
  const { record } = await createRecord(city.records, systemSession, appeals, { ...appeal(901), state: states[2]! });
  await foldRollup(pools.owner, appeals);
  const cells = await stored('counts');
  await voidRecord(city.records, systemSession, appeals, record, { version: 1, reason: '误报' });
  await foldRollup(pools.owner, appeals);
  expect(await stored('counts')).toBe(cells - 1);
  await pools.owner.query('update appeals.appeals_counts set number = number + 7');
  expect((await both({}))[0]).not.toBe((await both({}))[1]);
  await createRecord(city.records, systemSession, appeals, appeal(902));
  await rebuildRollup(pools.owner, appeals);
  await agree();
});

test('a unit counts its own branch only, from the running count too', async () => {
  const session = { ...city.as('HANDLING_UNIT', 'C01') };
  const counted = await transact(pools, session, 'read', (tx) =>
    countSet(tx, city.records.registry, session, { register: appeals, where: {} }, {}),
  );
  const own = await both({ unit: [city.units.C01, city.units.D01] });
  expect(own[0]).toBe(own[1]);
  expect(counted).toEqual({ number: own[1], exact: true });
});
