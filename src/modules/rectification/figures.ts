import { count, distinct, figures, least, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { units } from '../organisation/index.ts';
import { mechanisms, plans, problemKinds } from './registers.ts';

const cityUnits = of(units, { level: 'CITY', inScope: true });
/** A plan without a day of approval is a draft. */
const approved = { approvedOn: { filled: true } } as const;

export const rectificationFigures = figures({
  'rectification.nationalKinds': {
    words: words('全国统一整治的顽瘴痼疾', 'Nationwide kinds of stubborn problem'),
    unit: '类',
    kind: 'constant',
    value: count(of(problemKinds, { origin: 'NATIONAL' })),
  },
  'rectification.unitPlans.n': {
    words: words('市直政法单位自查类别（N）的最小数', 'Fewest kinds of its own that a city unit found (the N)'),
    unit: '类',
    kind: 'constant',
    value: least(cityUnits, of(problemKinds, { origin: 'UNIT' }), 'unit'),
  },
  'rectification.planCoverage': {
    words: words('制定6+N整治方案的市直政法单位占比', 'Share of city units with an approved plan'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(
      distinct(of(plans, { ...approved, 'unit.level': 'CITY', 'unit.inScope': true }), 'unit'),
      count(cityUnits),
    ),
  },
  'rectification.publishedCoverage': {
    words: words('向社会公布的整治方案占比', 'Share of plans published'),
    unit: 'ratio',
    kind: 'coverage',
    // A corrected publication is still public; a withdrawn one is not.
    value: ratio(
      count(of(plans, { ...approved, 'publication.state': ['LIVE', 'CORRECTED'] })),
      count(of(plans, approved)),
    ),
  },
  'rectification.mechanisms': {
    words: words('整治协调机制', 'Kinds of coordination mechanism'),
    unit: '种',
    kind: 'constant',
    // Every district may run a joint meeting of its own; it stays one kind.
    value: distinct(of(mechanisms), 'kind'),
  },
});
