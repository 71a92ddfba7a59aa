import type { ErrorCode } from '../errors.ts';
import { serialText } from './serial.ts';

/** A day or a moment as the workbook holds it: days since 1899-12-31 in the 1900 system (workbooks of the 1904 system are shifted while reading). */
export class DateCell {
  readonly serial: number;
  constructor(serial: number) {
    this.serial = serial;
  }
}

/** An error Excel shows in a cell, such as `#REF!`. */
export class ErrorCell {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type PlainCell = string | number | boolean | DateCell | ErrorCell | null;

/** A formula and the value it had when the workbook was saved. The formula text is empty in the followers of a shared formula. */
export class FormulaCell {
  readonly formula: string;
  readonly value: PlainCell;
  constructor(formula: string, value: PlainCell) {
    this.formula = formula;
    this.value = value;
  }
}

/** What one cell holds. Plain strings, numbers and booleans are themselves, so that millions of them cost no object; an empty cell is null. */
export type Cell = PlainCell | FormulaCell;

/** Something a person must know about a file without the file being refused. `code` is worded in the error catalogue. */
export interface Problem {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sheet?: string;
  /** 1-based, as Excel shows it. */
  readonly row?: number;
  /** 0-based; {@link columnLetter} gives what Excel shows. */
  readonly column?: number;
}

const none: readonly Problem[] = Object.freeze([]);

/** One row with at least one filled cell. `cells` is dense from column A and ends with the last filled cell. */
export class Row {
  /** 1-based, as Excel shows it: rows left out because they are empty still count. */
  readonly number: number;
  readonly cells: Cell[];
  readonly hidden: boolean;
  problems: readonly Problem[] = none;
  constructor(number: number, cells: Cell[], hidden: boolean) {
    this.number = number;
    this.cells = cells;
    this.hidden = hidden;
  }

  report(problem: Problem): void {
    this.problems = [...this.problems, problem];
  }
}

/** Letter of a 0-based column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0-based column of a cell address or of letters alone (`C7`, `AA`); -1 when it has no letters. */
export function columnIndex(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** 1-based row of a cell address; 0 when it has none. */
export function rowNumber(address: string): number {
  let row = 0;
  for (let at = 0; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) row = row * 10 + digit;
  }
  return row;
}

/** A cell as a person reads it, never in exponent notation; null when it is empty. A formula shows its value. */
export function cellText(cell: Cell): string | null {
  if (cell === null || typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof DateCell) return serialText(cell.serial);
  if (cell instanceof ErrorCell) return cell.text;
  return cellText(cell.value);
}

/** A number in plain digits. */
export function numberText(value: number): string {
  const short = String(value);
  if (!short.includes('e')) return short;
  return Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : value.toFixed(20).replace(/0+$/, '');
}
