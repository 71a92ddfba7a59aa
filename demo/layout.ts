import type { Column } from '../src/platform/register/columns.ts';
import type { Register } from '../src/platform/register/declare.ts';
import { normaliseHeader } from '../src/platform/register/import/recognise.ts';
import { type Cell, columnLetter, DateCell } from '../src/platform/sheets/cells.ts';
import { isoSerial } from '../src/platform/sheets/serial.ts';
import type { WrittenSheet } from '../src/platform/sheets/xlsx/write.ts';
import type { Table, Value, Values } from './rows.ts';

/** How a clerk makes a workbook: the habits the importer must cope with. */
export interface Style {
  readonly dates: 'iso' | 'han' | 'dot' | 'slash' | 'serial';
  /** A heading of one row, or of two rows whose upper one merges groups of columns. */
  readonly heading: 'plain' | 'grouped';
  /** Headings as the register calls them, by their first other name, or in English. */
  readonly names: 'label' | 'alias' | 'english';
  readonly fullWidth: boolean;
  readonly ticks: boolean;
  /** Lines 填报单位 and 填报日期 above the heading, a running number before the columns, 合计 and signatures below. */
  readonly framed: boolean;
}

/** The styles at hand; a file takes one by its number, so that neighbours differ. */
const styles: readonly Style[] = [
  { dates: 'iso', heading: 'plain', names: 'label', fullWidth: false, ticks: false, framed: true },
  { dates: 'han', heading: 'plain', names: 'alias', fullWidth: false, ticks: false, framed: true },
  { dates: 'serial', heading: 'grouped', names: 'label', fullWidth: false, ticks: true, framed: true },
  { dates: 'dot', heading: 'plain', names: 'alias', fullWidth: true, ticks: false, framed: true },
  { dates: 'serial', heading: 'plain', names: 'label', fullWidth: false, ticks: false, framed: false },
  { dates: 'slash', heading: 'grouped', names: 'label', fullWidth: true, ticks: true, framed: true },
  { dates: 'han', heading: 'grouped', names: 'alias', fullWidth: true, ticks: false, framed: true },
];

export const styleOf = (number: number): Style => styles[number % styles.length]!;

/** One unit keeps its workbooks in English. */
export const englishStyle: Style = {
  dates: 'iso',
  heading: 'plain',
  names: 'english',
  fullWidth: false,
  ticks: false,
  framed: false,
};

export interface Frame {
  readonly style: Style;
  /** Above the heading, merged. */
  readonly title: string;
  /** Tab of the sheet. */
  readonly tab: string;
  readonly reporter: string;
  readonly reportedOn: string;
}

const batchSize = 500;

/** The sheet of a table as a clerk with this style would hand it in. */
export function layOut(table: Table, frame: Frame): WrittenSheet {
  const { register } = table;
  const { style } = frame;
  const columns = table.columns.map((key) => ({ key, column: register.columns[key]! }));
  const numbered = style.framed && !takesSerial(register);
  const offset = numbered ? 1 : 0;
  const names = columns.map(({ key, column }) => heading(register, key, column, style));
  const labels = numbered ? ['序号', ...names] : names;
  const header: Cell[][] = [];
  const merges: string[] = [];
  if (style.framed) {
    const line: Cell[] = labels.map(() => null);
    line[0] = `填报单位：${frame.reporter}`;
    line[Math.max(1, labels.length - 2)] = `填报日期：${han(frame.reportedOn)}`;
    header.push(line);
  }
  const groups = style.heading === 'grouped' ? groupsOf(labels.length, offset) : [];
  if (groups.length > 0) {
    const row = header.length + 2;
    header.push(
      labels.map((label, at) => groups.find(({ from }) => from === at)?.name ?? (at < offset ? label : null)),
    );
    for (const { from, to } of groups) merges.push(`${columnLetter(from)}${row}:${columnLetter(to)}${row}`);
    if (numbered) merges.push(`A${row}:A${row + 1}`);
    header.push(labels.map((label, at) => (at < offset ? null : label)));
  } else header.push(labels);
  return {
    name: frame.tab,
    title: frame.title,
    header,
    merges,
    widths: labels.map((label, at) => (at < offset ? 6 : Math.min(40, 10 + label.length))),
    rows: bodyOf(table, columns, frame, numbered),
  };
}

function* bodyOf(
  table: Table,
  columns: readonly { key: string; column: Column }[],
  { style, reportedOn }: Frame,
  numbered: boolean,
): Generator<Cell[][]> {
  let batch: Cell[][] = [];
  let count = 0;
  for (const row of table.rows()) {
    count += 1;
    const cells = columns.map(({ key, column }) => cellOf(column, row[key] ?? null, style));
    batch.push(numbered ? [count, ...cells] : cells);
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (style.framed) {
    const width = columns.length + (numbered ? 1 : 0);
    // The count stands in the last column, far from what every record must have.
    batch.push(['合计', ...Array<Cell>(width - 2).fill(null), `共${count}条`]);
    batch.push([`备注：本表数据截至${han(reportedOn)}，由填报单位核对。`]);
    batch.push(['填表人：台账专管员', null, '审核人：分管负责同志']);
  }
  yield batch;
}

/** Some registers call a column of their own 序号: a running number beside it would be taken for it. */
const takesSerial = (register: Register): boolean =>
  Object.values(register.columns).some(({ words, aliases }) => [words.zh, ...aliases].includes('序号'));

/** The name a heading goes by. An alias that is another column's label would be read as that column, so it is not used. */
function heading(register: Register, key: string, column: Column, style: Style): string {
  if (style.names === 'english') return column.words.en;
  if (style.names === 'label') return column.words.zh;
  const taken = new Set(
    Object.entries(register.columns).flatMap(([other, { words, aliases }]) =>
      other === key ? [] : [words.zh, words.en, other, ...aliases].map(normaliseHeader),
    ),
  );
  return column.aliases.find((alias) => !taken.has(normaliseHeader(alias))) ?? column.words.zh;
}

/** Two groups over the columns of a heading of two rows. */
function groupsOf(width: number, offset: number): { name: string; from: number; to: number }[] {
  const middle = offset + Math.ceil((width - offset) / 2);
  if (width - middle < 2) return [];
  return [
    { name: '基本信息', from: offset, to: middle - 1 },
    { name: '工作情况', from: middle, to: width - 1 },
  ];
}

/** One value as the style writes it. */
export function cellOf(column: Column, value: Value, style: Style): Cell {
  if (value === null) return null;
  switch (column.kind) {
    case 'date':
      return dateCell(String(value), style);
    case 'time':
      return style.dates === 'serial' ? new DateCell(isoSerial(`${value}:00`.slice(0, 19))!) : String(value);
    case 'yesNo':
      if (style.names === 'english') return value ? 'Yes' : 'No';
      return style.ticks ? (value ? '√' : '×') : value ? '是' : '否';
    case 'choice':
      return column.choices![String(value)]![style.names === 'english' ? 'en' : 'zh'];
    case 'integer':
      return style.fullWidth ? wide(String(value)) : value;
    default:
      return value;
  }
}

function dateCell(day: string, { dates }: Style): Cell {
  const [year, month, date] = day.split('-').map(Number);
  switch (dates) {
    case 'han':
      return han(day);
    case 'dot':
      return `${year}.${month}.${date}`;
    case 'slash':
      return `${year}/${month}/${date}`;
    case 'serial':
      return new DateCell(isoSerial(day)!);
    case 'iso':
      return day;
  }
}

/** 2021年3月1日 */
export const han = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Digits as Chinese input methods leave them. */
const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Cells of a csv file: no titles, no totals, days as ISO. */
export const plainStyle: Style = styles[4]!;

/** One row for a csv file. */
export const csvRow = (table: Table, row: Values): Cell[] =>
  table.columns.map((key) => {
    const value = row[key] ?? null;
    const column = table.register.columns[key]!;
    return column.kind === 'date' || column.kind === 'time' ? value : cellOf(column, value, plainStyle);
  });
