import type pg from 'pg';
import type { Pools } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { TileStore } from './tile-store.ts';

/** Advisory lock of the one sequencer among all processes. Writers never take it, so a pass delays nobody. */
export const SEQUENCER_LOCK = 7_264_002;
/** Acts given a place in one statement: bounds the length of its transaction. */
const BATCH = 20_000;

/** What one pass did. */
export interface Pass {
  /** Acts that got their place. */
  readonly integrated: number;
  readonly checkpoint: Checkpoint;
  /** Transaction below which every act has its place: where the next pass of this process begins to look. */
  readonly watermark: string;
}

/**
 * One pass: gives every committed act without a place the next one, writes the tiles, signs the tree head and records it.
 * Each step can be cut off and repeated: places are committed first, and all that follows is a function of them.
 *
 * Completeness: acts are found by having no place, not by a cursor, so a transaction that commits late is taken by the next
 * pass. `since` only spares looking at finished transactions; a first pass looks at all. Order: `appended_at` is read at the
 * end of each transaction, so an act that saw another one stands after it.
 * @returns null if another process is at it
 */
export async function sequence(database: Pools, store: TileStore, since = '0'): Promise<Pass | null> {
  const client = await database.owner.connect();
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [SEQUENCER_LOCK]);
    const done = rows[0].mine ? await pass(client, store, since) : null;
    if (rows[0].mine) await client.query('select pg_advisory_unlock($1)', [SEQUENCER_LOCK]);
    client.release();
    return done;
  } catch (error) {
    // Given back at once if the connection still answers; closing it gives the lock back in any case, a moment later.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function pass(client: pg.PoolClient, store: TileStore, since: string): Promise<Pass> {
  const head = await store.head();
  const from = head?.size ?? 0;
  const before = await sizeInDatabase(client);
  // Going on here would give places a second time that outsiders already hold proofs for.
  if (before < from) throw new AppError('ledger.databaseBehind', { entries: before, size: from });
  const { integrated, watermark } = await givePlaces(client, since);
  const size = await store.append(from, entriesFrom(client, from));
  const last = await lastCheckpoint(client);
  if (last && (last.size > size || !(await store.rootAt(last.size)).equals(last.root))) {
    throw new AppError('ledger.differs', { path: `ledger.checkpoints ${last.size}` });
  }
  const checkpoint = head && size === from ? head : await store.publish(size, from);
  if (checkpoint.size !== last?.size) {
    await client.query('insert into ledger.checkpoints (size, root, note) values ($1, $2, $3)', [
      checkpoint.size,
      checkpoint.root,
      await store.note(),
    ]);
  }
  return { integrated, checkpoint, watermark };
}

async function sizeInDatabase(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query('select coalesce(max(seq) + 1, 0) as size from ledger.entries');
  return Number(rows[0].size);
}

async function lastCheckpoint(client: pg.PoolClient): Promise<{ size: number; root: Buffer } | null> {
  const { rows } = await client.query('select size, root from ledger.checkpoints order by size desc limit 1');
  return rows[0] ? { size: Number(rows[0].size), root: rows[0].root } : null;
}

async function givePlaces(client: pg.PoolClient, since: string): Promise<{ integrated: number; watermark: string }> {
  let integrated = 0;
  for (;;) {
    // One statement, one snapshot: all acts below its xmin are either seen here or were rolled back.
    const { rows } = await client.query<{ count: number; watermark: string }>(
      `with waiting as materialized (
         select a.id, a.entry, a.appended_at from ledger.acts a
         where a.xid >= $1::xid8 and not exists (select from ledger.entries e where e.act = a.id)
         order by a.appended_at, a.id limit $2),
       placed as (
         insert into ledger.entries (seq, act, leaf_hash)
         select (select coalesce(max(seq), -1) from ledger.entries) + row_number() over (order by appended_at, id),
                id, sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))
         from waiting returning 1)
       select count(*)::int as count, pg_snapshot_xmin(pg_current_snapshot())::text as watermark from placed`,
      [since, BATCH],
    );
    const { count, watermark } = rows[0]!;
    integrated += count;
    if (count < BATCH) return { integrated, watermark };
  }
}

async function* entriesFrom(client: pg.PoolClient, from: number): AsyncGenerator<Buffer> {
  let next = from;
  for (;;) {
    const { rows } = await client.query<{ seq: string; entry: string }>(
      `select e.seq, a.entry from ledger.entries e join ledger.acts a on a.id = e.act
       where e.seq >= $1 order by e.seq limit 1000`,
      [next],
    );
    for (const { seq, entry } of rows) {
      if (Number(seq) !== next) throw new AppError('ledger.differs', { path: `ledger.entries ${next}` });
      yield Buffer.from(entry);
      next += 1;
    }
    if (rows.length < 1000) return;
  }
}

export interface Sequencer {
  /** Runs a pass now, after the one under way: for whoever needs the proof of what was just committed. */
  pass(): Promise<Pass | null>;
  /** Ends after the pass under way. */
  stop(): Promise<void>;
}

/**
 * Runs passes at an interval. A clock and not NOTIFY wakes it: notifying makes PostgreSQL commit one writer after another,
 * while an empty pass costs two index look-ups.
 * @param options.interval milliseconds between passes
 * @param options.onError told once about each new failure, and again after a success
 */
export function startSequencer(options: {
  readonly database: Pools;
  readonly store: TileStore;
  readonly interval?: number;
  readonly onError: (error: unknown) => void;
}): Sequencer {
  const { database, store, interval = 1000, onError } = options;
  let watermark = '0';
  let running: Promise<unknown> = Promise.resolve();
  let known: string | null = null;
  const next = (): Promise<Pass | null> => {
    const pass = running.then(async () => {
      const done = await sequence(database, store, watermark);
      watermark = done?.watermark ?? watermark;
      return done;
    });
    running = pass.catch(() => undefined);
    return pass;
  };
  const tick = async () => {
    try {
      await next();
      known = null;
    } catch (error) {
      const message = String(error);
      if (message !== known) onError(error);
      known = message;
    }
    if (!stopped) timer = setTimeout(tick, interval);
  };
  let stopped = false;
  let timer = setTimeout(tick, 0);
  return {
    pass: next,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
