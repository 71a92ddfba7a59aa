import { clueWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { clues } from './clues.ts';

const clue = () => ref('线索', 'Clue', 'clues.clues', { aliases: ['线索编号'] });

/** A clue passed on. What must come back depends on the word used (reference 7). */
export const transfers = register('clues.transfers', {
  words: words('线索流转', 'Transfers'),
  record: words('次', 'transfer'),
  key: ['number'],
  date: 'transferredOn',
  follows: { column: 'clue', register: clues },
  policy: clueWork,
  open: ['kind', 'transferredOn'],
  columns: {
    number: text('流转编号', 'Transfer no.', { max: 60, aliases: ['编号', '文号'] }),
    clue: clue(),
    kind: choice('流转方式', 'Kind', {
      HAND_OVER: ['转交', 'Handed over'],
      ASSIGN: ['转办', 'Assigned'],
      ASSIGN_WITH_REPORT: ['交办', 'Assigned, report due'],
      RETURN: ['退回', 'Returned'],
      PASS_UP: ['上报', 'Passed up'],
    }),
    toUnit: ref('接收单位', 'To unit', 'organisation.units', { optional: true, aliases: ['承办单位'] }),
    toDepartment: ref('接收部门', 'To department', 'organisation.memberDepartments', { optional: true }),
    transferredOn: date('流转日期', 'Transferred on', { aliases: ['转办日期', '交办日期', '日期'] }),
    acceptedOn: date('签收日期', 'Accepted on', { optional: true }),
    dueOn: date('反馈时限', 'Due on', { optional: true, aliases: ['办理时限'] }),
    reportedOn: date('反馈日期', 'Reported back on', { optional: true }),
    reason: prose('流转理由', 'Reason', { optional: true, aliases: ['退回理由'] }),
  },
});

/** One clue under supervision (督办) by someone above; it stays in the count after it is lifted. */
export const supervisions = register('clues.supervisions', {
  words: words('线索督办', 'Clue supervisions'),
  record: words('件', 'supervision'),
  key: ['clue', 'letterNo'],
  date: 'issuedOn',
  follows: { column: 'clue', register: clues },
  policy: clueWork,
  title: 'letterNo',
  open: ['supervisor', 'issuedOn', 'dueOn', 'liftedOn'],
  columns: {
    clue: clue(),
    supervisor: choice('督办主体', 'Supervisor', {
      CENTRAL_GROUP: ['中央督导组', 'Central group'],
      PROVINCIAL_GROUP: ['省指导组', 'Provincial group'],
      PROVINCIAL_OFFICE: ['省教育整顿办', 'Provincial office'],
      CITY_OFFICE: ['市教育整顿办', 'City office'],
    }),
    letterNo: text('督办函文号', 'Letter no.', { max: 60, aliases: ['督办文号', '文号'] }),
    way: choice(
      '督办方式',
      'Way',
      {
        REMINDER: ['催办', 'Reminder'],
        LETTER: ['督办函', 'Letter'],
        ON_SITE: ['现场督办', 'On site'],
        LISTED: ['挂牌督办', 'Listed'],
        TALK: ['约谈', 'Talk'],
      },
      { optional: true },
    ),
    issuedOn: date('督办日期', 'Issued on', { aliases: ['日期', '下发日期'] }),
    dueOn: date('督办时限', 'Due on', { optional: true, aliases: ['办结时限'] }),
    reportedOn: date('报告日期', 'Reported on', { optional: true }),
    reports: prose('督办情况', 'Reports', { optional: true, aliases: ['办理情况'] }),
    liftedOn: date('解除督办日期', 'Lifted on', { optional: true, aliases: ['销号日期'] }),
  },
});

/**
 * 专项 + 专班 + 专人: the action, the team and the named person on one clue. The three may be empty in a workbook; the
 * figure then shows how many are really filled in.
 */
export const assignments = register('clues.assignments', {
  words: words('专项专班专人', 'Assignments'),
  record: words('件', 'assignment'),
  key: ['number'],
  date: 'assignedOn',
  follows: { column: 'clue', register: clues },
  policy: clueWork,
  open: ['assignedOn'],
  checks: [{ rule: 'onlyOnce', columns: ['clue', 'person'] }],
  columns: {
    number: text('任务编号', 'Assignment no.', { max: 60, aliases: ['编号'] }),
    clue: clue(),
    action: ref('专项', 'Special action', 'programme.specialActions', { optional: true, aliases: ['专项行动'] }),
    team: text('专班', 'Team', { optional: true, aliases: ['工作专班'] }),
    person: ref('专人', 'Person', 'organisation.officers', { optional: true, aliases: ['责任人', '责任人编号'] }),
    assignedOn: date('指定日期', 'Assigned on', { aliases: ['日期'] }),
  },
});

/** A clue sent to the discipline commission or another body with power (移交纪委监委等有关部门). */
export const referrals = register('clues.referrals', {
  words: words('线索移送', 'Referrals'),
  record: words('件', 'referral'),
  key: ['number'],
  date: 'referredOn',
  follows: { column: 'clue', register: clues },
  policy: clueWork,
  open: ['toDepartment', 'referredOn'],
  columns: {
    number: text('移送编号', 'Referral no.', { max: 60, aliases: ['编号', '移送文号'] }),
    clue: clue(),
    toDepartment: ref('移送部门', 'To department', 'organisation.memberDepartments', { aliases: ['接收部门'] }),
    referredOn: date('移送日期', 'Referred on', { aliases: ['日期'] }),
    reason: prose('移送理由', 'Reason', { optional: true }),
    persons: integer('涉及人数', 'Persons concerned', { optional: true, aliases: ['人数'] }),
    receivedOn: date('接收日期', 'Received on', { optional: true }),
    result: prose('处理结果', 'Result', { optional: true }),
    resultOn: date('处理日期', 'Result on', { optional: true }),
  },
});
