import { type ChildProcess, spawn } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { installBinaries, type Programs } from './binaries.ts';
import { holdFolder } from './guard.ts';
import { ADMIN_ROLE, environment, initialise } from './initdb.ts';
import { stopLeftover } from './leftover.ts';
import { findPlace, type Place, socketFolder } from './place.ts';
import { secret } from './secrets.ts';
import { serverSettings } from './settings.ts';

export interface EmbeddedServer {
  /** Connection string of a role to a database. */
  url(role: string, password: string, database: string): string;
  /** Connection string of the superuser: makes the owner's role and backups, nothing else. */
  adminUrl(database: string): string;
  /** Process of the server; another one after a crash. */
  pid(): number;
  /** The folder the server keeps its data in. */
  readonly data: string;
  /** Ends the sessions and shuts down cleanly. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Data directory of the installation. */
  readonly directory: string;
  /** False in tests, which give up durability for speed. */
  readonly durable?: boolean;
  /** Told when the server died by itself and is being started again. */
  readonly onCrash?: (how: string) => void;
}

/** How long a start may go without any sign of life, in milliseconds. Recovery after a crash is a sign of life. */
const PATIENCE = 60_000;
const LARGE_LOG = 8 * 2 ** 20;

/**
 * Linux ends a process started like this when the one that started it ends. For test servers: a killed test run starts
 * nothing anew that would stop its leftover.
 */
const TETHER = ['/usr/bin/setpriv', '--pdeathsig', 'INT'];

interface Settings {
  readonly values: Readonly<Record<string, string>>;
  readonly tethered: boolean;
}

/**
 * Starts the embedded PostgreSQL on a Unix socket only, with a password, as an unprivileged user, and keeps it running until
 * `stop`. A server left over from a killed program is stopped first.
 * @throws AppError `database.inUse` when a live process already runs on this directory, `database.notStarted`,
 *   `database.noPrograms`, `database.noAccount`, `database.otherMajor`
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await findPlace(options.directory);
  const release = holdFolder(place.home);
  try {
    await stopLeftover(place.data);
    const programs = await installBinaries(join(place.home, 'programs'));
    const password = await secret(options.directory, 'database-admin.password');
    await initialise(place, programs, password, options.durable ?? true);
    return await run(place, programs, password, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

async function run(
  place: Place,
  programs: Programs,
  password: string,
  { durable = true, onCrash }: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedServer> {
  const socket = await socketFolder(place);
  const url = urlThrough(socket);
  const settings = { values: serverSettings(socket, durable), tethered: !durable && existsSync(TETHER[0]!) };
  const start = () => bringUp(place, programs, settings, url(ADMIN_ROLE, password, 'postgres'));
  let stopping = false;
  let reviving = Promise.resolve();
  let server = await start();
  const watch = (): void => {
    server.once('exit', (code, signal) => {
      if (stopping) return;
      onCrash?.(signal ?? `exit code ${code}`);
      reviving = revive();
    });
  };
  const revive = async (): Promise<void> => {
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 10_000)) {
      try {
        server = await start();
        return watch();
      } catch (error) {
        onCrash?.((error as Error).message);
        await wait(pause);
      }
    }
  };
  watch();
  // A program that ends without closing its database still ends its server.
  const lastWords = (): boolean => server.kill('SIGINT');
  process.once('exit', lastWords);
  return {
    url,
    adminUrl: (database) => url(ADMIN_ROLE, password, database),
    pid: () => server.pid!,
    data: place.data,
    stop: async () => {
      stopping = true;
      await reviving;
      process.off('exit', lastWords);
      await ended(server, 'SIGINT');
      if (!socket.startsWith(place.home)) await rm(socket, { recursive: true, force: true });
      release();
    },
  };
}

/** Connection strings to the server whose socket lies in this folder. */
export const urlThrough =
  (socket: string) =>
  (role: string, password: string, database: string): string =>
    `postgresql://${role}:${password}@localhost:5432/${database}?host=${encodeURIComponent(socket)}`;

const hasEnded = ({ exitCode, signalCode, pid }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null || pid === undefined;

/** SIGINT is PostgreSQL's fast shutdown: sessions end, data is written out. */
async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(server)) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await exit;
}

/** Starts the server and waits until it answers; waits too for the processes of a killed server, which notice after a second. */
async function bringUp(place: Place, programs: Programs, settings: Settings, url: string): Promise<ChildProcess> {
  for (const end = Date.now() + PATIENCE; ; await wait(100)) {
    const { server, log } = await launch(place, programs, settings);
    try {
      await answering(server, url);
      return server;
    } catch (error) {
      await ended(server, 'SIGQUIT');
      const reason = (await readFile(log.path)).subarray(log.from).subarray(-2000).toString().trim();
      if (/pre-existing shared memory block/.test(reason) && Date.now() < end) continue;
      throw new AppError('database.notStarted', { reason: reason || (error as Error).message }, { cause: error });
    }
  }
}

async function launch({ home, data, account }: Place, { folder }: Programs, { values, tethered }: Settings) {
  const path = join(home, 'server.log');
  const written = await stat(path).catch(() => undefined);
  if (written && written.size > LARGE_LOG) await rename(path, join(home, 'server.old.log'));
  const log = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
  const from = (await log.stat()).size;
  const args = ['-D', data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const [program, ...rest] = [...(tethered ? TETHER : []), join(folder, 'bin/postgres'), ...args];
  // Detached: Ctrl-C in a terminal is for the program, which ends its sessions before it stops the server.
  const stdio = ['ignore', log.fd, log.fd] as const;
  const surroundings = { cwd: '/', env: environment, detached: true, stdio: [...stdio] };
  const server = spawn(program!, rest, { ...account, ...surroundings });
  // A program that cannot be executed has no process id, which `answering` reports.
  server.once('error', () => undefined);
  await log.close();
  return { server, log: { path, from } };
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  let end = Date.now() + PATIENCE;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    // A connection may break while it is being closed; the next round sees whether the server lives.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code } = error as { code?: string };
      // 57P03: it is starting up, perhaps replaying hours of writes.
      if (code === '57P03') end = Date.now() + PATIENCE;
      if (hasEnded(server) || Date.now() > end || code?.startsWith('28')) throw error;
      await wait(20);
    }
  }
}
