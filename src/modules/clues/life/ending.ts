import type { Action } from '../../../platform/lifecycle/declare.ts';
import { date, integer, prose, ref, required, text } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';
import { CLOSED, clues } from '../registers/clues.ts';
import { FOUND_BY, told } from './common.ts';

const { columns } = clues;

/**
 * The random re-check takes these steps for whoever the lot named, as it records the result (reference 12). Nobody who found, reviewed or
 * closed the case may, whatever the lot said.
 */
const byTheDrawn = {
  who: ['CASE_HANDLER'],
  within: true,
  notBy: [...FOUND_BY, 'REVIEW', 'CLOSE'],
  reason: true,
} as const;

/** How a clue ends: referred or closed, told to the reporter, checked again, opened again. */
export const endingActions = {
  REFER: {
    words: words('移送立案', 'Refer for filing'),
    from: ['DISPOSAL_APPROVED', 'REVIEWED'],
    to: 'REFERRED',
    who: ['APPROVER'],
    notBy: FOUND_BY,
    fields: {
      toDepartment: ref('移送部门', 'To department', 'organisation.memberDepartments'),
      referredOn: date('移送日期', 'Referred on'),
    },
    tells: ['referredOn'],
    clock: { start: ['SANCTION'], keep: ['SUPERVISION'] },
    aside: true,
  },
  EXTEND_SANCTION: {
    words: words('延长处分案件期限', 'Extend the sanction case'),
    from: ['REFERRED'],
    who: ['APPROVER'],
    reason: true,
    fields: {
      extension: integer('延长月数', 'Months more'),
      informed: text('告知情况', 'How the officer was told'),
    },
    clock: { extend: 'SANCTION' },
  },
  RESULT: {
    words: words('登记移送结果', 'Record the result of the referral'),
    from: ['REFERRED'],
    to: 'REVIEWED',
    who: ['DISCIPLINE_LIAISON'],
    fields: {
      conclusion: required(columns.conclusion),
      form: columns.form,
      result: prose('处理结果', 'Result'),
    },
    clock: { stop: ['SANCTION'], start: ['APPROVE'] },
  },
  CLOSE: {
    words: words('办结', 'Close'),
    from: ['REVIEWED'],
    to: 'CLOSED',
    who: ['APPROVER'],
    notBy: [...FOUND_BY, 'REVIEW'],
    fields: {
      conclusion: required(columns.conclusion),
      form: columns.form,
      falseReport: columns.falseReport,
      falseStudiedOn: date('认定诬告的集体研究日期', 'Found false collectively on', { optional: true }),
      falseStudiedBy: integer('参加认定诬告研究人数', 'People who found it false', { optional: true }),
      closedOn: required(columns.closedOn),
    },
    tells: ['conclusion', 'form', 'closedOn'],
    clock: { start: [{ clock: 'FEEDBACK', where: { reporterMode: ['NAMED'] } }], keep: ['SUPERVISION'] },
  },
  FEED_BACK: {
    words: words('向举报人反馈', 'Tell the reporter the result'),
    from: ['CLOSED', 'RECHECKED'],
    who: ['CLUE_MANAGER'],
    fields: { ...told, objection: prose('举报人异议', "Reporter's objection", { optional: true }) },
    clock: { stop: ['FEEDBACK'] },
  },
  RECHECK: {
    words: words('复查维持', 'Upheld on re-check'),
    from: CLOSED,
    to: 'RECHECKED',
    ...byTheDrawn,
  },
  OVERTURN: {
    words: words('复查改变', 'Overturned on re-check'),
    from: CLOSED,
    to: 'REGISTERED',
    ...byTheDrawn,
    clock: { stop: ['FEEDBACK'], start: ['PROPOSE_AGAIN'] },
  },
  REOPEN: {
    words: words('重新办理', 'Re-open'),
    from: ['CLOSED', 'RECHECKED', 'REFERRED'],
    to: 'REGISTERED',
    who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'SUPERVISOR'],
    reason: true,
    clock: { stop: ['FEEDBACK', 'SANCTION'], start: ['PROPOSE_AGAIN'] },
    aside: true,
  },
} as const satisfies Record<string, Action>;
