import { count, distinct, figures, smallest } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { documents, eventSecurityTasks, measures, meetings, programmes, specialActions } from './registers.ts';

/** A draft is not yet a meeting held, a void one never was. */
const held = { state: { not: ['DRAFT', 'VOID'] } } as const;
const city = { ...held, level: 'CITY' } as const;

const leadership = of(meetings, { ...city, kind: ['MOBILISATION', 'PROGRESS', 'LEADING_GROUP'] });
const office = of(meetings, { ...city, kind: ['OFFICE_DIRECTOR', 'OFFICE_SPECIAL'] });
const lifeMeetings = of(meetings, { ...held, kind: ['DEMOCRATIC_LIFE', 'ORGANISATIONAL_LIFE'] });

export const programmeFigures = figures({
  'programme.startDate': {
    words: words('教育整顿启动日期', 'Start of the programme'),
    unit: 'date',
    kind: 'date',
    value: smallest(of(programmes), 'startDate'),
  },
  'committee.hearings': {
    words: words('市委常委会专题听取汇报', 'Hearings of the standing committee'),
    unit: '次',
    kind: 'measure',
    value: count(of(meetings, { ...city, kind: 'STANDING_COMMITTEE_HEARING' })),
  },
  'leadership.meetings': {
    words: words('动员会、推进会、领导小组会', 'Mobilisation, progress and leading-group meetings'),
    unit: '次',
    kind: 'measure',
    value: count(leadership),
  },
  'leadership.meetingKinds': {
    words: words('动员会、推进会、领导小组会的种类', 'Kinds of leadership meeting'),
    unit: '种',
    kind: 'constant',
    value: distinct(leadership, 'kind'),
  },
  'office.meetings': {
    words: words('教育整顿办主任会议、专题会议', 'Meetings of the programme office'),
    unit: '次',
    kind: 'measure',
    value: count(office),
  },
  'office.meetingKinds': {
    words: words('教育整顿办会议的种类', 'Kinds of office meeting'),
    unit: '种',
    kind: 'constant',
    value: distinct(office, 'kind'),
  },
  'meetings.lifeMeetings': {
    words: words('专题民主生活会、组织生活会', 'Democratic-life and organisational-life meetings'),
    unit: '场次',
    kind: 'measure',
    value: count(lifeMeetings),
  },
  'meetings.lifeMeetingKinds': {
    words: words('民主生活会、组织生活会的种类', 'Kinds of life meeting'),
    unit: '种',
    kind: 'constant',
    value: distinct(lifeMeetings, 'kind'),
  },
  'clueGroup.plenaries': {
    words: words('线索工作组全体(扩大)会议', 'Plenaries of the clue group'),
    unit: '次',
    kind: 'measure',
    value: count(of(meetings, { ...city, kind: 'CLUE_GROUP_PLENARY' })),
  },
  'clueGroup.specialMeetings': {
    words: words('线索专题工作会议', 'Special meetings on clue work'),
    unit: '次',
    kind: 'measure',
    value: count(of(meetings, { ...city, kind: 'CLUE_GROUP_SPECIAL' })),
  },
  'policy.sevenMeasures': {
    words: words('推动开展自查的措施', 'Measures on self-examination'),
    unit: '项',
    kind: 'constant',
    value: count(of(measures, { 'document.documentKind': 'SEVEN_MEASURES' })),
  },
  'policy.selfExamDocuments': {
    words: words('自查自纠政策文件', 'Documents on self-examination'),
    unit: '件',
    kind: 'constant',
    value: count(of(documents, { topic: 'SELF_EXAM' })),
  },
  'policy.mechanismDocuments': {
    words: words('执法司法制度机制文件', 'Documents on mechanisms'),
    unit: '件',
    kind: 'constant',
    value: count(of(documents, { topic: 'MECHANISM' })),
  },
  'actions.seven': {
    words: words('执法司法规范化行动', 'Actions of the standardisation plan'),
    unit: '项',
    kind: 'constant',
    value: count(of(specialActions, { plan: 'SEVEN_ACTIONS' })),
  },
  'specialActions.named': {
    words: words('专项行动', 'Named special actions'),
    unit: '项',
    kind: 'constant',
    value: count(of(specialActions, { plan: 'NAMED' })),
  },
  'eventSecurity.anniversary': {
    // The report's number is the anniversary in a name; what the records can answer is how many tasks there were.
    words: words('重大活动安保任务', 'Event-security tasks'),
    unit: '项',
    kind: 'label',
    value: count(of(eventSecurityTasks)),
  },
});
