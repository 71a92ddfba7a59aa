import { sql } from 'kysely';
import type { Tx } from '../../database/transact.ts';
import type { Register } from '../declare.ts';
import { type StoredValues, storedColumns } from '../rows.ts';
import { id, physicalColumns, tableOf } from '../tables.ts';

/** The version that a row of a workbook is compared with and supersedes. */
export interface CurrentVersion {
  readonly record: string;
  readonly version: number;
  readonly salt: Buffer | null;
  readonly commitment: Buffer;
  readonly [secret: string]: unknown;
}

/**
 * Finds the current version that bears each row's key, in one query.
 * @param stored the rows as they would be stored
 * @param secrets columns of which the stored value is wanted too
 * @returns in the order of the rows; undefined for a row whose record is new
 */
export async function currentVersions(
  tx: Tx,
  register: Register,
  stored: readonly StoredValues[],
  secrets: ReadonlySet<string>,
): Promise<(CurrentVersion | undefined)[]> {
  const names = storedColumns(register);
  const keys = register.key.map((key) => {
    const column = physicalColumns(key, register.columns[key]!).at(-1)!;
    return { ...column, at: names.indexOf(column.name) };
  });
  const given = stored.map((values, place) => ({
    place,
    ...Object.fromEntries(
      keys.map(({ name, at }) => {
        const value = values[at];
        return [name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value];
      }),
    ),
  }));
  const types = keys.map(({ name, type }) => `${id(name)} ${type.replace(' not null', '')}`).join(', ');
  const same = keys.map(({ name }) => `t.${id(name)} = given.${id(name)}`).join(' and ');
  const kept = [...secrets].flatMap((key) => physicalColumns(key, register.columns[key]!).map(({ name }) => id(name)));
  const { rows } = await sql<CurrentVersion & { place: number }>`
    select given.place, t.record, t.version, t.salt, t.commitment${sql.raw(kept.map((name) => `, t.${name}`).join(''))}
    from json_to_recordset(${JSON.stringify(given)}::json) as given (place integer, ${sql.raw(types)})
    join ${sql.raw(tableOf(register).sql)} t on ${sql.raw(same)} and t.retired_at is null`.execute(tx.db);
  const found: (CurrentVersion | undefined)[] = new Array(stored.length);
  for (const row of rows) found[row.place] = row;
  return found;
}
