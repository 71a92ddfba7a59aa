import { sql } from 'kysely';
import { companionsOf } from '../../platform/lifecycle/companions.ts';
import { escalationsOf } from '../../platform/lifecycle/escalation.ts';
import { broughtIn } from '../../platform/lifecycle/history.ts';
import { defineMatter } from '../../platform/lifecycle/matter.ts';
import { words } from '../../platform/words.ts';
import * as effects from './effects.ts';
import { clueLifecycle } from './lifecycle.ts';
import { clearName, tellOfficer } from './officer/matter.ts';
import { clues, reports } from './registers.ts';
import { grounds, standingFree } from './standing-free.ts';
import { subjectsOf } from './store.ts';
import { isUndecided } from './undecided.ts';

export const clueCompanions = { ...companionsOf(clueLifecycle, clues), history: broughtIn(clueLifecycle, clues) };
export const clueEscalations = escalationsOf(clueLifecycle, clues);

/** The clue as a matter: its life, and what single steps do besides. */
export const clueMatter = defineMatter({
  lifecycle: clueLifecycle,
  register: clues,
  companions: clueCompanions,
  escalations: clueEscalations,
  subjects: subjectsOf,
  // The report it came from is shown to the discipline desk alone, which reads that register; of the reporter it says nothing.
  beside: [{ register: reports, column: 'clue' }],
  held: {
    by: ['firstHandler', 'secondHandler'],
    action: 'REASSIGN',
    seenBy: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICE_DIRECTOR'],
    barred: (t, officer) => sql<string[]>`clues.barred(${sql.ref(`${t}.record`)}, ${sql.ref(`${t}.unit`)}, ${officer})`,
    grounds,
    stuck: {
      words: words('没有可以审批的人，须另行确定审批人', 'nobody may decide: another approver is needed'),
      when: isUndecided,
    },
  },
  standingBack: standingFree(clueLifecycle.actions, async (_tx, record) => record),
  effects: {
    RECEIVE: effects.received,
    CORRECT: effects.corrected,
    REGISTER: effects.registered,
    JOIN: effects.joined,
    PART: effects.parted,
    ASSIGN: effects.assigned,
    REASSIGN: effects.assigned,
    PROPOSE: effects.proposed,
    APPROVE: effects.approved,
    CLOSE: effects.closed,
    OVERTURN: effects.overturned,
    REFER: effects.referred,
    SUPERVISE: effects.supervised,
    ANSWER_SUPERVISION: effects.answered,
    LIFT: effects.lifted,
    TELL_OFFICER: tellOfficer,
    CLEAR_NAME: clearName,
  },
  after: {
    JOIN: effects.afterJoining,
    CLOSE: effects.afterClosing,
    REOPEN: effects.afterReopening,
    OVERTURN: effects.afterReopening,
  },
});
