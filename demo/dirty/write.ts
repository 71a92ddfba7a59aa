import { readFile, writeFile } from 'node:fs/promises';
import { writeTo } from '../../src/platform/sheets/target.ts';
import * as template from '../../src/platform/sheets/xlsx/template.ts';
import { writeXlsx } from '../../src/platform/sheets/xlsx/write.ts';
import { escapeText } from '../../src/platform/sheets/xml.ts';
import { ZipWriter } from '../../src/platform/sheets/zip-writer.ts';
import type { Rows } from './fault.ts';

/** A plain workbook of one sheet. */
export const workbook = (path: string, sheet: string, rows: Rows): Promise<void> =>
  writeXlsx(path, [{ name: sheet, rows: [rows] }]);

/** A workbook whose one sheet has the given XML, for what our own writer never writes. */
export async function rawWorkbook(path: string, sheet: string, rows: Iterable<string>): Promise<void> {
  const xml = function* (): Generator<string> {
    yield `${template.xmlHead}<worksheet xmlns="${template.mainNamespace}"><sheetData>`;
    yield* rows;
    yield '</sheetData></worksheet>';
  };
  await writeTo(path, async (write) => {
    const zip = new ZipWriter(write);
    await zip.add('[Content_Types].xml', [template.types(1)]);
    await zip.add('_rels/.rels', [template.rootRelations]);
    await zip.add('xl/workbook.xml', [template.workbook([sheet])]);
    await zip.add('xl/_rels/workbook.xml.rels', [template.workbookRelations(1)]);
    await zip.add('xl/styles.xml', [template.styles]);
    await zip.add('xl/worksheets/sheet1.xml', xml());
    await zip.finish();
  });
}

/** A text cell in raw XML. */
export const textCell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${escapeText(text)}</t></is></c>`;

/** A row of text cells in raw XML; null leaves a cell out. */
export const textRow = (number: number, texts: readonly (string | null)[]): string =>
  `<row r="${number}">${texts.map((text, at) => (text === null ? '' : textCell(`${String.fromCharCode(65 + at)}${number}`, text))).join('')}</row>`;

/** The file without its last part, as a copy that was interrupted. */
export async function cutOff(path: string, keep: number): Promise<void> {
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * keep)));
}

/**
 * The smallest compound file ([MS-CFB]) that Excel's password protection leaves: a directory with the two streams of an
 * encrypted package. What is inside stays unread, so it is left out.
 */
export async function lockedWorkbook(path: string): Promise<void> {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 24); // minor version
  bytes.writeUInt16LE(3, 26); // major version: sectors of 512 bytes
  bytes.writeUInt16LE(0xfffe, 28); // little endian
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(1, 44); // one sector of the allocation table
  bytes.writeUInt32LE(1, 48); // the directory begins at sector 1
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(0xfffffffe, 60); // no small streams
  bytes.writeUInt32LE(0xfffffffe, 68); // no further allocation sectors
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76); // the allocation table is sector 0
  bytes.fill(0xff, 512, 1024);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(0xfffffffe, 516);
  for (const [index, name] of ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].entries()) {
    const at = 1024 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = index === 0 ? 5 : 2;
  }
  await writeFile(path, bytes);
}

/** GB18030 bytes of a text: the two-byte part of the standard, which holds all common characters. */
export function gb18030(text: string): Buffer {
  table ??= twoByteTable();
  const known = table;
  return Buffer.concat(
    [...text].map((sign) => (sign.charCodeAt(0) < 0x80 ? Buffer.from(sign, 'latin1') : known.get(sign)!)),
  );
}

let table: Map<string, Buffer> | undefined;

/** Node decodes GB18030 but does not encode it, so the table is made by decoding every two bytes once. */
function twoByteTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      found.set(decoder.decode(bytes), bytes);
    }
  }
  return found;
}
