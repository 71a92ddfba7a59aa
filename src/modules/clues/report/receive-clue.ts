import { advanceIn, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { clueMatter } from '../matter.ts';
import type { ReceiveClue } from './desk.ts';

/** Receives a clue as the first step of its life: it gets its running number, and its limits begin. */
export const clueReceiver =
  (desk: MatterDesk): ReceiveClue =>
  async (tx, { reporterMode, receivedOn, summary, unit, problemKind }) => {
    const input = {
      source: 'REPORT_BY_PUBLIC',
      jurisdiction: 'OWN',
      reporterMode,
      receivedOn,
      summary,
      unit,
      problemKind,
    };
    const { advanced } = await advanceIn(tx, desk, clueMatter, { action: 'RECEIVE', input });
    return advanced.record;
  };
