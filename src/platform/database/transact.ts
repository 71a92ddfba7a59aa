import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import type { Session } from './session.ts';

// biome-ignore lint/suspicious/noExplicitAny: tables are named by register declarations, not by a TypeScript schema
export type AnyTables = any;

/** One open transaction. */
export interface Tx {
  readonly client: PoolClient;
  /** Kysely on this transaction's connection. */
  readonly db: Kysely<AnyTables>;
  readonly session: Session;
}

/** Connections of the application role and of the role that owns the tables. */
export interface Pools {
  readonly app: Pool;
  readonly owner: Pool;
}

/**
 * The one transaction helper: sets the session for row security, commits when the body returns, rolls back when it throws.
 * @throws AppError `database.away` when no connection can be had, `record.changed` on a serialisation conflict
 */
export async function transact<T>(
  pools: Pools,
  session: Session,
  mode: 'read' | 'write',
  body: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await connect(pools.app);
  let broken: Error | undefined;
  try {
    await client.query(mode === 'read' ? 'begin read only' : 'begin');
    await client.query(
      `select set_config('mingjing.account', $1, true), set_config('mingjing.roles', $2, true),
              set_config('mingjing.unit', $3, true), set_config('mingjing.officer', $4, true)`,
      [session.account ?? '', session.roles.join(','), session.unit ?? '', session.officer ?? ''],
    );
    const result = await body({ client, db: kyselyOn(client), session });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw asAppError(error);
  } finally {
    client.release(broken);
  }
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new AppError('database.away', {}, { cause: error });
  }
}

/** Kysely asks a pool for a connection; here there is one, and giving it back is the transaction's business. */
function kyselyOn(client: PoolClient): Kysely<AnyTables> {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  return new Kysely({
    dialect: new PostgresDialect({
      pool: { connect: async () => borrowed as never, end: async () => undefined, options: {} },
    }),
  });
}

/** Serialisation failures and deadlocks mean that somebody else was faster; a lost connection, that the database is away. */
function asAppError(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === '40001' || code === '40P01') return new AppError('record.changed', {}, { cause: error });
  const lost =
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === 'ECONNREFUSED' ||
    code === 'ENOENT' ||
    code === 'ECONNRESET';
  if (lost || /Connection terminated/.test(String((error as Error).message))) {
    return new AppError('database.away', {}, { cause: error });
  }
  return error;
}
