import { count, distinct, figures, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { meetingAttendances } from '../programme/index.ts';
import { comparisonChecks, documentTemplates, mandatoryTalkKinds, problemItems, talks } from './registers.ts';

const leadersAtLifeMeetings = {
  'officer.isTeamMember': true,
  'meeting.kind': ['DEMOCRATIC_LIFE', 'ORGANISATIONAL_LIFE'],
} as const;

export const conductFigures = figures({
  'mobilisation.documentKinds': {
    words: words('思想发动文书', 'Kinds of paper handed out'),
    unit: '种',
    kind: 'constant',
    value: distinct(
      of(documentTemplates, {
        kind: ['COMMITMENT_LETTER', 'LETTER_TO_OFFICERS', 'LETTER_TO_FAMILIES', 'FAMILY_PLEDGE'],
      }),
      'kind',
    ),
  },
  'talks.mandatoryKinds': {
    words: words('必谈情形', 'Talks that must be held'),
    unit: '种',
    kind: 'constant',
    value: count(of(mandatoryTalkKinds)),
  },
  'talks.personTimes': {
    words: words('谈心谈话', 'Talks held'),
    unit: '人次',
    kind: 'measure',
    value: count(of(talks, { state: ['HELD', 'CONFIRMED'] })),
  },
  'selfExam.leaderComparisonChecks': {
    words: words('完成对照检查的参会领导干部占比', 'Share of attending leaders with a comparison statement'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(
      distinct(of(comparisonChecks, leadersAtLifeMeetings), 'officer'),
      distinct(of(meetingAttendances, { ...leadersAtLifeMeetings, attendance: 'ATTENDED' }), 'officer'),
    ),
  },
  'selfExam.itemsClaimed': {
    words: words('已认领的查摆问题占比', 'Share of problem items with an owner'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(count(of(problemItems, { owner: { filled: true } })), count(of(problemItems))),
  },
});
