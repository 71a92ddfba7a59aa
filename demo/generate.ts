import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cell } from '../src/platform/sheets/cells.ts';
import { writeCsv } from '../src/platform/sheets/csv/write.ts';
import { writeXlsx } from '../src/platform/sheets/xlsx/write.ts';
import { generateDirty } from './dirty/generate.ts';
import type { DemoFile } from './files.ts';
import { handedIn } from './handed-in.ts';
import { csvRow, layOut } from './layout.ts';
import type { Table } from './rows.ts';
import { defaultSeed } from './story.ts';

export interface Wanted {
  /** Where the files go; made when missing. */
  readonly directory: string;
  readonly seed?: string;
  /** All 3.2 million appeals of the hotline instead of one in a hundred. */
  readonly full?: boolean;
  /** The dirty set instead of the city: small files with the faults of real ones, and `expected.json` that lists them. */
  readonly dirty?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly path: string;
  readonly done: number;
  readonly files: number;
}

/**
 * Writes the workbooks of the demo city, the same bytes for the same seed.
 * @returns the paths written, relative to the directory, in the order in which they are to be imported
 */
export async function generate({
  directory,
  seed = defaultSeed,
  full = false,
  dirty = false,
  onProgress,
}: Wanted): Promise<string[]> {
  if (dirty) return generateDirty({ directory, seed });
  const files = handedIn(seed, full);
  for (const [at, file] of files.entries()) {
    const path = join(directory, file.path);
    await mkdir(dirname(path), { recursive: true });
    await write(path, file);
    onProgress?.({ path: file.path, done: at + 1, files: files.length });
  }
  return files.map(({ path }) => path);
}

async function write(path: string, file: DemoFile): Promise<void> {
  if (file.kind === 'csv') await writeCsv(path, csvRows(file.table));
  else
    await writeXlsx(
      path,
      file.sheets.map(({ table, frame }) => layOut(table, frame)),
    );
}

const batchSize = 1000;

function* csvRows(table: Table): Generator<Cell[][]> {
  let batch: Cell[][] = [table.columns.map((key) => table.register.columns[key]!.words.zh)];
  for (const row of table.rows()) {
    batch.push(csvRow(table, row));
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
