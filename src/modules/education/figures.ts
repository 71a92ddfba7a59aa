import { count, distinct, figures, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { memberDepartments } from '../organisation/index.ts';
import { activities, attendance } from './registers.ts';

export const educationFigures = figures({
  'education.partyLectures': {
    words: words('专题党课', 'Party lectures'),
    unit: '场次',
    kind: 'measure',
    value: count(of(activities, { kind: 'PARTY_LECTURE' })),
  },
  'education.rotationTraining.personTimes': {
    words: words('政治轮训参训人次', 'Person-times of political rotation training'),
    unit: '人次',
    kind: 'measure',
    // Counted from attendance by name, never from the head count a unit writes beside a session.
    value: count(of(attendance, { 'activity.kind': 'POLITICAL_ROTATION_TRAINING' })),
  },
  'education.historyLectures': {
    words: words('党史专题讲座', 'Lectures on Party history'),
    unit: '场次',
    kind: 'measure',
    value: count(of(activities, { kind: 'SPECIAL_LECTURE' })),
  },
  'education.partySpirit': {
    words: words('党性锻炼活动', 'Party-spirit sessions'),
    unit: '场次',
    kind: 'measure',
    value: count(of(activities, { kind: 'PARTY_SPIRIT' })),
  },
  'education.integrityReport.coverage': {
    words: words('做廉政教育报告的纪委监委占比', 'Share of discipline commissions that gave an integrity report'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(
      distinct(
        of(activities, { kind: 'INTEGRITY_REPORT', 'lecturerDepartment.kind': 'DISCIPLINE' }),
        'lecturerDepartment',
      ),
      count(of(memberDepartments, { kind: 'DISCIPLINE' })),
    ),
  },
  'education.warningFilms': {
    words: words('警示教育片放映', 'Screenings of warning films'),
    unit: '场次',
    kind: 'measure',
    value: count(of(activities, { kind: 'WARNING_FILM' })),
  },
  'education.integrityBases': {
    words: words('廉政教育基地参观', 'Visits to integrity bases'),
    unit: '场次',
    kind: 'measure',
    value: count(of(activities, { kind: 'INTEGRITY_BASE_VISIT' })),
  },
  'education.roleModelReports': {
    words: words('英模事迹报告会', 'Role-model reports'),
    unit: '场次',
    kind: 'measure',
    value: count(of(activities, { kind: 'ROLE_MODEL_REPORT' })),
  },
});
