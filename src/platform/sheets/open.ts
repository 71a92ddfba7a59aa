import { basename, extname } from 'node:path';
import type { Problem, Row } from './cells.ts';
import { type Encoding, findEncoding } from './csv/encoding.ts';
import { readCsv } from './csv/read.ts';
import { findKind } from './kind.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type Merge, readMerges } from './xlsx/merges.ts';
import { readRows } from './xlsx/rows.ts';
import { readStrings } from './xlsx/strings.ts';
import { type NumberKind, readStyles } from './xlsx/styles.ts';
import { readWorkbook, type SheetState } from './xlsx/workbook.ts';
import type { Zip } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /** Rows with content, in batches of about a thousand; memory does not grow with their number. May be called again to read anew. */
  rows(): AsyncIterable<Row[]>;
  /** Merged areas. For xlsx this runs through the sheet once without parsing its rows. */
  merges(): Promise<Merge[]>;
}

export interface Sheets extends AsyncDisposable {
  readonly kind: 'xlsx' | 'csv';
  /** Of a csv file. */
  readonly encoding?: Encoding;
  /** What is worth knowing about the file as a whole; what is wrong with a row comes with the row. */
  readonly notes: readonly Problem[];
  /** Sheets in the order of their tabs, hidden ones too; a csv file has one, named like the file. */
  sheets(): AsyncIterable<Sheet>;
  close(): void;
}

/**
 * Opens a workbook or csv file for reading. What it is is found from its content.
 *
 * Throws an `AppError` of the `sheet.` family when the file is no readable table, at once or, for damage further inside, from `rows()`.
 */
export async function openSheets(
  path: string,
  options: { limits?: Partial<Limits>; name?: string } = {},
): Promise<Sheets> {
  const limits = { ...defaultLimits, ...options.limits };
  const found = await findKind(path, limits);
  if (found.kind === 'xlsx') return openXlsx(found.zip, found.workbook, limits);
  return openCsv(path, found.head, options.name ?? path, limits);
}

/** Names that promise a workbook. */
const workbooks: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.et']);

async function openCsv(path: string, head: Buffer, file: string, limits: Limits): Promise<Sheets> {
  const text = await findEncoding(path, head, limits);
  const name = basename(file, extname(file));
  const extension = extname(file).toLowerCase();
  const sheet: Sheet = {
    name,
    state: 'visible',
    rows: () => readCsv(path, text, head, name, limits),
    merges: async () => [],
  };
  return {
    kind: 'csv',
    encoding: text.encoding,
    notes: [
      ...(text.mixed ? [{ code: 'sheet.mixedEncoding', params: {} } as const] : []),
      ...(workbooks.has(extension) ? [{ code: 'sheet.textNotWorkbook', params: { extension } } as const] : []),
    ],
    async *sheets() {
      yield sheet;
    },
    close() {},
    async [Symbol.asyncDispose]() {},
  };
}

async function openXlsx(zip: Zip, part: string, limits: Limits): Promise<Sheets> {
  const close = (): void => zip.close();
  try {
    const workbook = await readWorkbook(zip, part);
    const kinds: NumberKind[] = workbook.styles ? await readStyles(zip, workbook.styles) : [];
    let strings: Promise<string[]> | undefined;
    const shared = (): Promise<string[]> => {
      strings ??= workbook.strings ? readStrings(zip, workbook.strings, limits) : Promise.resolve([]);
      return strings;
    };
    return {
      kind: 'xlsx',
      notes: [],
      async *sheets() {
        for (const { name, state, part } of workbook.sheets) {
          yield {
            name,
            state,
            async *rows() {
              const context = {
                sheet: name,
                part,
                strings: await shared(),
                kinds,
                from1904: workbook.from1904,
                limits,
              };
              yield* readRows(context, zip.read(part));
            },
            merges: () => readMerges(zip.read(part)),
          };
        }
      },
      close,
      async [Symbol.asyncDispose]() {
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
