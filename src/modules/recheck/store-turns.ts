import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { outcomes, risks } from './bundle/format.ts';

/** When a turn warns and ends. */
export interface TurnLimit {
  readonly yellowAt: Date;
  readonly dueAt: Date;
  readonly redAt: Date;
}

/** A re-checker of the pool. */
export interface Rechecker {
  /** Place in the pool. */
  readonly position: number;
  readonly name: string;
  readonly officer: string;
  readonly unit: string | null;
}

/** One case of a draw as it stands now. */
export interface CaseNow {
  readonly plan: string;
  readonly planNumber: number;
  /** Place in the list drawn, from 1. */
  readonly number: number;
  /** Place in the frame. */
  readonly position: number;
  readonly name: string;
  readonly ticket: string;
  /** Its record in the register of results. */
  readonly record: string;
  readonly clue: string;
  readonly unit: string | null;
  readonly risk: (typeof risks)[number];
  /** Places in the pool of those who may not check it. */
  readonly excluded: readonly number[];
  readonly turn: number;
  /** Whose turn it is; null where nobody is free. */
  readonly member: Rechecker | null;
  /** Of the turn that runs; null once the case is answered, and where the plan has none. */
  readonly limit: TurnLimit | null;
  readonly outcome: (typeof outcomes)[number] | null;
}

/** Cases read at most of one officer: what is open first, then what was answered last. */
const MOST_OWN = 100;

/**
 * Cases of draws with whose turn it is, in one query.
 * @param tx of the system session: which clue stands where is for few
 * @param asked of a plan in the order drawn, or of an officer: what is open first, by the end of its limit, then what was answered last
 */
export async function loadCases(
  tx: Tx,
  asked: { readonly plan: string; readonly number?: number } | { readonly officer: string },
): Promise<CaseNow[]> {
  const [where, order] = 'plan' in asked ? ofPlan(asked) : ofOfficer(asked.officer);
  const { rows } = await sql<
    Omit<CaseNow, 'member' | 'limit'> & {
      readonly member: number | null;
      readonly memberName: string | null;
      readonly officer: string | null;
      readonly memberUnit: string | null;
      readonly running: boolean;
    } & { readonly [K in keyof TurnLimit]: Date | null }
  >`
    select d.plan, p.number as "planNumber", d.number, d.position, encode(c.name, 'hex') as name, d.ticket, d.record,
      o.clue, o.unit, o.risk, o.excluded, t.turn, t.member, encode(m.name, 'hex') as "memberName", m.officer, m.unit as "memberUnit",
      t.ended_at is null as running, t.yellow_at as "yellowAt", t.due_at as "dueAt", t.red_at as "redAt", r.outcome
    from recheck.drawn_cases d
    join recheck.plans p using (plan)
    join recheck.plan_cases c using (plan, position)
    join recheck.case_openings o using (plan, position)
    join lateral (select * from recheck.turns l where l.plan = d.plan and l.number = d.number order by l.turn desc limit 1) t on true
    left join recheck.pool_members m on m.plan = d.plan and m.position = t.member
    left join lateral (select outcome from recheck.outcomes l where l.plan = d.plan and l.position = d.position
      order by l.number desc limit 1) r on true
    where ${where} order by ${order}`.execute(tx.db);
  return rows.map(({ member, memberName, officer, memberUnit, running, yellowAt, dueAt, redAt, ...rest }) => ({
    ...rest,
    member: member === null ? null : { position: member, name: memberName!, officer: officer!, unit: memberUnit },
    limit: running && yellowAt && dueAt && redAt ? { yellowAt, dueAt, redAt } : null,
  }));
}

type Asked = readonly [where: RawBuilder<boolean>, order: RawBuilder<unknown>];

const ofPlan = ({ plan, number }: { readonly plan: string; readonly number?: number }): Asked => [
  sql`d.plan = ${plan} and ${number === undefined ? sql`true` : sql`d.number = ${number}`}`,
  sql`d.number`,
];

const ofOfficer = (officer: string): Asked => [
  sql`t.officer = ${officer} and (d.plan, d.number) in (select plan, number from recheck.turns where officer = ${officer})`,
  sql`t.ended_at desc nulls first, t.due_at, p.number desc, d.number limit ${MOST_OWN}`,
];

export interface NewTurn {
  readonly number: number;
  readonly turn: number;
  readonly member: Pick<Rechecker, 'position' | 'officer'> | null;
}

/** Begins turns at the moment of the act, with their limit. */
export async function addTurns(
  tx: WriteTx,
  plan: string,
  turns: readonly NewTurn[],
  limit: TurnLimit | null,
): Promise<void> {
  const rows = turns.map(({ number, turn, member }) => ({
    number,
    turn,
    member: member?.position ?? null,
    officer: member?.officer ?? null,
  }));
  const [yellow, due, red] = [limit?.yellowAt, limit?.dueAt, limit?.redAt].map((at) => at?.toISOString() ?? null);
  await sql`insert into recheck.turns (plan, number, turn, member, officer, since, yellow_at, due_at, red_at, act)
    select ${plan}, number, turn, member, officer, ${tx.recordedAt}, ${yellow}, ${due}, ${red}, ${tx.act}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (number integer, turn integer, member integer, officer uuid)`.execute(tx.db);
}

export async function endTurn(tx: WriteTx, { plan, number, turn }: CaseNow): Promise<void> {
  await sql`update recheck.turns set ended_at = ${tx.recordedAt}
    where plan = ${plan} and number = ${number} and turn = ${turn} and ended_at is null`.execute(tx.db);
}

/** How many cases of a plan wait for their re-checker, and how many of them warn or are late. */
export async function countWaiting(
  tx: Tx,
  plan: string,
  now: Date,
): Promise<{ open: number; soon: number; late: number }> {
  const { rows } = await sql<{ open: string; soon: string; late: string }>`
    select count(*) as open, count(*) filter (where yellow_at <= ${now} and due_at >= ${now}) as soon,
      count(*) filter (where due_at < ${now}) as late
    from recheck.turns where plan = ${plan} and ended_at is null and officer is not null`.execute(tx.db);
  const { open, soon, late } = rows[0]!;
  return { open: Number(open), soon: Number(soon), late: Number(late) };
}

/** Late cases by plan. */
export async function countLate(tx: Tx, now: Date): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ plan: string; late: string }>`
    select plan, count(*) as late from recheck.turns where ended_at is null and due_at < ${now} group by plan`.execute(
    tx.db,
  );
  return new Map(rows.map(({ plan, late }) => [plan, Number(late)]));
}
