import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { AppError } from '../errors.ts';
import { backUpDatabase } from './database.ts';
import { appear, Draft, mustBeFree } from './draft.ts';
import { type Manifest, manifestOf } from './manifest.ts';

export interface BackupOptions {
  /** Data directory of the installation. */
  readonly directory: string;
  /** Folder the backup becomes: new or empty, and not inside the data directory. */
  readonly out: string;
  /** True when the database is on a server of its own (`DATABASE_URL`): then only the rest is copied. */
  readonly elsewhere: boolean;
  /** Told the bytes copied so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Copies a whole installation, running or not, into a folder of its own with a manifest of every file. The folder appears
 * when it is whole.
 * @throws AppError `data.missing`, `backup.exists`, `backup.inside`, `file.diskFull`, `database.*`
 * @returns what was copied
 */
export async function backUp({ directory, out, elsewhere, onProgress }: BackupOptions): Promise<Manifest> {
  const root = resolve(directory);
  await mustBeInstallation(root);
  const target = resolve(out);
  if (`${target}${sep}`.startsWith(`${root}${sep}`)) throw new AppError('backup.inside', { folder: target });
  await mustBeFree(target);
  await mkdir(dirname(target), { recursive: true });
  const draft = new Draft(await mkdtemp(join(dirname(target), `${basename(target)}.unfinished-`)), onProgress);
  try {
    const ledger = () => draft.copyTree(join(root, 'ledger'), 'ledger');
    // With a database elsewhere the ledger's files come first: files that are behind are written again, a database is not.
    if (elsewhere) await ledger();
    else await backUpDatabase(root, draft, ledger);
    // A workbook is kept before it is registered: copied after the database, none that it names can be missing.
    await draft.copyTree(join(root, 'files'), 'files', (path) => path === 'incoming');
    await draft.copyTree(join(root, 'secrets'), 'secrets');
    await draft.copy(join(root, 'demo.json'), 'demo.json');
    const manifest: Manifest = {
      format: 'mingjing-backup/1',
      madeAt: new Date().toISOString(),
      database: elsewhere ? 'elsewhere' : 'inside',
      folders: draft.folders,
      files: draft.files,
    };
    await writeFile(manifestOf(draft.folder), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true });
    await appear(draft.folder, target);
    return manifest;
  } catch (error) {
    await rm(draft.folder, { recursive: true, force: true });
    const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw full ? new AppError('file.diskFull', {}, { cause: error }) : error;
  }
}

/** @throws AppError `data.missing` for a folder that was never a data directory, so that a mistyped one is not made one */
export async function mustBeInstallation(directory: string): Promise<void> {
  await stat(join(directory, 'secrets', 'vault.key')).catch((error) => {
    throw new AppError('data.missing', { folder: directory }, { cause: error });
  });
}
