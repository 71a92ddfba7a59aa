import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '../../errors.ts';
import { columnIndex, columnLetter } from '../cells.ts';
import { escapeText } from '../xml.ts';
import { localName, prefixOf, retag } from './edit.ts';
import type { RedFormats } from './fill.ts';

/** What to mark in one row: columns (0-based) to fill red and the note to put beside the row. */
export interface RowMark {
  readonly columns: ReadonlySet<number>;
  readonly note: string;
}

interface CellText {
  readonly column: number;
  readonly xml: string;
}

/**
 * A worksheet's XML with marks, in a stream. Only the marked rows are written anew; every other byte of the text goes through as it came,
 * so whatever the program that made the workbook put there is still there.
 *
 * @param noteColumn 0-based column for the notes, right of the content
 */
export async function* markSheet(
  part: string,
  chunks: AsyncIterable<Buffer>,
  marks: ReadonlyMap<number, RowMark>,
  noteColumn: number,
  formats: RedFormats | null,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const editor = new SheetEditor(part, marks, noteColumn, formats);
  for await (const chunk of chunks) {
    const text = editor.write(decoder.decode(chunk, { stream: true }));
    if (text !== '') yield text;
  }
  yield editor.end();
}

class SheetEditor {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #marks: ReadonlyMap<number, RowMark>;
  readonly #noteColumn: number;
  readonly #formats: RedFormats | null;
  /** Marked rows still to come, in order. */
  readonly #pending: number[];
  /** Input that is not yet behind us, and the position of its first character. */
  #text = '';
  #base = 0;
  /** Position up to which the input is in the output. */
  #done = 0;
  #out = '';
  #number = 0;
  #column = -1;
  #cell: { tag: SaxesTagPlain; start: number; openEnd: number } | null = null;
  #row: { tag: SaxesTagPlain; mark: RowMark; cells: CellText[]; rest: number } | null = null;

  constructor(part: string, marks: ReadonlyMap<number, RowMark>, noteColumn: number, formats: RedFormats | null) {
    this.#marks = marks;
    this.#noteColumn = noteColumn;
    this.#formats = formats;
    this.#pending = [...marks.keys()].sort((a, b) => a - b);
    this.#parser.on('error', () => {
      throw new AppError('sheet.damaged', { part });
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(tag));
  }

  write(chunk: string): string {
    this.#text += chunk;
    this.#parser.write(chunk);
    // What is being rewritten, and a tag that has only begun, wait for their end.
    if (!this.#row) this.#pass(this.#base + Math.max(0, this.#text.lastIndexOf('<')));
    this.#text = this.#text.slice(this.#done - this.#base);
    this.#base = this.#done;
    return this.#take();
  }

  end(): string {
    this.#parser.close();
    this.#pass(this.#base + this.#text.length);
    return this.#take();
  }

  #take(): string {
    const taken = this.#out;
    this.#out = '';
    return taken;
  }

  #slice(from: number, to: number): string {
    return this.#text.slice(from - this.#base, to - this.#base);
  }

  /** Position of the `<` of the tag that ends at `end`. */
  #tagStart(end: number): number {
    return this.#base + this.#text.lastIndexOf('<', end - this.#base - 1);
  }

  /** Lets the input through up to a position. */
  #pass(to: number): void {
    if (to <= this.#done) return;
    this.#out += this.#slice(this.#done, to);
    this.#done = to;
  }

  #open(tag: SaxesTagPlain): void {
    const end = this.#parser.position;
    const name = localName(tag.name);
    if (name === 'row') {
      this.#number = tag.attributes.r === undefined ? this.#number + 1 : +tag.attributes.r;
      this.#column = -1;
      const start = this.#tagStart(end);
      const prefix = prefixOf(tag.name);
      if (this.#pending.length > 0 && this.#pending[0]! <= this.#number) this.#pass(start);
      this.#insertRows(this.#number, prefix);
      if (this.#pending[0] !== this.#number) return;
      this.#pending.shift();
      this.#row = { tag, mark: this.#marks.get(this.#number)!, cells: [], rest: end };
    } else if (name === 'c' && this.#row) {
      this.#column = tag.attributes.r === undefined ? this.#column + 1 : columnIndex(tag.attributes.r);
      this.#cell = { tag, start: this.#tagStart(end), openEnd: end };
    }
  }

  #close(tag: SaxesTagPlain): void {
    const end = this.#parser.position;
    const name = localName(tag.name);
    if (name === 'c' && this.#row && this.#cell) {
      const xml = this.#cellXml(this.#row.mark, this.#cell, end);
      // A blank formatted cell may stand where the note goes.
      if (this.#column !== this.#noteColumn) this.#row.cells.push({ column: this.#column, xml });
      this.#row.rest = end;
      this.#cell = null;
    } else if (name === 'row' && this.#row) {
      const closes = tag.isSelfClosing ? end : this.#tagStart(end);
      const rest = tag.isSelfClosing ? '' : this.#slice(this.#row.rest, closes);
      const { r: _, spans: __, ...attributes } = tag.attributes;
      const opening = retag(
        { ...tag, isSelfClosing: false, attributes: { r: String(this.#number), ...attributes } },
        {},
      );
      this.#out += opening + this.#rowXml(this.#number, this.#row.mark, this.#row.cells, prefixOf(tag.name));
      this.#out += `${rest}</${tag.name}>`;
      this.#done = end;
      this.#row = null;
    } else if (name === 'sheetData') {
      if (this.#pending.length === 0) return;
      const prefix = prefixOf(tag.name);
      this.#pass(this.#tagStart(end));
      if (tag.isSelfClosing) this.#out += `<${tag.name}>`;
      this.#insertRows(Number.POSITIVE_INFINITY, prefix);
      this.#out += `</${tag.name}>`;
      this.#done = end;
    }
  }

  /** Marked rows that the sheet does not have, before the row `before`. */
  #insertRows(before: number, prefix: string): void {
    while (this.#pending.length > 0 && this.#pending[0]! < before) {
      const number = this.#pending.shift()!;
      const row = this.#rowXml(number, this.#marks.get(number)!, [], prefix);
      this.#out += `<${prefix}row r="${number}">${row}</${prefix}row>`;
    }
  }

  #cellXml(mark: RowMark, cell: { tag: SaxesTagPlain; start: number; openEnd: number }, end: number): string {
    if (!mark.columns.has(this.#column)) return this.#slice(cell.start, end);
    const format = this.#formats?.twin(Number(cell.tag.attributes.s ?? 0));
    const place = { r: `${columnLetter(this.#column)}${this.#number}` };
    return (
      retag(cell.tag, format === undefined ? place : { ...place, s: String(format) }) + this.#slice(cell.openEnd, end)
    );
  }

  #rowXml(number: number, mark: RowMark, existing: readonly CellText[], prefix: string): string {
    const format = this.#formats ? ` s="${this.#formats.twin(0)}"` : '';
    const cells = [...existing];
    for (const column of mark.columns) {
      if (column === this.#noteColumn || cells.some((cell) => cell.column === column)) continue;
      cells.push({ column, xml: `<${prefix}c r="${columnLetter(column)}${number}"${format}/>` });
    }
    const note = `<${prefix}c r="${columnLetter(this.#noteColumn)}${number}"${format} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeText(mark.note)}</${prefix}t></${prefix}is></${prefix}c>`;
    cells.push({ column: this.#noteColumn, xml: note });
    return cells
      .sort((a, b) => a.column - b.column)
      .map((cell) => cell.xml)
      .join('');
  }
}
