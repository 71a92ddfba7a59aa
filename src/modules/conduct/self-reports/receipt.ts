import { sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { current } from '../../../platform/register/records/current.ts';
import { SELF_REPORT_FORMAT, type SelfReportReceipt } from '../bundle/self-report-format.ts';
import { proverAt } from '../proving.ts';
import { selfReports } from '../registers.ts';
import type { SelfExaminationDesk } from './desk.ts';

/**
 * What proves the place of an officer's own report; the officer's browser adds the text where it still has it.
 * @throws AppError `record.missing` for another's report and for one that was never sealed, `record.noProof` until it is in the log
 */
export async function receiptOf(
  desk: SelfExaminationDesk,
  session: Session,
  record: string,
): Promise<SelfReportReceipt> {
  await desk.ledger.integrate();
  return transact(desk.pools, session, 'read', async (tx) => {
    const report = await current(tx, selfReports, record);
    if (report.officer !== session.officer) throw new AppError('record.missing');
    const { rows } = await sql<{ seq: string | null }>`
      select e.seq from conduct.self_report_seals s left join ledger.entries e on e.act = s.act
      where s.report = ${record} and s.retired_at is null`.execute(tx.db);
    if (!rows[0]) throw new AppError('record.missing');
    if (rows[0].seq === null) throw new AppError('record.noProof');
    const { checkpoint, prove } = await proverAt(tx, desk.ledger);
    return {
      format: SELF_REPORT_FORMAT,
      report: record,
      number: String(report.number),
      submitted: await prove(Number(rows[0].seq)),
      checkpoint,
      verifierKey: desk.ledger.verifierKey,
    };
  });
}
