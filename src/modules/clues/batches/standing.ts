import { sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { scope } from '../../../platform/register/scope.ts';
import type { BatchStanding, BatchStandings, BatchView } from '../contract/books.ts';
import { batches, clues } from '../registers.ts';
import { differencesOf, type Held } from './differences.ts';

interface Tally extends Held {
  readonly record: string;
  readonly number: string;
  readonly source: string;
  readonly sequence: number;
  readonly receivedOn: string;
}

/** So many batches, or numbers of one, are listed; how many there are is told all the same. */
const MOST = 500;

/**
 * Nothing more is expected of a clue: it is closed with a conclusion, was passed on with no result due, or is joined to one of which
 * nothing more is expected. A clue sent for filing is open until its result is recorded.
 */
const isDone = sql<boolean>`(case t.state
  when 'DUPLICATE' then exists (select from clues.clues m where m.record = t.duplicate_of and m.retired_at is null
    and m.state in ('CLOSED', 'RECHECKED') and m.conclusion is not null)
  when 'REFERRED' then not exists (select from clues.referrals r where r.clue = t.record and r.retired_at is null)
  else t.state in ('CLOSED', 'RECHECKED') and t.conclusion is not null end)`;

/**
 * Batches held against their lists, the last received first. The checksum of a list is the SHA-256 of its clue numbers in the order of
 * their characters, one a line, without a line end after the last: both sides can work it out from the paper list.
 */
async function talliesIn(tx: Tx, only: string | null): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select b.record, b.number, b.source, b.sequence::int, b.received_on::text as "receivedOn", b.size::int, b.checksum,
           l.registered, l.ours, l.listed, l.list_sum as "listSum", l.missing, l.extra
    from clues.batches b join clues.batch_tallies(${only}::uuid) l on l.batch = b.record
    where b.retired_at is null and ${scope(tx.session, batches, 'b')}
    order by b.received_on desc, b.number`.execute(tx.db);
  return rows;
}

/** How many batches differ from their lists. */
export const differingIn = async (tx: Tx): Promise<number> =>
  (await talliesIn(tx, null)).filter((one) => differencesOf(one).length > 0).length;

/**
 * Batches, the last received first: numbered, counted, held against their lists.
 * @param differing only those that differ from their list
 */
export const batchesOf = (
  desk: Pick<RecordDesk, 'pools'>,
  session: Session,
  { differing = false }: { readonly differing?: boolean } = {},
): Promise<BatchStandings> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const all = await talliesIn(tx, null);
    const asked = differing ? all.filter((one) => differencesOf(one).length > 0) : all;
    const listed = asked.slice(0, MOST);
    const { rows } = await sql<{ batch: string; open: number }>`
      select t.batch, count(*)::int as open from clues.clues t
      where t.retired_at is null and t.batch = any (${listed.map(({ record }) => record)}::uuid[]) and not ${isDone}
        and ${scope(session, clues, 't')}
      group by t.batch`.execute(tx.db);
    const open = new Map(rows.map((row) => [row.batch, row.open]));
    return { batches: listed.map((one) => standing(one, open.get(one.record) ?? 0)), total: asked.length };
  });

/** One batch with what is still open in it, and the numbers in which it differs. @throws AppError `record.missing` */
export const batchOf = (desk: Pick<RecordDesk, 'pools'>, session: Session, batch: string): Promise<BatchView> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const [tally] = await talliesIn(tx, batch);
    if (!tally) throw new AppError('record.missing');
    const { rows: open } = await sql<{
      record: string;
      serialNo: string;
      state: string;
      dueAt: Date | null;
      late: boolean;
      number: number;
    }>`
      select t.record, t.serial_no as "serialNo", t.state, c.due_at as "dueAt", coalesce(c.late_at <= now(), false) as late,
             (count(*) over ())::int as number
      from clues.clues t
      left join lateral (select due_at, late_at from clues.clue_clocks c
        where c.matter = t.record and c.retired_at is null and c.stopped_at is null order by due_at limit 1) c on true
      where t.retired_at is null and t.batch = ${batch} and not ${isDone} and ${scope(session, clues, 't')}
      order by c.due_at nulls last, t.serial_no limit ${MOST}`.execute(tx.db);
    return {
      ...standing(tally, open[0]?.number ?? 0),
      checksum: tally.checksum,
      ours: tally.ours,
      listSum: tally.listed > 0 ? tally.listSum : null,
      ...(await apart(tx, tally)),
      openTotal: open[0]?.number ?? 0,
      open: open.map(({ number: _, ...one }) => ({ ...one, dueAt: one.dueAt?.toISOString() ?? null })),
    };
  });

/** The numbers that only the list or only the batch has, with the clues that have them, wherever they are registered. */
async function apart(tx: Tx, { missing, extra }: Tally): Promise<Pick<BatchView, 'missingNumbers' | 'extraNumbers'>> {
  const { rows } = await sql<{ record: string; serialNo: string; batch: string | null }>`
    select t.record, t.serial_no as "serialNo", b.number as batch from clues.clues t
    left join clues.batches b on b.record = t.batch and b.retired_at is null
    where t.retired_at is null and t.serial_no = any (${[...missing, ...extra]}) and ${scope(tx.session, clues, 't')}`.execute(
    tx.db,
  );
  const found = new Map(rows.map((row) => [row.serialNo, row]));
  return {
    missingNumbers: missing.slice(0, MOST).map((serialNo) => ({
      serialNo,
      record: found.get(serialNo)?.record ?? null,
      batch: found.get(serialNo)?.batch ?? null,
    })),
    extraNumbers: extra.flatMap((serialNo) => {
      const { record } = found.get(serialNo) ?? {};
      return record === undefined ? [] : [{ serialNo, record }];
    }),
  };
}

/** A clue that is hidden from the reader is not among the open ones that the reader counts: for that reader there is none. */
function standing({ checksum, ours, listSum, missing, extra, ...row }: Tally, open: number): BatchStanding {
  const differs = differencesOf({ checksum, ours, listSum, missing, extra, ...row });
  const compared = checksum !== null || row.listed > 0;
  const done = Math.max(0, row.registered - open);
  return {
    ...row,
    done,
    missing: missing.length,
    extra: extra.length,
    differences: differs,
    listTies: compared ? !differs.some((one) => one === 'OTHER_NUMBERS' || one === 'LIST_ITSELF') : null,
    closed: differs.length === 0 && open === 0,
  };
}
