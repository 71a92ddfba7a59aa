import { officerFile, unitWork } from '../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { words } from '../../platform/words.ts';

/** Education activities of the first phase (reference 4): an event held once, on one date, at one place, by one organiser. */
export const activities = register('education.activities', {
  words: words('学习教育活动', 'Education activities'),
  record: words('场次', 'session'),
  key: ['number'],
  date: 'heldOn',
  unit: 'leadUnit',
  policy: unitWork,
  open: ['kind', 'heldOn', 'leadUnit'],
  checks: [
    // A session that two units report is counted once, for the lead unit (reference 2.1).
    { rule: 'onlyOnce', columns: ['kind', 'heldOn', 'startsAt', 'place', 'title'] },
    // A unit cannot bring more officers than it has enrolled; guests of other units have their own column.
    { rule: 'atMost', column: 'attendeeCount', of: 'organisation.enrolments', by: 'unit', per: 'leadUnit' },
  ],
  columns: {
    number: text('活动编号', 'Activity no.', { max: 40, aliases: ['编号'] }),
    kind: choice('活动类型', 'Kind', {
      PARTY_LECTURE: ['专题党课', 'Party lecture'],
      POLITICAL_ROTATION_TRAINING: ['政治轮训', 'Political rotation training'],
      SPECIAL_LECTURE: ['专题讲座', 'Special lecture'],
      PARTY_SPIRIT: ['党性锻炼', 'Party-spirit training'],
      INTEGRITY_REPORT: ['廉政教育报告', 'Integrity report'],
      WARNING_FILM: ['警示教育片', 'Warning film'],
      INTEGRITY_BASE_VISIT: ['廉政教育基地参观', 'Visit to an integrity base'],
      ROLE_MODEL_REPORT: ['英模事迹报告会', 'Role-model report'],
    }),
    title: text('活动名称', 'Title', { aliases: ['主题', '活动主题'] }),
    heldOn: date('活动日期', 'Held on', { aliases: ['日期', '时间', '举办日期'] }),
    startsAt: time('开始时间', 'Starts at', { optional: true }),
    endsAt: time('结束时间', 'Ends at', { optional: true }),
    place: text('地点', 'Place', { optional: true }),
    leadUnit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '主办单位', '填报单位'] }),
    lecturer: text('主讲人', 'Lecturer', { optional: true, mask: 'name' }),
    lecturerDepartment: ref('主讲人所在部门', "Lecturer's department", 'organisation.memberDepartments', {
      optional: true,
    }),
    lecturerOfficer: ref('主讲干警', 'Lecturing officer', 'organisation.officers', { optional: true }),
    attendeeCount: integer('参加人数', 'Attendees', { optional: true, aliases: ['人数', '本单位参加人数'] }),
    guestCount: integer('外单位参加人数', 'Attendees of other units', { optional: true, aliases: ['外单位人数'] }),
    material: prose('学习资料', 'Material', { optional: true, aliases: ['学习内容'] }),
    note: prose('备注', 'Note', { optional: true }),
  },
});

/** One officer at one session: the person-time (人次). It never equals persons (reference 2.1). */
export const attendance = register('education.attendance', {
  words: words('学习教育签到', 'Attendance'),
  record: words('人次', 'person-time'),
  key: ['activity', 'officer'],
  date: 'attendedOn',
  unit: 'unit',
  officer: 'officer',
  policy: officerFile,
  open: ['unit', 'attendedOn'],
  checks: [{ rule: 'noOverlap', person: 'officer', from: 'startsAt', to: 'endsAt' }],
  columns: {
    activity: ref('活动', 'Activity', 'education.activities', { aliases: ['活动编号', '培训编号'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号', '参训人员'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    attendedOn: date('参加日期', 'Attended on', { aliases: ['日期', '签到日期', '参训日期'] }),
    startsAt: time('签到时间', 'Starts at', { optional: true, aliases: ['开始时间'] }),
    endsAt: time('签退时间', 'Ends at', { optional: true, aliases: ['结束时间'] }),
  },
});

/** Proof that an officer finished a training run. */
export const certificates = register('education.certificates', {
  words: words('结业证书', 'Certificates'),
  record: words('份', 'certificate'),
  key: ['number'],
  date: 'issuedOn',
  unit: 'unit',
  officer: 'officer',
  policy: officerFile,
  open: ['unit', 'issuedOn'],
  columns: {
    number: text('证书编号', 'Certificate no.', { max: 60, aliases: ['编号'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    activity: ref('培训活动', 'Activity', 'education.activities', { optional: true, aliases: ['活动编号'] }),
    issuedOn: date('发证日期', 'Issued on', { aliases: ['日期'] }),
    hours: integer('学时', 'Hours', { optional: true }),
    score: integer('成绩', 'Score', { optional: true, aliases: ['分数'] }),
  },
});
