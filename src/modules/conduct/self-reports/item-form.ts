import type { Cell } from '../../../platform/register/rows.ts';
import type { ReportItem } from '../contract/self-reports.ts';
import { selfReportItems } from '../registers.ts';

const { problemKind, happened, occurredFrom, occurredTo, place, persons, amount, evidence, disclosedTo } =
  selfReportItems.columns;

/** What the desk types of one matter; which report it is of, whose and from when, follows from the report. */
export const itemForm = {
  ...selfReportItems,
  name: `${selfReportItems.name}.enter`,
  columns: { problemKind, happened, occurredFrom, occurredTo, place, persons, amount, evidence, disclosedTo },
};

/**
 * What of the officer's words can stand in the form as it is. A kind is chosen by whoever read the text, and a day or a sum that the
 * officer put in words is typed by them: nothing is made out of prose here.
 */
export function asWritten(item: ReportItem): Record<string, Cell> {
  const day = (text: string | undefined): Cell => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text! : null);
  return {
    problemKind: null,
    happened: item.happened,
    occurredFrom: day(item.occurredFrom),
    occurredTo: day(item.occurredTo),
    place: item.place ?? null,
    persons: item.persons ?? null,
    amount: /^\d{1,12}(\.\d{1,2})?$/.test(item.amount ?? '') ? item.amount! : null,
    evidence: item.evidence ?? null,
    disclosedTo: item.disclosedTo ?? null,
  };
}
