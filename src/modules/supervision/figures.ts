import { count, distinct, figures, largest, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { units } from '../organisation/index.ts';
import { actions, groups, opinions, visits } from './registers.ts';

/** A planned visit has not been held. */
const held = { state: { not: 'PLANNED' } } as const;

export const supervisionFigures = figures({
  'supervisor.central.number': {
    words: words('中央督导组组号', 'Number of the central group'),
    unit: '组',
    kind: 'ordinal',
    value: largest(of(groups, { level: 'CENTRAL' }), 'number'),
  },
  'supervisor.provincial.number': {
    words: words('省指导组组号', 'Number of the provincial group'),
    unit: '组',
    kind: 'ordinal',
    value: largest(of(groups, { level: 'PROVINCIAL' }), 'number'),
  },
  'supervisor.affirmations': {
    words: words('给予肯定的上级督导组', 'Groups from above with a positive opinion'),
    unit: '个',
    kind: 'coverage',
    value: distinct(of(opinions, { tone: 'POSITIVE', 'group.level': ['CENTRAL', 'PROVINCIAL'] }), 'group'),
  },
  'supervision.onSiteVisits': {
    words: words('点对点实地督导', 'Point-to-point visits on site'),
    unit: '次',
    kind: 'measure',
    value: count(of(visits, { ...held, kind: 'POINT_TO_POINT_ON_SITE' })),
  },
  'supervision.unitCoverage': {
    words: words('实地督导覆盖的政法单位占比', 'Share of units visited'),
    unit: 'ratio',
    kind: 'coverage',
    // Stations, tribunals and offices below are visited with their unit; the base is the city and district units.
    value: ratio(
      distinct(
        of(visits, {
          ...held,
          kind: 'POINT_TO_POINT_ON_SITE',
          'unit.inScope': true,
          'unit.level': ['CITY', 'DISTRICT'],
        }),
        'unit',
      ),
      count(of(units, { inScope: true, level: ['CITY', 'DISTRICT'] })),
    ),
  },
  'provincialGroup.actionKinds': {
    words: words('省指导组的工作方式', 'Kinds of action of the provincial group'),
    unit: '种',
    kind: 'constant',
    value: distinct(of(actions, { 'group.level': 'PROVINCIAL' }), 'kind'),
  },
});
