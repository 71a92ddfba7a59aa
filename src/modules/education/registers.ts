import { unitWork } from '../../platform/access/policies.ts';
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
  ],
  columns: {
    number: text('活动编号', 'Activity no.', { max: 40 }),
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
    title: text('活动名称', 'Title'),
    heldOn: date('活动日期', 'Held on', { aliases: ['日期', '时间', '举办日期'] }),
    startsAt: time('开始时间', 'Starts at', { optional: true }),
    endsAt: time('结束时间', 'Ends at', { optional: true }),
    place: text('地点', 'Place', { optional: true }),
    leadUnit: ref('牵头单位', 'Lead unit', 'organisation.units', { aliases: ['单位', '主办单位', '填报单位'] }),
    lecturer: text('主讲人', 'Lecturer', { optional: true, mask: 'name' }),
    lecturerDepartment: ref('主讲人所在部门', "Lecturer's department", 'organisation.memberDepartments', {
      optional: true,
    }),
    attendeeCount: integer('参加人数', 'Attendees', { optional: true, aliases: ['人数'] }),
    note: prose('备注', 'Note', { optional: true }),
  },
});
