import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';

/** A file as it is kept: known by its content. */
export interface KeptFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Files kept under the hash of their content, so that the same bytes are kept once and a path can never be chosen by a
 * sender. A file appears under its hash only when it is whole and on the disk.
 */
export class FileStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Opens the store and clears away what a crash left half received. For the one program that serves. */
  static async open(directory: string): Promise<FileStore> {
    await rm(join(directory, INCOMING), { recursive: true, force: true });
    return FileStore.join(directory);
  }

  /** Opens the store beside a program that may be receiving a file at this moment. */
  static async join(directory: string): Promise<FileStore> {
    await mkdir(join(directory, INCOMING), { recursive: true, mode: 0o700 });
    return new FileStore(directory);
  }

  /** A path on the same disk for a file that is not to be kept; what a crash leaves there is cleared away by `open`. */
  draftPath(): string {
    return join(this.#directory, INCOMING, randomUUID());
  }

  /** Where the bytes of a kept file lie. Throws RangeError for what is no SHA-256 in hex. */
  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('Not a SHA-256');
    return join(this.#directory, sha256.slice(0, 2), sha256);
  }

  /**
   * Takes in a stream to its end. When it breaks off, or the disk is full, nothing stays.
   * @throws AppError `file.diskFull`, and whatever the stream fails with (an upload above its limit)
   */
  async keep(stream: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    const draft = this.draftPath();
    try {
      const kept = await this.#receive(stream, draft);
      const path = this.pathOf(kept.sha256);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const there = await stat(path).catch(() => null);
      if (there?.size === kept.size) await rm(draft);
      else await rename(draft, path);
      return kept;
    } catch (error) {
      await rm(draft, { force: true });
      const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
      throw full ? new AppError('file.diskFull', {}, { cause: error }) : error;
    }
  }

  async #receive(stream: AsyncIterable<Uint8Array>, draft: string): Promise<KeptFile> {
    const hash = createHash('sha256');
    const file = await open(draft, 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of stream) {
        hash.update(chunk);
        await file.writeFile(chunk);
        size += chunk.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { sha256: hash.digest('hex'), size };
  }
}

/** Folder of files on their way in; on the same file system, so that a rename moves them at once. */
const INCOMING = 'incoming';
