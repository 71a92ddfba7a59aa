import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/transact.ts';
import type { Register } from '../../../platform/register/declare.ts';
import { tableOf } from '../../../platform/register/tables.ts';

/** What records are called now, by one of their columns. */
export async function titles(
  tx: Tx,
  register: Register,
  column: string,
  records: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(records.filter((record) => record !== null))];
  const { rows } = await sql<{ record: string; title: string }>`
    select record, ${sql.ref(column)} as title from ${sql.raw(tableOf(register).sql)}
    where retired_at is null and record = any (${asked}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ record, title }) => [record, title]));
}
