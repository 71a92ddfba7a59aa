import { sql } from 'kysely';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { reading } from '../../../platform/register/records/acts.ts';
import { current } from '../../../platform/register/records/current.ts';
import { scope } from '../../../platform/register/scope.ts';
import { cluesOn } from '../../clues/index.ts';
import type { DecisionFacts, DecisionLine, Ground, OwnDecision } from '../contract/leniency.ts';
import { leniencyDecisions, selfReports } from '../registers.ts';
import type { SelfExaminationDesk } from '../self-reports/desk.ts';
import { leniencyProofFile } from './proof.ts';
import { type Content, type Fact, leniencyFacts, type Moment, type RuleVersion, type Timeline } from './rules.ts';
import { timelineOf } from './timeline.ts';

/**
 * What the desk decides on: it tells which clues report the officer, so looking at it is an act, which reads like the opening of the
 * report and names no clue. Which fact follows under which rule is worked out from it by `leniencyFacts`, on the page as here.
 * @throws AppError `record.missing`, `matter.subject` for whoever wrote the report, `leniency.unsealed`, `record.noProof`
 */
export async function groundOf(desk: SelfExaminationDesk, session: Session, report: string): Promise<Ground> {
  await desk.ledger.integrate();
  return perform(desk.pools, session, reading, async (tx) => {
    const { officer } = await current(tx, selfReports, report);
    if (officer === session.officer) throw new AppError('matter.subject');
    const clues = await cluesOn(tx, String(officer));
    const timelines = [];
    for (const clue of clues) timelines.push({ ...clue, timeline: await timelineOf(tx, report, clue.record) });
    const { rows } = await sql<DecisionLine>`
      select record, version, number, state, finding, decided_on::text as "decidedOn"
      from conduct.leniency_decisions t where t.report = ${report} and t.retired_at is null and t.state is not null
        and ${scope(session, leniencyDecisions, 't')} order by t.decided_on, t.record`.execute(tx.db);
    const result = { alone: await timelineOf(tx, report, null), clues: timelines, decisions: rows };
    return { result, subject: report, detail: { register: selfReports.name } };
  });
}

/** The officer's own decisions, newest first. */
export function ownDecisions(desk: SelfExaminationDesk, session: Session): Promise<OwnDecision[]> {
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows } = await sql<OwnDecision>`
      select t.record, t.version, t.number, coalesce(t.state, 'IN_FORCE') as state, t.finding,
        t.decided_on::text as "decidedOn", r.number as "reportNumber", t.measure, t.reasons,
        t.decided_by as "decidedBy", t.approved_by as "approvedBy"
      from conduct.leniency_decisions t join conduct.self_reports r on r.record = t.report and r.retired_at is null
      where t.retired_at is null and t.officer = ${session.officer} and ${scope(session, leniencyDecisions, 't')}
      order by t.decided_on desc, t.record desc limit 100`.execute(tx.db);
    return rows;
  });
}

/** The last step that decided, and the one that approved it, with the places of their entries. */
interface Taken {
  readonly input: { readonly ruleVersion: RuleVersion; readonly content: Content; readonly clue: string | null };
  readonly decided: number | null;
  readonly approved: number | null;
}

/** @throws AppError `record.missing` for a decision that was not taken here: it came in a workbook */
async function takenOf(tx: Tx, decision: string): Promise<Taken> {
  const { rows } = await sql<{ action: string; input: string; seq: string | null }>`
    select s.action, s.input, e.seq from conduct.leniency_decision_steps s left join ledger.entries e on e.act = s.act
    where s.matter = ${decision} and s.retired_at is null order by s.number desc`.execute(tx.db);
  const decided = rows.find(({ action }) => action === 'DECIDE' || action === 'DECIDE_AGAIN');
  if (!decided) throw new AppError('record.missing');
  const approved = rows.find(({ action }) => action === 'APPROVE');
  const place = (row: { seq: string | null } | undefined): number | null =>
    row && row.seq !== null ? Number(row.seq) : null;
  return { input: JSON.parse(decided.input), decided: place(decided), approved: place(approved) };
}

/**
 * The timeline as it was when it was decided, past row security: whoever may open the decision may see what it rests on, also the
 * officer, who reaches no clue.
 */
async function timelineAt(desk: SelfExaminationDesk, report: string, { input, decided }: Taken): Promise<Timeline> {
  const whole = await transact(desk.pools, systemSession, 'read', (tx) => timelineOf(tx, report, input.clue));
  const then = Object.entries(whole).filter(([, { seq }]) => decided === null || seq < decided);
  return Object.fromEntries(then);
}

/** A decision opened, which is an act, with the steps that made it. */
const opened = (desk: SelfExaminationDesk, session: Session, decision: string) =>
  perform(desk.pools, session, reading, async (tx) => {
    const row = await current(tx, leniencyDecisions, decision);
    const result = { row, taken: await takenOf(tx, decision) };
    return { result, subject: decision, detail: { register: leniencyDecisions.name } };
  });

/** What a decision rests on, for those who may open it: the desk, the approver, the officer. @throws AppError `record.missing` */
export async function factsOf(desk: SelfExaminationDesk, session: Session, decision: string): Promise<DecisionFacts> {
  await desk.ledger.integrate();
  const { row, taken } = await opened(desk, session, decision);
  const { ruleVersion: rule, content, clue } = taken.input;
  const timeline = await timelineAt(desk, String(row.report), taken);
  const { fact, line } = leniencyFacts(rule, timeline, content);
  const names = await transact(desk.pools, systemSession, 'read', async (tx) => {
    const { rows } = await sql<{ report: string; clue: string | null }>`
      select r.number as report, (select c.serial_no from clues.clues c where c.record = ${clue} and c.retired_at is null) as clue
      from conduct.self_reports r where r.record = ${row.report} and r.retired_at is null`.execute(tx.db);
    return rows[0]!;
  });
  return {
    report: String(row.report),
    reportNumber: names.report,
    clue: names.clue,
    rule,
    content,
    fact,
    finding: row.finding as Fact,
    line,
    timeline,
    proved: row.state === 'IN_FORCE',
  };
}

/** The proof file of a decision in force. @throws AppError `record.missing`, `record.noProof` before it is approved and in the log */
export async function proofOf(
  desk: SelfExaminationDesk,
  session: Session,
  decision: string,
): Promise<{ readonly name: string; readonly file: string }> {
  await desk.ledger.integrate();
  const { row, taken } = await opened(desk, session, decision);
  const { decided, approved } = taken;
  if (row.state !== 'IN_FORCE' || decided === null || approved === null) throw new AppError('record.noProof');
  const timeline = await timelineAt(desk, String(row.report), taken);
  const places = Object.fromEntries(Object.entries(timeline).map(([moment, { seq }]) => [moment as Moment, seq]));
  const about = { decision, report: String(row.report), clue: taken.input.clue, decided, approved, timeline: places };
  const file = await transact(desk.pools, session, 'read', (tx) => leniencyProofFile(tx, desk.ledger, about));
  return { name: `${row.number}.mingjing-leniency.json`, file };
}
