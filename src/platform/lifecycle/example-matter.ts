import { choice, date, integer, prose, text } from '../register/columns.ts';
import { words } from '../words.ts';
import { defineLifecycle } from './declare.ts';

/** An invented matter for the tests, with everything in it: opening, separation, a pause, an extension, two versions of a limit. */
export const lifecycle = defineLifecycle({
  name: 'example.matter',
  version: 3,
  words: words('示例办件', 'Example matter'),
  states: {
    RECEIVED: words('已接收', 'Received'),
    HANDLING: words('办理中', 'In hand'),
    ON_HOLD: words('暂存', 'On hold'),
    REPORTED: words('已报告', 'Reported'),
    CLOSED: words('已办结', 'Closed'),
  },
  initial: 'RECEIVED',
  final: ['CLOSED'],
  actions: {
    RECEIVE: {
      words: words('接收', 'Receive'),
      from: [],
      to: 'RECEIVED',
      who: ['CLUE_MANAGER'],
      fields: { receivedOn: date('收到日期', 'Received on') },
      clock: { start: ['HANDLE'] },
    },
    ACCEPT: {
      words: words('受理', 'Accept'),
      from: ['RECEIVED'],
      to: 'HANDLING',
      who: ['CASE_HANDLER'],
      fields: { receivedOn: date('收到日期', 'Received on') },
      clock: { start: ['HANDLE'] },
    },
    HOLD: {
      words: words('暂存', 'Put on hold'),
      from: ['HANDLING'],
      to: 'ON_HOLD',
      who: ['APPROVER'],
      fields: { until: date('暂存至', 'Until') },
      reason: true,
      aside: true,
    },
    RESUME: { words: words('恢复', 'Resume'), from: ['ON_HOLD'], to: 'HANDLING', who: ['APPROVER'] },
    EXTEND: {
      words: words('延期', 'Extend'),
      from: ['HANDLING'],
      who: ['APPROVER', 'CASE_HANDLER'],
      fields: {
        extension: integer('延长', 'Extension'),
        informed: text('告知情况', 'How the person was told', { optional: true }),
      },
      reason: true,
      clock: { extend: 'HANDLE' },
    },
    STATE: {
      words: words('陈述申辩', 'State a defence'),
      from: ['HANDLING'],
      who: ['OFFICER_SELF'],
      fields: { text: prose('陈述', 'Statement') },
    },
    REPORT: {
      words: words('报告', 'Report'),
      from: ['HANDLING'],
      to: 'REPORTED',
      who: ['CASE_HANDLER'],
      fields: {
        conclusion: choice('结论', 'Conclusion', { FOUND: ['查实', 'Found'], NOT_FOUND: ['查否', 'Not found'] }),
      },
      tells: ['conclusion'],
      clock: { start: ['ANSWER'] },
    },
    RETURN: {
      words: words('退回', 'Send back'),
      from: ['REPORTED'],
      to: 'HANDLING',
      who: ['APPROVER'],
      notBy: ['REPORT'],
      reason: true,
    },
    CLOSE: {
      words: words('办结', 'Close'),
      from: ['REPORTED'],
      to: 'CLOSED',
      who: ['APPROVER', 'CASE_HANDLER'],
      permission: 'example.close',
      notBy: ['ACCEPT', 'REPORT'],
    },
    REMIND: { words: words('催办', 'Remind'), from: ['HANDLING', 'CLOSED'], who: ['SUPERVISOR'] },
  },
  clocks: {
    HANDLE: [
      {
        words: words('办理期限', 'Time to handle'),
        amount: 30,
        unit: 'CALENDAR_DAYS',
        startsAt: 'receivedOn',
        pausesIn: ['ON_HOLD'],
        source: '示例规定（旧）',
        validFrom: '2020-01-01',
      },
      {
        words: words('办理期限', 'Time to handle'),
        amount: 15,
        unit: 'WORKING_DAYS',
        startsAt: 'receivedOn',
        pausesIn: ['ON_HOLD'],
        extension: { max: 10, approver: 'APPROVER', mustInform: true },
        source: '示例规定',
        validFrom: '2021-03-01',
      },
    ],
    ANSWER: [
      {
        words: words('答复期限', 'Time to answer'),
        amount: 5,
        unit: 'WORKING_DAYS',
        source: '示例规定',
        validFrom: '2020-01-01',
      },
    ],
  },
});
