import { sql } from 'kysely';
import type { Tx } from '../database/transact.ts';
import type { Catalogue } from './catalogue.ts';
import type { Register } from './declare.ts';
import type { Values } from './rows.ts';
import { snake, tableOf } from './tables.ts';

/** The column that names a record of this register to a person. */
export const titleColumn = (register: Register): string => register.title ?? register.key[0]!;

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
    if (records.size === 0) continue;
    const target = catalogue.get(name);
    const { schema, table } = tableOf(target);
    const title = called(target);
    // A title that is itself a reference would need a second look-up; its identity is of no use to a reader.
    if (target.columns[title]!.kind === 'ref') continue;
    const { rows: titles } = await sql<{ record: string; title: string }>`
      select record, ${sql.id(snake(title))}::text as title from ${sql.id(schema, table)}
      where record = any (${[...records]}::uuid[]) and retired_at is null`.execute(tx.db);
    for (const one of titles) found.set(one.record, one.title);
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
