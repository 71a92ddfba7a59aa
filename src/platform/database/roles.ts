import type { Client, Pool } from 'pg';
import { AppError } from '../errors.ts';
import { poolOf } from './pools.ts';
import { scramVerifier } from './scram.ts';

/** Owns every table: migrations, the job schema and the ledger's sequencer run as it. */
export const OWNER_ROLE = 'mingjing_owner';
/** The application role: it owns nothing, and may do only what migrations grant it. */
export const APP_ROLE = 'mingjing_app';

const LOCK = 7_204_214;

/** The embedded server's owner role and its database. On a real server the administrator made both. */
export async function ensureOwner(admin: Client, password: string, database: string): Promise<void> {
  const { rowCount: role } = await admin.query('select from pg_roles where rolname = $1', [OWNER_ROLE]);
  // Not a superuser, so that what works here also works on a real server.
  await admin.query(`${role ? 'alter' : 'create'} role ${OWNER_ROLE} login createrole
    nosuperuser nobypassrls noreplication password '${scramVerifier(password)}'`);
  await admin.query('revoke all on database postgres, template1 from public');
  const { rowCount: exists } = await admin.query('select from pg_database where datname = $1', [database]);
  if (!exists) await admin.query(`create database ${database} owner ${OWNER_ROLE}`);
}

/**
 * Makes sure of the application role: that it exists, has the stored password, and may do nothing beyond its grants.
 * @param url connection string of the application role
 * @throws AppError `database.roleDenied` when the owner may not make it, `database.unsafeRole` when it could do too much
 */
export async function ensureApp(owner: Pool, url: string, password: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    if (!(await signsIn(url))) await makeRole(client, password);
    await client.query(`do $$ begin
      execute format('revoke connect, temporary on database %I from public', current_database());
      -- Temporary tables carry bulk writes (register/write.ts); every name in the program's SQL is qualified, so none can be shadowed.
      execute format('grant connect, temporary on database %I to ${APP_ROLE}', current_database());
    end $$`);
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  } finally {
    // Gives the lock back with the connection, should anything have failed.
    client.release(true);
  }
  const reason = await tooMuch(url);
  if (reason) throw new AppError('database.unsafeRole', { reason });
}

async function signsIn(url: string): Promise<boolean> {
  const pool = poolOf(url, 1);
  try {
    const { rows } = await pool.query<{ name: string }>('select current_user as name');
    return rows[0]!.name === APP_ROLE;
  } catch (error) {
    // Class 28: no such role, another password, or not allowed in (SQLSTATE); 42501: may not connect to this database yet.
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('28') || code === '42501') return false;
    throw error;
  } finally {
    await pool.end();
  }
}

async function makeRole(client: { query: Client['query'] }, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  const verifier = scramVerifier(password);
  try {
    // Only a superuser may even repeat that a role is none, so an existing role gets its password and no more.
    await client.query(
      rowCount
        ? `alter role ${APP_ROLE} login noinherit password '${verifier}'`
        : `create role ${APP_ROLE} login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password '${verifier}'`,
    );
    // A transaction that waits on its program this long is a forgotten one, and holds its locks.
    await client.query(`alter role ${APP_ROLE} set idle_in_transaction_session_timeout = '10min'`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new AppError('database.roleDenied', { role: APP_ROLE }, { cause: error });
  }
}

/** Why the role that answers is not a safe application role; undefined when it is. */
async function tooMuch(url: string): Promise<string | undefined> {
  const pool = poolOf(url, 1);
  try {
    const { rows } = await pool.query<{ reason: string | null }>(
      `select case
        when rolname <> $1 then 'signed in as ' || rolname
        when rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication then 'it has attributes of its own'
        when exists (select from pg_auth_members where member = role.oid) then 'it is a member of another role'
        when exists (select from pg_shdepend
            where refclassid = 'pg_authid'::regclass and refobjid = role.oid and deptype = 'o'
              and dbid in (0, (select oid from pg_database where datname = current_database())))
          then 'it owns something'
      end as reason
      from pg_roles as role where rolname = current_user`,
      [APP_ROLE],
    );
    return rows[0]!.reason ?? undefined;
  } finally {
    await pool.end();
  }
}
