import { AppError } from '../../errors.ts';
import { type Cell, Row } from '../cells.ts';
import type { Limits } from '../limits.ts';
import { unguard } from './guard.ts';

const quote = '"';
/** A quoted cell with more lines than this has swallowed the rest of its table: its opening quote was a stray one. */
const mostLines = 500;

export interface Dialect {
  readonly separator: string;
  readonly eol: '\n' | '\r';
}

/**
 * Cuts text into rows as RFC 4180 says, where the file obeys it. Where it does not, no row is lost: a quote that does not open a well-formed
 * cell is text, and the row says so. A row number counts records, as Excel does, so that line breaks inside cells do not shift it.
 */
export class Splitter {
  rows: Row[] = [];
  readonly #dialect: Dialect;
  readonly #limits: Limits;
  readonly #sheet: string;
  #text = '';
  #number = 0;
  /** Encoding of the text just written, where it differs from the file's. */
  #found: string | null = null;
  #expected = '';
  #final = false;
  #at = 0;
  #lone = -1;
  #hasNul = false;
  #hasLost = false;

  constructor(dialect: Dialect, sheet: string, limits: Limits) {
    this.#dialect = dialect;
    this.#limits = limits;
    this.#sheet = sheet;
  }

  take(): Row[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  /** Throws `sheet.recordTooLong`. */
  write(text: string, found: string | null = null, expected = ''): void {
    this.#text = this.#text === '' ? text : this.#text + text;
    if (found !== null) {
      this.#found = found;
      this.#expected = expected;
    }
    this.#hasNul = this.#text.includes('\0');
    this.#hasLost = this.#text.includes('\ufffd');
    this.#split();
    // A record that began in foreign text and goes on keeps its mark.
    if (found === null || this.#text === '') this.#found = null;
    if (this.#text.length > this.#limits.record) {
      throw new AppError('sheet.recordTooLong', { row: this.#number + 1, limit: this.#limits.record });
    }
  }

  end(): void {
    this.#final = true;
    this.#split();
  }

  #split(): void {
    const text = this.#text;
    const { separator, eol } = this.#dialect;
    let start = 0;
    let nextQuote = text.indexOf(quote);
    while (start < text.length) {
      if (nextQuote >= 0 && nextQuote < start) nextQuote = text.indexOf(quote, start);
      let end = text.indexOf(eol, start);
      if (end < 0) {
        if (!this.#final) break;
        end = text.length;
      }
      this.#lone = -1;
      if (nextQuote < 0 || nextQuote > end) {
        const last = eol === '\n' && text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end;
        this.#finish(last > start ? text.slice(start, last).split(separator) : [], end - start);
        start = end + 1;
        continue;
      }
      const cells = this.#quoted(start);
      if (cells === null) break;
      this.#finish(cells, this.#at - start);
      start = this.#at;
    }
    this.#text = start === 0 ? text : text.slice(start);
  }

  /** Cells of the record at `start`, leaving `#at` behind its line end; null when the text ends before the record does. */
  #quoted(start: number): string[] | null {
    const cells: string[] = [];
    this.#at = start;
    for (;;) {
      const from = this.#at;
      let cell = this.#text.charCodeAt(from) === 34 ? this.#quotedCell() : undefined;
      if (cell === null) return null;
      if (cell === undefined) {
        this.#at = from;
        cell = this.#plainCell();
        if (cell === null) return null;
        if (cell.charCodeAt(0) === 34 && this.#lone < 0) this.#lone = cells.length;
      }
      cells.push(cell);
      const sign = this.#text[this.#at];
      this.#at++;
      if (sign !== this.#dialect.separator) return cells;
    }
  }

  /** A cell in quotes; null when the text ends too early to know, undefined when its quote does not open a well-formed cell. */
  #quotedCell(): string | null | undefined {
    const text = this.#text;
    const from = this.#at + 1;
    let escaped = false;
    let at = text.indexOf(quote, from);
    while (at >= 0 && text.charCodeAt(at + 1) === 34) {
      escaped = true;
      at = text.indexOf(quote, at + 2);
    }
    if (at < 0) return this.#final || this.#hasSwallowed(from) ? undefined : null;
    let after = at + 1;
    if (after < text.length && this.#dialect.eol === '\n' && text.charCodeAt(after) === 13) after++;
    if (after >= text.length && !this.#final) return null;
    const sign = text[after];
    const ends =
      sign === undefined || sign === this.#dialect.eol || (sign === this.#dialect.separator && after === at + 1);
    if (!ends) return undefined;
    const cell = text.slice(from, at);
    if (cell.length > mostLines && hasManyLines(cell, this.#dialect.eol, 0)) return undefined;
    this.#at = after;
    return escaped ? cell.replaceAll('""', quote) : cell;
  }

  /** True when a quoted cell without end has grown beyond what a cell can be. Half a record, so that the rows in it can still be told apart. */
  #hasSwallowed(from: number): boolean {
    return this.#text.length - from > this.#limits.record / 2 || hasManyLines(this.#text, this.#dialect.eol, from);
  }

  #plainCell(): string | null {
    const text = this.#text;
    const separator = this.#dialect.separator.charCodeAt(0);
    const eol = this.#dialect.eol.charCodeAt(0);
    const from = this.#at;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === separator || code === eol) break;
    }
    if (at === text.length && !this.#final) return null;
    this.#at = at;
    const isLast = text.charCodeAt(at) !== separator;
    const last = isLast && eol === 10 && at > from && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    return text.slice(from, last);
  }

  #finish(raw: string[], length: number): void {
    this.#number++;
    const cells: Cell[] = raw;
    let filled = 0;
    for (let column = 0; column < raw.length; column++) {
      const cell = raw[column]!;
      if (cell === '') cells[column] = null;
      else {
        filled = column + 1;
        if (cell.charCodeAt(0) === 39) cells[column] = unguard(cell);
      }
    }
    if (filled === 0) return;
    cells.length = filled;
    const row = new Row(this.#number, cells, false);
    if (length > this.#limits.cell || filled > this.#limits.columns) this.#bound(row);
    if (this.#hasNul) this.#removeNul(row);
    if (this.#hasLost) this.#findLost(row);
    if (this.#lone >= 0) row.report({ code: 'sheet.loneQuote', params: {}, ...this.#place(row, this.#lone) });
    if (this.#found !== null) {
      const params = { found: this.#found, expected: this.#expected };
      row.report({ code: 'sheet.otherEncoding', params, ...this.#place(row) });
    }
    if (row.cells.length > 0) this.rows.push(row);
  }

  #place(row: Row, column?: number) {
    return { sheet: this.#sheet, row: row.number, ...(column === undefined ? {} : { column }) };
  }

  #bound(row: Row): void {
    const { cell: limit, columns } = this.#limits;
    if (row.cells.length > columns) {
      row.cells.length = columns;
      row.report({ code: 'sheet.tooManyColumns', params: { limit: columns }, ...this.#place(row, columns) });
    }
    for (const [column, cell] of row.cells.entries()) {
      if (typeof cell !== 'string' || cell.length <= limit) continue;
      row.cells[column] = cell.slice(0, limit);
      row.report({ code: 'sheet.cellTooLong', params: { length: cell.length, limit }, ...this.#place(row, column) });
    }
  }

  /** PostgreSQL's text cannot hold NUL, and no one means to write it. */
  #removeNul(row: Row): void {
    for (const [column, cell] of row.cells.entries()) {
      if (typeof cell !== 'string' || !cell.includes('\0')) continue;
      row.cells[column] = cell.replaceAll('\0', '') || null;
      row.report({ code: 'sheet.nul', params: {}, ...this.#place(row, column) });
    }
  }

  #findLost(row: Row): void {
    for (const [column, cell] of row.cells.entries()) {
      if (typeof cell === 'string' && cell.includes('\ufffd')) {
        row.report({ code: 'sheet.undecodable', params: {}, ...this.#place(row, column) });
      }
    }
  }
}

function hasManyLines(text: string, eol: string, from: number): boolean {
  let count = 0;
  for (let at = text.indexOf(eol, from); at >= 0; at = text.indexOf(eol, at + 1)) if (++count > mostLines) return true;
  return false;
}
