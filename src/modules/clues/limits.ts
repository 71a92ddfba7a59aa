import type { DeadlinePolicy, Ladder } from '../../platform/lifecycle/declare.ts';
import { words } from '../../platform/words.ts';

/** From the first day of the programme; a limit that changes gets a second version below the first, and clocks keep theirs. */
const FROM = '2021-02-01';

/** Time during which a clue is set aside does not count. */
const PAUSED = ['ON_HOLD'] as const;

/**
 * Who is told of what is late (reference 2.2 for yellow and red; the steps after it are ours, since no rule sets them). A new version goes
 * below the first; a limit climbs the one in force on its first day.
 */
export const clueLadder: readonly Ladder[] = [
  {
    rungs: [
      {
        id: 'WARNED',
        words: words('临期提醒承办人', 'Due soon: told to the handlers'),
        from: 'WARN',
        to: ['CASE_HANDLER'],
      },
      {
        id: 'LATE',
        words: words('逾期报线索管理员', 'Late: told to the clue manager'),
        from: 'LATE',
        to: ['CLUE_MANAGER'],
      },
      {
        id: 'LATE_5',
        words: words('逾期5个工作日报审批人、纪委监委', '5 working days late: told to the approver and the commission'),
        from: 'LATE',
        days: 5,
        to: ['APPROVER', 'DISCIPLINE_LIAISON'],
      },
      {
        id: 'LATE_15',
        words: words('逾期15个工作日报督办', '15 working days late: told to those who supervise'),
        from: 'LATE',
        days: 15,
        to: ['SUPERVISOR'],
      },
    ],
    source: '产品设定：黄牌、红牌之后逐级上报',
    validFrom: FROM,
  },
];

/** The limits of reference section 7, each with its source. Where a rule is local or ours, the source says so. */
export const clueLimits = {
  REGISTER: [
    {
      words: words('登记受理期限', 'Time to register'),
      amount: 5,
      unit: 'WORKING_DAYS',
      startsAt: 'receivedOn',
      source: '纪检监察机关处理检举控告工作规则 第十六条',
      validFrom: FROM,
    },
  ],
  PASS_UP: [
    {
      words: words('上报期限', 'Time to pass up'),
      amount: 5,
      unit: 'WORKING_DAYS',
      startsAt: 'receivedOn',
      source: '纪检监察机关处理检举控告工作规则 第十五条',
      validFrom: FROM,
    },
  ],
  TELL_ACCEPTED: [
    {
      words: words('实名举报受理告知期限', 'Time to tell a named reporter it was accepted'),
      amount: 15,
      unit: 'WORKING_DAYS',
      startsAt: 'receivedOn',
      source: '纪检监察机关处理检举控告工作规则（实名举报受理告知）',
      validFrom: FROM,
    },
  ],
  PROPOSE: [
    {
      words: words('提出处置意见期限', 'Time to propose a disposal'),
      amount: 1,
      unit: 'MONTHS',
      startsAt: 'receivedOn',
      pausesIn: PAUSED,
      source: '监督执纪工作规则（一个月内提出处置意见），待核',
      validFrom: FROM,
    },
  ],
  PROPOSE_AGAIN: [
    {
      words: words('重新提出处置意见期限', 'Time to propose again'),
      amount: 15,
      unit: 'CALENDAR_DAYS',
      pausesIn: PAUSED,
      source: '县级做法：15日内提出处置意见',
      validFrom: FROM,
    },
  ],
  ACCEPT: [
    {
      words: words('承办单位签收期限', 'Time to accept or return'),
      amount: 5,
      unit: 'WORKING_DAYS',
      source: '纪检监察机关处理检举控告工作规则 第十六条',
      validFrom: FROM,
    },
  ],
  REPORT_BACK: [
    {
      words: words('交办反馈期限', 'Time to report back'),
      amount: 1,
      unit: 'CALENDAR_DAYS',
      endsOn: 'dueOn',
      pausesIn: PAUSED,
      source: '信访工作条例 第二十三条（交办须在规定时限内反馈）',
      validFrom: FROM,
    },
  ],
  FIRST_OPINION: [
    {
      words: words('一级审批期限', "First leader's opinion"),
      amount: 1,
      unit: 'WORKING_DAYS',
      source: '县级做法：三级审批分别为1、2、3个工作日',
      validFrom: FROM,
    },
  ],
  SECOND_OPINION: [
    {
      words: words('二级审批期限', "Second leader's opinion"),
      amount: 2,
      unit: 'WORKING_DAYS',
      source: '县级做法：三级审批分别为1、2、3个工作日',
      validFrom: FROM,
    },
  ],
  APPROVE: [
    {
      words: words('三级审批期限', "Third leader's decision"),
      amount: 3,
      unit: 'WORKING_DAYS',
      source: '县级做法：三级审批分别为1、2、3个工作日',
      validFrom: FROM,
    },
  ],
  ANSWER: [
    {
      words: words('函询答复期限', "Officer's time to answer"),
      amount: 15,
      unit: 'WORKING_DAYS',
      startsAt: 'letterOn',
      source: '监督执纪工作规则（函询15个工作日内说明），待核',
      validFrom: FROM,
    },
  ],
  REPORT_AFTER_TALK: [
    {
      words: words('谈话函询后报告期限', 'Time to report after a talk or an answer'),
      amount: 1,
      unit: 'MONTHS',
      startsAt: 'answeredOn',
      pausesIn: PAUSED,
      source: '监督执纪工作规则（谈话或收到说明后一个月内报告），待核',
      validFrom: FROM,
    },
  ],
  VERIFY: [
    {
      words: words('初步核实期限', 'Time to verify'),
      amount: 15,
      unit: 'WORKING_DAYS',
      pausesIn: PAUSED,
      extension: { max: 15, approver: 'APPROVER', mustInform: false },
      source: '县级做法：初步核实15个工作日',
      validFrom: FROM,
    },
  ],
  REVIEW: [
    {
      words: words('审核期限', 'Time to review'),
      amount: 5,
      unit: 'WORKING_DAYS',
      source: '产品设定',
      validFrom: FROM,
    },
  ],
  FEEDBACK: [
    {
      words: words('实名举报结果反馈期限', 'Time to tell a named reporter the result'),
      amount: 15,
      unit: 'WORKING_DAYS',
      source: '纪检监察机关处理检举控告工作规则（实名举报反馈）',
      validFrom: FROM,
    },
  ],
  SANCTION: [
    {
      words: words('处分案件办结期限', 'Time to decide an administrative sanction'),
      amount: 6,
      unit: 'MONTHS',
      extension: { max: 6, approver: 'APPROVER', mustInform: true },
      source: '行政机关公务员处分条例 第四十四条',
      validFrom: FROM,
    },
  ],
  SUPERVISION: [
    {
      words: words('督办时限', 'Time set by the supervisor'),
      amount: 1,
      unit: 'CALENDAR_DAYS',
      endsOn: 'dueOn',
      each: 'letterNo',
      source: '督办函所定时限',
      validFrom: FROM,
    },
  ],
} as const satisfies Record<string, readonly DeadlinePolicy<'ON_HOLD'>[]>;
