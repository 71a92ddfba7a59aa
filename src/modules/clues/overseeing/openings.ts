import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { scope } from '../../../platform/register/scope.ts';
import type { Emergencies } from '../contract/overseeing.ts';
import { clues, openings } from '../registers.ts';

const PAGE = 50;

/** Emergency openings the session may know of: those of clues it may know of. An index holds them by their moment. */
export const openingsIn = (tx: Tx): RawBuilder<unknown> =>
  sql`select o.*, c.serial_no from clues.openings o
    join clues.clues c on c.record = o.clue and c.retired_at is null and ${scope(tx.session, clues, 'c')}
    where o.retired_at is null and ${scope(tx.session, openings, 'o')}`;

interface OpeningRow {
  readonly record: string;
  readonly clue: string;
  readonly serialNo: string;
  readonly account: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
}

/**
 * Every clue that was opened in an emergency, the latest first: who, when, which, and why (reference 28: told to the overseers).
 * @param cursor the last one of the page before: `moment record`
 * @throws AppError `request.invalid` for a cursor of another list
 */
export async function emergenciesFor(
  desk: Pick<RecordDesk, 'pools' | 'nameOf'>,
  session: Session,
  cursor?: string,
): Promise<Emergencies> {
  const [moment, record] = cursor?.split(' ') ?? [];
  if (cursor && (!record || Number.isNaN(Date.parse(moment!))))
    throw new AppError('request.invalid', { detail: 'cursor' });
  const after = record ? sql`where (opened_at, record) < (${moment}::timestamptz, ${record}::uuid)` : sql``;
  const rows = await transact(desk.pools, session, 'read', async (tx) => {
    const found = await sql<OpeningRow>`
      select record, clue, serial_no as "serialNo", account, reason, opened_at as "openedAt", until
      from (${openingsIn(tx)}) o ${after} order by opened_at desc, record desc limit ${PAGE + 1}`.execute(tx.db);
    return found.rows;
  });
  const shown = rows.slice(0, PAGE);
  const names = await desk.nameOf([...new Set(shown.map(({ account }) => account))]);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    openings: shown.map(({ account, openedAt, until, ...row }) => ({
      ...row,
      by: names.get(account) ?? '—',
      openedAt: openedAt.toISOString(),
      until: until.toISOString(),
      running: until > new Date(),
    })),
    next: last ? `${last.openedAt.toISOString()} ${last.record}` : null,
  };
}
