import { PassThrough, type Readable } from 'node:stream';
import { readQuery } from '../../database/cursor.ts';
import type { Session } from '../../database/session.ts';
import { type Pools, type Tx, transact } from '../../database/transact.ts';
import type { Json } from '../../ledger/canonical.ts';
import { perform } from '../../ledger/perform.ts';
import { DateCell, type Cell as SheetCell } from '../../sheets/cells.ts';
import { writeCsv } from '../../sheets/csv/write.ts';
import { isoSerial } from '../../sheets/serial.ts';
import { writeXlsx } from '../../sheets/xlsx/write.ts';
import { fill, type Language, words } from '../../words.ts';
import { withoutContent } from '../closed.ts';
import type { Column } from '../columns.ts';
import type { ListQuery } from '../contract.ts';
import type { Register } from '../declare.ts';
import { namingColumns } from '../import/references.ts';
import { checkFilter, wholeSet } from '../list.ts';
import type { StoredRow } from '../rows.ts';
import { type Cell, readValues } from '../rows.ts';
import { mustReach, reaches } from '../scope.ts';
import type { RecordSet, Where } from '../sets.ts';
import { titleColumn, titlesOf } from '../titles.ts';
import { exporting } from './acts.ts';
import type { RecordDesk } from './desk.ts';

export type Format = 'xlsx' | 'csv';

/** Media types of the formats. */
export const formats: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** What is exported: what the list shows under the same filters. */
export type Exported = Pick<ListQuery, 'sort' | 'asOf' | 'knownAt'> & { readonly where?: Where };

/** By its id the act is found among the ledger's entries, which say who took a copy, and when; the copy itself names nobody. */
const FOOTER = words(
  '内部资料，不得外传 · 导出操作编号 {act}',
  'Internal, not to be passed on · act of this export: {act}',
);

/** Rows read, named and written at once. */
const BATCH = 1_000;

/**
 * A list as a workbook or csv that an import takes back: labels as headers, choices as labels, references by the name that
 * an import finds them by, personal numbers masked. Streams: the memory is that of one batch, however long the list.
 * Exporting a confidential register is an act, whose number the workbook carries at the foot of its pages (reference 28).
 * @throws AppError for what the session may not see or a filter that names no column, before the first byte
 */
export async function exportRecords(
  desk: Pick<RecordDesk, 'pools' | 'registry'>,
  session: Session,
  register: Register,
  asked: Exported,
  as: { readonly format: Format; readonly language: Language },
): Promise<Readable> {
  const { where = {}, ...how } = asked;
  mustReach(session, register, 'read');
  checkFilter(desk.registry.catalogue, session, register, where);
  return exportSet(desk, session, { register, where }, how, as);
}

/**
 * The same for a declared set, whose conditions may reach further than a filter: the records of a figure.
 * @throws AppError for what the session may not see
 */
export async function exportSet(
  desk: Pick<RecordDesk, 'pools' | 'registry'>,
  session: Session,
  set: RecordSet,
  asked: Pick<ListQuery, 'sort' | 'asOf' | 'knownAt'>,
  as: { readonly format: Format; readonly language: Language },
): Promise<Readable> {
  const { register, where } = set;
  mustReach(session, register, 'read');
  const rows = wholeSet(desk.registry, session, set, asked);
  const detail = { format: as.format, filtered: Object.keys(where), asOf: asked.asOf ?? null };
  const footer = await takenAlong(desk.pools, session, register, detail, as.language);
  const out = new PassThrough();
  const columns = Object.values(register.columns);
  const header = columns.map(({ words }) => words[as.language]);
  const written = transact(desk.pools, session, 'read', async (tx) => {
    const batches = cellsOf(tx, desk, register, readQuery(tx, rows, BATCH), as);
    if (as.format === 'csv') return writeCsv(out, withHeader(header, batches));
    return writeXlsx(out, [
      { name: register.words[as.language], header: [header], widths: widths(columns), footer, rows: batches },
    ]);
  });
  // The reader sees the stream break; there is nobody else to tell.
  written.catch((error: Error) => out.destroy(error));
  return out;
}

/**
 * Records of a confidential register are taken along by an act; those of another leave none.
 * @param detail what the entry, which anybody may read, says of what was taken
 * @returns the line for the foot of the copy's pages; undefined where there was no act
 */
export async function takenAlong(
  pools: Pools,
  session: Session,
  register: Register,
  detail: Json,
  language: Language,
): Promise<string | undefined> {
  if (!register.policy.confidential) return undefined;
  const act = await perform(pools, session, exporting, async (tx) => ({
    result: tx.act,
    subject: register.name,
    detail,
    withheld:
      register.shielded !== undefined &&
      register.officer !== undefined &&
      !reaches(session, register, 'read').has('all'),
  }));
  return fill(FOOTER[language], { act });
}

async function* withHeader(header: SheetCell[], batches: AsyncIterable<SheetCell[][]>): AsyncGenerator<SheetCell[][]> {
  yield [header];
  yield* batches;
}

async function* cellsOf(
  tx: Tx,
  desk: Pick<RecordDesk, 'registry'>,
  register: Register,
  batches: AsyncIterable<Record<string, unknown>[]>,
  as: { readonly format: Format; readonly language: Language },
): AsyncGenerator<SheetCell[][]> {
  const columns = Object.entries(register.columns);
  for await (const batch of batches) {
    const values = withoutContent(tx.session, register, batch as StoredRow[]).map((row) =>
      readValues(desk.registry.vault, register, row),
    );
    const names = await titlesOf(tx, desk.registry.catalogue, register, values, namingColumn);
    yield values.map((row, at) =>
      columns.map(([key, column]) => {
        const value = column.kind === 'ref' ? (names[at]![key] ?? null) : (row[key] ?? null);
        return value === null ? null : cellOf(column, value, as);
      }),
    );
  }
}

/** What an import finds a record by: its title where that is unique enough to be looked up, else its key. */
function namingColumn(register: Register): string {
  const title = titleColumn(register);
  const naming = namingColumns(register);
  return naming.includes(title) ? title : (naming[0] ?? title);
}

function cellOf(
  column: Column,
  value: Exclude<Cell, null>,
  { format, language }: { readonly format: Format; readonly language: Language },
): SheetCell {
  switch (column.kind) {
    case 'choice':
      return column.choices![value as string]?.[language] ?? value;
    case 'yesNo':
      return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
    case 'time':
      return inShanghai(value as string);
    case 'date':
      return format === 'xlsx' ? new DateCell(isoSerial(value as string)!) : value;
    case 'decimal':
      // A spreadsheet program keeps 15 digits; money beyond that stays text.
      return String(value).length <= 15 ? Number(value) : value;
    default:
      return value;
  }
}

/** `2021-03-01 14:30:00` on the clock of China, which is how an import reads a moment without a zone. */
function inShanghai(iso: string): string {
  const local = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}

const widths = (columns: readonly Column[]): number[] =>
  columns.map(({ kind, max }) => (kind === 'text' ? ((max ?? 0) > 200 ? 48 : 22) : kind === 'ref' ? 22 : 16));
