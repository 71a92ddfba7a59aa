import type { Action } from '../../../platform/lifecycle/declare.ts';
import { prose, required } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';
import { clues } from '../registers/clues.ts';
import { supervisions } from '../registers/handling.ts';
import { AT_REST, IN_HAND } from './common.ts';

const { columns } = clues;

/** Where a letter of supervision is answered and lifted: whoever sent it reads the result and lifts it then (办结后解除督办). */
const SUPERVISED = ['REGISTERED', 'RETURNED', ...IN_HAND, ...AT_REST] as const;

/** What those above do with a clue that others work (督办). */
export const supervisionActions = {
  SUPERVISE: {
    words: words('督办', 'Supervise'),
    from: ['REGISTERED', 'RETURNED', ...IN_HAND],
    who: ['SUPERVISOR', 'OFFICE_DIRECTOR'],
    fields: {
      supervisor: supervisions.columns.supervisor,
      letterNo: supervisions.columns.letterNo,
      way: supervisions.columns.way,
      dueOn: required(columns.dueOn),
    },
    tells: ['supervisor', 'dueOn'],
    clock: { start: ['SUPERVISION'] },
  },
  ANSWER_SUPERVISION: {
    words: words('报告督办情况', 'Report to the supervisor'),
    from: SUPERVISED,
    who: ['CASE_HANDLER', 'CLUE_MANAGER'],
    during: 'SUPERVISION',
    fields: { letterNo: supervisions.columns.letterNo, progress: prose('办理情况', 'Progress') },
  },
  LIFT: {
    words: words('解除督办', 'Lift the supervision'),
    from: SUPERVISED,
    who: ['SUPERVISOR', 'OFFICE_DIRECTOR'],
    during: 'SUPERVISION',
    reason: true,
    fields: { letterNo: supervisions.columns.letterNo },
    clock: { stop: ['SUPERVISION'] },
  },
} as const satisfies Record<string, Action>;
