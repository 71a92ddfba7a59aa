import { defineLifecycle } from '../../../platform/lifecycle/declare.ts';
import { date, yesNo } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';

/** Self-reports (自查报告): every look at a sealed text is a step, so the officer sees it and the ledger keeps it. */
export const selfReportLifecycle = defineLifecycle({
  name: 'conduct.selfReport',
  version: 2,
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
    // Taken by the use case that writes the matters, so that no step says they were entered without them.
    ENTER_ITEMS: {
      words: words('登记自查事项', 'Enter the matters of the report'),
      from: ['RECEIVED', 'CLASSIFIED', 'PROPOSED', 'DECIDED', 'CLOSED', 'REFERRED'],
      who: ['DISCIPLINE_LIAISON'],
      within: true,
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
