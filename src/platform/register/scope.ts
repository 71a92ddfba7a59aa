import { type RawBuilder, sql } from 'kysely';
import type { Policy, Reach } from '../access/policies.ts';
import type { Session } from '../database/session.ts';
import { AppError } from '../errors.ts';
import type { Follows, Register } from './declare.ts';
import { snake, tableOf } from './tables.ts';

/** The role of the program itself: migrations of data, freezing, background work. No account ever holds it. */
export const SYSTEM = 'SYSTEM';

type Mode = 'read' | 'write';

/** Every way in which the session reaches a register. Empty: the register does not exist for this session. */
export const reaches = (session: Session, register: Register, mode: Mode): ReadonlySet<Reach> =>
  isFaceless(session, register) || isApart(session, register) ? new Set() : granted(session, register.policy, mode);

/** What the session's roles grant by themselves. */
function granted(session: Session, policy: Policy, mode: Mode): ReadonlySet<Reach> {
  if (session.roles.includes(SYSTEM)) return new Set(['all']);
  const found = session.roles.map((role) => (policy[mode] as Partial<Record<string, Reach>>)[role]);
  return new Set(found.filter((reach) => reach !== undefined));
}

/** The protected store a register is, or hangs on. */
export const storeOf = (register: Register): Register | undefined =>
  [register, register.follows?.register].find((one) => one?.shielded);

/** Nobody can be kept from what names them who does not say who they are: such an account is not let into a protected store. */
const isFaceless = ({ roles, officer }: Session, register: Register): boolean =>
  officer === null && !roles.includes(SYSTEM) && storeOf(register)?.shielded === true;

/** Whether the session reads all of the register that this one must not be held against. */
const isApart = (session: Session, { apart }: Register): boolean =>
  apart !== undefined && !session.roles.includes(SYSTEM) && granted(session, apart.policy, 'read').has('all');

/** Whether the session may hand in this register's workbooks and fill in its forms. */
export const handsIn = (session: Session, register: Register): boolean =>
  session.roles.includes(SYSTEM) ||
  (!register.kept &&
    reaches(session, register, 'write').size > 0 &&
    (!register.policy.handIn || register.policy.handIn.some((role) => session.roles.includes(role))));

/**
 * @throws AppError `record.missing`: what you may not see is not found; `access.unbound` where only the account's officer is
 * missing, whatever the store holds
 */
export function mustReach(session: Session, register: Register, mode: Mode): ReadonlySet<Reach> {
  const found = reaches(session, register, mode);
  if (found.size === 0) {
    if (isFaceless(session, register) && granted(session, register.policy, mode).size > 0) {
      throw new AppError('access.unbound');
    }
    if (mode === 'write' && reaches(session, register, 'read').size > 0) {
      throw new AppError('access.denied', { permission: `${register.name}: ${mode}` });
    }
    throw new AppError('record.missing');
  }
  return found;
}

/**
 * The scope of a list (third net), written without a look at row security so that each net holds alone.
 * @param alias of the register's table in the query
 */
export function scope(session: Session, register: Register, alias: string): RawBuilder<boolean> {
  const found = mustReach(session, register, 'read');
  const open = shown(session, register, alias);
  if (found.has('all')) return open;
  if (register.follows) return followed(session, register.follows, alias);
  const within: RawBuilder<boolean>[] = [];
  const column = (key: string): RawBuilder<unknown> => sql.ref(`${alias}.${snake(key)}`);
  if (found.has('unit') && register.unit && session.unit) {
    within.push(sql<boolean>`${column(register.unit)} = any ((select access.subtree(${session.unit}))::uuid[])`);
  }
  if (found.has('own') && register.officer && session.officer) {
    within.push(sql<boolean>`${column(register.officer)} = ${session.officer}`);
  }
  if (found.has('named') && session.account) {
    within.push(sql<boolean>`${sql.ref(`${alias}.record`)} in (select named.record from access.named
      where named.register = ${register.name} and named.account = ${session.account} and named.ended_at is null
        and (named.expires_at is null or named.expires_at > now()))`);
  }
  return within.length === 0 ? sql<boolean>`false` : sql<boolean>`((${sql.join(within, sql` or `)}) and ${open})`;
}

/** Records of a protected store that the session's officer must not know of do not exist for it, however far its roles reach. */
function shown(session: Session, register: Register, alias: string): RawBuilder<boolean> {
  const store = storeOf(register);
  if (!store || session.roles.includes(SYSTEM)) return sql<boolean>`true`;
  const record = sql.ref(`${alias}.${register.shielded ? 'record' : snake(register.follows!.column)}`);
  return sql<boolean>`${record} <> all ((select access.hidden_records(${store.name}))::uuid[])`;
}

/**
 * Whether the log must not name the session: it acts on a record of a protected store that is its own.
 * @param about the officer whose record it is
 */
export const isWithheld = ({ officer }: Session, { shielded }: Register, about: unknown): boolean =>
  shielded !== undefined && officer !== null && about === officer;

/** What hangs on a matter is as open as the matter. */
function followed(session: Session, { column, register }: Follows, alias: string): RawBuilder<boolean> {
  const within = `${alias}_of`;
  return sql<boolean>`exists (select from ${sql.raw(tableOf(register).sql)} ${sql.ref(within)}
    where ${sql.ref(`${within}.record`)} = ${sql.ref(`${alias}.${snake(column)}`)} and ${sql.ref(`${within}.retired_at`)} is null
      and ${scope(session, register, within)})`;
}
