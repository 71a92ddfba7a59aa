import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerAccount } from '../database/account.ts';

/** What a copy is made of: bytes as they were written, hashed on the way. */
export interface Copied {
  readonly size: number;
  readonly sha256: string;
}

const CHUNK = 2 ** 20;

/**
 * Copies a file to a new one that only its owner may read, and onto the disk.
 * @param account who shall own the copy; absent: whoever runs this
 * @returns undefined when the file is gone, as files of a running database may be
 */
export async function copyFile(from: string, to: string, account?: ServerAccount): Promise<Copied | undefined> {
  const source = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!source) return undefined;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const copied = await pour(source, target);
      if (account) await target.chown(account.uid, account.gid);
      await target.sync();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function pour(source: FileHandle, target: FileHandle): Promise<Copied> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(1, (await source.stat()).size)));
  let size = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    await target.writeFile(chunk);
    size += bytesRead;
  }
}

/** Everything below a folder, folders before what is in them; `skip` leaves out a path and all below it. */
export async function* walk(
  root: string,
  skip: (path: string) => boolean = () => false,
  below = '',
): AsyncGenerator<{ readonly path: string; readonly folder: boolean }> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (skip(path)) continue;
    if (entry.isDirectory()) {
      yield { path, folder: true };
      yield* walk(root, skip, path);
    } else if (entry.isFile()) yield { path, folder: false };
  }
}

/** A folder that only its owner may enter. */
export const privateFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
};

/** A flush to the disk takes as long for sixteen files as for one. */
const AT_ONCE = 16;

/** Does the work for every item, several at once; ends with the first failure, after what was begun with it has ended. */
export async function inBatches<T>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let batch: Promise<void>[] = [];
  const finish = async (): Promise<void> => {
    const failed = (await Promise.allSettled(batch)).find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    batch = [];
  };
  for await (const item of items) {
    batch.push(work(item));
    if (batch.length === AT_ONCE) await finish();
  }
  await finish();
}
