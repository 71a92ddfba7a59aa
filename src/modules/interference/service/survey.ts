import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { formatReceiptCode, newReceiptCode, parseReceiptCode } from '../../../platform/identifiers/receipt.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { scope } from '../../../platform/register/scope.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import type { Vault } from '../../../platform/sealing/vault.ts';
import { answering, closingRound, openingRound } from '../acts.ts';
import type { Round, Rounds, roundClosed, roundOpened, surveyAnswer } from '../contract.ts';
import { surveyRounds, surveys } from '../registers.ts';
import { FEWEST_ANSWERS } from '../rules.ts';

const hashed = (vault: Vault, code: string): Buffer => vault.hash(`interference survey ${code}`);
const todayOf = (desk: MatterDesk): string => dayOf(desk.now?.() ?? new Date());

/** Opens a round and makes its one-time codes. They are given once, to be printed; only their keyed hashes are kept. */
export function openRound(
  desk: MatterDesk,
  session: Session,
  { number, unit, closesOn, codes }: z.infer<typeof roundOpened>,
): Promise<{ round: string; codes: string[] }> {
  return perform(desk.pools, session, openingRound, async (tx) => {
    const round = uuidv7();
    const made = [...new Set(Array.from({ length: codes }, newReceiptCode))];
    const stored = { number, unit, opened_on: todayOf(desk), closes_on: closesOn, codes: made.length };
    await writeVersions(tx, surveyRounds, [{ record: round, version: 1, stored }]);
    const hashes = made.map((code) => hashed(desk.registry.vault, code));
    await sql`select interference.open_round(${round}, ${closesOn}, ${hashes})`.execute(tx.db);
    return { result: { round, codes: made.map(formatReceiptCode) }, subject: round, detail: { codes: made.length } };
  });
}

/**
 * Takes an answer for a code. The code is gone, and one of four counters of the round is one higher, in one transaction; nothing
 * stored joins the two. The ledger says that somebody answered this round at this moment, and no more.
 * @throws AppError `survey.code` for a code that is wrong, used, or of a closed round: which of them is not told
 */
export async function answerSurvey(
  desk: MatterDesk,
  session: Session,
  { code, aware, supportive }: z.infer<typeof surveyAnswer>,
): Promise<void> {
  const read = parseReceiptCode(code);
  if (!read.ok) throw new AppError('survey.code');
  const cell = 1 + (supportive ? 1 : 0) + (aware ? 2 : 0);
  await perform(desk.pools, session, answering, async (tx) => {
    const { rows } = await sql<{ round: string | null }>`
      select interference.spend_code(${hashed(desk.registry.vault, read.value)}, ${cell}, ${todayOf(desk)}) as round`.execute(
      tx.db,
    );
    if (!rows[0]!.round) throw new AppError('survey.code');
    return { result: undefined, subject: rows[0]!.round };
  });
}

/** Closes a round after its last day: the counts become a survey's record, unless there are too few to hide anybody among. */
export function closeRound(desk: MatterDesk, session: Session, round: string): Promise<z.infer<typeof roundClosed>> {
  return perform<z.infer<typeof roundClosed>>(desk.pools, session, closingRound, async (tx) => {
    const { rows } = await sql<{ number: string; unit: string; closes: string }>`
      select number, unit, closes_on::text as closes from interference.survey_rounds
      where record = ${round} and retired_at is null`.execute(tx.db);
    const held = rows[0];
    if (!held) throw new AppError('record.missing');
    if (todayOf(desk) <= held.closes) throw new AppError('survey.open');
    const { rows: closed } = await sql<{ tallies: string[] | null }>`
      select interference.close_round(${round}) as tallies`.execute(tx.db);
    if (!closed[0]!.tallies) throw new AppError('record.missing');
    const [neither, supportive, aware, both] = closed[0]!.tallies.map(Number) as [number, number, number, number];
    const answers = neither + supportive + aware + both;
    if (answers < FEWEST_ANSWERS)
      return { result: { answers, aware: null, supportive: null }, subject: round, detail: { answers } };
    const counts = { answers, aware: aware + both, supportive: supportive + both };
    const stored = {
      number: held.number,
      unit: held.unit,
      surveyed_on: held.closes,
      method: '一次性编码匿名问卷',
      ...counts,
    };
    await writeVersions(tx, surveys, [{ record: uuidv7(), version: 1, stored }]);
    const result = { answers, aware: counts.aware / answers, supportive: counts.supportive / answers };
    return { result, subject: round, detail: { answers } };
  });
}

interface RoundRow extends Omit<Round, 'state' | 'codes' | 'answers' | 'result'> {
  readonly codes: string;
  readonly answers: string;
  readonly closed: boolean;
  readonly aware: string | null;
  readonly supportive: string | null;
}

/** The rounds, newest first, with how many answered; and the surveys that were held without codes of ours. */
export function roundsOf(desk: MatterDesk, session: Session): Promise<Rounds> {
  const today = todayOf(desk);
  return transact(desk.pools, session, 'read', async (tx) => {
    const { rows: held } = await sql<RoundRow>`
      select t.record as round, t.number, u.name as "unitName", t.opened_on::text as "openedOn", t.closes_on::text as "closesOn",
        t.codes, coalesce(interference.answers_so_far(t.record), 0) as answers, interference.is_closed(t.record) as closed,
        s.aware, s.supportive
      from interference.survey_rounds t
      join organisation.units u on u.record = t.unit and u.retired_at is null
      left join interference.surveys s on s.number = t.number and s.retired_at is null
      where t.retired_at is null and ${scope(session, surveyRounds, 't')}
      order by t.opened_on desc, t.number limit 200`.execute(tx.db);
    const { rows: others } = await sql<Rounds['others'][number]>`
      select t.record, t.number, u.name as "unitName", t.surveyed_on::text as "surveyedOn", t.answers::int, t.aware::int,
        t.supportive::int
      from interference.surveys t join organisation.units u on u.record = t.unit and u.retired_at is null
      where t.retired_at is null and ${scope(session, surveys, 't')}
        and not exists (select from interference.survey_rounds r where r.number = t.number and r.retired_at is null)
      order by t.surveyed_on desc, t.number limit 200`.execute(tx.db);
    const rounds = held.map(({ closed, aware, supportive, ...row }): Round => {
      const state = closed ? 'CLOSED' : today > row.closesOn ? 'ENDED' : 'OPEN';
      const result = aware === null ? null : { aware: Number(aware), supportive: Number(supportive) };
      return { ...row, codes: Number(row.codes), answers: Number(row.answers), state, result };
    });
    return { rounds, others };
  });
}
