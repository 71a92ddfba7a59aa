import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../database/session.ts';
import { bracketed, type Pools, type Tx } from '../database/transact.ts';
import type { Act } from './acts.ts';
import type { Json } from './canonical.ts';
import { keepTime } from './clock.ts';
import { CreatedSet, RetiredSet } from './commitment.ts';
import { WITHHELD, writeEntry, written } from './entry.ts';
import { MAX_ENTRY_SIZE } from './tiles.ts';

/** Advisory lock between writers (shared) and a freeze (exclusive). */
const WRITERS_LOCK = 7_264_001;

/** A transaction inside an act. Versions written in it bear its `act` and `recordedAt` and are added to `created` or `retired`. */
export interface WriteTx extends Tx {
  readonly act: string;
  /** The moment of this act, UTC with microseconds: `recorded_at` and `retired_at` of what it writes. */
  readonly recordedAt: string;
  readonly created: CreatedSet;
  readonly retired: RetiredSet;
}

/** What was done: the caller's result, and what the entry says beside the digests. Neither subject nor detail is personal content. */
export interface Done<T> {
  readonly result: T;
  readonly subject: string | null;
  readonly detail?: Json;
  /** The public log does not say who acted; what is committed does. Anybody may read the log, and some people must be protected. */
  readonly withheld?: boolean;
}

/**
 * Does an act: runs the body in a write transaction and appends the act to the ledger in that transaction, so that neither is
 * there without the other. The only way to write outside the ledger itself.
 * @returns the body's result, once committed
 * @throws AppError `ledger.clockBack`, those of `transact`, and whatever the body throws
 */
export function perform<T>(
  database: Pools,
  session: Session,
  act: Act,
  body: (tx: WriteTx) => Promise<Done<T>>,
): Promise<T> {
  return bracketed(database, session, 'write', ENTER, async (tx, entered) => {
    await keepTime(database, act, entered.at as string);
    const write: WriteTx = {
      ...tx,
      act: uuidv7(),
      recordedAt: entered.at as string,
      created: new CreatedSet(),
      retired: new RetiredSet(),
    };
    const { result, subject, detail, withheld } = await body(write);
    const entry = writeEntry({
      v: 1,
      id: write.act,
      at: write.recordedAt,
      actor: withheld ? WITHHELD : actorOf(session),
      act: act.name,
      subject,
      permission: act.permission,
      rule: act.rule,
      created: written(write.created.digest()),
      retired: written(write.retired.digest()),
      detail,
    });
    if (Buffer.byteLength(entry) > MAX_ENTRY_SIZE) throw new RangeError(`The detail of ${act.name} is too long`);
    const closing = (client: Tx['client']): string => {
      const [id, at, text] = [write.act, write.recordedAt, entry].map((value) => client.escapeLiteral(value));
      return `insert into ledger.acts (id, at, entry) values (${id}, ${at}, ${text});`;
    };
    return { result, closing };
  });
}

function actorOf({ account, roles }: Session): string {
  return account ?? (roles.includes('SYSTEM') ? 'system' : 'public');
}

/** Joins the writers (a row must come from there first), and only then reads the clock: so no writer can carry a time from before a freeze into it. */
const ENTER = `, to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from pg_advisory_xact_lock_shared(${WRITERS_LOCK})`;

/**
 * A moment that nothing will ever be written into again: every version recorded at or before it is committed, and every later
 * act bears a later time. Waits for the writers under way and holds new ones back for about two milliseconds. To be called in
 * a short transaction of its own, never inside an act: two acts that both waited here would wait for each other.
 * @returns whole milliseconds, so that a Date holds it exactly
 */
export async function freezeBarrier({ client }: Tx): Promise<Date> {
  await client.query('select pg_advisory_xact_lock($1)', [WRITERS_LOCK]);
  // Rounded up to take in the last writers; the clock must have passed it before the next writer may read it.
  const { rows } = await client.query<{ at: Date }>(
    `select date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' as at`,
  );
  await client.query('select pg_sleep(0.002)');
  return rows[0]!.at;
}
