import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findPlace, type Place, serversOwn } from '../database/place.ts';
import { AppError } from '../errors.ts';
import { copyFile, inBatches, privateFolder } from './copy.ts';
import { DATABASE_FOLDER } from './database.ts';
import { appear, mustBeFree } from './draft.ts';
import { checkFiles, type Manifest, readManifest } from './manifest.ts';

export interface RestoreOptions {
  readonly backup: string;
  /** Data directory to be made: new or empty. */
  readonly directory: string;
  /** Told what is being done, and how far it is, in bytes. */
  readonly onProgress?: (step: 'checking' | 'copying', done: number, all: number) => void;
}

/**
 * Makes a data directory out of a backup. Every file is held against the manifest before anything is written, and again as it
 * is copied; the directory appears when it is whole. The database is the server's account's again, wherever it lives here.
 * @throws AppError `backup.missing`, `backup.damaged`, `backup.exists`, `file.diskFull`
 */
export async function restore({ backup, directory, onProgress }: RestoreOptions): Promise<Manifest> {
  const target = resolve(directory);
  const manifest = await readManifest(backup);
  await mustBeFree(target);
  await checkFiles(backup, manifest, (done, all) => onProgress?.('checking', done, all));
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(join(dirname(target), `${basename(target)}.unfinished-`));
  let place: Place | undefined;
  try {
    // As a data directory is made: the server's account may pass, and what others may not see is shut below.
    await chmod(draft, 0o711);
    place = manifest.database === 'inside' ? await findPlace(draft) : undefined;
    await copyAll(backup, draft, place, manifest, (done, all) => onProgress?.('copying', done, all));
    await appear(draft, target);
    return manifest;
  } catch (error) {
    for (const folder of [draft, ...(place ? [place.home] : [])]) await rm(folder, { recursive: true, force: true });
    const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw full ? new AppError('file.diskFull', {}, { cause: error }) : error;
  }
}

async function copyAll(
  backup: string,
  draft: string,
  place: Place | undefined,
  { folders, files }: Manifest,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const inDatabase = (path: string) => place && (path === DATABASE_FOLDER || path.startsWith(`${DATABASE_FOLDER}/`));
  const targetOf = (path: string): string =>
    inDatabase(path) ? join(place!.data, path.slice(DATABASE_FOLDER.length)) : join(draft, path);
  for (const path of folders) {
    if (inDatabase(path)) await serversOwn(targetOf(path), place!.account);
    else await privateFolder(targetOf(path));
  }
  const all = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  await inBatches(files, async ({ path, size, sha256 }) => {
    const account = inDatabase(path) ? place!.account : undefined;
    const copied = await copyFile(join(backup, path), targetOf(path), account);
    if (copied?.sha256 !== sha256) throw new AppError('backup.damaged', { count: 1, files: path });
    done += size;
    onProgress(done, all);
  });
}
