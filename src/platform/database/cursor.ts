import type { RawBuilder } from 'kysely';
import type { PoolClient } from 'pg';
import type { Tx } from './transact.ts';

let opened = 0;

/**
 * Reads a query through a cursor of the open transaction, a batch at a time, so that millions of rows take the memory of one
 * batch. The rows are those of the moment the cursor is opened, whatever the transaction writes meanwhile.
 * @param size rows in a batch
 */
export async function* readThrough<R extends object>(
  client: PoolClient,
  text: string,
  values: readonly unknown[] = [],
  size = 1_000,
): AsyncGenerator<R[]> {
  opened += 1;
  const name = `reading_${opened}`;
  await client.query(`declare ${name} no scroll cursor for ${text}`, [...values]);
  for (;;) {
    const { rows } = await client.query<R>(`fetch ${size} from ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < size) break;
  }
  await client.query(`close ${name}`);
}

/** The same for a query put together with Kysely. */
export function readQuery<R extends object>(tx: Tx, query: RawBuilder<R>, size?: number): AsyncGenerator<R[]> {
  const { sql, parameters } = query.compile(tx.db);
  return readThrough<R>(tx.client, sql, parameters, size);
}
