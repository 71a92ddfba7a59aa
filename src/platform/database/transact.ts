import { Kysely, PostgresDialect } from 'kysely';
import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import { AppError, type ErrorCode } from '../errors.ts';
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

/** How long one statement may take while a person waits for it; background work (no account) has no limit. */
const PERSONS_PATIENCE = '30s';

/**
 * The one transaction helper: sets the session for row security, commits when the body returns, rolls back when it throws.
 * Nothing is ever tried twice: the body may have done what cannot be repeated, and a person should see that a record changed.
 * @param mode `read` refuses every write in the database itself
 * @throws AppError `database.away` when the connection cannot be had or breaks, `record.changed` when another transaction was
 *   faster, `database.slow` when a statement took too long, `database.full` when the server's disk is; whatever else the body throws, as it is
 */
export async function transact<T>(
  pools: Pools,
  session: Session,
  mode: 'read' | 'write',
  body: (tx: Tx) => Promise<T>,
): Promise<T> {
  return bracketed(pools, session, mode, '', async (tx) => ({ result: await body(tx), closing: () => '' }));
}

/** What a bracketed body gives: its result, and the statement that goes with the commit. */
export interface Bracketed<T> {
  readonly result: T;
  closing(client: PoolClient): string;
}

/**
 * `transact` with work of the caller's own in the messages that open and close the transaction: each message and each statement
 * costs as much as writing a row, and an act would have three of both beside its work.
 * @param entering more columns for the query that sets the session, and what they come from; the body is given its row
 */
export async function bracketed<T>(
  pools: Pools,
  session: Session,
  mode: 'read' | 'write',
  entering: string,
  body: (tx: Tx, entered: Readonly<Record<string, unknown>>) => Promise<Bracketed<T>>,
): Promise<T> {
  const client = await connect(pools.app);
  let broken: Error | undefined;
  // A connection that breaks between two statements says so here only, and without a listener that would end the program.
  const onBreak = (error: Error): void => {
    broken = error;
  };
  client.on('error', onBreak);
  try {
    const opened = await client.query(`${opening(client, session, mode)}${entering}`);
    const { result, closing } = await body({ client, db: kyselyOn(client), session }, lastOf(opened).rows[0]);
    const { command } = lastOf(await client.query(`${closing(client)} commit`));
    // A body that swallowed a failed statement would otherwise return as if its work were kept.
    if (command !== 'COMMIT') throw new Error('a statement of the transaction had failed, so nothing was saved');
    return result;
  } catch (error) {
    if (!broken) await client.query('rollback').catch(onBreak);
    throw asAppError(error, broken);
  } finally {
    client.off('error', onBreak);
    client.release(broken);
  }
}

/** A message of several statements is answered by a list, which the types of pg do not say. */
const lastOf = (answer: QueryResult): QueryResult => [answer].flat().at(-1)!;

/** Begins and sets the session in one message to the server: row security reads it (migrations, schema `access`). */
function opening(client: PoolClient, session: Session, mode: 'read' | 'write'): string {
  const settings = {
    'mingjing.account': session.account ?? '',
    'mingjing.roles': session.roles.join(','),
    'mingjing.unit': session.unit ?? '',
    'mingjing.officer': session.officer ?? '',
    statement_timeout: session.account === null ? '0' : PERSONS_PATIENCE,
  };
  const local = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${client.escapeLiteral(value)}, true)`,
  );
  return `begin ${mode === 'read' ? 'read only' : 'read write'}; select ${local.join(', ')}`;
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
  const pool = { connect: async () => borrowed as never, end: async () => undefined, options: {} };
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** SQLSTATEs that mean something to a person: serialisation failure, deadlock, lock not available, query cancelled, disk full. */
const meanings: Readonly<Record<string, ErrorCode>> = {
  '40001': 'record.changed',
  '40P01': 'record.changed',
  '55P03': 'record.changed',
  '57014': 'database.slow',
  '53100': 'database.full',
};

function asAppError(error: unknown, broken: Error | undefined): unknown {
  if (error instanceof AppError) return error;
  const state = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  // Classes 08 and 57P: the connection failed, or the server is shutting down.
  const away = broken || state.startsWith('08') || state.startsWith('57P');
  const code = away ? 'database.away' : meanings[state];
  return code ? new AppError(code, {}, { cause: error }) : error;
}
