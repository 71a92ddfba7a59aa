import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { clueMoments, cluesOn } from '../../clues/index.ts';
import type { Timeline } from './rules.ts';

/**
 * The line of time of one report and one clue on the same officer, out of the ledger: where the sealed text stands, and each act on
 * the clue.
 * @param clue null where no clue is about the officer: then the report stands alone
 * @throws AppError `leniency.unsealed` for a report that was never sealed, `leniency.clue` for a clue on somebody else, `record.noProof`
 * until the report is in the log
 */
export async function timelineOf(tx: Tx, report: string, clue: string | null): Promise<Timeline> {
  const { rows } = await sql<{ officer: string; seq: string | null; at: string | null }>`
    select r.officer, e.seq, a.entry::jsonb ->> 'at' as at
    from conduct.self_reports r
    join conduct.self_report_seals s on s.report = r.record and s.version = 1
    left join ledger.entries e on e.act = s.act left join ledger.acts a on a.id = e.act
    where r.record = ${report} and r.retired_at is null`.execute(tx.db);
  const [found] = rows;
  if (!found) throw new AppError('leniency.unsealed');
  if (found.seq === null || found.at === null) throw new AppError('record.noProof');
  const sealed = { seq: Number(found.seq), at: found.at };
  if (clue === null) return { sealed };
  if (!(await cluesOn(tx, found.officer)).some(({ record }) => record === clue)) throw new AppError('leniency.clue');
  return { sealed, ...(await clueMoments(tx, clue)) };
}
