import { count, distinct, figures, least, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { officers } from '../organisation/index.ts';
import { events, practicalItems, projectLiaisons } from './registers.ts';

/** Members of the leadership teams of city and district units: each of them owes at least one liaison (reference 17). */
const leaders = of(officers, { isTeamMember: true, 'unit.inScope': true, 'unit.level': ['CITY', 'DISTRICT'] });
/** The same condition seen from a liaison, so that the part of the coverage can never leave its base. */
const heldByLeaders = {
  'leader.isTeamMember': true,
  'leader.unit.inScope': true,
  'leader.unit.level': ['CITY', 'DISTRICT'],
} as const;

export const outreachFigures = figures({
  'openDoor.suggestionEvents': {
    words: words('开门纳谏活动', 'Open-door suggestion events'),
    unit: '场次',
    kind: 'measure',
    value: count(of(events, { kind: 'OPEN_DOOR_SUGGESTION' })),
  },
  'openDoor.serviceActivities': {
    words: words('我为群众办实事实践活动', 'Practical-service activities'),
    unit: '场次',
    kind: 'measure',
    value: count(of(events, { kind: 'PRACTICAL_SERVICE' })),
  },
  'openDoor.openDays': {
    words: words('政法机关开放日', 'Open days'),
    unit: '场次',
    kind: 'measure',
    value: count(of(events, { kind: 'OPEN_DAY' })),
  },
  'service.threeBig': {
    words: words('大走访、大调研、大调处', 'Big visit, big survey, big mediation'),
    unit: '项',
    kind: 'constant',
    value: distinct(of(events, { kind: ['BIG_VISIT', 'BIG_SURVEY', 'BIG_MEDIATION'] }), 'kind'),
  },
  'liaison.levels': {
    words: words('班子成员联系重点项目的政法机关层级', 'Levels whose leaders keep liaisons'),
    unit: '级',
    kind: 'constant',
    value: distinct(of(projectLiaisons, heldByLeaders), 'leader.unit.level'),
  },
  'liaison.minProjectsPerLeader': {
    words: words('班子成员每人联系重点项目的最小数', 'Fewest projects of any leader'),
    unit: '个',
    kind: 'measure',
    value: least(leaders, of(projectLiaisons), 'leader'),
  },
  'liaison.leaderCoverage': {
    words: words('联系重点项目的班子成员占比', 'Share of leaders with a liaison'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(distinct(of(projectLiaisons, heldByLeaders), 'leader'), count(leaders)),
  },
  'liaison.projects': {
    words: words('有班子成员联系的重点项目', 'Key projects with a liaison'),
    unit: '个',
    kind: 'measure',
    value: distinct(of(projectLiaisons), 'project'),
  },
  'practicalItems.published': {
    words: words('在媒体公示的办实事项目', 'Practical items published in the media'),
    unit: '项',
    kind: 'measure',
    // A corrected publication is still public; a withdrawn one is not.
    value: count(of(practicalItems, { 'publication.state': ['LIVE', 'CORRECTED'] })),
  },
});
