import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { isRole, type Role } from '../access/roles.ts';
import { type Pools, type Tx, transact } from '../database/transact.ts';
import { type Identified, nobody } from '../http/context.ts';

/** Name of the session's cookie. */
export const SESSION_COOKIE = 'mingjing';

/** Roles that manage, decide or see confidential content: their desks are left for half an hour at most. */
const sensitive: ReadonlySet<Role> = new Set<Role>([
  'SYSTEM_ADMIN',
  'OFFICE_DIRECTOR',
  'CLUE_MANAGER',
  'CASE_HANDLER',
  'APPROVER',
  'SUPERVISOR',
  'DISCIPLINE_LIAISON',
  'SCREENING_ANALYST',
  'PROPERTY_KEEPER',
  'SECRECY_REVIEWER',
  'AUDITOR',
]);

const HOURS = 3_600_000;
const ABSOLUTE = 12 * HOURS;
const PENDING = HOURS / 12;

/** Milliseconds a session of these roles may lie unused. */
const idleOf = (roles: readonly string[]): number =>
  roles.some((role) => isRole(role) && sensitive.has(role)) ? HOURS / 2 : 4 * HOURS;

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Why a session ended. */
export type Ending = 'signed-out' | 'second-factor' | 'password' | 'account' | 'administrator';

export interface Beginning {
  readonly account: string;
  readonly roles: readonly string[];
  readonly method: 'password' | 'sign-on';
  /** The second factor is still due: the session opens nothing and lives five minutes. */
  readonly pending: boolean;
}

/** Begins a session. @returns the cookie's value, which is kept nowhere */
export async function beginSession({ client }: Tx, begun: Beginning, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const ends = new Date(now.getTime() + (begun.pending ? PENDING : ABSOLUTE));
  await client.query(
    `insert into identity.sessions (id, token, account, method, pending, started_at, seen_at, ends_at, idle)
     values ($1, $2, $3, $4, $5, $6, $6, $7, make_interval(secs => $8))`,
    [uuidv7(), digest(token), begun.account, begun.method, begun.pending, now, ends, idleOf(begun.roles) / 1_000],
  );
  return token;
}

/** Who holds a cookie; null for an unknown, ended or expired session or an account that is no longer active. */
export async function resolveSession(
  database: Pools,
  token: string | undefined,
  now: Date,
): Promise<Identified | null> {
  if (!token) return null;
  // Writes the time of use, in nobody's name: the token is what opens the row.
  const found = await transact(database, nobody, 'write', async ({ client }) => {
    const { rows } = await client.query('select * from identity.resolve($1, $2)', [digest(token), now]);
    return rows[0];
  });
  if (!found) return null;
  const { sign_in: signIn, account, username, name, roles, unit, officer } = found;
  return {
    account: { id: account, username, name, mustChangePassword: found.must_change, secondFactor: found.second_factor },
    session: { account, roles, unit, officer },
    signIn,
  };
}

/** The sign-in whose second factor is due, by its cookie. */
export async function pendingSession(
  { client }: Tx,
  token: string,
  now: Date,
): Promise<{ readonly id: string; readonly account: string } | undefined> {
  const { rows } = await client.query<{ id: string; account: string }>(
    `select id, account from identity.sessions where token = $1 and pending and ended_at is null and ends_at > $2`,
    [digest(token), now],
  );
  return rows[0];
}

export async function endSession({ client }: Tx, id: string, as: Ending, now: Date): Promise<void> {
  await client.query('update identity.sessions set ended_at = $2, ended_as = $3 where id = $1 and ended_at is null', [
    id,
    now,
    as,
  ]);
}

/** Ends every session of an account. @param spare the one that stays @returns how many ended */
export async function endSessionsOf(
  { client }: Tx,
  account: string,
  as: Ending,
  now: Date,
  spare: string | null = null,
): Promise<number> {
  const { rowCount } = await client.query(
    `update identity.sessions set ended_at = $2, ended_as = $3
     where account = $1 and ended_at is null and id is distinct from $4`,
    [account, now, as, spare],
  );
  return rowCount ?? 0;
}

/** Days a browser stays known, as long as its cookie lives. */
export const KNOWN_DAYS = 180;

/** Remembers the browser. @returns the value of its cookie */
export async function rememberDevice({ client }: Tx, account: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query('insert into identity.devices (token, account, known_at) values ($1, $2, $3)', [
    digest(token),
    account,
    now,
  ]);
  return token;
}

/** True when this account has signed in from this browser in the last half-year. */
export async function knowsDevice(
  { client }: Tx,
  account: string,
  token: string | undefined,
  now: Date,
): Promise<boolean> {
  if (!token) return false;
  const { rowCount } = await client.query(
    'select from identity.devices where token = $1 and account = $2 and known_at > $3',
    [digest(token), account, new Date(now.getTime() - KNOWN_DAYS * 24 * HOURS)],
  );
  return rowCount === 1;
}
