import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';

const MANIFEST = 'manifest.json';

/** A path inside the backup: a manifest that was tampered with must not reach outside it. */
const path = z
  .string()
  .refine((given) => given !== '' && given.split('/').every((part) => !['', '.', '..'].includes(part)));

const manifest = z.strictObject({
  format: z.literal('mingjing-backup/1'),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  /** Where the database was: in the backup, or on a server of its own (`DATABASE_URL`), which is backed up there. */
  database: z.enum(['inside', 'elsewhere']),
  /** Folders to be made, empty ones too: PostgreSQL does not start without some that hold nothing. */
  folders: z.array(path),
  files: z.array(z.strictObject({ path, size: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
/** What a backup holds, written last: a backup without one was never finished. */
export type Manifest = z.infer<typeof manifest>;

export const manifestOf = (backup: string): string => join(backup, MANIFEST);

/** @throws AppError `backup.missing` for a folder without a readable manifest */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(manifestOf(backup), 'utf8').catch(() => '');
  try {
    return manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('backup.missing', { folder: backup }, { cause: error });
  }
}

/**
 * Reads every file of a backup and holds it against the manifest.
 * @param onProgress told the bytes read so far and the bytes there are
 * @throws AppError `backup.damaged` naming the first files that are missing or other than they were
 */
export async function checkFiles(
  backup: string,
  { files }: Manifest,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const damaged: string[] = [];
  let done = 0;
  for (const file of files) {
    if ((await sha256Of(join(backup, file.path))) !== file.sha256) damaged.push(file.path);
    done += file.size;
    onProgress(done, all);
  }
  if (damaged.length > 0) {
    const named = damaged.slice(0, 5).join(', ') + (damaged.length > 5 ? ' …' : '');
    throw new AppError('backup.damaged', { count: damaged.length, files: named });
  }
}

async function sha256Of(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
