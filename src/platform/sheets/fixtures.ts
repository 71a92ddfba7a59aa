import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { AppError } from '../errors.ts';
import type { Problem, Row } from './cells.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openSheets } from './open.ts';
import { writeTo } from './target.ts';
import * as template from './xlsx/template.ts';
import { Zip } from './zip.ts';
import { ZipWriter } from './zip-writer.ts';

const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
/** A path for a new file, gone after the tests. */
export const newPath = (extension = 'xlsx'): string => join(folder, `${++files}.${extension}`);

export async function fileOf(content: Buffer | string, extension = 'csv'): Promise<string> {
  const path = newPath(extension);
  await writeFile(path, content);
  return path;
}

type Content = string | Iterable<string>;

/** A zip with the given parts. */
export async function zipOf(parts: Readonly<Record<string, Content>>, extension = 'xlsx'): Promise<string> {
  const path = newPath(extension);
  await writeTo(path, async (write) => {
    const zip = new ZipWriter(write);
    for (const [name, content] of Object.entries(parts)) {
      await zip.add(name, typeof content === 'string' ? [content] : content);
    }
    await zip.finish();
  });
  return path;
}

export const sheetXml = (rows: string, after = ''): string =>
  `<worksheet xmlns="${template.mainNamespace}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A workbook whose one sheet, 名单, has the given XML; further parts replace the usual ones. */
export const workbookOf = (sheet: Content, more: Readonly<Record<string, Content>> = {}): Promise<string> =>
  zipOf({
    '[Content_Types].xml': template.types(1),
    '_rels/.rels': template.rootRelations,
    'xl/workbook.xml': template.workbook(['名单']),
    'xl/_rels/workbook.xml.rels': template.workbookRelations(1),
    'xl/styles.xml': template.styles,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });

export interface ReadSheet {
  name: string;
  state: string;
  rows: Row[];
}

/** Everything in a file. */
export async function readAll(path: string, limits?: Partial<Limits>): Promise<ReadSheet[]> {
  await using file = await openSheets(path, { limits });
  const read: ReadSheet[] = [];
  for await (const sheet of file.sheets()) {
    const rows: Row[] = [];
    for await (const batch of sheet.rows()) rows.push(...batch);
    read.push({ name: sheet.name, state: sheet.state, rows });
  }
  return read;
}

export const cellsOf = async (path: string, limits?: Partial<Limits>): Promise<Row['cells'][]> =>
  (await readAll(path, limits)).flatMap((sheet) => sheet.rows.map((row) => row.cells));

export const problemsOf = async (path: string, limits?: Partial<Limits>): Promise<Problem[]> =>
  (await readAll(path, limits)).flatMap((sheet) => sheet.rows.flatMap((row) => row.problems));

/** Code of the error that reading a file to its end meets, or `none`. */
export async function refusal(path: string, limits?: Partial<Limits>): Promise<string> {
  try {
    await readAll(path, limits);
    return 'none';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** A file with one byte changed. */
export async function flip(path: string, at: number): Promise<string> {
  const bytes = await readFile(path);
  bytes[at] = bytes[at]! ^ 0x55;
  return fileOf(bytes, 'xlsx');
}

/** The smallest compound file ([MS-CFB]) whose directory holds the given names. */
export function containerOf(names: readonly string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30); // sectors of 512 bytes
  bytes.writeUInt32LE(1, 48); // the directory is sector 1
  bytes.writeUInt32LE(0, 76); // the allocation table is sector 0
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', ...names].entries()) {
    const at = 1024 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
  }
  return bytes;
}

/** The text of one part of a workbook. @param part its path in the file, `xl/worksheets/sheet1.xml` */
export async function partOf(path: string, part: string): Promise<string> {
  const zip = await Zip.open(path, defaultLimits);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of zip.read(part)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } finally {
    zip.close();
  }
}
