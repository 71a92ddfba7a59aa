import type { ErrorCode } from '../../src/platform/errors.ts';
import type { FaultCode } from '../../src/platform/register/faults.ts';
import type { Cell } from '../../src/platform/sheets/cells.ts';

/** A fault an import must name. `problem` is the code within a `cell.problem`, what reading the file itself found. */
export interface ExpectedFault {
  readonly sheet: string;
  /** As the spreadsheet program numbers it. */
  readonly row: number;
  /** Letter of the column; null when the fault is the row's or the sheet's. */
  readonly column: string | null;
  readonly code: FaultCode;
  readonly problem?: ErrorCode;
}

/** One file of the dirty set: how it is written and what an import must say about it. */
export interface DirtyFile {
  readonly path: string;
  /** What is wrong, in one sentence. */
  readonly about: string;
  /** The file as a whole is refused with this code; no row is read. */
  readonly refused?: ErrorCode;
  /** Every fault the import must name, no more. */
  readonly faults: readonly ExpectedFault[];
  /** Rows left out with a note: totals, remarks, repeated headings. */
  readonly notes: readonly ExpectedFault[];
  /** Rows without fault, which importing the good rows registers. */
  readonly good: number;
  write(path: string): Promise<void>;
}

export type Rows = readonly (readonly Cell[])[];

/** Faults at cells of one sheet: `at('Sheet1', 'D5 cell.value', 'row 7 row.headerRepeated')`. */
export const at = (sheet: string, ...marks: readonly string[]): ExpectedFault[] =>
  marks.map((mark) => {
    const [place, code, problem] = mark.split(' ') as [string, FaultCode, ErrorCode | undefined];
    const [, column, row] = /^([A-Z]*)(\d+)$/.exec(place)!;
    return { sheet, row: Number(row), column: column === '' ? null : column!, code, ...(problem ? { problem } : {}) };
  });
