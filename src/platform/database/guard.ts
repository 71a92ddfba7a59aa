import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../errors.ts';

/**
 * Keeps a second process away from a server's folder. The lock is SQLite's on an empty file, that is the kernel's: it ends
 * with its process however that dies, where a file holding a process id would outlive it and may name a stranger by then.
 * @throws AppError `database.inUse` naming the process that holds the folder
 * @returns gives the folder free
 */
export function holdFolder(folder: string): () => void {
  const holder = join(folder, 'holder.pid');
  const path = join(folder, 'holder.lock');
  // Whoever could open the file could hold its lock and keep the server from starting.
  writeFileSync(path, '', { flag: 'a', mode: 0o600 });
  const lock = new DatabaseSync(path);
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    throw new AppError('database.inUse', { pid: readFileSync(holder, 'utf8').trim() }, { cause: error });
  }
  writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 });
  return () => lock.close();
}
