import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { FrameRow, Plan } from './bundle/format.ts';

export interface StoredPlan {
  readonly plan: Plan;
  readonly account: string | null;
  readonly at: Date;
  readonly act: string;
  readonly seed: StoredSeed | null;
  /** Number of the plan that stands for this one. */
  readonly replacedBy: number | null;
}

export interface StoredSeed {
  readonly content: SeedContent;
  readonly at: Date;
  readonly act: string;
}

export type SeedContent =
  | { readonly kind: 'beacon'; readonly round: number; readonly signature: string }
  | { readonly kind: 'dice'; readonly rolls: string; readonly blind: string };

/** Plans, newest first; one of them, or all. */
export async function loadPlans(tx: Tx, id?: string): Promise<StoredPlan[]> {
  const { rows } = await sql<{
    content: string;
    account: string | null;
    at: Date;
    act: string;
    seed: string | null;
    seed_at: Date | null;
    seed_act: string | null;
    replaced_by: number | null;
  }>`
    select p.content, p.account, p.at, p.act, s.content as seed, s.at as seed_at, s.act as seed_act, later.number as replaced_by
    from recheck.plans p
    left join recheck.seeds s on s.plan = p.plan
    left join recheck.plans later on later.replaces = p.plan
    where ${id === undefined ? sql`true` : sql`p.plan = ${id}`}
    order by p.number desc`.execute(tx.db);
  return rows.map((row) => ({
    plan: JSON.parse(row.content) as Plan,
    account: row.account,
    at: row.at,
    act: row.act,
    seed: row.seed ? { content: JSON.parse(row.seed) as SeedContent, at: row.seed_at!, act: row.seed_act! } : null,
    replacedBy: row.replaced_by,
  }));
}

export interface NewCase {
  readonly row: FrameRow;
  readonly clue: string;
  readonly version: number;
  readonly commitment: string;
  readonly unit: string | null;
  readonly risk: string;
  readonly salt: string;
  readonly excluded: readonly number[];
}

export interface NewMember {
  readonly name: string;
  readonly officer: string;
  readonly unit: string | null;
  readonly salt: string;
}

export async function addPlan(tx: WriteTx, plan: Plan, content: string): Promise<void> {
  await sql`insert into recheck.plans (plan, number, population, period, as_of, replaces, content, account, at, act)
    values (${plan.id}, ${plan.number}, ${plan.population}, ${plan.period}, ${plan.asOf}, ${plan.replaces?.plan ?? null},
      ${content}, ${tx.session.account}, ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
}

export async function addBlind(tx: WriteTx, plan: string, blind: Buffer): Promise<void> {
  await sql`insert into recheck.blinds (plan, blind) values (${plan}, ${blind})`.execute(tx.db);
}

export async function loadBlind(tx: Tx, plan: string): Promise<string> {
  const { rows } = await sql<{ blind: Buffer }>`select blind from recheck.blinds where plan = ${plan}`.execute(tx.db);
  return rows[0]!.blind.toString('hex');
}

/** Cases written in one statement. */
const BATCH = 5_000;

export async function addCases(tx: WriteTx, plan: string, cases: readonly NewCase[]): Promise<void> {
  for (let from = 0; from < cases.length; from += BATCH) {
    const rows = cases.slice(from, from + BATCH).map(({ row: [stratum, name, excluded], ...opening }, at) => ({
      ...opening,
      position: from + at,
      stratum,
      name,
      mark: excluded,
    }));
    const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (position integer, stratum integer, name text,
      mark text, clue uuid, version integer, commitment text, unit uuid, risk text, salt text, excluded json)`;
    await sql`insert into recheck.plan_cases (plan, position, stratum, name, excluded)
      select ${plan}, position, stratum, decode(name, 'hex'), decode(mark, 'hex') from ${given}`.execute(tx.db);
    await sql`insert into recheck.case_openings (plan, position, clue, version, commitment, unit, risk, salt, excluded)
      select ${plan}, position, clue, version, decode(commitment, 'hex'), unit, risk, decode(salt, 'hex'),
        array(select place::integer from json_array_elements_text(excluded) as place) from ${given}`.execute(tx.db);
  }
}

export async function addMembers(tx: WriteTx, plan: string, members: readonly NewMember[]): Promise<void> {
  const rows = members.map((member, position) => ({ ...member, position }));
  await sql`insert into recheck.pool_members (plan, position, name, officer, unit, salt)
    select ${plan}, position, decode(name, 'hex'), officer, unit, decode(salt, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (position integer, name text, officer uuid, unit uuid, salt text)`.execute(tx.db);
}

export async function loadFrame(tx: Tx, plan: string): Promise<FrameRow[]> {
  const { rows } = await sql<{ stratum: number; name: string; excluded: string }>`
    select stratum, encode(name, 'hex') as name, encode(excluded, 'hex') as excluded
    from recheck.plan_cases where plan = ${plan} order by position`.execute(tx.db);
  return rows.map(({ stratum, name, excluded }) => [stratum, name, excluded]);
}

/** What opens a case of a frame. */
export interface CaseOpening {
  readonly position: number;
  readonly clue: string;
  readonly version: number;
  readonly commitment: string;
  readonly unit: string | null;
  readonly risk: 'HIGH' | 'MEDIUM' | 'LOW';
  readonly salt: string;
  /** Places in the pool. */
  readonly excluded: readonly number[];
}

/** The openings of some places of a frame, or of all. */
export async function loadOpenings(tx: Tx, plan: string, positions?: readonly number[]): Promise<CaseOpening[]> {
  const { rows } = await sql<CaseOpening>`
    select position, clue, version, encode(commitment, 'hex') as commitment, unit, risk, encode(salt, 'hex') as salt, excluded
    from recheck.case_openings
    where plan = ${plan} and ${positions ? sql`position = any (${positions}::integer[])` : sql`true`}
    order by position`.execute(tx.db);
  return rows;
}

export interface StoredMember extends NewMember {
  readonly position: number;
}

export async function loadMembers(tx: Tx, plan: string): Promise<StoredMember[]> {
  const { rows } = await sql<StoredMember>`
    select position, encode(name, 'hex') as name, officer, unit, encode(salt, 'hex') as salt
    from recheck.pool_members where plan = ${plan} order by position`.execute(tx.db);
  return rows;
}

export interface DiceEntry {
  readonly number: number;
  readonly account: string;
  readonly rolls: string;
  readonly salt: string;
  readonly act: string;
}

/** What was typed of a plan's dice, in order. */
export async function loadDice(tx: Tx, plan: string): Promise<DiceEntry[]> {
  const { rows } = await sql<DiceEntry>`
    select number, account, rolls, encode(salt, 'hex') as salt, act from recheck.dice_entries
    where plan = ${plan} order by number`.execute(tx.db);
  return rows;
}

export async function addDice(tx: WriteTx, plan: string, number: number, rolls: string, salt: Buffer): Promise<void> {
  await sql`insert into recheck.dice_entries (plan, number, account, rolls, salt, at, act)
    values (${plan}, ${number}, ${tx.session.account}, ${rolls}, ${salt}, ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
}

export async function addSeed(tx: WriteTx, plan: string, content: string): Promise<void> {
  await sql`insert into recheck.seeds (plan, content, account, at, act)
    values (${plan}, ${content}, ${tx.session.account}, ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
}
