import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { AppError } from '../../errors.ts';
import type { Limits } from '../limits.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface TextFile {
  readonly encoding: Encoding;
  /** Some lines are in another encoding than the file; the text is then decoded line by line. */
  readonly mixed: boolean;
  /** Bytes of the byte order mark. */
  readonly start: number;
}

/** A run of decoded text. `found` names the encoding when it is not the file's own. */
export interface Piece {
  readonly text: string;
  readonly found: Encoding | null;
}

const chunkSize = 262_144;
const lf = 0x0a;
const cr = 0x0d;

/**
 * Finds the encoding from the bytes of the whole file: a csv file does not say what it is, and its first non-ASCII line may be its last.
 * Throws `sheet.otherKind` when the content is no text.
 */
export async function findEncoding(path: string, head: Buffer, limits: Limits): Promise<TextFile> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { ...(await weigh(path, head, limits, 'utf-8')), start: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mixed: false, start: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mixed: false, start: 2 };
  const wide = unmarkedUtf16(head);
  if (wide) return { encoding: wide, mixed: false, start: 0 };
  return weigh(path, head, limits, null);
}

/** UTF-16 without its mark shows by zeros at every other byte; a binary file by control characters. */
function unmarkedUtf16(head: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  let control = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!;
    if (byte === 0) at % 2 === 0 ? even++ : odd++;
    else if (byte < 9 || (byte > 13 && byte < 32)) control++;
  }
  const zeros = even + odd;
  if (zeros > head.length / 5) {
    if (odd > zeros * 0.95 && linesEndAt(head, 0)) return 'utf-16le';
    if (even > zeros * 0.95 && linesEndAt(head, 1)) return 'utf-16be';
  }
  if (zeros + control > Math.max(16, head.length / 20)) throw new AppError('sheet.otherKind', { kind: 'binary' });
  return null;
}

/** True when every line feed is half of a two-byte one; stray NUL characters in a one-byte encoding do not look like that. */
function linesEndAt(head: Buffer, side: 0 | 1): boolean {
  for (let at = head.indexOf(lf); at >= 0; at = head.indexOf(lf, at + 1)) {
    const other = side === 0 ? at + 1 : at - 1;
    if (at % 2 !== side || (other < head.length && head[other] !== 0)) return false;
  }
  return true;
}

/** Weighs the lines by bytes: which of the two encodings carries the file, and whether the other one appears at all. */
async function weigh(path: string, head: Buffer, limits: Limits, marked: Encoding | null): Promise<TextFile> {
  let utf8 = 0;
  let other = 0;
  for await (const block of lineBlocks(path, 0, lineEnd(head), limits)) {
    if (isUtf8(block)) {
      if (!isAscii(block)) utf8 += block.length;
      continue;
    }
    for (const line of lines(block, lineEnd(head))) {
      const kind = judge(line);
      if (kind === 'utf-8' || kind === 'broken') utf8 += line.length;
      else if (kind === 'other') other += line.length;
    }
  }
  const encoding = marked ?? (other > utf8 ? 'gb18030' : 'utf-8');
  return { encoding, mixed: utf8 > 0 && other > 0, start: 0 };
}

/** `weak`: bytes that are valid in both, without a three-byte character; GB18030 text can look like that by chance (联通). */
type Verdict = 'ascii' | 'utf-8' | 'weak' | 'broken' | 'other';

function judge(line: Buffer): Verdict {
  if (isAscii(line)) return 'ascii';
  if (isUtf8(line)) return line.some((byte) => byte >= 0xe0) ? 'utf-8' : 'weak';
  // GB18030 read as UTF-8 is nearly all replacement characters; UTF-8 with a damaged byte has a few.
  let lost = 0;
  let kept = 0;
  const text = line.toString('utf8');
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) lost++;
    else if (code >= 0x0800) kept++;
  }
  return kept > lost * 4 ? 'broken' : 'other';
}

/** The file's text from its first character on. */
export async function* readText(path: string, file: TextFile, head: Buffer, limits: Limits): AsyncGenerator<Piece> {
  if (file.mixed) {
    yield* readMixed(path, file, head, limits);
    return;
  }
  const decoder = new TextDecoder(file.encoding, { ignoreBOM: true });
  for await (const chunk of createReadStream(path, { start: file.start, highWaterMark: chunkSize })) {
    yield { text: decoder.decode(chunk as Buffer, { stream: true }), found: null };
  }
  const rest = decoder.decode();
  if (rest !== '') yield { text: rest, found: null };
}

async function* readMixed(path: string, file: TextFile, head: Buffer, limits: Limits): AsyncGenerator<Piece> {
  const eol = lineEnd(head);
  const gb = new TextDecoder('gb18030');
  const decode = (bytes: Buffer, encoding: Encoding): string =>
    encoding === 'utf-8' ? bytes.toString('utf8') : gb.decode(bytes);
  for await (const block of lineBlocks(path, file.start, eol, limits)) {
    // Neighbouring lines of one encoding are decoded together.
    let from = 0;
    let at = 0;
    let current: Encoding = file.encoding;
    for (const line of lines(block, eol)) {
      const verdict = judge(line);
      const encoding =
        verdict === 'utf-8' || verdict === 'broken' ? 'utf-8' : verdict === 'other' ? 'gb18030' : file.encoding;
      if (encoding !== current) {
        if (at > from) yield piece(decode(block.subarray(from, at), current), current, file);
        from = at;
        current = encoding;
      }
      at += line.length;
    }
    if (at > from) yield piece(decode(block.subarray(from, at), current), current, file);
  }
}

const piece = (text: string, encoding: Encoding, file: TextFile): Piece => ({
  text,
  found: encoding === file.encoding ? null : encoding,
});

/** Line feed, or carriage return in files that have no line feed at all. Neither byte occurs inside a GB18030 character. */
const lineEnd = (head: Buffer): number => (head.includes(lf) || !head.includes(cr) ? lf : cr);

function* lines(block: Buffer, eol: number): Generator<Buffer> {
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf(eol, from);
    const next = end < 0 ? block.length : end + 1;
    yield block.subarray(from, next);
    from = next;
  }
}

/** The file in blocks that end at a line end, so that no character is cut. A line beyond the limit is cut: the reader of rows refuses it by its number. */
async function* lineBlocks(path: string, start: number, eol: number, limits: Limits): AsyncGenerator<Buffer> {
  let carry: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { start, highWaterMark: chunkSize })) {
    const block: Buffer = carry.length > 0 ? Buffer.concat([carry, chunk as Buffer]) : (chunk as Buffer);
    const end = block.lastIndexOf(eol) + 1;
    const cut = end === 0 && block.length > limits.record * 4 ? block.length : end;
    if (cut > 0) yield block.subarray(0, cut);
    carry = block.subarray(cut);
  }
  if (carry.length > 0) yield carry;
}
