import { distinct, figures } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { campaigns, frames } from './registers.ts';

export const recheckFigures = figures({
  'recheck.tiers': {
    words: words('百千万核查行动层级', 'Tiers of the campaign'),
    unit: '级',
    kind: 'label',
    value: distinct(of(campaigns), 'tier'),
  },
  'recheck.populations': {
    words: words('随机抽查复查的总体', 'Populations drawn from'),
    unit: '类',
    kind: 'constant',
    value: distinct(of(frames), 'population'),
  },
});
