import { defineAct } from '../../../platform/ledger/acts.ts';
import { words } from '../../../platform/words.ts';

/** Acts of whoever reports. Their entries name no actor but `public`. */
export const receiving = defineAct({
  name: 'report.receive',
  words: words('收到群众举报', 'A public report comes in'),
  permission: null,
  rule: null,
});
export const adding = defineAct({
  name: 'report.add',
  words: words('举报人补充', 'A reporter adds to a report'),
  permission: null,
  rule: null,
});

/** Acts of the discipline desk. */
export const opening = defineAct({
  name: 'report.open',
  words: words('拆阅举报', 'Open a report'),
  permission: 'reports.work',
  rule: null,
});
export const openingContact = defineAct({
  name: 'report.open-contact',
  words: words('查看举报人联系方式', "Open a reporter's contact"),
  permission: 'reports.work',
  rule: null,
});
export const openingFile = defineAct({
  name: 'report.open-file',
  words: words('取举报附件', 'Take an attachment of a report'),
  permission: 'reports.work',
  rule: null,
});
export const answering = defineAct({
  name: 'report.answer',
  words: words('答复举报人', 'Answer a reporter'),
  permission: 'reports.work',
  rule: null,
});
export const resealing = defineAct({
  name: 'report.reseal',
  words: words('举报换密', 'Seal a report anew'),
  permission: 'reports.work',
  rule: null,
});
export const deciding = defineAct({
  name: 'report.decide',
  words: words('办理举报', 'Decide on a report'),
  permission: 'reports.work',
  rule: null,
});
export const handingOn = defineAct({
  name: 'report.hand-on',
  words: words('举报转为线索', 'Hand a report on as a clue'),
  permission: 'reports.work',
  rule: null,
});
