import { sql } from 'kysely';
import type { z } from 'zod';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { type Advanced, advance, historyOf, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { isRunning, readClock } from '../../../platform/lifecycle/clock.ts';
import type { Matter } from '../../../platform/lifecycle/matter.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import type {
  asking,
  OwnClearing,
  OwnFile,
  OwnHearing,
  OwnRequest,
  RunningLimit,
  Statement,
} from '../contract/my-file.ts';
import { clearingMatter, decisionOf, hearingMatter, reviewMatter } from './matter.ts';
import { endOfMeasure } from './measures.ts';
import { type Asked, rightsOf } from './rules.ts';

interface FileRow {
  readonly record: string;
  readonly version: number;
  readonly number: string;
  readonly state: string;
  readonly facts: string;
  readonly grounds: string;
  readonly proposed: string;
  readonly told_on: string;
  readonly track: 'SUPERVISORY' | 'PERSONNEL' | null;
  readonly decision_no: string | null;
  readonly findings: string | null;
  readonly evidence: string | null;
  readonly measure: string | null;
  readonly basis: string | null;
  readonly remedies: string | null;
  readonly decided_on: string | null;
}

/**
 * Everything that was told to the officer signed in, with what waits for the officer and until when. What was not told is not
 * there: the file is read by the officer's own identity and by nothing else, whatever offices the account holds.
 */
export function ownFile(desk: MatterDesk, session: Session): Promise<OwnFile> {
  const now = desk.now?.() ?? new Date();
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<FileRow>`
      select h.record, h.version, h.number, h.state, h.facts, h.grounds, h.proposed, h.told_on::text, h.track, h.decision_no,
             h.findings, h.evidence, h.measure, h.basis, h.remedies, h.decided_on::text
      from clues.hearings h where h.officer = ${session.officer} and h.retired_at is null
      order by h.told_on desc, h.record desc limit 100`.execute(tx.db);
    const hearings: OwnHearing[] = [];
    for (const row of rows) hearings.push(await hearingOf(tx, desk, row, now));
    return { hearings, clearings: await ownClearings(tx, desk, now) };
  });
}

async function hearingOf(tx: Tx, desk: MatterDesk, row: FileRow, now: Date): Promise<OwnHearing> {
  const requests = await ownRequests(tx, desk, row.record, now);
  const { statements, droppedFor } = await saidIn(tx, row.record);
  const decided = row.state === 'DECIDED';
  const rights = decided ? rightsOf(desk.calendar, decisionOf(row), requests as readonly Asked[], now) : [];
  return {
    record: row.record,
    version: row.version,
    number: row.number,
    state: row.state,
    facts: row.facts,
    grounds: row.grounds,
    proposed: row.proposed,
    toldOn: row.told_on,
    droppedFor,
    limits: await limitsOf(tx, desk, hearingMatter, row.record, now),
    statements,
    decision: decided
      ? {
          decisionNo: row.decision_no!,
          track: row.track!,
          findings: row.findings!,
          evidence: row.evidence!,
          measure: row.measure!,
          basis: row.basis!,
          remedies: row.remedies!,
          decidedOn: row.decided_on!,
          endsOn: endOfMeasure(row.measure!, row.decided_on!),
        }
      : null,
    rights: rights.map(({ earlier: _, ...right }) => right),
    requests,
  };
}

/** Statements are steps; each is answered by the first answer after it. */
async function saidIn(tx: Tx, hearing: string): Promise<{ statements: Statement[]; droppedFor: string | null }> {
  const { rows } = await sql<{ action: string; taken_at: Date; reason: string | null; input: string }>`
    select action, taken_at, reason, input from clues.hearing_steps
    where matter = ${hearing} and retired_at is null order by number`.execute(tx.db);
  const statements: Statement[] = [];
  let droppedFor: string | null = null;
  for (const { action, taken_at, reason, input } of rows) {
    const given = JSON.parse(input) as Record<string, string | null>;
    if (action === 'STATE' || action === 'RECORD_STATEMENT')
      statements.push({
        text: given.text!,
        evidence: given.evidenceGiven ?? null,
        statedOn: given.receivedOn ?? dayOf(taken_at),
        answer: null,
        reasons: null,
        answeredOn: null,
      });
    if (action === 'ANSWER')
      for (const one of statements.filter(({ answer }) => answer === null))
        Object.assign(one, { answer: given.answer, reasons: given.reasons, answeredOn: dayOf(taken_at) });
    if (action === 'DROP') droppedFor = reason;
  }
  return { statements, droppedFor };
}

async function ownRequests(tx: Tx, desk: MatterDesk, hearing: string, now: Date): Promise<OwnRequest[]> {
  const { rows } = await sql<Omit<OwnRequest, 'limit'>>`
    select record, version, number, kind, state, grounds, asked_on::text as "askedOn", body, result, measure, reasons,
           decided_on::text as "decidedOn"
    from clues.review_requests where hearing = ${hearing} and officer = ${tx.session.officer} and retired_at is null
    order by number`.execute(tx.db);
  const found: OwnRequest[] = [];
  for (const row of rows)
    found.push({ ...row, limit: (await limitsOf(tx, desk, reviewMatter, row.record, now))[0] ?? null });
  return found;
}

/** Clearings of the officer's name, from the moment the words were approved: what was only proposed is not told. */
async function ownClearings(tx: Tx, desk: MatterDesk, now: Date): Promise<OwnClearing[]> {
  const { rows } = await sql<Omit<OwnClearing, 'limit'>>`
    select record, version, number, state, cause, finding, scope, published_on::text as "publishedOn" from clues.clearings
    where officer = ${tx.session.officer} and state not in ('PREPARED', 'REFUSED') and retired_at is null
    order by prepared_on desc, record desc limit 100`.execute(tx.db);
  const found: OwnClearing[] = [];
  for (const row of rows)
    found.push({ ...row, limit: (await limitsOf(tx, desk, clearingMatter, row.record, now))[0] ?? null });
  return found;
}

async function limitsOf(tx: Tx, desk: MatterDesk, matter: Matter, record: string, now: Date): Promise<RunningLimit[]> {
  const { clocks } = await historyOf(tx, matter, record);
  return clocks
    .filter(({ clock }) => isRunning(clock))
    .map(({ clock }) => {
      const { lastDay, overdue } = readClock(matter.lifecycle, desk.calendar, clock, now);
      return { id: clock.id, lastDay, overdue };
    });
}

/**
 * A step of the officer on an own hearing or request.
 * @throws AppError `record.missing` for what is not the officer's own, there or not; those of `advance`
 */
export async function takeOwnStep(
  desk: MatterDesk,
  session: Session,
  matter: Matter,
  step: { readonly record: string; readonly version: number; readonly action: string },
  input: Readonly<Record<string, unknown>> = {},
): Promise<Advanced> {
  const own = await transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<{ record: string }>`
      select record from ${sql.raw(tableOf(matter.register).sql)}
      where record = ${step.record} and officer = ${session.officer} and retired_at is null`.execute(tx.db);
    return rows.length > 0;
  });
  if (!own) throw new AppError('record.missing');
  return advance(desk, session, matter, { ...step, input });
}

/** Asks for a decision to be looked at again. @throws AppError `review.none`, `review.late` naming the last day */
export const askForReview = (desk: MatterDesk, session: Session, input: z.infer<typeof asking>): Promise<Advanced> =>
  advance(desk, session, reviewMatter, { action: 'ASK', input });
