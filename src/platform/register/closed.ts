import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Column } from './columns.ts';
import type { Register } from './declare.ts';
import type { StoredRow } from './rows.ts';
import { reaches, SYSTEM, storeOf } from './scope.ts';
import { snake, tableOf } from './tables.ts';

/** Texts longer than a line tell the matter itself; shorter ones its place in the city's books, unless the column says otherwise. */
const CONTENT_LENGTH = 1_000;

const isContent = ({ kind, max = 0, content }: Column): boolean =>
  content === true || (kind === 'text' && max > CONTENT_LENGTH);

/** Whether the session's office opens every record of a confidential register that it reaches. */
function isDesk(session: Session, { policy: { confidential } }: Register): boolean {
  if (confidential === undefined || confidential === true) return true;
  return session.roles.includes(SYSTEM) || confidential.desk.some((role) => session.roles.includes(role));
}

/**
 * Whether lists show the session what only opening a record shows to others. What somebody reads of the own records alone is no look at
 * anybody else.
 */
export function showsContent(session: Session, register: Register): boolean {
  if (!register.policy.confidential || session.roles.includes(SYSTEM) || !isDesk(session, register)) return false;
  const found = reaches(session, register, 'read');
  return (found.has('all') || found.has('unit')) && Object.values(register.columns).some(isContent);
}

/** Whether every record of a register lies open to the session, to be read as a whole: a protected store, and what hangs on one, does to nobody. */
export const opensAll = (session: Session, register: Register): boolean =>
  session.roles.includes(SYSTEM) ||
  (!storeOf(register) && reaches(session, register, 'read').has('all') && isDesk(session, register));

const isNobodysDesk = ({ policy: { confidential } }: Register): boolean =>
  typeof confidential === 'object' && confidential.desk.length === 0;

/** Whether lists leave this column out for the session: then nothing may be asked, filtered or sorted by it either. */
export const isHidden = (session: Session, register: Register, key: string): boolean =>
  isContent(register.columns[key]!) && !isDesk(session, register);

/** Every column that lists leave out for the session. */
export const hiddenColumns = (session: Session, register: Register): string[] =>
  Object.keys(register.columns).filter((key) => isHidden(session, register, key));

/** Rows of a list or an export, without the content that only opening a record shows: what the screen hides, no export reveals. */
export function withoutContent(session: Session, register: Register, rows: readonly StoredRow[]): readonly StoredRow[] {
  if (isDesk(session, register)) return rows;
  const nothing = Object.fromEntries(hiddenColumns(session, register).map((key) => [snake(key), null]));
  return rows.map((row) => ({ ...row, ...nothing }));
}

/**
 * Holds the opening of a confidential record against its need-to-know list. A record that hangs on a matter is opened by those
 * named for the matter.
 * @throws AppError `record.closed` for a role that sees that the record is there, but is not named for it
 */
export async function mustBeNamed(tx: Tx, register: Register, row: StoredRow): Promise<void> {
  if (!(await isOpenTo(tx, register, row))) throw new AppError('record.closed');
}

/**
 * Rows as they stand on the page of a matter that was opened: with the content of those that the session may open by themselves, without
 * it otherwise. Opening a matter opens nothing that has a need-to-know list of its own, nor what is nobody's to read in passing: a
 * register without a desk holds texts that are opened one by one (ciphertexts, say).
 */
export async function besideOpened(tx: Tx, register: Register, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  if (isNobodysDesk(register)) return [...withoutContent(tx.session, register, rows)];
  const shown: StoredRow[] = [];
  // What hangs on a matter is open to the same people in every row.
  let open = register.follows && rows[0] ? await isOpenTo(tx, register, rows[0]) : null;
  for (const row of rows) {
    if (!register.follows) open = await isOpenTo(tx, register, row);
    shown.push(...(open ? [row] : withoutContent(tx.session, register, [row])));
  }
  return shown;
}

async function isOpenTo(tx: Tx, register: Register, row: StoredRow): Promise<boolean> {
  if (isDesk(tx.session, register)) return true;
  const list = register.follows?.register ?? register;
  const record = register.follows ? row[snake(register.follows.column)] : row.record;
  const { rows } = await sql<{ open: boolean }>`
    select ${isNamed(tx.session, list, sql`${record}::uuid`)} as open`.execute(tx.db);
  return rows[0]!.open;
}

/**
 * Whether the session may open a record, as a condition in SQL: lists show confidential records to more people than may open them, and
 * can so say beforehand what is closed.
 * @param alias of the register's table in the query
 */
export const opensTo = (session: Session, register: Register, alias: string): RawBuilder<boolean> =>
  isDesk(session, register) ? sql<boolean>`true` : isNamed(session, register, sql.ref(`${alias}.record`));

/** Whether the need-to-know list of a record names the session, or the record is the own officer's. */
function isNamed(
  { account, officer: own }: Session,
  register: Register,
  record: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const { officer } = register;
  const named = sql`exists (select from access.named n where n.register = ${register.name} and n.record = ${record}
    and n.account = ${account} and n.ended_at is null and (n.expires_at is null or n.expires_at > now()))`;
  if (!officer || !own) return sql<boolean>`(${named})`;
  return sql<boolean>`(${named} or exists (select from ${sql.raw(tableOf(register).sql)} o
    where o.record = ${record} and o.retired_at is null and ${sql.ref(`o.${snake(officer)}`)} = ${own}))`;
}
