import { sql } from 'kysely';
import type { WriteTx } from '../ledger/perform.ts';

/** A grant on the need-to-know list of one record. */
export interface Grant {
  /** `module.register` of the record. */
  readonly register: string;
  readonly record: string;
}

/**
 * Names accounts for a record, from now on: those named already are left alone.
 * @param until when the grant ends by itself; never unless said
 */
export async function grantNamed(
  tx: WriteTx,
  { register, record }: Grant,
  accounts: readonly string[],
  until: Date | null = null,
): Promise<void> {
  await sql`insert into access.named (register, record, account, act, granted_at, expires_at)
    select ${register}, ${record}, account, ${tx.act}, ${tx.recordedAt}, ${until?.toISOString() ?? null}
    from unnest(${accounts}::uuid[]) as given (account)
    where not exists (select from access.named n where n.register = ${register} and n.record = ${record}
      and n.account = given.account and n.ended_at is null and n.expires_at is null)`.execute(tx.db);
}

/** Takes accounts off the list of a record at once. */
export async function endNamed(tx: WriteTx, { register, record }: Grant, accounts: readonly string[]): Promise<void> {
  await sql`update access.named set ended_at = ${tx.recordedAt}, ended_by = ${tx.act}
    where register = ${register} and record = ${record} and account = any (${accounts}::uuid[]) and ended_at is null`.execute(
    tx.db,
  );
}
