import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { type ServerAccount, serverAccount } from './account.ts';
import { installBinaries } from './binaries.ts';

export interface EmbeddedServer {
  /** Connection string of the role that owns everything, to the given database. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface Options {
  /** Folder of the installation; the server uses `postgres/` in it. */
  readonly directory: string;
  /** Tests give up durability for speed. */
  readonly durable?: boolean;
}

const OWNER = 'mingjing_owner';
/** File with the process id of the program that started the server. */
const PARENT = 'parent.pid';
/** Unix sockets have at most 107 bytes of path on Linux, 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432`. */
const SOCKET_PATH = 88;

/**
 * Starts the embedded PostgreSQL on a Unix socket only, with a password, as an unprivileged user.
 * @throws AppError `database.inUse` when a live process already runs on this directory
 */
export async function startEmbedded({ directory, durable = true }: Options): Promise<EmbeddedServer> {
  const home = await homeOf(directory);
  await mkdir(home, { recursive: true });
  const account = await serverAccount(join(home, 'data'));
  await handOver(home, account);
  const programs = await installBinaries(join(home, 'programs'));
  const data = join(home, 'data');
  const password = await passwordOf(home);
  await stopLeftover(home);
  await writeFile(join(home, PARENT), String(process.pid));
  if (!(await stat(join(data, 'PG_VERSION')).catch(() => undefined)))
    await initialise(programs, home, data, password, account, durable);
  const socket = await socketFolder(home, account);
  const server = await start(programs, home, data, socket, account, durable);
  const url = (database: string): string =>
    `postgresql://${OWNER}:${password}@localhost/${database}?host=${encodeURIComponent(socket)}`;
  try {
    await answering(server, url('postgres'));
  } catch (error) {
    const log = await readFile(join(home, 'server.log'), 'utf8').catch(() => '');
    server.kill('SIGQUIT');
    throw new Error(`PostgreSQL did not start:\n${log.slice(-2000)}`, { cause: error });
  }
  return {
    url,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        // SIGINT is PostgreSQL's fast shutdown: sessions end, data is written out.
        server.kill('SIGINT');
        await ended;
      }
      if (!socket.startsWith(home)) await rm(socket, { recursive: true, force: true });
    },
  };
}

/**
 * The server's folder: in the data directory, unless root's server account could not pass through the folders above it (a
 * checkout in root's home); then in the system's place for program data, under a name made of the directory.
 */
async function homeOf(directory: string): Promise<string> {
  if (process.getuid?.() === 0) {
    await mkdir(directory, { recursive: true });
    for (let folder = resolve(directory); folder !== dirname(folder); folder = dirname(folder)) {
      const { mode, uid } = await stat(folder);
      if ((mode & 0o001) === 0 && uid === 0) {
        const name = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 12);
        return join('/var/lib/mingjing', name);
      }
    }
  }
  return join(directory, 'postgres');
}

/** Root gives the server's folder to the server's account; the way to it must be passable. */
async function handOver(home: string, account: ServerAccount | undefined): Promise<void> {
  await chmod(home, 0o700);
  if (account) await chown(home, account.uid, account.gid);
}

async function passwordOf(home: string): Promise<string> {
  const file = join(home, 'owner.password');
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing) return existing.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function initialise(
  programs: string,
  home: string,
  data: string,
  password: string,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<void> {
  const passwordFile = join(home, 'initdb.password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  await rm(data, { recursive: true, force: true });
  const child = spawn(
    join(programs, 'bin/initdb'),
    [
      ...['--pgdata', data, '--username', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // One order of text on every machine, and trigrams that see Chinese (facts, section 1).
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    await rm(data, { recursive: true, force: true });
    throw new Error(`initdb failed: ${complaint}`);
  }
}

async function socketFolder(home: string, account: ServerAccount | undefined): Promise<string> {
  const own = join(home, 'socket');
  const short = Buffer.byteLength(own) <= SOCKET_PATH;
  const folder = short ? own : await mkdtemp(join(tmpdir(), 'mingjing-'));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

const megabytes = (share: number, most: number): string =>
  `${Math.min(most, Math.floor((totalmem() * share) / 2 ** 20))}MB`;

async function start(
  programs: string,
  home: string,
  data: string,
  socket: string,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<ChildProcess> {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: megabytes(0.12, 2048),
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    random_page_cost: '1.1',
    timezone: 'Asia/Shanghai',
    log_destination: 'stderr',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const log = await open(join(home, 'server.log'), 'a', 0o600);
  const server = spawn(
    join(programs, 'bin/postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: '/', stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  return server;
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (server.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * When the program was killed, its server lives on: stop it and start anew. When the program that started it still lives,
 * another Mingjing runs on this directory: refuse.
 */
async function stopLeftover(home: string): Promise<void> {
  const lock = await readFile(join(home, 'data/postmaster.pid'), 'utf8').catch(() => undefined);
  const pid = Number(lock?.split('\n')[0]);
  if (!pid || !alive(pid)) return;
  const parent = Number(await readFile(join(home, PARENT), 'utf8').catch(() => '0'));
  if (parent && parent !== process.pid && alive(parent)) throw new AppError('database.inUse', { pid: parent });
  process.kill(pid, 'SIGINT');
  while (alive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}
