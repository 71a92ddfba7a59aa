import { defineLifecycle } from '../../platform/lifecycle/declare.ts';
import { choice, date, integer, prose, ref, text } from '../../platform/register/columns.ts';
import { type Words, words } from '../../platform/words.ts';
import { clueLadder, clueLimits } from './limits.ts';
import { tellingActions } from './officer/telling.ts';
import { CLOSED, clues } from './registers/clues.ts';
import { supervisions } from './registers/handling.ts';

const { columns } = clues;
const required = <C extends { readonly optional: boolean }>(column: C): C => ({ ...column, optional: false });

/** Where a clue is in hand: with its handlers, or with those who decide on their proposal. */
const IN_HAND = [
  'ASSIGNED',
  'ACCEPTED',
  'DISPOSAL_PROPOSED',
  'DISPOSAL_APPROVED',
  'IN_VERIFICATION',
  'ON_HOLD',
  'REPORTED',
  'REVIEWED',
] as const;

/** Whoever found the facts does not judge them (reference 7: reviewed before closing by someone who did not handle it). */
const FOUND_BY = ['ACCEPT', 'PROPOSE', 'INQUIRE', 'VERIFY', 'INTERVIEW', 'REPORT'] as const;

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

const told = {
  toldOn: date('告知日期', 'Told on'),
  way: text('告知方式', 'How', { max: 100 }),
};

/** The life of a clue (问题线索), reference section 7. */
export const clueLifecycle = defineLifecycle({
  name: 'clues.clue',
  version: 3,
  words: words('线索', 'Clue'),
  states: columns.state.choices as Record<ClueState, Words>,
  initial: 'RECEIVED',
  final: ['DUPLICATE', 'REFERRED', 'CLOSED', 'RECHECKED'],
  actions: {
    RECEIVE: {
      words: words('接收', 'Receive'),
      from: [],
      to: 'RECEIVED',
      who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'],
      fields: {
        receivedOn: columns.receivedOn,
        source: columns.source,
        reporterMode: columns.reporterMode,
        summary: columns.summary,
        jurisdiction: choice('管辖', 'Belongs to', {
          OWN: ['本级管辖', 'This level'],
          HIGHER: ['上级管辖', 'A higher body'],
        }),
        batch: columns.batch,
        unit: columns.unit,
        problemKind: columns.problemKind,
        amount: columns.amount,
        confidentiality: columns.confidentiality,
      },
      tells: ['source', 'receivedOn'],
      clock: {
        start: [
          { clock: 'REGISTER', where: { jurisdiction: ['OWN'] } },
          { clock: 'PASS_UP', where: { jurisdiction: ['HIGHER'] } },
          { clock: 'TELL_ACCEPTED', where: { reporterMode: ['NAMED'] } },
          { clock: 'PROPOSE', where: { jurisdiction: ['OWN'] } },
        ],
      },
    },
    CORRECT: {
      words: words('更正登记内容', 'Correct what was registered'),
      from: ['RECEIVED', 'REGISTERED', ...IN_HAND],
      who: ['CLUE_MANAGER'],
      reason: true,
      fields: {
        summary: columns.summary,
        unit: columns.unit,
        problemKind: columns.problemKind,
        amount: columns.amount,
        confidentiality: columns.confidentiality,
      },
    },
    REGISTER: {
      words: words('登记', 'Register'),
      from: ['RECEIVED'],
      to: 'REGISTERED',
      who: ['CLUE_MANAGER'],
      clock: { stop: ['REGISTER'] },
    },
    PASS_UP: {
      words: words('上报', 'Pass up'),
      from: ['RECEIVED'],
      to: 'REFERRED',
      who: ['CLUE_MANAGER'],
      reason: true,
      fields: { toBody: text('上报机关', 'To') },
      aside: true,
    },
    HAND_OVER: {
      words: words('转交', 'Hand over'),
      from: ['RECEIVED', 'REGISTERED'],
      to: 'REFERRED',
      who: ['CLUE_MANAGER'],
      reason: true,
      fields: { toDepartment: ref('接收部门', 'To department', 'organisation.memberDepartments') },
      aside: true,
    },
    TELL_ACCEPTED: {
      words: words('告知举报人已受理', 'Tell the reporter it was accepted'),
      from: ['RECEIVED', 'REGISTERED', ...IN_HAND],
      who: ['CLUE_MANAGER'],
      fields: told,
      clock: { stop: ['TELL_ACCEPTED'] },
    },
    JOIN: {
      words: words('并入重复线索', 'Join to a duplicate'),
      from: ['RECEIVED', 'REGISTERED'],
      to: 'DUPLICATE',
      who: ['CLUE_MANAGER'],
      reason: true,
      fields: { duplicateOf: required(columns.duplicateOf) },
      aside: true,
    },
    PART: {
      words: words('撤销并入', 'Part again'),
      from: ['DUPLICATE'],
      to: 'REGISTERED',
      who: ['CLUE_MANAGER'],
      reason: true,
      clock: { stop: ['FEEDBACK'], start: ['PROPOSE_AGAIN'] },
      aside: true,
    },
    MAIN_CLOSED: {
      words: words('主线索已办结', 'The clue it was joined to closed'),
      from: ['DUPLICATE'],
      who: ['APPROVER', 'CLUE_MANAGER'],
      within: true,
      clock: { start: [{ clock: 'FEEDBACK', where: { reporterMode: ['NAMED'] } }] },
    },
    MAIN_REOPENED: {
      words: words('主线索重新办理', 'The clue it was joined to re-opened'),
      from: ['DUPLICATE'],
      who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'SUPERVISOR', 'CASE_HANDLER'],
      within: true,
      clock: { stop: ['FEEDBACK'] },
    },
    FEED_BACK_JOINED: {
      words: words('向重复举报人反馈', 'Tell the reporter of the duplicate'),
      from: ['DUPLICATE'],
      who: ['CLUE_MANAGER'],
      during: 'FEEDBACK',
      fields: { ...told, objection: prose('举报人异议', "Reporter's objection", { optional: true }) },
      clock: { stop: ['FEEDBACK'] },
    },
    ASSIGN: {
      words: words('交办', 'Assign'),
      from: ['REGISTERED', 'RETURNED'],
      to: 'ASSIGNED',
      who: ['CLUE_MANAGER'],
      fields: {
        way: choice('交办方式', 'How', {
          ASSIGN: ['转办', 'Assigned'],
          ASSIGN_WITH_REPORT: ['交办（限期反馈）', 'Assigned, report due'],
        }),
        handlingUnit: required(columns.handlingUnit),
        firstHandler: required(columns.firstHandler),
        secondHandler: required(columns.secondHandler),
        dueOn: columns.dueOn,
      },
      tells: ['way'],
      clock: { start: ['ACCEPT', { clock: 'REPORT_BACK', where: { way: ['ASSIGN_WITH_REPORT'] } }] },
    },
    REASSIGN: {
      words: words('更换承办人', 'Change the handlers'),
      from: IN_HAND,
      who: ['CLUE_MANAGER'],
      reason: true,
      fields: { firstHandler: required(columns.firstHandler), secondHandler: required(columns.secondHandler) },
    },
    ACCEPT: {
      words: words('签收', 'Accept'),
      from: ['ASSIGNED'],
      to: 'ACCEPTED',
      who: ['CASE_HANDLER'],
      clock: { stop: ['ACCEPT'] },
    },
    RETURN: {
      words: words('退回', 'Return'),
      from: ['ASSIGNED'],
      to: 'RETURNED',
      who: ['CASE_HANDLER'],
      reason: true,
      clock: { stop: ['ACCEPT', 'REPORT_BACK'] },
      aside: true,
    },
    PROPOSE: {
      words: words('提出处置意见', 'Propose a disposal'),
      from: ['ACCEPTED'],
      to: 'DISPOSAL_PROPOSED',
      who: ['CASE_HANDLER'],
      fields: {
        disposal: required(columns.disposal),
        studiedOn: required(columns.studiedOn),
        studiedBy: integer('参加集体研究人数', 'People at the collective study'),
        minutes: prose('集体研究意见', 'Minutes of the study'),
      },
      tells: ['disposal', 'studiedOn'],
      clock: { stop: ['PROPOSE', 'PROPOSE_AGAIN'], start: ['FIRST_OPINION'] },
    },
    FIRST_OPINION: {
      words: words('一级审批意见', "First leader's opinion"),
      from: ['DISPOSAL_PROPOSED'],
      who: ['CLUE_MANAGER'],
      notBy: ['PROPOSE'],
      fields: { opinion: prose('意见', 'Opinion') },
      clock: { stop: ['FIRST_OPINION'], start: ['SECOND_OPINION'] },
    },
    SECOND_OPINION: {
      words: words('二级审批意见', "Second leader's opinion"),
      from: ['DISPOSAL_PROPOSED'],
      who: ['DISCIPLINE_LIAISON'],
      notBy: ['PROPOSE', 'FIRST_OPINION'],
      fields: { opinion: prose('意见', 'Opinion') },
      clock: { stop: ['SECOND_OPINION'], start: ['APPROVE'] },
    },
    APPROVE: {
      words: words('批准处置意见', 'Approve the disposal'),
      from: ['DISPOSAL_PROPOSED'],
      to: 'DISPOSAL_APPROVED',
      who: ['APPROVER'],
      notBy: ['PROPOSE', 'FIRST_OPINION', 'SECOND_OPINION'],
      fields: { disposal: required(columns.disposal) },
      tells: ['disposal'],
      clock: { stop: ['FIRST_OPINION', 'SECOND_OPINION', 'APPROVE'], start: ['VERIFY'] },
    },
    SEND_BACK: {
      words: words('退回重议', 'Send back'),
      from: ['DISPOSAL_PROPOSED'],
      to: 'ACCEPTED',
      who: ['APPROVER'],
      notBy: ['PROPOSE'],
      reason: true,
      clock: { stop: ['FIRST_OPINION', 'SECOND_OPINION', 'APPROVE'], start: ['PROPOSE_AGAIN'] },
      aside: true,
    },
    INQUIRE: {
      words: words('函询', 'Inquire by letter'),
      from: ['DISPOSAL_APPROVED'],
      to: 'IN_VERIFICATION',
      who: ['CASE_HANDLER'],
      fields: { letterOn: date('发函日期', 'Letter sent on') },
      tells: ['letterOn'],
      clock: { stop: ['VERIFY'], start: ['ANSWER'] },
    },
    ANSWERED: {
      words: words('收到答复或已谈话', 'Answer received or talk held'),
      from: ['IN_VERIFICATION'],
      who: ['CASE_HANDLER'],
      fields: { answeredOn: date('答复或谈话日期', 'Answered on'), answer: prose('答复要点', 'What was answered') },
      tells: ['answeredOn'],
      clock: { stop: ['ANSWER'], start: ['REPORT_AFTER_TALK'] },
    },
    VERIFY: {
      words: words('开始初步核实', 'Begin to verify'),
      from: ['DISPOSAL_APPROVED'],
      to: 'IN_VERIFICATION',
      who: ['CASE_HANDLER'],
      fields: { plan: prose('核查方案', 'Plan') },
    },
    INTERVIEW: {
      words: words('谈话笔录', 'Interview'),
      from: ['IN_VERIFICATION'],
      who: ['CASE_HANDLER'],
      fields: {
        heldOn: date('谈话日期', 'Held on'),
        present: text('在场人员（不少于两名核查人）', 'Present (two handlers at least)'),
        notes: prose('笔录要点', 'Notes'),
      },
      tells: ['heldOn'],
    },
    EXTEND: {
      words: words('延长核实期限', 'Extend the verification'),
      from: ['DISPOSAL_APPROVED', 'IN_VERIFICATION'],
      who: ['APPROVER'],
      reason: true,
      fields: { extension: integer('延长工作日数', 'Working days more') },
      clock: { extend: 'VERIFY' },
    },
    HOLD: {
      words: words('暂存待查', 'Put on hold'),
      from: ['DISPOSAL_APPROVED', 'IN_VERIFICATION'],
      to: 'ON_HOLD',
      who: ['APPROVER'],
      reason: true,
      fields: { until: date('暂存至', 'Until') },
      aside: true,
    },
    RESUME: {
      words: words('恢复核查', 'Resume'),
      from: ['ON_HOLD'],
      to: 'IN_VERIFICATION',
      who: ['APPROVER', 'CLUE_MANAGER'],
      clock: { start: ['VERIFY'] },
    },
    REPORT: {
      words: words('报告核查结果', 'Report the result'),
      from: ['IN_VERIFICATION', 'DISPOSAL_APPROVED'],
      to: 'REPORTED',
      who: ['CASE_HANDLER'],
      fields: {
        conclusion: required(columns.conclusion),
        form: columns.form,
        report: prose('核查报告', 'Report'),
      },
      clock: { stop: ['VERIFY', 'ANSWER', 'REPORT_AFTER_TALK', 'REPORT_BACK'], start: ['REVIEW'] },
    },
    RETURN_REPORT: {
      words: words('退回补充核查', 'Send back for more'),
      from: ['REPORTED'],
      to: 'IN_VERIFICATION',
      who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'APPROVER'],
      notBy: FOUND_BY,
      reason: true,
      clock: { stop: ['REVIEW'], start: ['VERIFY'] },
      aside: true,
    },
    REVIEW: {
      words: words('审核通过', 'Review'),
      from: ['REPORTED'],
      to: 'REVIEWED',
      who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'],
      notBy: FOUND_BY,
      fields: { opinion: prose('审核意见', 'Opinion') },
      clock: { stop: ['REVIEW'], start: ['APPROVE'] },
    },
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
      clock: { start: ['SANCTION'] },
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
        closedOn: required(columns.closedOn),
      },
      tells: ['conclusion', 'form', 'closedOn'],
      clock: { start: [{ clock: 'FEEDBACK', where: { reporterMode: ['NAMED'] } }] },
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
    SUPERVISE: {
      words: words('督办', 'Supervise'),
      from: ['REGISTERED', 'RETURNED', ...IN_HAND],
      who: ['SUPERVISOR', 'OFFICE_DIRECTOR'],
      fields: {
        supervisor: supervisions.columns.supervisor,
        letterNo: supervisions.columns.letterNo,
        way: supervisions.columns.way,
        dueOn: required(columns.dueOn),
      },
      tells: ['supervisor', 'dueOn'],
      clock: { start: ['SUPERVISION'] },
    },
    ANSWER_SUPERVISION: {
      words: words('报告督办情况', 'Report to the supervisor'),
      from: IN_HAND,
      who: ['CASE_HANDLER', 'CLUE_MANAGER'],
      during: 'SUPERVISION',
      fields: { letterNo: supervisions.columns.letterNo, progress: prose('办理情况', 'Progress') },
    },
    LIFT: {
      words: words('解除督办', 'Lift the supervision'),
      from: ['REGISTERED', 'RETURNED', ...IN_HAND],
      who: ['SUPERVISOR', 'OFFICE_DIRECTOR'],
      during: 'SUPERVISION',
      reason: true,
      fields: { letterNo: supervisions.columns.letterNo },
      clock: { stop: ['SUPERVISION'] },
    },
    ...tellingActions,
  },
  escalation: clueLadder,
  clocks: clueLimits,
});

type ClueState =
  | 'RECEIVED'
  | 'REGISTERED'
  | 'DUPLICATE'
  | 'ASSIGNED'
  | 'ACCEPTED'
  | 'RETURNED'
  | 'DISPOSAL_PROPOSED'
  | 'DISPOSAL_APPROVED'
  | 'IN_VERIFICATION'
  | 'ON_HOLD'
  | 'REPORTED'
  | 'REVIEWED'
  | 'REFERRED'
  | 'CLOSED'
  | 'RECHECKED';
