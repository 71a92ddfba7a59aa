import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { FileStore, KeptFile } from './store.ts';

/** How long a half-received file waits for its rest. */
const KEPT_FOR = 24 * 3_600_000;
/** Half-received files at a time: more would let strangers fill the disk. */
const MOST = 200;
/** Of one sender at a time: whoever begins more gives up the own oldest, so nobody can take up all places. */
const MOST_OF_ONE = 20;
/** When all places are taken, one at which nothing has arrived for so long is given to whoever comes. */
const IDLE = 15 * 60_000;

/**
 * Files that come in pieces: whoever knows the name of an upload may append to it, and after a break asks how far it came. What
 * arrived before a connection broke stays. A name is random, so it is its own key; it begins with a hash of its sender.
 */
export class PartialUploads {
  readonly #directory: string;
  readonly #now: () => Date;
  readonly #busy = new Set<string>();

  private constructor(directory: string, now: () => Date) {
    this.#directory = directory;
    this.#now = now;
  }

  static async open(directory: string, now: () => Date = () => new Date()): Promise<PartialUploads> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    return new PartialUploads(directory, now);
  }

  /**
   * Begins an upload.
   * @param sender any name for whoever sends, so that uploads of one sender can be told from those of others
   * @throws AppError `server.busy` when too many are under way
   */
  async begin(sender: string): Promise<string> {
    const own = createHash('sha256').update(sender).digest('hex').slice(0, 8);
    await this.#makeRoom(own);
    const name = `${own}${randomBytes(16).toString('hex')}`;
    await (await open(this.#pathOf(name), 'wx', 0o600)).close();
    return name;
  }

  /** @param own how the names of this sender begin */
  async #makeRoom(own: string): Promise<void> {
    await this.sweep();
    const there = await this.#standing();
    const mine = there.filter(({ name }) => name.startsWith(own));
    for (const { name } of mine.slice(0, Math.max(0, mine.length - MOST_OF_ONE + 1))) await this.drop(name);
    if (there.length < MOST || mine.length >= MOST_OF_ONE) return;
    const [oldest] = there;
    if (this.#now().getTime() - oldest!.at < IDLE) throw new AppError('server.busy');
    await this.drop(oldest!.name);
  }

  /** Uploads under way, the longest untouched first. */
  async #standing(): Promise<{ readonly name: string; readonly at: number }[]> {
    const found: { name: string; at: number }[] = [];
    for (const name of await readdir(this.#directory)) {
      const file = await stat(join(this.#directory, name)).catch(() => null);
      if (file) found.push({ name, at: file.mtimeMs });
    }
    return found.sort((one, other) => one.at - other.at);
  }

  /** Bytes that arrived. @throws AppError `upload.missing` */
  async received(name: string): Promise<number> {
    const found = await stat(this.#pathOf(name)).catch(() => null);
    if (!found) throw new AppError('upload.missing');
    return found.size;
  }

  /**
   * Appends a piece. When it breaks off, what arrived of it stays.
   * @param at where the sender believes to be
   * @param limit bytes of the whole file
   * @returns bytes that have arrived
   * @throws AppError `upload.offset` with the true place, `upload.tooLarge`, `upload.missing`, `file.diskFull`
   */
  async append(name: string, at: number, piece: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
    const received = await this.received(name);
    if (received !== at || this.#busy.has(name)) throw new AppError('upload.offset', { received });
    this.#busy.add(name);
    try {
      return await this.#write(name, received, piece, limit);
    } catch (error) {
      const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
      throw full ? new AppError('file.diskFull', {}, { cause: error }) : error;
    } finally {
      this.#busy.delete(name);
    }
  }

  async #write(name: string, from: number, piece: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
    const file = await open(this.#pathOf(name), 'a', 0o600);
    let size = from;
    try {
      for await (const bytes of piece) {
        if (size + bytes.length > limit) throw new AppError('upload.tooLarge', { name: '', limit });
        await file.writeFile(bytes);
        size += bytes.length;
      }
      await file.datasync();
    } finally {
      await file.close();
    }
    return size;
  }

  /**
   * Takes a finished upload into the store. It stands until `drop`, so that what could not be written down after all can be sent again.
   * @param sha256 of the whole, as its sender knows it
   * @throws AppError `upload.differs` when something else arrived; `upload.missing`
   */
  async finish(name: string, sha256: string, store: FileStore): Promise<KeptFile> {
    await this.received(name);
    const path = this.#pathOf(name);
    const hash = createHash('sha256');
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
    if (hash.digest('hex') !== sha256) throw new AppError('upload.differs');
    return store.keep(createReadStream(path));
  }

  /** Forgets an upload that is done with. */
  async drop(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  /** Clears away what nobody finished. */
  async sweep(): Promise<void> {
    for (const { name, at } of await this.#standing())
      if (this.#now().getTime() - at > KEPT_FOR) await rm(join(this.#directory, name), { force: true });
  }

  #pathOf(name: string): string {
    if (!/^[0-9a-f]{40}$/.test(name)) throw new AppError('upload.missing');
    return join(this.#directory, name);
  }
}
