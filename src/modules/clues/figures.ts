import { count, distinct, figures, filled, ratio, sum } from '../../platform/figure/declare.ts';
import { of } from '../../platform/register/sets.ts';
import { words } from '../../platform/words.ts';
import { assignments, batches, CLOSED, clues, supervisions } from './registers.ts';

/** The first five batches of the provincial group. Batches that came later are in the register, not in this question. */
const firstFive = { source: 'PROVINCIAL_GROUP', sequence: { to: 5 } } as const;
const transferred = { 'batch.source': 'PROVINCIAL_GROUP', 'batch.sequence': { to: 5 } } as const;
const closed = { ...transferred, state: CLOSED, conclusion: { filled: true } } as const;

export const clueFigures = figures({
  'clueModel.elements': {
    words: words('专项+专班+专人的要素', 'Elements of every assignment'),
    unit: '种',
    kind: 'constant',
    value: filled(of(assignments), ['action', 'team', 'person']),
  },
  'clues.supervised.provincialOffice': {
    words: words('省教育整顿办督办的线索', 'Clues supervised by the provincial office'),
    unit: '件',
    kind: 'measure',
    value: distinct(of(supervisions, { supervisor: 'PROVINCIAL_OFFICE' }), 'clue'),
  },
  'clues.supervised.provincialGroup': {
    words: words('省指导组督办的线索', 'Clues supervised by the provincial group'),
    unit: '件',
    kind: 'measure',
    value: distinct(of(supervisions, { supervisor: 'PROVINCIAL_GROUP' }), 'clue'),
  },
  'clues.supervised.total': {
    words: words('省级督办的线索', 'Clues supervised by the province'),
    unit: '件',
    kind: 'derived',
    // A clue that both supervise is one clue, so this is not the sum of the two figures but equals it while none overlap.
    value: distinct(of(supervisions, { supervisor: ['PROVINCIAL_OFFICE', 'PROVINCIAL_GROUP'] }), 'clue'),
  },
  'clues.batches': {
    words: words('省指导组转交的前五批', 'Batches handed over by the provincial group'),
    unit: '批',
    kind: 'measure',
    value: count(of(batches, firstFive)),
  },
  'clues.transferred': {
    words: words('省指导组前五批转交的线索', 'Clues of the first five batches'),
    unit: '件',
    kind: 'measure',
    value: count(of(clues, transferred)),
  },
  'clues.transferred.closed': {
    words: words('前五批转交线索中已核查完结的', 'Clues of the first five batches closed'),
    unit: '件',
    kind: 'coverage',
    value: count(of(clues, closed)),
  },
  'clues.closureRate': {
    words: words('前五批转交线索完结率', 'Closure rate of the first five batches'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(count(of(clues, closed)), count(of(clues, transferred))),
  },
  'clues.batchSum': {
    words: words('前五批移交清单件数', 'Clues on the lists of the first five batches'),
    unit: '件',
    kind: 'derived',
    value: sum(of(batches, firstFive), 'size'),
  },
});
