import { sql } from 'kysely';
import { grantNamed } from '../../../platform/access/named.ts';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import { actorOf, advanceIn } from '../../../platform/lifecycle/advance.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { barredFrom, clueMatter, clues, isClosed } from '../../clues/index.ts';
import { concluding, taking } from '../acts.ts';
import type { outcomes } from '../bundle/format.ts';
import type { TakenCase } from '../contract.ts';
import { draws, results } from '../registers.ts';
import { loadPlans } from '../store.ts';
import { addOutcome, loadOutcomes } from '../store-drawn.ts';
import { type CaseNow, endTurn, loadCases } from '../store-turns.ts';
import { asProgram, orChanged, type RecheckDesk } from './desk.ts';
import { beginTurn, changeNow, endNeed, needed } from './turns.ts';

/** The case, if it is the turn of whoever asks. @throws AppError `record.missing`, `recheck.notYours` */
export async function mustBeOwn(tx: Tx, session: Session, plan: string, number: number): Promise<CaseNow> {
  const [now] = await loadCases(tx, { plan, number });
  if (!now) throw new AppError('record.missing');
  if (session.officer === null || now.member?.officer !== session.officer) throw new AppError('recheck.notYours');
  return now;
}

/** Whether a case has its result; one that is to be supplemented gets another. */
export const isDone = ({ outcome }: Pick<CaseNow, 'outcome'>): boolean => outcome === 'UPHELD' || outcome === 'CHANGED';

/**
 * Who became a relative or declared an interest after the draw stands back like any handler.
 * @throws AppError `recheck.barred`
 */
async function mustBeFree(tx: Tx, clue: string, officer: string): Promise<void> {
  const { rows } = await sql<{ unit: string | null }>`
    select unit from ${sql.raw(tableOf(clues).sql)} where record = ${clue} and retired_at is null`.execute(tx.db);
  if ((await barredFrom(tx, clue, rows[0]?.unit ?? null, [officer])).length > 0) throw new AppError('recheck.barred');
}

/**
 * Opens a case to its re-checker, and the clue with it: from now on the account is on the need-to-know list. An act, as every
 * reading of a clue is.
 * @throws AppError `recheck.notYours` for anybody else, `recheck.barred`
 */
export async function takeCase(desk: RecheckDesk, session: Session, plan: string, number: number): Promise<TakenCase> {
  return perform(desk.pools, asProgram(session), taking, async (tx) => {
    const now = await mustBeOwn(tx, session, plan, number);
    const { clue } = now;
    await mustBeFree(tx, clue, now.member!.officer);
    for (const list of needed(now)) await grantNamed(tx, list, [session.account!]);
    const { rows } = await sql<{
      serial_no: string;
      source: string;
      received_on: string;
      summary: string;
      conclusion: string | null;
    }>`select serial_no, source, received_on, summary, conclusion from ${sql.raw(tableOf(clues).sql)}
      where record = ${clue} and retired_at is null`.execute(tx.db);
    const row = rows[0];
    if (!row) throw new AppError('record.missing');
    const { serial_no: serialNo, received_on: receivedOn, source, summary, conclusion } = row;
    const { columns } = clues;
    return {
      result: {
        clue,
        serialNo,
        receivedOn,
        summary,
        source: columns.source.choices![source]!,
        conclusion: conclusion === null ? null : columns.conclusion.choices![conclusion]!,
      },
      subject: plan,
      detail: { case: now.name },
    };
  });
}

/**
 * Records what the re-checker found, and takes the clue's own step with it in the same act: upheld, or overturned, which opens it again
 * for other handlers. A case that is to be supplemented gets another result later; any other result stands.
 * @throws AppError `recheck.notYours`, `recheck.barred`, `recheck.done`, `matter.separation` for whoever found the facts
 */
export async function recordResult(
  desk: RecheckDesk,
  session: Session,
  plan: string,
  number: number,
  given: {
    readonly outcome: (typeof outcomes)[number];
    readonly difference: string | null;
    readonly cause: string | null;
  },
): Promise<void> {
  await orChanged(
    perform(desk.pools, asProgram(session), concluding, async (tx) => {
      const now = await mustBeOwn(tx, session, plan, number);
      if (isDone(now)) throw new AppError('recheck.done');
      const { position, clue, member, record, name } = now;
      await mustBeFree(tx, clue, member!.officer);
      const before = await loadOutcomes(tx, plan);
      await addOutcome(tx, plan, {
        number: before.length + 1,
        position,
        member: member!.position,
        outcome: given.outcome,
      });
      const done = given.outcome !== 'SUPPLEMENT';
      await changeNow(tx, results, record, '登记复查结果', {
        result: given.outcome,
        difference: given.difference,
        cause: given.cause,
        completed_on: done ? dayOf(new Date(tx.recordedAt)) : null,
        state: done ? 'DONE' : 'IN_RECHECK',
      });
      await endTurn(tx, now);
      if (done) {
        await answer(tx, desk, session, clue, given);
        await endNeed(tx, now);
        await close(tx, plan, record);
      } else {
        const [found] = await loadPlans(tx, plan);
        await beginTurn(tx, desk, found!.plan, now, member);
      }
      return { result: null, subject: plan, detail: { case: name, outcome: given.outcome, member: member!.name } };
    }),
  );
  await desk.ledger.integrate();
}

/**
 * The clue's own step. A clue that was opened again by others since the draw has no answer that could stand or fall: the result then
 * counts for the re-check alone.
 */
async function answer(
  tx: WriteTx,
  desk: RecheckDesk,
  session: Session,
  clue: string,
  { outcome, difference }: { readonly outcome: string; readonly difference: string | null },
): Promise<void> {
  if (!(await isClosed(tx, clue))) return;
  const step =
    outcome === 'CHANGED'
      ? { action: 'OVERTURN', input: { reason: `随机抽查复查改变原结论：${difference}` } }
      : { action: 'RECHECK', input: { reason: '随机抽查复查维持原结论' } };
  await advanceIn(tx, desk, clueMatter, { record: clue, ...step }, { ...actorOf(session), vouched: true });
}

/** The day of the last result closes the draw: what stands in bulletins is a whole round, not those answered first. */
async function close(tx: WriteTx, plan: string, record: string): Promise<void> {
  const { rows } = await sql<{ draw: string }>`
    select draw from ${sql.raw(tableOf(results).sql)} r where record = ${record} and retired_at is null
      and not exists (select from recheck.drawn_cases d where d.plan = ${plan} and not exists (
        select from recheck.outcomes o where o.plan = d.plan and o.position = d.position and o.outcome <> 'SUPPLEMENT'))`.execute(
    tx.db,
  );
  const draw = rows[0]?.draw;
  if (draw) await changeNow(tx, draws, draw, '全部案件已有复查结果', { closed_on: dayOf(new Date(tx.recordedAt)) });
}
