import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/transact.ts';
import type { Asked } from './rules.ts';

/** Officers a clue reports, by the number they have in it. */
export async function reportedIn(tx: Tx, clue: string): Promise<{ number: number; officer: string }[]> {
  const { rows } = await sql<{ number: string; officer: string }>`
    select number, officer from clues.subjects
    where clue = ${clue} and officer is not null and retired_at is null order by number`.execute(tx.db);
  return rows.map(({ number, officer }) => ({ number: Number(number), officer }));
}

export interface HearingRow {
  readonly record: string;
  readonly clue: string;
  readonly number: string;
  readonly officer: string;
  readonly state: string;
  readonly proposed: string;
  readonly track: 'SUPERVISORY' | 'PERSONNEL' | null;
  readonly measure: string | null;
  readonly decided_on: string | null;
}

const hearing = sql`h.record, h.clue, h.number, h.officer, h.state, h.proposed, h.track, h.measure, h.decided_on::text`;

/** What the officers of a clue were told, and how it stands. */
export async function hearingsOf(tx: Tx, clue: string): Promise<HearingRow[]> {
  const { rows } = await sql<HearingRow>`
    select ${hearing} from clues.hearings h where h.clue = ${clue} and h.retired_at is null`.execute(tx.db);
  return rows;
}

export async function findHearing(tx: Tx, record: string): Promise<HearingRow | null> {
  const { rows } = await sql<HearingRow>`
    select ${hearing} from clues.hearings h where h.record = ${record} and h.retired_at is null`.execute(tx.db);
  return rows[0] ?? null;
}

/** The clue that a hearing or a clearing is about. */
export async function clueOf(tx: Tx, register: 'hearings' | 'clearings', record: string): Promise<string> {
  const { rows } = await sql<{ clue: string }>`
    select clue from ${sql.id('clues', register)} where record = ${record} and retired_at is null`.execute(tx.db);
  return rows[0]!.clue;
}

/** The clue whose decision a request asks to be looked at again. */
export async function clueOfRequest(tx: Tx, record: string): Promise<string> {
  const { rows } = await sql<{ clue: string }>`
    select h.clue from clues.review_requests r join clues.hearings h on h.record = r.hearing and h.retired_at is null
    where r.record = ${record} and r.retired_at is null`.execute(tx.db);
  return rows[0]!.clue;
}

export interface RequestRow extends Asked {
  readonly hearing: string;
  readonly number: string;
  readonly result: string | null;
  readonly measure: string | null;
}

/** Requests against one decision, oldest first. */
export async function requestsAgainst(tx: Tx, of: string): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow & { asked_on: string; decided_on: string | null }>`
    select record, hearing, number, kind, state, result, measure, asked_on::text, decided_on::text from clues.review_requests
    where hearing = ${of} and retired_at is null order by asked_on, number`.execute(tx.db);
  return rows.map(({ asked_on, decided_on, ...row }) => ({ ...row, askedOn: asked_on, decidedOn: decided_on }));
}

/** When the running time of a hearing to state something ends; null where it has been used, waived or has run out. */
export async function stillStating(tx: Tx, record: string, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date }>`
    select due_at from clues.hearing_clocks
    where matter = ${record} and clock = 'STATE' and stopped_at is null and due_at > ${now} and retired_at is null`.execute(
    tx.db,
  );
  return rows[0]?.due_at ?? null;
}

/** Accounts that found the facts, told, answered or decided, on a clue and its hearing, or decided an earlier request. */
export async function tookPart(tx: Tx, clue: string, of: string, found: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from clues.clue_steps where matter = ${clue} and action = any (${found}) and retired_at is null
    union select account from clues.hearing_steps
      where matter = ${of} and action in ('TELL', 'TELL_AGAIN', 'ANSWER', 'DECIDE') and retired_at is null
    union select s.account from clues.review_request_steps s
      join clues.review_requests r on r.record = s.matter and r.retired_at is null
      where r.hearing = ${of} and s.action = 'DECIDE' and s.retired_at is null`.execute(tx.db);
  return rows.map(({ account }) => account);
}

/** Names for a hearing whoever is named for its clue; from then on the database keeps the two lists alike (migration 0300). */
export async function nameAsForClue(
  tx: Tx & { readonly act: string; readonly recordedAt: string },
  clue: string,
  record: string,
): Promise<void> {
  await sql`insert into access.named (register, record, account, act, granted_at, expires_at)
    select 'clues.hearings', ${record}, n.account, ${tx.act}, ${tx.recordedAt}, n.expires_at from access.named n
    where n.register = 'clues.clues' and n.record = ${clue} and n.ended_at is null
      and (n.expires_at is null or n.expires_at > now())`.execute(tx.db);
}
