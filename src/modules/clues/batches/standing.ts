import { sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { scope } from '../../../platform/register/scope.ts';
import type { BatchStanding, BatchView } from '../contract/books.ts';
import { batches, clues } from '../registers.ts';

interface StandingRow extends Omit<BatchStanding, 'listTies' | 'closed'> {
  readonly checksum: string | null;
  readonly ours: string;
}

/**
 * Nothing more is expected of a clue: it is closed with a conclusion, was passed on with no result due, or is joined to one of which
 * nothing more is expected. A clue sent for filing is open until its result is recorded.
 */
const isDone = sql<boolean>`(case t.state
  when 'DUPLICATE' then exists (select from clues.clues m where m.record = t.duplicate_of and m.retired_at is null
    and m.state in ('CLOSED', 'RECHECKED') and m.conclusion is not null)
  when 'REFERRED' then not exists (select from clues.referrals r where r.clue = t.record and r.retired_at is null)
  else t.state in ('CLOSED', 'RECHECKED') and t.conclusion is not null end)`;

/** Every batch, the last received first: numbered, counted, held against its list. */
export const batchesOf = (desk: Pick<RecordDesk, 'pools'>, session: Session): Promise<BatchStanding[]> =>
  transact(desk.pools, session, 'read', async (tx) => (await standings(tx, null)).map(standing));

/** One batch with what is still open in it. @throws AppError `record.missing` */
export const batchOf = (desk: Pick<RecordDesk, 'pools'>, session: Session, batch: string): Promise<BatchView> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const [row] = await standings(tx, batch);
    if (!row) throw new AppError('record.missing');
    const { rows: open } = await sql<{
      record: string;
      serialNo: string;
      state: string;
      dueAt: Date | null;
      late: boolean;
    }>`
      select t.record, t.serial_no as "serialNo", t.state, c.due_at as "dueAt", coalesce(c.late_at <= now(), false) as late
      from clues.clues t
      left join lateral (select due_at, late_at from clues.clue_clocks c
        where c.matter = t.record and c.retired_at is null and c.stopped_at is null order by due_at limit 1) c on true
      where t.retired_at is null and t.batch = ${batch} and not ${isDone} and ${scope(session, clues, 't')}
      order by c.due_at nulls last, t.serial_no limit 500`.execute(tx.db);
    return {
      ...standing(row),
      checksum: row.checksum,
      ours: row.ours,
      open: open.map((one) => ({ ...one, dueAt: one.dueAt?.toISOString() ?? null })),
    };
  });

/**
 * The checksum of a list is the SHA-256 of its clue numbers in the order of their characters, one a line, without a line end after the
 * last: both sides can work it out from the paper list.
 */
async function standings(tx: Tx, only: string | null): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select b.record, b.number, b.source, b.sequence::int, b.received_on::text as "receivedOn", b.size::int, b.checksum,
           count(t.record)::int as registered, count(t.record) filter (where ${isDone})::int as done,
           encode(sha256(convert_to(coalesce(string_agg(t.serial_no, E'\\n' order by t.serial_no collate "C"), ''), 'UTF8')), 'hex') as ours
    from clues.batches b
    left join clues.clues t on t.batch = b.record and t.retired_at is null and ${scope(tx.session, clues, 't')}
    where b.retired_at is null and (${only}::uuid is null or b.record = ${only}::uuid) and ${scope(tx.session, batches, 'b')}
    group by b.record, b.number, b.source, b.sequence, b.received_on, b.size, b.checksum
    order by b.received_on desc, b.number limit 500`.execute(tx.db);
  return rows;
}

function standing({ checksum, ours, ...row }: StandingRow): BatchStanding {
  const listTies = checksum === null ? null : checksum.trim().toLowerCase() === ours;
  const whole = row.registered === row.size && listTies !== false;
  return { ...row, listTies, closed: whole && row.done === row.size };
}
