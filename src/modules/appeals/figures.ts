import { count, distinct, figures, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { appeals, callbacks, channels, demandCategories, demands } from './registers.ts';

/**
 * Whether 基本满意 counts as satisfied is not settled by the standards at hand (reference 15 and 31). The stricter reading is
 * taken: it stays in the base and out of the part.
 */
const satisfied = ['VERY_SATISFIED', 'SATISFIED'] as const;
/** Who could not be reached or would not rate leaves the base. */
const valid = [...satisfied, 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'] as const;

export const appealsFigures = figures({
  'hotline.accepted': {
    words: words('受理群众诉求', 'Appeals accepted'),
    unit: '件',
    kind: 'measure',
    value: count(of(appeals, { accepted: true })),
  },
  'hotline.satisfaction': {
    words: words('群众满意率(满意、非常满意占有效评价)', 'Satisfaction (satisfied or better, of valid ratings)'),
    unit: 'ratio',
    kind: 'measure',
    value: ratio(count(of(callbacks, { rating: satisfied })), count(of(callbacks, { rating: valid }))),
  },
  'demands.categories': {
    words: words('群众诉求大类', 'Large categories of demands'),
    unit: '类',
    kind: 'constant',
    value: count(of(demandCategories, { level: 1 })),
  },
  'demands.sorted': {
    words: words('梳理归类的群众诉求', 'Demands sorted into a category'),
    unit: '件',
    kind: 'measure',
    value: count(of(demands, { category: { filled: true } })),
  },
  'demands.namedCategories': {
    words: words('通报列举的诉求大类', 'Large categories named in the bulletin'),
    unit: '类',
    kind: 'constant',
    value: count(of(demandCategories, { level: 1, named: true })),
  },
  'governance.oneNet': {
    // One net means one flow behind many channels: the records are the channels that feed it.
    words: words('多渠道接入的事件流程', 'Event flows fed by the channels'),
    unit: '个',
    kind: 'label',
    value: distinct(of(channels, { flow: { filled: true } }), 'flow'),
  },
});
