import { figures, largest } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { pressConferences } from './registers.ts';

export const bulletinFigures = figures({
  'pressConference.sequence': {
    words: words('新闻发布会次序', 'Sequence of the press conference'),
    unit: '次',
    kind: 'ordinal',
    value: largest(of(pressConferences), 'sequence'),
  },
});
