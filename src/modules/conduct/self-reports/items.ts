import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { actorOf, advanceIn, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { current } from '../../../platform/register/records/current.ts';
import { mustWrite, readForm } from '../../../platform/register/records/form.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import type { Entering } from '../contract/self-reports.ts';
import { selfReportMatter } from '../matters.ts';
import { selfReportItems, selfReports } from '../registers.ts';

/**
 * Enters the matters of an opened report, as the person at the desk read and typed them, in one act that is a step of the report: so
 * the officer sees it too. The report stays as it was sealed; what kind a problem is, a person says.
 * @throws AppError `selfReport.entered` for a matter that is entered already, `record.values` naming what is wrong, `record.changed`,
 * `matter.subject` for the own report, `access.denied` before the seal was opened
 */
export async function enterItems(
  desk: MatterDesk,
  session: Session,
  record: string,
  { version, items }: Entering,
): Promise<{ version: number }> {
  try {
    return await perform(desk.pools, session, selfReportMatter.acts.ENTER_ITEMS!, async (tx) => {
      const report = await current(tx, selfReports, record, version);
      const step = { record, version, action: 'ENTER_ITEMS', input: {} };
      const actor = { ...actorOf(session), vouched: true as const };
      const { advanced, detail } = await advanceIn(tx, desk, selfReportMatter, step, actor);
      const rows = [];
      for (const { number, values } of items) {
        const stored = await readForm(tx, desk.registry, selfReportItems, {
          ...values,
          report: record,
          number,
          officer: String(report.officer),
          unit: String(report.unit),
          reportedOn: dayOf(report.submitted_at as Date),
        });
        rows.push({ record: uuidv7(), version: 1, stored });
      }
      await mustWrite(
        tx,
        selfReportItems,
        rows.map(({ stored }) => stored),
      );
      await writeVersions(tx, selfReportItems, rows);
      return { result: { version: advanced.version }, subject: record, detail };
    });
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== '23505') throw error;
    const taken = constraint === 'self_report_items_key' ? 'selfReport.entered' : 'record.changed';
    throw new AppError(taken, {}, { cause: error });
  }
}
