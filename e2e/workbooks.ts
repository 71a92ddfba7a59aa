import type { Download } from '@playwright/test';
import exceljs from 'exceljs';

export type Line = readonly (string | number | Date | null)[];

/** A workbook as a unit makes it: a merged title line, the header, the rows, and who filled it in. */
export async function workbook(title: string, header: readonly string[], rows: readonly Line[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, header.length);
  sheet.addRow([...header]);
  for (const row of rows) sheet.addRow([...row]);
  sheet.addRow(['填表人：张三']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Opens a workbook that the browser downloaded. */
export async function opened(download: Download): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(await download.path());
  return book.worksheets[0]!;
}

/** A file as a person chooses it. */
export const chosen = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
});
