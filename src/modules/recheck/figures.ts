import { count, distinct, figures, ratio } from '../../platform/figure/declare.ts';
import { of, type RecordSet } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { campaigns, frames, results } from './registers.ts';

/** Rounds that are over: while one lasts, what was answered first says little of the rest. */
const CLOSED = { 'draw.closedOn': { filled: true } } as const;
const checked: RecordSet = of(results, { ...CLOSED, result: ['UPHELD', 'CHANGED'] });
const overturned: RecordSet = of(results, { ...CLOSED, result: 'CHANGED' });

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
  'recheck.drawn': {
    words: words('已结束的抽查抽取案件', 'Cases drawn in closed re-checks'),
    unit: '件',
    kind: 'measure',
    value: count(of(results, CLOSED)),
    mayBeEmpty: true,
  },
  'recheck.checked': {
    words: words('已结束的抽查复查案件', 'Cases checked again in closed re-checks'),
    unit: '件',
    kind: 'measure',
    value: count(checked),
    mayBeEmpty: true,
  },
  'recheck.overturned': {
    words: words('复查改变原结论案件', 'Answers overturned on re-check'),
    unit: '件',
    kind: 'measure',
    value: count(overturned),
    mayBeEmpty: true,
  },
  // The share among the cases drawn. What it says of all cases, with its interval, depends on how a round drew: the page of the round tells.
  'recheck.changeRate': {
    words: words('复查改变率', 'Share of answers overturned on re-check'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(count(overturned), count(checked)),
    mayBeEmpty: true,
  },
});
