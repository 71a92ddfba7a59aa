import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '../errors.ts';

const run = promisify(execFile);

/** The operating-system account the embedded server runs under. Undefined: the one this process has. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'mingjing-db';

async function named(name: string): Promise<ServerAccount | undefined> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * PostgreSQL refuses to run as root, so root's server drops to: the owner of an existing data directory, else an account of
 * its own (made once), else `nobody`, which other programs may share.
 */
export async function serverAccount(data: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = await named(NAME);
  if (existing) return existing;
  // A name service that is read-only or a second start making the same account: what counts is whether it is there now.
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]).catch(
    () => undefined,
  );
  const account = (await named(NAME)) ?? (await named('nobody'));
  if (!account) throw new AppError('database.noAccount');
  return account;
}
