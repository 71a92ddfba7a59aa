import { type FileHandle, open } from 'node:fs/promises';
import { AppError, type ErrorCode } from '../errors.ts';
import type { Limits } from './limits.ts';
import { findWorkbook } from './xlsx/workbook.ts';
import { damaged, Zip } from './zip.ts';

/** What a file is by its content; its name is not believed. */
export type Found = { kind: 'xlsx'; zip: Zip; workbook: string } | { kind: 'csv'; head: Buffer; size: number };

const headSize = 65_536;

/** Signatures of files that people hand in by mistake and that need no closer look. */
const signatures: readonly (readonly [hex: string, code: ErrorCode, kind: string])[] = [
  ['255044462d', 'sheet.isPdf', 'PDF'],
  ['504b0506', 'sheet.otherKind', 'zip'],
  ['526172211a07', 'sheet.otherKind', 'RAR'],
  ['377abcaf271c', 'sheet.otherKind', '7z'],
  ['1f8b08', 'sheet.otherKind', 'gzip'],
  ['89504e47', 'sheet.otherKind', 'PNG'],
  ['ffd8ff', 'sheet.otherKind', 'JPEG'],
  ['47494638', 'sheet.otherKind', 'GIF'],
  ['7b5c727466', 'sheet.isWord', 'RTF'],
  // Excel 2 to 4 wrote the bare stream without a container.
  ['0900', 'sheet.isXls', 'xls'],
  ['0902', 'sheet.isXls', 'xls'],
  ['0904', 'sheet.isXls', 'xls'],
  ['0908', 'sheet.isXls', 'xls'],
];

/** Looks at the content of a file and opens it when it is a table. Everything else throws an error that says what it is and what to do. */
export async function findKind(path: string, limits: Limits): Promise<Found> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > limits.file) throw new AppError('sheet.tooLarge', { size, limit: limits.file });
    const head = await readAt(file, 0, Math.min(size, headSize));
    if (isBlank(head) && size <= headSize) throw new AppError('sheet.empty');
    const hex = head.toString('hex', 0, 8);
    if (hex.startsWith('504b0304')) return await findInZip(path, limits);
    if (hex === 'd0cf11e0a1b11ae1') throw new AppError(await findInContainer(file, size));
    for (const [signature, code, kind] of signatures) {
      if (hex.startsWith(signature)) throw new AppError(code, { kind });
    }
    refuseMarkup(head);
    return { kind: 'csv', head, size };
  } finally {
    await file.close();
  }
}

async function findInZip(path: string, limits: Limits): Promise<Found> {
  const zip = await Zip.open(path, limits);
  try {
    const has = (start: string): boolean => [...zip.entries.keys()].some((name) => name.startsWith(start));
    if ([...zip.entries.values()].some((entry) => entry.isEncrypted())) throw new AppError('sheet.locked');
    if (has('xl/workbook.bin')) throw new AppError('sheet.isXlsb');
    if (has('word/')) throw new AppError('sheet.isWord');
    if (has('ppt/')) throw new AppError('sheet.otherKind', { kind: 'PowerPoint' });
    if (has('content.xml')) throw new AppError('sheet.isOds');
    const workbook = await findWorkbook(zip);
    if (!workbook) throw new AppError('sheet.otherKind', { kind: 'zip' });
    return { kind: 'xlsx', zip, workbook };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const isBlank = (head: Buffer): boolean => {
  const start = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  return head.subarray(start).every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
};

/** "Excel" exported by many web systems is an html table, or the XML of Excel 2003. */
function refuseMarkup(head: Buffer): void {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const start = head
    .toString(wide ? 'utf16le' : 'latin1', 0, 4096)
    .replace(/^[^\x21-\x7e]+/, '')
    .replace(/^\xef\xbb\xbf\s*/, '');
  if (!start.startsWith('<')) return;
  if (/<(!doctype html|html|head|body|table|meta|style|div)[\s>]/i.test(start)) throw new AppError('sheet.isHtml');
  if (start.startsWith('<?xml')) throw new AppError('sheet.isXml');
}

/** Which document a compound file ([MS-CFB]) holds, by the names in its directory. */
async function findInContainer(file: FileHandle, size: number): Promise<ErrorCode> {
  try {
    const names = await containerNames(file, size);
    if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return 'sheet.locked';
    if (names.has('WordDocument')) return 'sheet.isWord';
    if (names.has('Workbook') || names.has('Book')) return 'sheet.isXls';
    return 'sheet.damaged';
  } catch (error) {
    throw damaged(error, 'OLE');
  }
}

async function containerNames(file: FileHandle, size: number): Promise<Set<string>> {
  const header = await readAt(file, 0, 512);
  const sector = 1 << header.readUInt16LE(30);
  if (sector !== 512 && sector !== 4096) throw new Error('sector size');
  const perSector = sector / 4;
  const at = (id: number): number => (id + 1) * sector;
  const names = new Set<string>();
  const sectors = Math.ceil(size / sector);
  let id = header.readUInt32LE(48);
  // At most as many steps as there are sectors: a damaged chain may run in a circle.
  for (let step = 0; step < sectors && id < 0xfffffffa; step++) {
    const directory = await readAt(file, at(id), sector);
    for (let offset = 0; offset < sector; offset += 128) {
      const length = Math.min(directory.readUInt16LE(offset + 64), 64);
      if (length > 2) names.add(directory.toString('utf16le', offset, offset + length - 2));
    }
    const table = Math.floor(id / perSector);
    // The header lists the first 109 allocation sectors. Past them (7 MB) the names read so far have to do: the wanted ones stand first.
    if (table >= 109) return names;
    const entries = await readAt(file, at(header.readUInt32LE(76 + table * 4)), sector);
    id = entries.readUInt32LE((id % perSector) * 4);
  }
  return names;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return bytesRead === length ? buffer : Buffer.from(buffer.subarray(0, bytesRead));
}
