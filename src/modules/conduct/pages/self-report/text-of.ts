import type { ReportItem, ReportText } from '../../contract/self-reports.ts';
import type { Draft } from './draft.ts';

/** The report as it would be sealed: matters in which nothing was said are left out, and so are empty fields. */
export function textOf({ nothingToReport, items }: Draft): ReportText {
  if (nothingToReport) return { nothingToReport, items: [] };
  const written = items.flatMap((item) => {
    const filled = Object.entries(item).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : []));
    return filled.length > 0 ? [Object.fromEntries(filled) as ReportItem] : [];
  });
  return { nothingToReport, items: written };
}
