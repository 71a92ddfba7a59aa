import { sql } from 'kysely';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Effect } from '../../../platform/lifecycle/matter.ts';
import { holdClue } from '../../clues/index.ts';
import { newNumber } from '../numbers.ts';
import { type Content, leniencyFacts, type RuleVersion } from './rules.ts';
import { timelineOf } from './timeline.ts';

/**
 * A decision names the person who decides, and rests on the places that are in the ledger now: what a request says of them is held
 * against the ledger, whichever way it came. What is found stays that person's to say.
 */
export const decided: Effect = async (tx, { before, stored, input, now }) => {
  const report = String(stored.report);
  const { rows } = await sql<{ officer: string; unit: string }>`
    select officer, unit from conduct.self_reports where record = ${report} and retired_at is null`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  // Nobody opens a matter on himself in another role (Sanctions Law art. 47), and none is turned into one on somebody else.
  if (tx.session.officer === rows[0].officer) throw new AppError('matter.subject');
  if (before && before.report !== report) throw new AppError('leniency.otherReport');
  const clue = (stored.clue as string | null) ?? null;
  if (clue !== null && !(await holdClue(tx, clue))) throw new AppError('record.noProof');
  const timeline = await timelineOf(tx, report, clue);
  const { line } = leniencyFacts(input.ruleVersion as RuleVersion, timeline, input.content as Content);
  const seen = [input.clue ?? null, input.sealedPlace ?? null, input.linePlace ?? null];
  const held = [clue, timeline.sealed?.seq ?? null, line ? timeline[line]!.seq : null];
  if (seen.some((one, at) => one !== held[at])) throw new AppError('leniency.places');
  const day = dayOf(now);
  Object.assign(stored, {
    number: before?.number ?? newNumber('CK', day.slice(0, 4)),
    officer: rows[0].officer,
    unit: rows[0].unit,
    decided_by: await nameOf(tx),
    decided_on: day,
  });
};

export const approved: Effect = async (tx, { stored }) => {
  stored.approved_by = await nameOf(tx);
};

async function nameOf({ db, session }: Tx): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from identity.names where id = ${session.account}`.execute(
    db,
  );
  return rows[0]?.name ?? String(session.account);
}
