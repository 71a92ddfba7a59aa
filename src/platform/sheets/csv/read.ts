import type { Row } from '../cells.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { type Piece, readText, type TextFile } from './encoding.ts';
import { type Dialect, Splitter } from './split.ts';

const separators = [',', '\t', ';', '|'];
/** Characters of text looked at to find the separator. */
const sampleSize = 65_536;
const batchSize = 1000;

/** Rows of a csv file in batches of about a thousand, each with what is doubtful about it. */
export async function* readCsv(
  path: string,
  file: TextFile,
  head: Buffer,
  sheet: string,
  limits: Limits,
): AsyncGenerator<Row[]> {
  let splitter: Splitter | null = null;
  let sampled: Piece[] = [];
  let size = 0;
  const begin = (): Splitter => {
    const sample = sampled.map((piece) => piece.text).join('');
    const { dialect, skip } = findDialect(sample);
    const begun = new Splitter(dialect, sheet, limits);
    let left = skip;
    for (const { text, found } of sampled) {
      begun.write(text.slice(left), found, file.encoding);
      left = Math.max(0, left - text.length);
    }
    sampled = [];
    return begun;
  };
  for await (const piece of readText(path, file, head, limits)) {
    if (splitter) splitter.write(piece.text, piece.found, file.encoding);
    else {
      sampled.push(piece);
      size += piece.text.length;
      if (size >= sampleSize) splitter = begin();
    }
    if (splitter && splitter.rows.length >= batchSize) yield* batches(splitter.take());
  }
  splitter ??= begin();
  splitter.end();
  yield* batches(splitter.take());
}

function* batches(rows: Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += batchSize) yield rows.slice(from, from + batchSize);
}

/** Separator and line end of a text; `skip` is the length of a `sep=;` line, which tells Excel the separator and is no row. */
export function findDialect(sample: string): { dialect: Dialect; skip: number } {
  const eol = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const told = /^sep=(.)\r?(?:\n|\r|$)/.exec(sample);
  if (told) return { dialect: { separator: told[1]!, eol }, skip: told[0].length };
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const splitter = new Splitter({ separator, eol }, '', { ...defaultLimits, record: Number.MAX_SAFE_INTEGER });
    splitter.write(sample);
    if (splitter.rows.length === 0) splitter.end();
    const score = agreement(splitter.rows);
    if (score > best.score) best = { separator, score };
  }
  return { dialect: { separator: best.separator, eol }, skip: 0 };
}

/** How well the rows agree on a number of columns above one: the share of rows that have the commonest number, and a little for more columns. */
function agreement(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells, problems } of rows) {
    // Quotes that do not fit tell that this is not the separator: `a,"|",b` cut at the bar leaves half a pair on each side.
    const fits = problems.length === 0 && cells.every((cell) => typeof cell !== 'string' || !halfPair(cell));
    if (cells.length > 1 && fits) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [columns, count] of counts) best = Math.max(best, count / rows.length + Math.min(columns, 99) / 10_000);
  return best;
}

/** Whether a cell holds an odd number of quotes. */
const halfPair = (cell: string): boolean => (cell.split('"').length - 1) % 2 === 1;
