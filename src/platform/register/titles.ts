import { sql } from 'kysely';
import type { Tx } from '../database/transact.ts';
import type { Catalogue } from './catalogue.ts';
import type { Register } from './declare.ts';
import type { Values } from './rows.ts';
import { snake, tableOf } from './tables.ts';

/** The column that names a record of this register to a person. */
export const titleColumn = (register: Register): string => register.title ?? register.key[0]!;

/** What records of a register are called now, by its title unless another column is said. A record the session may not see has no entry. */
export async function titlesIn(
  tx: Tx,
  register: Register,
  records: Iterable<string | null>,
  column: string = titleColumn(register),
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(records)].filter((record) => record !== null);
  if (asked.length === 0) return new Map();
  const { schema, table } = tableOf(register);
  const { rows } = await sql<{ record: string; title: string }>`
    select record, ${sql.id(snake(column))}::text as title from ${sql.id(schema, table)}
    where retired_at is null and record = any (${asked}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ record, title }) => [record, title]));
}

/**
 * What the references of these rows are called, one query for each register referred to. A record the session may not see
 * has no title: row security leaves it out.
 * @param called the column of a register that stands for its records; its title unless said
 */
export async function titlesOf(
  tx: Tx,
  catalogue: Catalogue,
  register: Register,
  rows: readonly Values[],
  called: (register: Register) => string = titleColumn,
): Promise<Record<string, string>[]> {
  const references = Object.entries(register.columns).filter(([, column]) => column.kind === 'ref');
  const wanted = new Map<string, Set<string>>();
  for (const [key, column] of references) {
    const records = wanted.get(column.to!) ?? new Set();
    for (const row of rows) if (row[key]) records.add(row[key] as string);
    wanted.set(column.to!, records);
  }
  const found = new Map<string, string>();
  for (const [name, records] of wanted) {
    const target = catalogue.get(name);
    const title = called(target);
    // A title that is itself a reference would need a second look-up; its identity is of no use to a reader.
    if (target.columns[title]!.kind === 'ref') continue;
    for (const [record, said] of await titlesIn(tx, target, records, title)) found.set(record, said);
  }
  return rows.map((row) => {
    const titles: Record<string, string> = {};
    for (const [key] of references) {
      const title = found.get(row[key] as string);
      if (title !== undefined) titles[key] = title;
    }
    return titles;
  });
}
