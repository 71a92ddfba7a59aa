import { type Cell, cellText } from '../cells.ts';
import { type Target, writeTo } from '../target.ts';
import { guard } from './guard.ts';

export type CsvRows = Iterable<readonly (readonly Cell[])[]> | AsyncIterable<readonly (readonly Cell[])[]>;

const chunkSize = 65_536;

/**
 * Writes UTF-8 with a byte order mark, without which Excel reads Chinese as mojibake, and lines that end in CR LF (RFC 4180).
 * Text that a spreadsheet program would run as a formula gets an apostrophe, which reading takes away again; numbers are left as they are.
 *
 * @param rows batches of rows, the header among them
 */
export async function writeCsv(target: Target, rows: CsvRows): Promise<void> {
  await writeTo(target, async (write) => {
    let text = '\ufeff';
    for await (const batch of rows) {
      for (const row of batch) {
        text += line(row);
        if (text.length > chunkSize) {
          await write(text);
          text = '';
        }
      }
    }
    await write(text);
  });
}

function line(row: readonly Cell[]): string {
  let text = '';
  for (let column = 0; column < row.length; column++) {
    if (column > 0) text += ',';
    const cell = row[column]!;
    if (typeof cell === 'string') text += field(guard(cell));
    else if (cell !== null) text += typeof cell === 'object' ? field(guard(cellText(cell) ?? '')) : cellText(cell);
  }
  return `${text}\r\n`;
}

/** Quoted where any separator that a reader may guess, a quote, a line break or an outer blank stands in it. */
const field = (text: string): string =>
  /[",;|\t\r\n]|^ | $|^sep=/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
