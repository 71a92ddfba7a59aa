import { count, distinct, figures, sum } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { briefings, provisions, teamMembers } from './registers.ts';

export const interferenceFigures = figures({
  'interference.provisions': {
    words: words('防止干预司法的规定', 'Provisions against interference'),
    unit: '个',
    kind: 'constant',
    value: count(of(provisions)),
  },
  'briefing.fourHeads': {
    words: words('市级宣讲团中的政法单位主要负责人', 'Heads of the four bodies on the city briefing team'),
    unit: '名',
    kind: 'constant',
    value: distinct(
      of(teamMembers, {
        level: 'CITY',
        role: ['COURT_PRESIDENT', 'CHIEF_PROCURATOR', 'POLICE_CHIEF', 'JUSTICE_BUREAU_CHIEF'],
      }),
      'officer',
    ),
  },
  'briefing.tenThousandHeads': {
    // 万长 is a slogan. What records can answer is how many officials heard a briefing, counted once at each (人次).
    words: words('听取三个规定宣讲的领导干部人次', 'Officials present at briefings, in person-times'),
    unit: '人次',
    kind: 'label',
    value: sum(of(briefings), 'audience'),
  },
});
