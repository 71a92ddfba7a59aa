import type { Action } from '../../../platform/lifecycle/declare.ts';
import { integer } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';
import { clearings, hearings } from './registers.ts';

const { facts, grounds, proposed } = hearings.columns;
const { cause, finding, scope } = clearings.columns;
const person = integer('被反映人序号（只有一名时不填）', 'No. of the person reported (empty where there is one)', {
  optional: true,
});

/** The steps of a clue's life that turn to the officer reported (reference 29). */
export const tellingActions = {
  TELL_OFFICER: {
    words: words('告知干警本人', 'Tell the officer'),
    aside: true,
    from: ['IN_VERIFICATION', 'REPORTED', 'REVIEWED', 'REFERRED'],
    who: ['CASE_HANDLER', 'DISCIPLINE_LIAISON'],
    fields: {
      person,
      facts,
      grounds,
      proposed,
    },
  },
  CLEAR_NAME: {
    words: words('拟澄清正名', 'Prepare to clear the name'),
    aside: true,
    from: ['CLOSED', 'RECHECKED'],
    who: ['DISCIPLINE_LIAISON', 'CLUE_MANAGER'],
    fields: { person, cause, finding, scope },
  },
} as const satisfies Record<string, Action>;
