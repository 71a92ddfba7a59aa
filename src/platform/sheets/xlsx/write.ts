import { type Cell, columnLetter, DateCell, ErrorCell, FormulaCell, numberText } from '../cells.ts';
import { startsLikeFormula } from '../csv/guard.ts';
import { type Target, writeTo } from '../target.ts';
import { escapeText } from '../xml.ts';
import { ZipWriter } from '../zip-writer.ts';
import * as template from './template.ts';

const { style } = template;

/** A cell to be shown in red. */
export class MarkedCell {
  readonly cell: Cell;
  constructor(cell: Cell) {
    this.cell = cell;
  }
}

export type WrittenCell = Cell | MarkedCell;
export type WrittenRow = readonly WrittenCell[];
/** Rows in batches; an array of rows is one batch. */
export type WrittenRows = Iterable<readonly WrittenRow[]> | AsyncIterable<readonly WrittenRow[]>;

export interface WrittenSheet {
  /** Characters Excel does not allow are replaced, long names cut, doubled names numbered. */
  readonly name: string;
  /** Merged over all columns, above the header. */
  readonly title?: string;
  /** One or more rows, which stay in view when the sheet is scrolled. */
  readonly header?: readonly WrittenRow[];
  /** Column widths in characters. */
  readonly widths?: readonly number[];
  /** Merged areas such as `A1:C1`. */
  readonly merges?: readonly string[];
  /** Stands at the foot of every printed page, and goes with the file. */
  readonly footer?: string;
  readonly rows: WrittenRows;
}

/** Rows a sheet can hold. */
const mostRows = 1_048_576;
/** Characters a cell can hold: with more, Excel calls the workbook damaged. */
const mostText = 32_767;
const chunkSize = 131_072;

/**
 * Writes a workbook, row by row. Text stays text: long numbers keep their digits and `=1+1` is no formula. Formulas are written as their values.
 * Rows beyond what one sheet can hold continue on a further sheet under the same header.
 *
 * @param target a path (the file appears when it is complete) or a stream (it is ended)
 */
export async function writeXlsx(
  target: Target,
  sheets: Iterable<WrittenSheet> | AsyncIterable<WrittenSheet>,
): Promise<void> {
  await writeTo(target, async (write) => {
    const zip = new ZipWriter(write);
    const names: string[] = [];
    for await (const sheet of sheets) {
      const rows = lines(sheet.rows);
      let next = await rows.next();
      do {
        const part = template.sheetPart(names.length);
        names.push(sheetName(sheet.name, names));
        await zip.add(
          part,
          sheetXml(sheet, rows, next, (rest) => {
            next = rest;
          }),
        );
      } while (!next.done);
    }
    if (names.length === 0) {
      names.push('Sheet1');
      await zip.add(template.sheetPart(0), [`${template.xmlHead}${open}<sheetData/></worksheet>`]);
    }
    await zip.add('xl/styles.xml', [template.styles]);
    await zip.add('xl/workbook.xml', [template.workbook(names)]);
    await zip.add('xl/_rels/workbook.xml.rels', [template.workbookRelations(names.length)]);
    await zip.add('_rels/.rels', [template.rootRelations]);
    await zip.add('[Content_Types].xml', [template.types(names.length)]);
    await zip.finish();
  });
}

async function* lines(batches: WrittenRows): AsyncGenerator<readonly WrittenRow[]> {
  yield* batches;
}

const open = `<worksheet xmlns="${template.mainNamespace}">`;

type Batch = IteratorResult<readonly WrittenRow[], unknown>;

/** XML of one sheet in chunks. Takes batches until the sheet is full; `leave` gets what is left over. */
async function* sheetXml(
  sheet: WrittenSheet,
  rows: AsyncGenerator<readonly WrittenRow[]>,
  first: Batch,
  leave: (rest: Batch) => void,
): AsyncGenerator<string> {
  const header = sheet.header ?? [];
  const columns = Math.max(1, ...header.map((row) => row.length));
  const top = (sheet.title === undefined ? 0 : 1) + header.length;
  const merges = [...(sheet.merges ?? [])];
  if (sheet.title !== undefined && columns > 1) merges.unshift(`A1:${columnLetter(columns - 1)}1`);
  let xml = `${template.xmlHead}${open}${view(top)}${widths(sheet.widths ?? [])}<sheetData>`;
  let number = 0;
  if (sheet.title !== undefined) xml += rowXml(++number, [sheet.title], style.title);
  for (const row of header) xml += rowXml(++number, row, style.header);
  let batch = first;
  while (!batch.done && number < mostRows) {
    let at = 0;
    for (; at < batch.value.length && number < mostRows; at++) {
      xml += rowXml(++number, batch.value[at]!);
      if (xml.length > chunkSize) {
        yield xml;
        xml = '';
      }
    }
    batch = at < batch.value.length ? { done: false, value: batch.value.slice(at) } : await rows.next();
  }
  leave(batch);
  xml += '</sheetData>';
  if (merges.length > 0) {
    const areas = merges.map((area) => `<mergeCell ref="${escapeText(area)}"/>`).join('');
    xml += `<mergeCells count="${merges.length}">${areas}</mergeCells>`;
  }
  if (sheet.footer !== undefined)
    xml += `<headerFooter><oddFooter>&amp;C${footerText(sheet.footer)}</oddFooter></headerFooter>`;
  yield `${xml}</worksheet>`;
}

/** An ampersand begins a code in a footer (ECMA-376, 18.3.1.39), so a real one is doubled. */
const footerText = (text: string): string => escapeText(text.replaceAll('&', '&&'));

const view = (frozen: number): string =>
  frozen === 0
    ? ''
    : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const widths = (list: readonly number[]): string =>
  list.length === 0
    ? ''
    : `<cols>${list.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

const letters: string[] = [];
const letter = (column: number): string => {
  letters[column] ??= columnLetter(column);
  return letters[column];
};

function rowXml(number: number, cells: WrittenRow, heading = 0): string {
  if (cells.length === 0) return '';
  let xml = `<row r="${number}">`;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]!;
    if (cell === null || cell === undefined) continue;
    const place = `r="${letter(column)}${number}"`;
    if (cell instanceof MarkedCell) xml += cellXml(place, cell.cell, heading, template.marked);
    else xml += cellXml(place, cell, heading, 0);
  }
  return `${xml}</row>`;
}

/** One cell. `heading` is a style for text, `shift` leads from a style to its marked twin. */
function cellXml(place: string, cell: Cell, heading: number, shift: number): string {
  if (typeof cell === 'string') return textXml(place, cell, heading, shift);
  if (cell === null) return shift === 0 ? '' : `<c ${place} s="${shift}"/>`;
  const plain = shift === 0 ? '' : ` s="${shift}"`;
  if (typeof cell === 'number') {
    // Excel keeps 15 digits; a longer number keeps all of its own only as text.
    return Math.abs(cell) < 1e15
      ? `<c ${place}${plain}><v>${cell}</v></c>`
      : textXml(place, numberText(cell), 0, shift);
  }
  if (typeof cell === 'boolean') return `<c ${place}${plain} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof DateCell) {
    const format = (Number.isInteger(cell.serial) ? style.date : style.moment) + shift;
    return `<c ${place} s="${format}"><v>${cell.serial}</v></c>`;
  }
  if (cell instanceof ErrorCell) return `<c ${place}${plain} t="e"><v>${escapeText(cell.text)}</v></c>`;
  return cell instanceof FormulaCell ? cellXml(place, cell.value, heading, shift) : '';
}

function textXml(place: string, text: string, heading: number, shift: number): string {
  if (text === '') return shift === 0 ? '' : `<c ${place} s="${shift}"/>`;
  const kept = text.length > mostText ? shorten(text) : text;
  const format = (heading || (startsLikeFormula(kept) ? style.guarded : style.text)) + shift;
  return `<c ${place} s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeText(kept)}</t></is></c>`;
}

/** What a cell cannot hold is left out in view of the reader, never silently. */
function shorten(text: string): string {
  const note = `……【${text.length}】`;
  return text.slice(0, mostText - note.length) + note;
}

/** A name Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at the ends, not taken. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^[' ]+|[' ]+$/g, '')
      .slice(0, 31) || 'Sheet';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = base;
  for (let number = 2; used.has(name.toLowerCase()); number++) {
    const tail = ` (${number})`;
    name = base.slice(0, 31 - tail.length) + tail;
  }
  return name;
}
