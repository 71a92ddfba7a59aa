import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';

type RunState = 'waiting' | 'running' | 'done' | 'refused' | 'cancelled';

/** One request to freeze a bulletin, named by the bulletin and its number there. */
export interface RunKey {
  readonly bulletin: string;
  readonly number: number;
}

export interface FreezeRun extends RunKey {
  /** Version of the draft that is frozen. */
  readonly draft: number;
  readonly account: string | null;
  readonly askedAt: Date;
  readonly state: RunState;
  /** Figures taken and records read so far. */
  readonly figures: number;
  readonly records: number;
  readonly refusal: Refusal | null;
}

interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const COLUMNS = sql.raw(
  'bulletin, number, draft, account, asked_at as "askedAt", state, figures, records::float8 as records, refusal',
);

/** Notes that somebody asks. Breaks a unique index (23505) while another freeze of the bulletin is under way. */
export async function addRun(tx: Tx, bulletin: string, draft: number): Promise<FreezeRun> {
  const { rows } = await sql<FreezeRun>`
    insert into bulletin.freeze_runs (bulletin, number, draft, account)
    select ${bulletin}::uuid, coalesce(max(number), 0) + 1, ${draft}::int, ${tx.session.account}::uuid
    from bulletin.freeze_runs where bulletin = ${bulletin}
    returning ${COLUMNS}`.execute(tx.db);
  return rows[0]!;
}

/** The newest request to freeze a bulletin. */
export async function newestRun(tx: Tx, bulletin: string): Promise<FreezeRun | undefined> {
  const { rows } = await sql<FreezeRun>`
    select ${COLUMNS} from bulletin.freeze_runs where bulletin = ${bulletin} order by number desc limit 1`.execute(
    tx.db,
  );
  return rows[0];
}

/** Requests that have not come to an end. */
export async function openRuns(tx: Tx): Promise<RunKey[]> {
  const { rows } = await sql<RunKey>`
    select bulletin, number from bulletin.freeze_runs where state in ('waiting', 'running')`.execute(tx.db);
  return rows;
}

interface Change {
  readonly state?: RunState;
  readonly figures?: number;
  readonly records?: number;
  readonly refusal?: Refusal;
}

/**
 * Changes a run that has not come to an end.
 * @returns the version of the draft that it freezes; undefined when it has ended: somebody was faster
 */
export async function changeRun(tx: Tx, { bulletin, number }: RunKey, change: Change): Promise<number | undefined> {
  const sets = Object.entries(change).map(([name, value]) => {
    const stored = typeof value === 'object' ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;
    return sql`${sql.id(name)} = ${stored}`;
  });
  const ended = change.state !== undefined && !['waiting', 'running'].includes(change.state);
  if (ended) sets.push(sql`finished_at = clock_timestamp()`);
  const { rows } = await sql<{ draft: number }>`
    update bulletin.freeze_runs set ${sql.join(sets)}
    where bulletin = ${bulletin} and number = ${number} and state in ('waiting', 'running')
    returning draft`.execute(tx.db);
  return rows[0]?.draft;
}
