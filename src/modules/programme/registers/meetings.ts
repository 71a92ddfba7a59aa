import { officerFile, unitWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { levels } from '../../../platform/register/levels.ts';
import { words } from '../../../platform/words.ts';

/** Meetings of the programme (reference 4): one meeting of one body on one date. */
export const meetings = register('programme.meetings', {
  words: words('会议台账', 'Meetings'),
  record: words('次', 'meeting'),
  key: ['number'],
  date: 'heldOn',
  unit: 'unit',
  policy: unitWork,
  title: 'title',
  open: ['kind', 'level', 'unit', 'heldOn'],
  checks: [
    // A joint meeting that two units report is counted once, for the unit that called it (reference 2.1).
    { rule: 'onlyOnce', columns: ['kind', 'heldOn', 'startsAt', 'place', 'title'] },
  ],
  columns: {
    number: text('会议编号', 'Meeting no.', { max: 40, aliases: ['编号'] }),
    kind: choice(
      '会议类型',
      'Kind',
      {
        STANDING_COMMITTEE_HEARING: ['常委会专题听取汇报', 'Hearing of the standing committee'],
        MOBILISATION: ['动员会', 'Mobilisation meeting'],
        PROGRESS: ['推进会', 'Progress meeting'],
        LEADING_GROUP: ['领导小组会', 'Leading-group meeting'],
        OFFICE_DIRECTOR: ['主任会议', "Office directors' meeting"],
        OFFICE_SPECIAL: ['专题会议', 'Special meeting of the office'],
        CLUE_GROUP_PLENARY: ['线索工作组全体(扩大)会议', 'Plenary of the clue group'],
        CLUE_GROUP_SPECIAL: ['线索专题工作会议', 'Special meeting on clues'],
        JOINT: ['联席会议', 'Joint meeting'],
        LIAISON_OFFICERS: ['联络员会议', "Liaison officers' meeting"],
        PARTY_GROUP: ['党组(党委)会', 'Party group meeting'],
        DEMOCRATIC_LIFE: ['专题民主生活会', 'Democratic-life meeting'],
        ORGANISATIONAL_LIFE: ['组织生活会', 'Organisational-life meeting'],
      },
      { aliases: ['会议类别', '类型'] },
    ),
    level: choice('层级', 'Level', levels, { aliases: ['会议层级'] }),
    unit: ref('召开单位', 'Unit', 'organisation.units', { aliases: ['单位', '组织单位', '填报单位'] }),
    title: text('会议名称', 'Title', { aliases: ['会议主题'] }),
    heldOn: date('会议日期', 'Held on', { aliases: ['日期', '召开日期', '召开时间', '时间'] }),
    startsAt: time('开始时间', 'Starts at', { optional: true }),
    endsAt: time('结束时间', 'Ends at', { optional: true }),
    place: text('会议地点', 'Place', { optional: true, aliases: ['地点'] }),
    chair: text('主持人', 'Chair', { optional: true, mask: 'name', aliases: ['主持'] }),
    agenda: prose('会议议程', 'Agenda', { optional: true, aliases: ['议题', '主要内容'] }),
    shouldAttend: integer('应到人数', 'Should attend', { optional: true, aliases: ['应到'] }),
    attended: integer('实到人数', 'Attended', { optional: true, aliases: ['实到', '参会人数'] }),
    absentReason: prose('缺席原因', 'Reasons for absence', { optional: true }),
    minutesNumber: text('纪要文号', 'Minutes no.', { optional: true, max: 60, aliases: ['会议纪要'] }),
    // What must precede a democratic-life meeting (reference 4); it cannot be verified before all of it is done.
    studied: yesNo('会前学习研讨', 'Studied before', { optional: true }),
    opinionsAsked: yesNo('征求意见', 'Opinions asked for', { optional: true }),
    talksHeld: yesNo('谈心谈话', 'Heart-to-heart talks held', { optional: true }),
    statementsWritten: yesNo('撰写对照检查材料', 'Comparison statements written', { optional: true }),
    // A workbook reports meetings already held; a row without a state counts as submitted.
    state: choice(
      '状态',
      'State',
      {
        DRAFT: ['草稿', 'Draft'],
        SUBMITTED: ['已报送', 'Submitted'],
        VERIFIED: ['已核验', 'Verified'],
        VOID: ['作废', 'Void'],
      },
      { optional: true },
    ),
  },
});

/** Who was called to a meeting by name, and came or did not. */
export const meetingAttendances = register('programme.meetingAttendances', {
  words: words('参会登记', 'Meeting attendance'),
  record: words('人次', 'person-time'),
  key: ['meeting', 'officer'],
  date: 'attendedOn',
  unit: 'unit',
  officer: 'officer',
  policy: officerFile,
  open: ['unit', 'attendance', 'attendedOn'],
  columns: {
    meeting: ref('会议', 'Meeting', 'programme.meetings', { aliases: ['会议编号'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号', '参会人员'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    attendance: choice('到会情况', 'Attendance', {
      ATTENDED: ['出席', 'Attended'],
      ABSENT: ['缺席', 'Absent'],
      EXCUSED: ['请假', 'Excused'],
    }),
    attendedOn: date('参会日期', 'Attended on', { optional: true, aliases: ['日期', '会议日期'] }),
    reason: text('缺席原因', 'Reason for absence', { optional: true, aliases: ['请假原因'] }),
  },
});

/** A decision of a meeting becomes a task with an owner and a date (reference 4). */
export const meetingDecisions = register('programme.meetingDecisions', {
  words: words('会议议定事项', 'Meeting decisions'),
  record: words('项', 'decision'),
  key: ['number'],
  date: 'decidedOn',
  unit: 'unit',
  policy: unitWork,
  open: ['unit', 'decidedOn', 'dueOn', 'state'],
  columns: {
    number: text('事项编号', 'Decision no.', { max: 40, aliases: ['编号'] }),
    meeting: ref('会议', 'Meeting', 'programme.meetings', { aliases: ['会议编号'] }),
    text: prose('议定事项', 'Decision', { aliases: ['事项内容'] }),
    unit: ref('责任单位', 'Owner', 'organisation.units', { aliases: ['牵头单位', '承办单位'] }),
    decidedOn: date('议定日期', 'Decided on'),
    dueOn: date('完成时限', 'Due on', { optional: true, aliases: ['办结时限'] }),
    doneOn: date('完成日期', 'Done on', { optional: true }),
    result: prose('落实情况', 'Result', { optional: true, aliases: ['办理情况'] }),
    state: choice('状态', 'State', {
      OPEN: ['待办', 'Open'],
      IN_PROGRESS: ['办理中', 'In progress'],
      DONE: ['已完成', 'Done'],
    }),
  },
});
