import { spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { Programs } from './binaries.ts';
import { type Place, serversOwn } from './place.ts';

/** The server's first role, a superuser: makes the owner's role and backups, and is used for nothing else. */
export const ADMIN_ROLE = 'mingjing_admin';

/** What a server process is told of this one's surroundings: nothing that could hold a secret or bend a setting. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'Asia/Shanghai' };

const FRESH = 'data.new-';

/**
 * Makes the data directory where there is none. It is made under another name and renamed, because an initdb that was
 * interrupted leaves a directory that looks whole.
 * @throws AppError `database.otherMajor` when the directory was written by another major version of PostgreSQL
 */
export async function initialise(place: Place, programs: Programs, password: string, durable: boolean): Promise<void> {
  const major = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (major && major.trim() !== programs.major)
    throw new AppError('database.otherMajor', { data: major.trim(), programs: programs.major });
  if (major) return;
  for (const name of await readdir(place.home))
    if (name.startsWith(FRESH)) await rm(join(place.home, name), { recursive: true, force: true });
  const fresh = await serversOwn(await mkdtemp(join(place.home, FRESH)), place.account);
  const passwordFile = join(place.home, 'initdb.password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  try {
    await initdb(place, programs, [
      ...['--pgdata', fresh, '--username', ADMIN_ROLE, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // One order of text on every machine, and trigrams that see Chinese (facts, section 1).
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--locale', process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'],
      // A flipped bit on the disk is reported when it is read, not served.
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, place.data);
}

async function initdb({ account }: Place, { folder }: Programs, args: readonly string[]): Promise<void> {
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const child = spawn(join(folder, 'bin/initdb'), args, { ...account, cwd: '/', env: environment, stdio: [...stdio] });
  let complaint = '';
  child.stderr!.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new AppError('database.notStarted', { reason: complaint.trim() });
}
