import { hash } from 'node:crypto';
import { open, readdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { copyFile, inBatches, privateFolder, walk } from './copy.ts';
import type { Manifest } from './manifest.ts';

/** Copies files into a draft of a backup and remembers what it copied. */
export class Draft {
  readonly folder: string;
  readonly folders: string[] = [];
  readonly files: Manifest['files'] = [];
  readonly #onProgress: (bytes: number) => void;
  #bytes = 0;

  constructor(folder: string, onProgress: (bytes: number) => void = () => undefined) {
    this.folder = folder;
    this.#onProgress = onProgress;
  }

  /** Copies one file; one that is gone by now is left out. */
  async copy(from: string, path: string): Promise<void> {
    const copied = await copyFile(from, join(this.folder, path));
    if (!copied) return;
    this.files.push({ path, ...copied });
    this.#bytes += copied.size;
    this.#onProgress(this.#bytes);
  }

  /** Writes a file that is nowhere else. */
  async write(path: string, text: string): Promise<void> {
    await writeFile(join(this.folder, path), text, { mode: 0o600, flag: 'wx', flush: true });
    const bytes = Buffer.from(text);
    this.files.push({ path, size: bytes.length, sha256: hash('sha256', bytes, 'hex') });
  }

  /** Copies a folder with all that is below it. */
  async copyTree(from: string, path: string, skip?: (path: string) => boolean): Promise<void> {
    await this.makeFolder(path);
    await inBatches(this.#filesOf(from, path, skip), (file) => this.copy(join(from, file), `${path}/${file}`));
  }

  /** The files below a folder, after the folders they lie in were made. */
  async *#filesOf(from: string, path: string, skip?: (path: string) => boolean): AsyncGenerator<string> {
    for await (const one of walk(from, skip)) {
      if (one.folder) await this.makeFolder(`${path}/${one.path}`);
      else yield one.path;
    }
  }

  async makeFolder(path: string): Promise<void> {
    await privateFolder(join(this.folder, path));
    this.folders.push(path);
  }
}

/** @throws AppError `backup.exists` unless there is nothing at the path, or an empty folder */
export async function mustBeFree(path: string): Promise<void> {
  const inside = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new AppError('backup.exists', { folder: path }, { cause: error });
  });
  if (inside.length > 0) throw new AppError('backup.exists', { folder: path });
}

/** Gives a finished draft its name, and makes the name outlast a power failure. */
export async function appear(draft: string, target: string): Promise<void> {
  // Only an empty folder can be removed: whatever came to lie there meanwhile stays, and the draft is refused.
  await rmdir(target).catch(() => undefined);
  await rename(draft, target);
  const parent = await open(dirname(target), 'r');
  await parent.sync().finally(() => parent.close());
}
