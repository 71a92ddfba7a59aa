import { v7 as uuidv7 } from 'uuid';
import { writeVersions } from '../../../platform/register/write.ts';
import { clues } from '../registers/clues.ts';
import type { ReceiveClue } from './desk.ts';

/** Enters a clue as received, under the number of its report. */
export const receiveClue: ReceiveClue = async (tx, given) => {
  const record = uuidv7();
  const stored = {
    serial_no: given.reportNumber,
    source: 'REPORT_BY_PUBLIC',
    received_on: given.receivedOn,
    reporter_mode: given.reporterMode,
    unit: given.unit,
    problem_kind: given.problemKind,
    summary: given.summary,
    state: 'RECEIVED',
  };
  await writeVersions(tx, clues, [{ record, version: 1, stored }]);
  return record;
};
