import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import { CLOSED } from './registers.ts';

/** Records of the officers a clue reports. */
export async function subjectsOf(tx: Tx, clue: string): Promise<string[]> {
  const { rows } = await sql<{ officer: string }>`
    select officer from clues.subjects where clue = ${clue} and officer is not null and retired_at is null`.execute(
    tx.db,
  );
  return rows.map(({ officer }) => officer);
}

/** The next running number of a year. Two that register at once take turns, so no number is left out or given twice. */
export async function nextSerial(tx: WriteTx, year: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`clue serial ${year}`}))`.execute(tx.db);
  const { rows } = await sql<{ serial: string | null }>`select clues.last_serial(${`XS${year}-`}) as serial`.execute(
    tx.db,
  );
  const last = Number(rows[0]!.serial?.slice(-6) ?? 0);
  return `XS${year}-${String(last + 1).padStart(6, '0')}`;
}

export interface Barred {
  readonly officer: string;
  readonly name: string;
  readonly grounds: readonly string[];
}

/** Which of these officers must not handle a clue, and why; the rule itself stands in the database (migration 0253). */
export async function barredFrom(
  tx: Tx,
  clue: string,
  unit: string | null,
  officers: readonly string[],
): Promise<Barred[]> {
  const { rows } = await sql<Barred>`
    select given.officer, o.name, b.grounds
    from unnest(${officers}::uuid[]) as given (officer)
    cross join lateral (select clues.barred(${clue}::uuid, ${unit}::uuid, given.officer) as grounds) b
    left join organisation.officers o on o.record = given.officer and o.retired_at is null
    where b.grounds <> '{}'`.execute(tx.db);
  return rows;
}

/** Whether an answer to the clue stands: only such a clue can be checked again. */
export async function isClosed(tx: Tx, clue: string): Promise<boolean> {
  const { rows } = await sql`select from clues.clues
    where record = ${clue} and retired_at is null and state = any (${[...CLOSED]})`.execute(tx.db);
  return rows.length > 0;
}

/** Accounts in office that belong to these officers. */
export async function accountsOf(tx: Tx, officers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from access.accounts_of(${officers}::uuid[])`.execute(tx.db);
  return rows.map(({ account }) => account);
}

/** Accounts in office that hold a role and need not stand back from the clue. */
export async function freeAccountsWith(tx: Tx, role: string, clue: string): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from clues.free_accounts(${role}, ${clue}::uuid)`.execute(tx.db);
  return rows.map(({ account }) => account);
}

/** The clues joined to this one. */
export async function joinedTo(tx: Tx, clue: string): Promise<string[]> {
  const { rows } = await sql<{ record: string }>`
    select record from clues.clues where duplicate_of = ${clue} and state = 'DUPLICATE' and retired_at is null
    order by serial_no`.execute(tx.db);
  return rows.map(({ record }) => record);
}

/** Current version of the supervisions of a clue that still stand. */
export async function standingSupervisions(tx: Tx, clue: string): Promise<StandingSupervision[]> {
  const { rows } = await sql<StandingSupervision>`
    select * from clues.supervisions where clue = ${clue} and lifted_on is null and retired_at is null`.execute(tx.db);
  return rows;
}

export interface StandingSupervision {
  readonly record: string;
  readonly version: number;
  readonly letter_no: string;
  readonly reports: string | null;
}
