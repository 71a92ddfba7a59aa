import { sql } from 'kysely';
import type { Tx } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import type { Register } from '../declare.ts';
import type { StoredRow } from '../rows.ts';
import { scope } from '../scope.ts';
import { tableOf } from '../tables.ts';

/**
 * The current version of a record, as far as the session may see it.
 * @param version the one a person saw, where somebody else's change must not be overwritten
 * @throws AppError `record.missing`, `record.changed` when there is a newer version by now
 */
export async function current(tx: Tx, register: Register, record: string, version?: number): Promise<StoredRow> {
  const { rows } = await sql<StoredRow>`
    select t.* from ${sql.raw(tableOf(register).sql)} t
    where t.record = ${record} and t.retired_at is null and ${scope(tx.session, register, 't')}`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  if (version !== undefined && rows[0].version !== version) throw new AppError('record.changed');
  return rows[0];
}
