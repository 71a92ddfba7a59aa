import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type ServerAccount, serverAccount } from './account.ts';

/** Where the embedded server lives, and as whom. */
export interface Place {
  /** Belongs to the process's own account; only `data` and the socket's folder in it are the server's. */
  readonly home: string;
  readonly data: string;
  readonly account: ServerAccount | undefined;
}

/** File of the data directory that says where the server lives when that is outside. */
const MARKER = 'postgres.place';
const OUTSIDE = '/var/lib/mingjing';
/** Unix sockets have at most 107 bytes of path on Linux, 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432`. */
const SOCKET_PATH = 88;

/**
 * The server lives in the data directory, unless root's server account cannot pass through the folders above it (a checkout
 * in root's home): then under `/var/lib/mingjing`, which the data directory remembers, so that it may be moved.
 */
export async function findPlace(directory: string): Promise<Place> {
  const root = resolve(directory);
  await mkdir(root, { recursive: true });
  const inside = join(root, 'postgres');
  const remembered = await readFile(join(root, MARKER), 'utf8').catch(() => undefined);
  let home = remembered?.trim() ?? inside;
  const exists = await stat(join(home, 'data')).catch(() => undefined);
  const account = await serverAccount(join(home, 'data'));
  if (!remembered && !exists && account && !(await passable(root, account))) {
    home = join(OUTSIDE, createHash('sha256').update(root).digest('hex').slice(0, 12));
    await writeFile(join(root, MARKER), `${home}\n`);
  }
  await mkdir(home, { recursive: true });
  // Root keeps the folder itself: what the server's account could rename or link, root would later write through.
  await chmod(home, account ? 0o711 : 0o700);
  if (home.startsWith(OUTSIDE)) await chmod(OUTSIDE, 0o711);
  return { home, data: join(home, 'data'), account };
}

async function passable(folder: string, account: ServerAccount): Promise<boolean> {
  for (let at = await realpath(folder); at !== dirname(at); at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
  }
  return true;
}

/** A folder that only the server's account may enter. */
export async function serversOwn(folder: string, account: ServerAccount | undefined): Promise<string> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

/** The folder of the Unix socket: beside the data, or a temporary one where that path is too long for a socket. */
export async function socketFolder({ home, account }: Place): Promise<string> {
  const beside = join(home, 'socket');
  const folder = Buffer.byteLength(beside) <= SOCKET_PATH ? beside : await mkdtemp(join(tmpdir(), 'mingjing-'));
  return serversOwn(folder, account);
}
