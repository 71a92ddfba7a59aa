import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A shutdown that writes out a large cache takes seconds; one that takes longer than this hangs. In milliseconds. */
const PATIENCE = 60_000;

/**
 * Stops the server that a killed program left running on this data directory, and clears its lock file. The caller holds the
 * folder (`holdFolder`), so the program that started such a server is gone. The process id in the lock file is trusted only
 * if that process is a server on this very directory: after a power failure it may be anybody's.
 */
export async function stopLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const lock = await readFile(file, 'utf8').catch(() => undefined);
  if (lock === undefined) return;
  const pid = Number.parseInt(lock, 10);
  // SIGINT is PostgreSQL's fast shutdown; SIGQUIT the immediate one, mended at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await serves(pid, data))) break;
    process.kill(pid, signal);
    for (const end = Date.now() + PATIENCE; Date.now() < end && (await serves(pid, data)); ) await wait(20);
  }
  await rm(file, { force: true });
}

/** Is this process a server on this data directory, run by the directory's owner? A server's working directory is its data. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (!(pid > 1)) return false;
  const { uid } = await stat(data);
  try {
    if (process.platform === 'linux')
      return (
        (await stat(`/proc/${pid}`)).uid === uid && (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data))
      );
    const { stdout } = await run('ps', ['-o', 'uid=,command=', '-p', String(pid)]);
    return stdout.trim().startsWith(`${uid} `) && stdout.includes(`-D ${data}`);
  } catch {
    return false;
  }
}
