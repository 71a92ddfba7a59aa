import { defineLifecycle } from '../../platform/lifecycle/declare.ts';
import { type Words, words } from '../../platform/words.ts';
import { AT_REST } from './life/common.ts';
import { endingActions } from './life/ending.ts';
import { handlingActions } from './life/handling.ts';
import { intakeActions } from './life/intake.ts';
import { supervisionActions } from './life/supervision.ts';
import { clueLadder, clueLimits } from './limits.ts';
import { tellingActions } from './officer/telling.ts';
import { clues } from './registers/clues.ts';

/** The life of a clue (问题线索), reference section 7. */
export const clueLifecycle = defineLifecycle({
  name: 'clues.clue',
  version: 4,
  words: words('线索', 'Clue'),
  states: clues.columns.state.choices as Record<ClueState, Words>,
  initial: 'RECEIVED',
  final: AT_REST,
  actions: {
    ...intakeActions,
    ...handlingActions,
    ...endingActions,
    ...supervisionActions,
    ...tellingActions,
  },
  escalation: clueLadder,
  clocks: clueLimits,
});

type ClueState =
  | 'RECEIVED'
  | 'REGISTERED'
  | 'DUPLICATE'
  | 'ASSIGNED'
  | 'ACCEPTED'
  | 'RETURNED'
  | 'DISPOSAL_PROPOSED'
  | 'DISPOSAL_APPROVED'
  | 'IN_VERIFICATION'
  | 'ON_HOLD'
  | 'REPORTED'
  | 'REVIEWED'
  | 'REFERRED'
  | 'CLOSED'
  | 'RECHECKED';
