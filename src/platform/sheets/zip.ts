import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';
import type { Limits } from './limits.ts';

const stored = 0;
const deflated = 8;

/** A zip archive that is read part by part and never trusted: bytes are counted and checksums compared while they are inflated. */
export class Zip {
  /** Parts by lower-cased name: programs disagree on the case of part names. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly #file: ZipFile;
  readonly #limits: Limits;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, limits: Limits) {
    this.#file = file;
    this.entries = entries;
    this.#limits = limits;
  }

  /** Throws `sheet.truncated`, `sheet.damaged` or `sheet.tooManyParts`. */
  static async open(path: string, limits: Limits): Promise<Zip> {
    let file: ZipFile;
    try {
      // Sizes are counted below: yauzl compares them with the header, which is what a bomb lies in.
      file = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: false });
    } catch (error) {
      if (isSystemError(error)) throw error;
      // The directory stands at the end of a zip; a file that was cut off has lost it.
      const cut = error instanceof Error && /end of central directory/i.test(error.message);
      throw new AppError(cut ? 'sheet.truncated' : 'sheet.damaged', { part: 'zip' }, { cause: error });
    }
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of file.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        if (entries.size >= limits.parts) throw new AppError('sheet.tooManyParts', { limit: limits.parts });
        // Two parts of one name let two programs see two different workbooks.
        if (entries.has(name)) throw new AppError('sheet.damaged', { part: entry.fileName });
        entries.set(name, entry);
      }
    } catch (error) {
      file.close();
      throw damaged(error, 'zip');
    }
    return new Zip(file, entries, limits);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The bytes of a part as they lie in the archive, still compressed. */
  raw(entry: Entry): Promise<Readable> {
    return this.#file.openReadStreamPromise(entry, { decodeFileData: false });
  }

  /** The inflated bytes of a part. Throws `sheet.damaged`, `sheet.bomb` or `sheet.locked`. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new AppError('sheet.damaged', { part: name });
    if (entry.isEncrypted()) throw new AppError('sheet.locked');
    const method = entry.compressionMethod;
    if (method !== stored && method !== deflated) throw new AppError('sheet.damaged', { part: name });
    let sum = 0;
    let size = 0;
    let source: Readable | undefined;
    try {
      const raw = await this.raw(entry);
      source = method === deflated ? pipeline(raw, createInflateRaw({ chunkSize: 65_536 }), () => {}) : raw;
      for await (const chunk of source as AsyncIterable<Buffer>) {
        size += chunk.length;
        this.#bound(name, size, entry.compressedSize);
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      throw damaged(error, name);
    } finally {
      source?.destroy();
    }
    if (sum !== entry.crc32) throw new AppError('sheet.damaged', { part: name });
  }

  close(): void {
    this.#file.close();
  }

  #bound(part: string, size: number, compressed: number): void {
    const { inflated, ratio, ratioFrom } = this.#limits;
    if (size > inflated || (size > ratioFrom && size > compressed * ratio)) {
      throw new AppError('sheet.bomb', { part, size });
    }
  }
}

/** True for errors of the disk or the operating system, which say nothing about the file's content. */
export const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** Passes our own and the system's errors on; anything else a library threw over the bytes means the file is damaged. */
export const damaged = (error: unknown, part: string): unknown =>
  error instanceof AppError || isSystemError(error) ? error : new AppError('sheet.damaged', { part }, { cause: error });
