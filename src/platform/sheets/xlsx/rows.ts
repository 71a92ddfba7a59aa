import { AppError } from '../../errors.ts';
import { type Cell, columnIndex, DateCell, ErrorCell, FormulaCell, type PlainCell, Row } from '../cells.ts';
import type { Limits } from '../limits.ts';
import { isoSerial } from '../serial.ts';
import { pump, unescapeText, type XmlHandler } from '../xml.ts';
import { isDate, type NumberKind } from './styles.ts';
import { isTrue } from './workbook.ts';

/** Days between the epochs of the two date systems. */
const shift1904 = 1462;
const batchSize = 1000;
/** The last row Excel has. */
const mostRows = 1_048_576;

export interface SheetContext {
  readonly sheet: string;
  readonly part: string;
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
  readonly limits: Limits;
}

/** Rows of a worksheet part in batches of about a thousand. Empty cells and empty rows are passed over, styled or not. */
export async function* readRows(context: SheetContext, chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  const collector = new RowCollector(context);
  for await (const _ of pump(context.part, chunks, collector)) {
    if (collector.rows.length >= batchSize) yield collector.take();
  }
  if (collector.rows.length > 0) yield collector.take();
}

class RowCollector implements XmlHandler {
  rows: Row[] = [];
  readonly #context: SheetContext;
  #row: Row | null = null;
  #number = 0;
  #column = -1;
  #type: string | undefined;
  #kind: NumberKind = 0;
  #value = '';
  #formula: string | null = null;
  #within: 'v' | 'f' | 't' | null = null;
  #inCell = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): Row[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attributes: Record<string, string>): void {
    switch (name) {
      case 'c':
        if (!this.#row) return;
        this.#column = attributes.r === undefined ? this.#column + 1 : columnIndex(attributes.r);
        if (this.#column < 0) this.#refuse();
        this.#type = attributes.t;
        this.#kind = attributes.s === undefined ? 0 : (this.#context.kinds[+attributes.s] ?? 0);
        this.#value = '';
        this.#formula = null;
        this.#inCell = true;
        return;
      case 'v':
      case 'f':
        if (!this.#inCell) return;
        this.#within = name;
        if (name === 'f') this.#formula = '';
        return;
      case 't':
        if (this.#inCell && !this.#phonetic) this.#within = 't';
        return;
      case 'rPh':
        this.#phonetic = true;
        return;
      case 'row':
        this.#number = attributes.r === undefined ? this.#number + 1 : +attributes.r;
        if (!(Number.isInteger(this.#number) && this.#number >= 1 && this.#number <= mostRows)) this.#refuse();
        this.#row = new Row(this.#number, [], isTrue(attributes.hidden));
        this.#column = -1;
        return;
    }
  }

  text(text: string): void {
    if (this.#within === null) return;
    if (this.#within === 'f') this.#formula += text;
    else this.#value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        if (this.#inCell) this.#put();
        this.#inCell = false;
        return;
      case 'v':
      case 'f':
      case 't':
        this.#within = null;
        return;
      case 'rPh':
        this.#phonetic = false;
        return;
      case 'row':
        if (this.#row && this.#row.cells.length > 0) this.rows.push(this.#row);
        this.#row = null;
        return;
    }
  }

  #refuse(): never {
    throw new AppError('sheet.damaged', { part: this.#context.part });
  }

  #put(): void {
    const row = this.#row!;
    const plain = this.#plain(row);
    const cell: Cell = this.#formula === null ? plain : new FormulaCell(this.#formula, plain);
    if (cell === null) return;
    const column = this.#column;
    const { sheet, limits } = this.#context;
    if (column >= limits.columns) {
      // One report says it all; sixteen thousand would only bury it.
      if (!row.problems.some((problem) => problem.code === 'sheet.tooManyColumns')) {
        row.report({ code: 'sheet.tooManyColumns', params: { limit: limits.columns }, sheet, row: row.number, column });
      }
      return;
    }
    const { cells } = row;
    if (column < cells.length) {
      cells[column] = cell;
      return;
    }
    while (cells.length < column) cells.push(null);
    cells.push(cell);
  }

  #plain(row: Row): PlainCell {
    const value = this.#value;
    if (value === '') return null;
    switch (this.#type) {
      case undefined:
      case 'n':
        return this.#numeric(value, row);
      case 's':
        return this.#bounded(this.#context.strings[+value] ?? this.#refuse(), row);
      case 'b':
        return isTrue(value);
      case 'e':
        return new ErrorCell(value);
      case 'd': {
        const serial = isoSerial(value);
        return serial === null ? value : new DateCell(serial);
      }
      default:
        return this.#bounded(unescapeText(value), row);
    }
  }

  #numeric(value: string, row: Row): PlainCell {
    const number = +value;
    if (Number.isNaN(number)) return value;
    if (this.#kind === isDate) return new DateCell(this.#context.from1904 ? number + shift1904 : number);
    if (this.#kind > 0 && Number.isInteger(number) && number >= 0) return String(number).padStart(this.#kind, '0');
    // Excel keeps 15 digits: an 18-digit number typed as a number has lost its last three, and nothing can bring them back.
    if (Number.isInteger(number) && Math.abs(number) >= 1e15) {
      const { sheet } = this.#context;
      row.report({ code: 'sheet.numberTooLong', params: { value }, sheet, row: row.number, column: this.#column });
    }
    return number;
  }

  #bounded(text: string, row: Row): PlainCell {
    const { sheet, limits } = this.#context;
    if (text === '') return null;
    if (text.length <= limits.cell) return text;
    const params = { length: text.length, limit: limits.cell };
    row.report({ code: 'sheet.cellTooLong', params, sheet, row: row.number, column: this.#column });
    return text.slice(0, limits.cell);
  }
}
