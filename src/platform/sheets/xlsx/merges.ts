import { columnIndex, rowNumber } from '../cells.ts';

/** A merged area; its value stands in the cell at `row`, `column`. Rows are 1-based, columns 0-based, both ends included. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

const mostMerges = 10_000;
/** Bytes kept of what follows the rows; the list of merges stands near its beginning (ECMA-376 part 1, 18.3.1.99). */
const mostTail = 4 * 1024 ** 2;

/**
 * Merged areas of a worksheet part, at most ten thousand. The list follows the rows, so the part is run through once without parsing the rows.
 */
export async function readMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const end = Buffer.from('sheetData>');
  let before: Buffer = Buffer.alloc(0);
  let tail: Buffer[] | null = null;
  let size = 0;
  for await (const chunk of chunks) {
    if (tail) {
      tail.push(chunk);
      size += chunk.length;
    } else {
      const joined: Buffer = Buffer.concat([before, chunk]);
      const at = joined.lastIndexOf(end);
      // The opening tag `<sheetData>` also matches: rows that follow it are dropped with the next match.
      if (at >= 0 && isClosing(joined, at)) tail = [joined.subarray(at)];
      before = joined.subarray(Math.max(0, joined.length - 64));
    }
    if (size > mostTail) break;
  }
  const merges: Merge[] = [];
  const text = tail ? Buffer.concat(tail).toString('utf8') : '';
  for (const [, from, to] of text.matchAll(/mergeCell ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/g)) {
    merges.push({
      row: rowNumber(from!),
      column: columnIndex(from!),
      lastRow: rowNumber(to!),
      lastColumn: columnIndex(to!),
    });
    if (merges.length === mostMerges) break;
  }
  return merges;
}

/** True for `</sheetData>` and `</x:sheetData>`. */
const isClosing = (bytes: Buffer, at: number): boolean => bytes.lastIndexOf('</', at) > bytes.lastIndexOf('>', at - 1);
