import { AppError } from '../errors.ts';
import { type Language, words } from '../words.ts';
import { columnIndex, columnLetter } from './cells.ts';
import { findKind } from './kind.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openSheets, type Sheet } from './open.ts';
import { type Target, writeTo } from './target.ts';
import { appendTo, escapeAttribute, findSpans, prefixOf, wholeText } from './xlsx/edit.ts';
import { RedFormats } from './xlsx/fill.ts';
import { markSheet, type RowMark } from './xlsx/mark-sheet.ts';
import { worksheetType, xmlHead } from './xlsx/template.ts';
import { readRelations, readWorkbook, relationsOf } from './xlsx/workbook.ts';
import { MarkedCell, sheetName, type WrittenRow, type WrittenSheet, writeXlsx } from './xlsx/write.ts';
import { attribute, escapeText } from './xml.ts';
import type { Zip } from './zip.ts';
import { ZipWriter } from './zip-writer.ts';

/** A fault at its place. `message` is already in the reader's language. */
export interface MarkedFault {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** Column letters, when the fault lies in one cell. */
  readonly column: string | null;
  readonly message: string;
}

interface MarkOptions {
  readonly language: Language;
  readonly limits?: Partial<Limits>;
  /** Name under which the file was handed in; a csv file's sheet bears it. */
  readonly name?: string;
}

const listName = words('问题清单', 'Faults');
const listHeader = words('工作表|行|单元格|问题', 'Sheet|Row|Cell|Fault');
const noteSign = '⚠ ';
/** Longest note beside a row; a row with dozens of faults has them all in the list. */
const mostNote = 4000;

/** True for a note that {@link markFaults} put beside a row: the corrected workbook comes back with them. */
export const isFaultNote = (text: string): boolean => text.startsWith(noteSign);
/** True for the sheet that {@link markFaults} added. */
export const isFaultList = (sheet: string): boolean =>
  sheet.startsWith(listName.zh) || new RegExp(`^${listName.en}( \\(\\d+\\))?$`).test(sheet);

/**
 * Gives a workbook back with its faulty cells filled red, the messages beside their rows, and a list of all faults as the last sheet.
 * Everything else in an xlsx stays as it was, byte for byte within its parts; from a csv file an xlsx is made.
 */
export async function markFaults(
  original: string,
  faults: readonly MarkedFault[],
  target: Target,
  options: MarkOptions,
): Promise<void> {
  const limits = { ...defaultLimits, ...options.limits };
  const bySheet = group(faults);
  const found = await findKind(original, limits);
  if (found.kind === 'csv') return markCsv(original, faults, bySheet, target, options);
  try {
    await markXlsx(found.zip, found.workbook, original, faults, bySheet, target, options);
  } finally {
    found.zip.close();
  }
}

type Marks = Map<number, { columns: Set<number>; note: string }>;

function group(faults: readonly MarkedFault[]): Map<string, Marks> {
  const sheets = new Map<string, Marks>();
  for (const { sheet, row, column, message } of faults) {
    const marks: Marks = sheets.get(sheet) ?? new Map();
    sheets.set(sheet, marks);
    const mark = marks.get(row) ?? { columns: new Set(), note: '' };
    marks.set(row, mark);
    if (column !== null) mark.columns.add(columnIndex(column));
    if (mark.note.length > mostNote) continue;
    mark.note += mark.note === '' ? noteSign : '\n';
    mark.note += column === null ? message : `${column}${row}: ${message}`;
  }
  return sheets;
}

/** First column right of all content and of all marks. */
async function freeColumn(sheet: Sheet, marks: Marks, limits: Limits): Promise<number> {
  let columns = 0;
  for await (const batch of sheet.rows()) for (const row of batch) columns = Math.max(columns, row.cells.length);
  for (const { lastColumn } of await sheet.merges()) {
    if (lastColumn < limits.columns) columns = Math.max(columns, lastColumn + 1);
  }
  for (const mark of marks.values()) for (const column of mark.columns) columns = Math.max(columns, column + 1);
  return columns;
}

async function markXlsx(
  zip: Zip,
  part: string,
  original: string,
  faults: readonly MarkedFault[],
  bySheet: Map<string, Marks>,
  target: Target,
  options: MarkOptions,
): Promise<void> {
  const limits = { ...defaultLimits, ...options.limits };
  const workbook = await readWorkbook(zip, part);
  const text = (name: string): Promise<string> => wholeText(name, zip.read(name));
  const formats = workbook.styles ? new RedFormats(workbook.styles, await text(workbook.styles)) : null;
  const columns = new Map<string, number>();
  await using sheets = await openSheets(original, { limits });
  for await (const sheet of sheets.sheets()) {
    const marks = bySheet.get(sheet.name);
    if (marks) columns.set(sheet.name, await freeColumn(sheet, marks, limits));
  }
  const list = freePart(zip);
  await writeTo(target, async (write) => {
    const out = new ZipWriter(write);
    const edited = new Map<string, string | null>();
    const name = listName[options.language];
    edited.set(
      part,
      addSheet(
        part,
        await text(part),
        sheetName(
          name,
          workbook.sheets.map((sheet) => sheet.name),
        ),
      ),
    );
    const relations = relationsOf(part);
    const kind = (await readRelations(zip, part)).find((relation) => relation.type === 'worksheet');
    if (!kind) throw new AppError('sheet.damaged', { part: relations });
    const link = `Id="${listId}" Type="${escapeAttribute(kind.uri)}" Target="/${list}"`;
    edited.set(
      relations,
      append(relations, await text(relations), 'Relationships', (p) => `<${p}Relationship ${link}/>`),
    );
    const types = '[Content_Types].xml';
    const override = `PartName="/${list}" ContentType="${worksheetType}"`;
    edited.set(
      types,
      append(types, await text(types), 'Types', (p) => `<${p}Override ${override}/>`),
    );
    const sheetParts = new Map(workbook.sheets.map((sheet) => [sheet.part.toLowerCase(), sheet]));
    if (workbook.styles) edited.set(workbook.styles, null);
    const byName = new Map([...edited].map(([key, value]) => [key.toLowerCase(), value]));
    for (const [key, entry] of zip.entries) {
      const sheet = sheetParts.get(key);
      const marks: ReadonlyMap<number, RowMark> | undefined = sheet && bySheet.get(sheet.name);
      const text = byName.get(key);
      if (sheet && marks) {
        await out.add(entry.fileName, markSheet(key, zip.read(key), marks, columns.get(sheet.name) ?? 0, formats));
      } else if (text !== undefined && text !== null) await out.add(entry.fileName, [text]);
      else if (text === undefined) await out.copy(entry, await zip.raw(entry));
    }
    // Last, because only now is it known which formats need a red twin.
    const styles = workbook.styles && zip.entries.get(workbook.styles.toLowerCase());
    if (styles && formats) await out.add(styles.fileName, [formats.text()]);
    const namespace = mainNamespaceOf(part, edited.get(part)!);
    await out.add(list, listXml(faults, options.language, namespace));
    await out.finish();
  });
}

const listId = 'rIdMingjingFaults';

function freePart(zip: Zip): string {
  for (let number = 1; ; number++) {
    // Some programs find sheets by this name alone.
    const name = `xl/worksheets/sheet${number}.xml`;
    if (!zip.has(name)) return name;
  }
}

const append = (part: string, text: string, path: string, xml: (prefix: string) => string): string =>
  appendTo(part, text, path, (tag) => xml(prefixOf(tag.name)));

/** Names the list in the workbook. The namespace of `id` is declared on the spot, whatever the workbook calls it elsewhere. */
function addSheet(part: string, text: string, name: string): string {
  const sheets = findSpans(part, text, 'sheets/sheet').map((span) => span.tag.attributes);
  const id = Math.max(0, ...sheets.map((sheet) => Number(sheet.sheetId) || 0)) + 1;
  const strict = text.includes('http://purl.oclc.org/ooxml/spreadsheetml/main');
  const uri = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return append(
    part,
    text,
    'workbook/sheets',
    (prefix) => `<${prefix}sheet xmlns:r="${uri}" name="${escapeText(name)}" sheetId="${id}" r:id="${listId}"/>`,
  );
}

function mainNamespaceOf(part: string, workbook: string): string {
  const tag = findSpans(part, workbook, 'workbook')[0]!.tag;
  const prefix = prefixOf(tag.name).slice(0, -1);
  return attribute(tag.attributes, prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? '';
}

function* listRows(faults: readonly MarkedFault[], language: Language): Generator<string[]> {
  yield listHeader[language].split('|');
  for (const { sheet, row, column, message } of faults) {
    yield [sheet, String(row), column === null ? '' : `${column}${row}`, message];
  }
}

function* listXml(faults: readonly MarkedFault[], language: Language, namespace: string): Generator<string> {
  yield `${xmlHead}<worksheet xmlns="${escapeAttribute(namespace)}"><cols><col min="1" max="3" width="14" customWidth="1"/><col min="4" max="4" width="80" customWidth="1"/></cols><sheetData>`;
  let number = 0;
  for (const row of listRows(faults, language)) {
    number++;
    const cells = row.map(
      (text, at) =>
        `<c r="${columnLetter(at)}${number}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`,
    );
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

async function markCsv(
  original: string,
  faults: readonly MarkedFault[],
  bySheet: Map<string, Marks>,
  target: Target,
  options: MarkOptions,
): Promise<void> {
  const limits = { ...defaultLimits, ...options.limits };
  const written: WrittenSheet[] = [];
  await using sheets = await openSheets(original, { limits, name: options.name });
  for await (const sheet of sheets.sheets()) {
    const marks = bySheet.get(sheet.name) ?? new Map();
    const column = await freeColumn(sheet, marks, limits);
    written.push({ name: sheet.name, rows: markedRows(sheet, marks, column) });
  }
  const name = listName[options.language];
  const [header, ...rows] = listRows(faults, options.language);
  written.push({ name, header: [header!], widths: [14, 14, 14, 80], rows: [rows] });
  await writeXlsx(target, written);
}

/** Rows of a csv file with their marks, each in the row where it was. */
async function* markedRows(sheet: Sheet, marks: Marks, noteColumn: number): AsyncGenerator<WrittenRow[]> {
  let number = 0;
  for await (const batch of sheet.rows()) {
    const rows: WrittenRow[] = [];
    for (const row of batch) {
      while (++number < row.number) rows.push(markedRow([], marks.get(number), noteColumn));
      rows.push(markedRow(row.cells, marks.get(number), noteColumn));
    }
    yield rows;
  }
}

function markedRow(cells: WrittenRow, mark: RowMark | undefined, noteColumn: number): WrittenRow {
  if (!mark) return cells;
  const marked = Array.from({ length: noteColumn + 1 }, (_, at) => cells[at] ?? null);
  for (const column of mark.columns) marked[column] = new MarkedCell((cells[column] as string | undefined) ?? null);
  marked[noteColumn] = new MarkedCell(mark.note);
  return marked;
}
