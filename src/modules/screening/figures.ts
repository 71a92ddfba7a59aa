import { count, distinct, figures, ratio } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { enrolments } from '../organisation/index.ts';
import { results, sources } from './registers.ts';

export const screeningFigures = figures({
  'screening.sources': {
    words: words('提供数据的部门', 'Departments supplying data'),
    unit: '个',
    kind: 'constant',
    value: count(of(sources)),
  },
  'screening.coverage': {
    words: words('完成经商办企业排查的干警占比', 'Share of officers screened'),
    unit: 'ratio',
    kind: 'measure',
    // Screened means: the run was finished, there was enough to compare, and a person reviewed the result.
    value: ratio(
      distinct(
        of(results, {
          'run.state': 'FINISHED',
          outcome: ['NO_MATCH', 'MATCHED'],
          reviewedOn: { filled: true },
        }),
        'officer',
      ),
      distinct(of(enrolments, { exemptReason: { filled: false } }), 'officer'),
    ),
  },
});
