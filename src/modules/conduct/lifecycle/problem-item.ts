import { defineLifecycle } from '../../../platform/lifecycle/declare.ts';
import { date, prose, ref } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';

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
