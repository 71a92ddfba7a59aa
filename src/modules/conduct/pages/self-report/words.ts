import { words } from '../../../../platform/words.ts';
import type { ReportItem } from '../../contract/self-reports.ts';

/** What the fields of a matter are called, on the officer's page and on the desk's. */
export const itemWords = {
  problemKind: words('问题类别', 'Kind of problem'),
  happened: words('问题经过', 'What happened'),
  occurredFrom: words('从何时', 'From'),
  occurredTo: words('到何时', 'To'),
  place: words('地点', 'Place'),
  persons: words('涉及人员', 'Persons involved'),
  amount: words('涉及金额', 'Amount'),
  evidence: words('佐证材料及存放处', 'Evidence, and where it is'),
  disclosedTo: words('此前向何人说明过', 'Already disclosed to'),
} as const satisfies Record<keyof ReportItem, unknown>;
