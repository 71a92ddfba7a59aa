import { defineLifecycle } from '../../platform/lifecycle/declare.ts';
import { choice, date, integer, prose, ref, text, yesNo } from '../../platform/register/columns.ts';
import { words } from '../../platform/words.ts';
import { leniencyDecisions } from './registers/self-reports.ts';

/**
 * Talks (谈心谈话): both sides confirm, each in the own account; what was not held in time is marked by whoever notices. What was
 * said stands in the notes, which are for the two: a step's form is as open as the talk.
 */
export const talkLifecycle = defineLifecycle({
  name: 'conduct.talk',
  version: 2,
  words: words('谈心谈话', 'Talk'),
  states: {
    PLANNED: words('已计划', 'Planned'),
    HELD: words('已谈话', 'Held'),
    OVERDUE: words('逾期', 'Overdue'),
    CONFIRMED: words('已确认', 'Confirmed'),
  },
  initial: 'PLANNED',
  final: ['CONFIRMED'],
  actions: {
    PLAN: {
      words: words('计划谈话', 'Plan'),
      from: [],
      to: 'PLANNED',
      who: ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICE_STAFF'],
      fields: {
        officer: ref('谈话对象', 'Officer', 'organisation.officers'),
        talker: ref('谈话人', 'Talker', 'organisation.officers'),
        mandatoryKind: ref('必谈情形', 'Mandatory kind', 'conduct.mandatoryTalkKinds', { optional: true }),
        heldOn: date('计划日期', 'Planned for'),
        dueOn: date('应谈日期', 'Due on'),
      },
      clock: { start: ['HOLD'] },
    },
    HOLD: {
      words: words('登记已谈', 'Record as held'),
      from: ['PLANNED', 'OVERDUE'],
      to: 'HELD',
      who: ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICE_STAFF'],
      fields: {
        heldOn: date('谈话日期', 'Held on'),
        place: text('谈话地点', 'Place', { optional: true }),
        topics: prose('谈话主题', 'Topics', { optional: true }),
      },
      tells: ['heldOn'],
      clock: { stop: ['HOLD', 'REPEAT'] },
    },
    TALKER_CONFIRM: {
      words: words('谈话人确认', 'Confirm as the talker'),
      from: ['HELD'],
      who: ['UNIT_HEAD', 'UNIT_STAFF'],
    },
    MISS: {
      words: words('标记逾期', 'Mark as overdue'),
      from: ['PLANNED'],
      to: 'OVERDUE',
      who: ['OFFICE_STAFF', 'UNIT_HEAD'],
      reason: true,
    },
    CONFIRM: {
      words: words('本人确认', 'Confirm'),
      from: ['HELD'],
      to: 'CONFIRMED',
      who: ['OFFICER_SELF'],
    },
    OBJECT: {
      words: words('提出异议', 'Object to the record'),
      from: ['HELD'],
      to: 'PLANNED',
      who: ['OFFICER_SELF'],
      reason: true,
      clock: { start: ['REPEAT'] },
    },
  },
  clocks: {
    HOLD: [
      {
        words: words('应谈时限', 'Time to hold the talk'),
        amount: 10,
        unit: 'WORKING_DAYS',
        endsOn: 'dueOn',
        source: '教育整顿实施方案（必谈情形表）',
        validFrom: '2021-01-01',
      },
    ],
    REPEAT: [
      {
        words: words('异议后重谈时限', 'Time to repeat the talk'),
        amount: 10,
        unit: 'WORKING_DAYS',
        source: '教育整顿实施方案（必谈情形表）',
        validFrom: '2021-01-01',
      },
    ],
  },
});

/** Problems found at a life meeting (查摆问题): one owner claims, another verifies. */
export const problemItemLifecycle = defineLifecycle({
  name: 'conduct.problemItem',
  version: 2,
  words: words('查摆问题', 'Problem item'),
  states: {
    FOUND: words('已查摆', 'Found'),
    CLAIMED: words('已认领', 'Claimed'),
    RECTIFYING: words('整改中', 'Rectifying'),
    RECTIFIED: words('已整改', 'Rectified'),
    VERIFIED: words('已销号', 'Verified'),
    REOPENED: words('重新整改', 'Reopened'),
  },
  initial: 'FOUND',
  final: ['VERIFIED'],
  actions: {
    RAISE: {
      words: words('提出问题', 'Raise'),
      from: [],
      to: 'FOUND',
      who: ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICE_STAFF'],
      fields: {
        meeting: ref('会议', 'Meeting', 'programme.meetings'),
        text: prose('问题描述', 'Problem'),
        problemKind: ref('问题类别', 'Kind of problem', 'rectification.problemKinds', { optional: true }),
      },
      clock: { start: ['CLAIM'] },
    },
    CLAIM: {
      words: words('认领', 'Claim'),
      from: ['FOUND'],
      to: 'CLAIMED',
      who: ['UNIT_HEAD', 'UNIT_STAFF'],
      fields: {
        owner: ref('认领人', 'Owner', 'organisation.officers'),
        dueOn: date('整改时限', 'Due on'),
      },
      clock: { stop: ['CLAIM'], start: ['RECTIFY'] },
    },
    BEGIN: {
      words: words('开始整改', 'Begin'),
      from: ['CLAIMED', 'REOPENED'],
      to: 'RECTIFYING',
      who: ['OFFICER_SELF', 'UNIT_HEAD', 'UNIT_STAFF'],
    },
    REPORT: {
      words: words('报告进展', 'Report progress'),
      from: ['RECTIFYING'],
      who: ['OFFICER_SELF', 'UNIT_HEAD', 'UNIT_STAFF'],
      fields: { progress: prose('整改进展', 'Progress') },
    },
    FINISH: {
      words: words('报告整改完成', 'Report as rectified'),
      from: ['RECTIFYING'],
      to: 'RECTIFIED',
      who: ['OFFICER_SELF', 'UNIT_HEAD', 'UNIT_STAFF'],
      fields: { result: prose('整改情况', 'What was done') },
    },
    VERIFY: {
      words: words('验收销号', 'Verify'),
      from: ['RECTIFIED'],
      to: 'VERIFIED',
      who: ['UNIT_HEAD', 'OFFICE_STAFF'],
      notBy: ['CLAIM', 'BEGIN', 'REPORT', 'FINISH'],
      reason: true,
    },
    REOPEN: {
      words: words('退回重新整改', 'Reopen'),
      from: ['RECTIFIED', 'VERIFIED'],
      to: 'REOPENED',
      who: ['UNIT_HEAD', 'OFFICE_STAFF'],
      notBy: ['CLAIM', 'BEGIN', 'REPORT', 'FINISH'],
      reason: true,
      fields: { dueOn: date('整改时限', 'Due on') },
      clock: { stop: ['RECTIFY'], start: ['REWORK'] },
    },
  },
  clocks: {
    CLAIM: [
      {
        words: words('认领时限', 'Time to claim'),
        amount: 5,
        unit: 'WORKING_DAYS',
        source: '教育整顿实施方案（可配置）',
        validFrom: '2021-01-01',
      },
    ],
    RECTIFY: [
      {
        words: words('整改时限', 'Time to rectify'),
        amount: 30,
        unit: 'CALENDAR_DAYS',
        endsOn: 'dueOn',
        source: '认领时确定的整改时限',
        validFrom: '2021-01-01',
      },
    ],
    REWORK: [
      {
        words: words('重新整改时限', 'Time to rectify again'),
        amount: 30,
        unit: 'CALENDAR_DAYS',
        endsOn: 'dueOn',
        source: '退回时确定的整改时限',
        validFrom: '2021-01-01',
      },
    ],
  },
});

/** Self-reports (自查报告): every look at a sealed text is a step, so the officer sees it and the ledger keeps it. */
export const selfReportLifecycle = defineLifecycle({
  name: 'conduct.selfReport',
  version: 1,
  words: words('自查报告', 'Self-report'),
  states: {
    SUBMITTED: words('已提交', 'Submitted'),
    RECEIVED: words('已接收', 'Received'),
    CLASSIFIED: words('已分类', 'Classified'),
    PROPOSED: words('已提出认定意见', 'Finding proposed'),
    DECIDED: words('已作出决定', 'Decided'),
    REFERRED: words('已移送', 'Referred'),
    CLOSED: words('已办结', 'Closed'),
  },
  initial: 'SUBMITTED',
  final: ['REFERRED', 'CLOSED'],
  actions: {
    SUBMIT: {
      words: words('提交封存的报告', 'Hand in the sealed report'),
      from: [],
      to: 'SUBMITTED',
      who: ['OFFICER_SELF'],
      clock: { start: ['OPEN'] },
    },
    UNSEAL: {
      words: words('拆阅', 'Open the seal'),
      from: ['SUBMITTED'],
      to: 'RECEIVED',
      who: ['DISCIPLINE_LIAISON'],
      reason: true,
      clock: { stop: ['OPEN'] },
    },
    UNSEAL_AGAIN: {
      words: words('再次拆阅', 'Open the seal again'),
      from: ['RECEIVED', 'CLASSIFIED', 'PROPOSED', 'DECIDED', 'CLOSED', 'REFERRED'],
      who: ['DISCIPLINE_LIAISON'],
      reason: true,
    },
    CLASSIFY: {
      words: words('分类', 'Classify'),
      from: ['RECEIVED'],
      to: 'CLASSIFIED',
      who: ['DISCIPLINE_LIAISON'],
      fields: { nothingToReport: yesNo('无问题报告', 'Nothing to report') },
    },
    PROPOSE: {
      words: words('提出认定意见', 'Propose a finding'),
      from: ['CLASSIFIED'],
      to: 'PROPOSED',
      who: ['DISCIPLINE_LIAISON'],
      reason: true,
    },
    DECIDE: {
      words: words('批准认定', 'Approve the finding'),
      from: ['PROPOSED'],
      to: 'DECIDED',
      who: ['APPROVER'],
      notBy: ['PROPOSE'],
      reason: true,
    },
    REFER: {
      words: words('移送', 'Refer'),
      from: ['CLASSIFIED', 'DECIDED'],
      to: 'REFERRED',
      who: ['DISCIPLINE_LIAISON'],
      reason: true,
    },
    CLOSE: {
      words: words('办结', 'Close'),
      from: ['CLASSIFIED', 'DECIDED'],
      to: 'CLOSED',
      who: ['DISCIPLINE_LIAISON'],
      reason: true,
    },
    FIND_LATER: {
      words: words('登记事后查出', 'Record what was found later'),
      from: ['CLASSIFIED', 'DECIDED', 'CLOSED'],
      who: ['DISCIPLINE_LIAISON'],
      fields: { laterFoundOn: date('事后查出日期', 'Later found on') },
      reason: true,
    },
  },
  clocks: {
    OPEN: [
      {
        words: words('拆阅时限', 'Time to open'),
        amount: 5,
        unit: 'WORKING_DAYS',
        source: '教育整顿实施方案（可配置）',
        validFrom: '2021-01-01',
      },
    ],
  },
});

/** Decisions on leniency (从宽处理决定): one named person decides with reasons, another approves. */
export const leniencyLifecycle = defineLifecycle({
  name: 'conduct.leniency',
  version: 2,
  words: words('从宽处理决定', 'Leniency decision'),
  states: {
    DECIDED: words('已拟定，待批准', 'Decided, awaiting approval'),
    RETURNED: words('已退回', 'Sent back'),
    IN_FORCE: words('已生效', 'In force'),
  },
  initial: 'DECIDED',
  final: ['IN_FORCE'],
  actions: {
    DECIDE: {
      words: words('作出认定', 'Decide'),
      from: [],
      to: 'DECIDED',
      who: ['DISCIPLINE_LIAISON'],
      fields: deciding(),
      tells: ['finding', 'content', 'ruleVersion', 'sealedPlace', 'linePlace'],
      clock: { start: ['APPROVE'] },
    },
    DECIDE_AGAIN: {
      words: words('重新认定', 'Decide again'),
      from: ['RETURNED'],
      to: 'DECIDED',
      who: ['DISCIPLINE_LIAISON'],
      fields: deciding(),
      tells: ['finding', 'content', 'ruleVersion', 'sealedPlace', 'linePlace'],
      clock: { start: ['APPROVE'] },
    },
    RETURN: {
      words: words('退回', 'Send back'),
      from: ['DECIDED'],
      to: 'RETURNED',
      who: ['APPROVER'],
      notBy: ['DECIDE', 'DECIDE_AGAIN'],
      reason: true,
      clock: { stop: ['APPROVE'] },
    },
    APPROVE: {
      words: words('批准', 'Approve'),
      from: ['DECIDED'],
      to: 'IN_FORCE',
      who: ['APPROVER'],
      notBy: ['DECIDE', 'DECIDE_AGAIN'],
      reason: true,
      clock: { stop: ['APPROVE'] },
    },
    STATE: {
      words: words('陈述申辩', 'State a defence'),
      from: ['DECIDED', 'RETURNED', 'IN_FORCE'],
      who: ['OFFICER_SELF'],
      fields: { statement: prose('陈述内容', 'Statement') },
    },
  },
  clocks: {
    APPROVE: [
      {
        words: words('批准时限', 'Time to approve'),
        amount: 10,
        unit: 'WORKING_DAYS',
        source: '教育整顿实施方案（可配置）',
        validFrom: '2021-01-01',
      },
    ],
  },
});

/**
 * What a person who decides gives. The places are those of the report and of the act that drew the line, as that person saw them: the
 * entry tells them, so no proof can leave one out, and a form that was filled in over other places is refused.
 */
function deciding() {
  const { columns } = leniencyDecisions;
  return {
    report: columns.report,
    clue: columns.clue,
    ruleVersion: rule(),
    content: required(columns.content),
    finding: columns.finding,
    sealedPlace: integer('封存位次', 'Place of the report', { optional: true }),
    linePlace: integer('界线位次', 'Place of the line', { optional: true }),
    selfExamined: columns.selfExamined,
    selfExaminedEvidence: columns.selfExaminedEvidence,
    confessed: columns.confessed,
    confessedEvidence: columns.confessedEvidence,
    repented: columns.repented,
    repentedEvidence: columns.repentedEvidence,
    ground: columns.ground,
    form: columns.form,
    measure: columns.measure,
    reasons: columns.reasons,
  };
}

function required<C extends { readonly optional: boolean }>(column: C): C {
  return { ...column, optional: false };
}

function rule() {
  return choice('适用规则版本', 'Rule version', {
    '2021': ['2021 年规则', 'Rule of 2021'],
    '2023': ['2023 年规则', 'Rule of 2023'],
  });
}
