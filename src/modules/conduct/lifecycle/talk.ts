import { defineLifecycle } from '../../../platform/lifecycle/declare.ts';
import { date, prose, ref, text } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';

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
