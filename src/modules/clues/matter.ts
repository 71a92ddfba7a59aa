import { companionsOf } from '../../platform/lifecycle/companions.ts';
import { broughtIn } from '../../platform/lifecycle/history.ts';
import { defineMatter } from '../../platform/lifecycle/matter.ts';
import * as effects from './effects.ts';
import { clueLifecycle } from './lifecycle.ts';
import { clearName, tellOfficer } from './officer/matter.ts';
import { clues, reports } from './registers.ts';
import { subjectsOf } from './store.ts';

export const clueCompanions = { ...companionsOf(clueLifecycle, clues), history: broughtIn(clueLifecycle, clues) };

/** The clue as a matter: its life, and what single steps do besides. */
export const clueMatter = defineMatter({
  lifecycle: clueLifecycle,
  register: clues,
  companions: clueCompanions,
  subjects: subjectsOf,
  // The report it came from is shown to the discipline desk alone, which reads that register; of the reporter it says nothing.
  beside: [{ register: reports, column: 'clue' }],
  effects: {
    RECEIVE: effects.number,
    REGISTER: effects.registered,
    JOIN: effects.joined,
    ASSIGN: effects.assigned,
    REASSIGN: effects.assigned,
    PROPOSE: effects.proposed,
    APPROVE: effects.approved,
    CLOSE: effects.closed,
    OVERTURN: effects.overturned,
    REFER: effects.referred,
    SUPERVISE: effects.supervised,
    LIFT: effects.lifted,
    TELL_OFFICER: tellOfficer,
    CLEAR_NAME: clearName,
  },
});
