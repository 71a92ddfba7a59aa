import { count, figures } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { ruleFamilies, sentenceReliefKinds } from './registers.ts';

export const caseworkFigures = figures({
  'caseReview.ruleFamilies': {
    words: words('有案不立、压案不查、有罪不究', 'Families of rules on cases'),
    unit: '类',
    kind: 'constant',
    // Sentence relief is a family of its own, with a figure of its own.
    value: count(of(ruleFamilies, { code: ['NOT_FILED', 'SHELVED', 'NOT_PURSUED'] })),
  },
  'caseReview.sentenceReliefKinds': {
    words: words('减刑、假释、暂予监外执行', 'Kinds of sentence relief'),
    unit: '类',
    kind: 'constant',
    value: count(of(sentenceReliefKinds)),
  },
});
