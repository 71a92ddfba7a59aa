import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { leavingReasons, outcomes } from './bundle/format.ts';

/** A case that the seed drew. */
export interface StoredDrawn {
  readonly number: number;
  /** Place in the frame. */
  readonly position: number;
  readonly name: string;
  readonly ticket: string;
  /** Place in the pool of the re-checker drawn first. */
  readonly member: number | null;
  /** Its record in the register of results. */
  readonly record: string;
}

export async function addDrawn(tx: WriteTx, plan: string, drawn: readonly Omit<StoredDrawn, 'name'>[]): Promise<void> {
  await sql`insert into recheck.drawn_cases (plan, number, position, ticket, member, record)
    select ${plan}, number, position, ticket, member, record from json_to_recordset(${JSON.stringify(drawn)}::json)
      as given (number integer, position integer, ticket text, member integer, record uuid)`.execute(tx.db);
}

export async function loadDrawn(tx: Tx, plan: string): Promise<StoredDrawn[]> {
  const { rows } = await sql<StoredDrawn>`
    select d.number, d.position, encode(c.name, 'hex') as name, d.ticket, d.member, d.record
    from recheck.drawn_cases d join recheck.plan_cases c using (plan, position)
    where d.plan = ${plan} order by d.number`.execute(tx.db);
  return rows;
}

export interface StoredAside {
  readonly number: number;
  readonly position: number;
  readonly member: number;
  readonly reason: (typeof leavingReasons)[number];
  readonly act: string;
}

export async function loadAsides(tx: Tx, plan: string): Promise<StoredAside[]> {
  const { rows } = await sql<StoredAside>`
    select number, position, member, reason, act from recheck.asides where plan = ${plan} order by number`.execute(
    tx.db,
  );
  return rows;
}

export async function addAside(tx: WriteTx, plan: string, aside: Omit<StoredAside, 'act'>): Promise<void> {
  await sql`insert into recheck.asides (plan, number, position, member, reason, account, at, act)
    values (${plan}, ${aside.number}, ${aside.position}, ${aside.member}, ${aside.reason}, ${tx.session.account},
      ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
}

export interface StoredOutcome {
  readonly number: number;
  readonly position: number;
  readonly member: number;
  readonly outcome: (typeof outcomes)[number];
  readonly act: string;
}

export async function loadOutcomes(tx: Tx, plan: string): Promise<StoredOutcome[]> {
  const { rows } = await sql<StoredOutcome>`
    select number, position, member, outcome, act from recheck.outcomes where plan = ${plan} order by number`.execute(
    tx.db,
  );
  return rows;
}

export async function addOutcome(tx: WriteTx, plan: string, outcome: Omit<StoredOutcome, 'act'>): Promise<void> {
  await sql`insert into recheck.outcomes (plan, number, position, member, outcome, account, at, act)
    values (${plan}, ${outcome.number}, ${outcome.position}, ${outcome.member}, ${outcome.outcome}, ${tx.session.account},
      ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
}
