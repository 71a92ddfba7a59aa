import type { Policy } from '../../../platform/access/policies.ts';
import { ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { clues } from './clues.ts';

/** The desk that compares clues, and nobody else. */
const desk: Policy = {
  confidential: true,
  read: { CLUE_MANAGER: 'all', DISCIPLINE_LIAISON: 'all' },
  write: { CLUE_MANAGER: 'all', DISCIPLINE_LIAISON: 'all' },
};

/**
 * That two clues come from one reporter (举报人比对标识): a keyed hash of the number the reporter gave. The number itself is kept
 * nowhere, and without the vault's key the hash tells nothing (reference 28).
 */
export const reporterMarks = register('clues.reporterMarks', {
  words: words('举报人比对标识', 'Marks of reporters'),
  record: words('个', 'mark'),
  key: ['clue'],
  kept: true,
  follows: { column: 'clue', register: clues },
  policy: desk,
  columns: {
    clue: ref('线索', 'Clue', 'clues.clues'),
    mark: text('比对校验值', 'Keyed hash', { max: 64 }),
  },
});
