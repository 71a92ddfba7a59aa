import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/transact.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { assignments, clues, interests, relations, subjects } from '../../clues/index.ts';
import { results } from '../registers.ts';

/** Somebody of the pool, by the place in it. */
export interface PoolOfficer {
  readonly officer: string;
  readonly unit: string | null;
}

const table = (register: Parameters<typeof tableOf>[0]) => sql.raw(tableOf(register).sql);

/**
 * Who of the pool may not check which clue again (reference 12): whoever handled it in any version, checked it again before, is
 * reported by it, declared an interest in it, belongs to a unit that handled it or is reported, or is a relative of one of these. As known at a moment
 * that is over, so that the audit finds the same again.
 * @param tx a read transaction of the system session
 * @returns for each clue the places in the pool, ascending; a clue that bars nobody is left out
 */
export async function exclusions(tx: Tx, pool: readonly PoolOfficer[], knownAt: Date): Promise<Map<string, number[]>> {
  const barred = new Map<string, Set<number>>();
  const bar = (clue: string, places: readonly number[] | undefined): void => {
    if (!places) return;
    const set = barred.get(clue) ?? new Set();
    for (const place of places) set.add(place);
    barred.set(clue, set);
  };
  const { byOfficer, byUnit } = await reachOfPool(tx, pool, knownAt);
  const { rows } = await sql<{ clue: string; officer: string | null; unit: string | null }>`
    select record as clue, unnest(array[first_handler, second_handler]) as officer, null::uuid as unit
      from ${table(clues)} where recorded_at <= ${knownAt}
    union select record, null, unnest(array[handling_unit, unit]) from ${table(clues)} where recorded_at <= ${knownAt}
    union select clue, person, null from ${table(assignments)} where recorded_at <= ${knownAt}
    union select clue, officer, unit from ${table(subjects)} where recorded_at <= ${knownAt}
    union select clue, officer, null from ${table(interests)} where recorded_at <= ${knownAt}
    union select clue, rechecker, null from ${table(results)} where recorded_at <= ${knownAt}`.execute(tx.db);
  for (const { clue, officer, unit } of rows) {
    if (officer) bar(clue, byOfficer.get(officer));
    if (unit) bar(clue, byUnit.get(unit));
  }
  return new Map([...barred].map(([clue, places]) => [clue, [...places].sort((a, b) => a - b)]));
}

/** Which places of the pool an officer or a unit bars: the own, and those related to them. */
async function reachOfPool(tx: Tx, pool: readonly PoolOfficer[], knownAt: Date) {
  const byOfficer = new Map<string, number[]>();
  const byUnit = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string | null, place: number): void => {
    if (key) map.set(key, [...(map.get(key) ?? []), place]);
  };
  const places = new Map(pool.map(({ officer }, place) => [officer, place]));
  for (const [place, { officer, unit }] of pool.entries()) {
    add(byOfficer, officer, place);
    add(byUnit, unit, place);
  }
  const { rows } = await sql<{ officer: string; relative: string }>`
    select officer, relative from ${table(relations)}
    where recorded_at <= ${knownAt} and (retired_at is null or retired_at > ${knownAt})`.execute(tx.db);
  // A relation declared by the one holds for the other.
  for (const { officer, relative } of rows.flatMap((one) => [one, { officer: one.relative, relative: one.officer }])) {
    const place = places.get(officer);
    if (place !== undefined) add(byOfficer, relative, place);
  }
  return { byOfficer, byUnit };
}
