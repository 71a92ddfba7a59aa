import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { AppError } from '../errors.ts';
import { startEmbedded } from './embedded.ts';
import { type Database, openDatabase } from './open.ts';
import { withClient } from './pools.ts';
import { systemSession } from './session.ts';
import { transact } from './transact.ts';

let root: string;
let migrations: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mingjing-embedded-'));
  await chmod(root, 0o711);
  migrations = join(root, 'migrations');
  await mkdir(migrations);
  await writeFile(
    join(migrations, '0001_test_notes.sql'),
    `create table public.notes (number int primary key);
     grant select, insert on public.notes to mingjing_app;`,
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function opened(name: string, onCrash?: (how: string) => void): Promise<Database> {
  const database = await openDatabase({ directory: join(root, name), migrations, onCrash });
  onTestFinished(() => database.close());
  return database;
}

const write = (database: Database, number: number): Promise<unknown> =>
  transact(database, systemSession, 'write', (tx) => tx.client.query('insert into public.notes values ($1)', [number]));

const notes = (database: Database): Promise<number[]> =>
  transact(database, systemSession, 'read', async (tx) => {
    const { rows } = await tx.client.query<{ number: number }>('select number from public.notes order by number');
    return rows.map(({ number }) => number);
  });

/** Tries until it goes through: the wait is for another process, which says nothing when it is there. */
async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if ((error as AppError).code !== 'database.away') throw error;
    }
  }
}

/** Another program that has the database open. */
async function program(name: string): Promise<{ child: ChildProcess; server: number }> {
  const script = fileURLToPath(new URL('testing/hold.ts', import.meta.url));
  const child = spawn(process.execPath, [script, join(root, name), migrations], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, server: Number(line) };
}

test('data outlives a clean stop, and no TCP port is open', async () => {
  const directory = join(root, 'home');
  const first = await openDatabase({ directory, migrations });
  expect(first.migrated).toEqual(['0001_test_notes.sql']);
  await write(first, 1);
  const { rows } = await first.owner.query('show listen_addresses');
  expect(rows).toEqual([{ listen_addresses: '' }]);
  await first.close();
  const second = await opened('home');
  expect(second.migrated).toEqual([]);
  expect(await notes(second)).toEqual([1]);
});

test('passwords and data are for their own accounts only', async () => {
  const database = await opened('home');
  const directory = join(root, 'home');
  const modes = async (path: string) => (await stat(join(directory, path))).mode & 0o777;
  expect(await modes('secrets')).toBe(0o700);
  for (const role of ['admin', 'owner', 'app']) expect(await modes(`secrets/database-${role}.password`)).toBe(0o600);
  expect(await modes('postgres/data')).toBe(0o700);
  expect(await modes('postgres/server.log')).toBe(0o600);
  // What the server's account could rename or replace, this process, perhaps root, would later write through.
  const home = await stat(join(directory, 'postgres'));
  expect(home.uid).toBe(process.getuid!());
  expect(home.mode & 0o022).toBe(0);
  await expect(withClient(database.server!.url('mingjing_owner', 'guess', 'mingjing'), async () => 0)).rejects.toThrow(
    /password authentication failed/,
  );
});

test('the owner is no superuser, and the server log names nobody', async () => {
  const database = await opened('home');
  const { rows } = await database.owner.query('select rolsuper from pg_roles where rolname = current_user');
  expect(rows).toEqual([{ rolsuper: false }]);
  await write(database, 990_101);
  await expect(write(database, 990_101)).rejects.toThrow(/duplicate key/);
  const log = await readFile(join(root, 'home/postgres/server.log'), 'utf8');
  expect(log).toContain('duplicate key value');
  expect(log).not.toContain('990101');
});

test('one data directory has one program', async () => {
  await opened('home');
  await expect(startEmbedded({ directory: join(root, 'home') })).rejects.toMatchObject({
    code: 'database.inUse',
    params: { pid: String(process.pid) },
  });
});

test('two programs that start at once on an empty directory do not harm each other', async () => {
  const directory = join(root, 'race');
  const [one, two] = await Promise.allSettled([startEmbedded({ directory }), startEmbedded({ directory })]);
  const started = [one, two].filter((result) => result.status === 'fulfilled');
  expect(started).toHaveLength(1);
  await started[0]!.value.stop();
  const database = await opened('race');
  expect(await notes(database)).toEqual([]);
});

test('a running program is not disturbed; when it was killed, its server is stopped and started anew', async () => {
  const { child, server } = await program('home');
  await expect(startEmbedded({ directory: join(root, 'home') })).rejects.toMatchObject({
    code: 'database.inUse',
    params: { pid: String(child.pid) },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  // It works in its data; a process that has ended works nowhere.
  const place = `/proc/${server}/cwd`;
  if (process.platform === 'linux') expect(await readlink(place)).toBe(join(root, 'home/postgres/data'));
  const database = await opened('home');
  expect(database.server!.pid()).not.toBe(server);
  await expect(readlink(place)).rejects.toThrow(/ENOENT/);
  await write(database, 2);
  expect(await notes(database)).toContain(2);
});

test('a lock file that names a stranger neither keeps the server from starting nor harms the stranger', async () => {
  const first = await openDatabase({ directory: join(root, 'home'), migrations });
  await first.close();
  const stranger = spawn('sleep', ['1000']);
  onTestFinished(() => {
    stranger.kill();
  });
  await writeFile(join(root, 'home/postgres/data/postmaster.pid'), `${stranger.pid}\n`);
  const database = await opened('home');
  expect(await notes(database)).toContain(1);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test('a killed server comes back under the same pools with every commit; what was open is reported, not repeated', async () => {
  const crashes: string[] = [];
  const database = await opened('home', (how) => crashes.push(how));
  await write(database, 10);
  const open = transact(database, systemSession, 'write', async (tx) => {
    await tx.client.query('insert into public.notes values (11)');
    const end = new Promise<void>((resolve) => tx.client.once('end', resolve));
    process.kill(database.server!.pid(), 'SIGKILL');
    await end;
    await tx.client.query('insert into public.notes values (12)');
  });
  await expect(open).rejects.toMatchObject({ code: 'database.away' });
  await eventually(() => write(database, 13));
  expect((await notes(database)).filter((number) => number >= 10 && number < 20)).toEqual([10, 13]);
  expect(crashes[0]).toBe('SIGKILL');
});

test('an interrupted first start leaves nothing that looks whole', async () => {
  const home = join(root, 'half/postgres');
  await mkdir(join(home, 'data.new-abc'), { recursive: true });
  await writeFile(join(home, 'data.new-abc/PG_VERSION'), '18\n');
  const database = await opened('half');
  expect(await notes(database)).toEqual([]);
  await expect(stat(join(home, 'data.new-abc'))).rejects.toThrow(/ENOENT/);
});

test('data of another major version is refused by name', async () => {
  const data = join(root, 'major/postgres/data');
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'PG_VERSION'), '12\n');
  await expect(startEmbedded({ directory: join(root, 'major') })).rejects.toMatchObject({
    code: 'database.otherMajor',
    params: { data: '12', programs: '18' },
  });
});

test('a path too long for a socket gets its socket elsewhere', async () => {
  const name = 'long'.repeat(30);
  const database = await opened(name);
  expect(database.server!.adminUrl('postgres')).not.toContain(name);
  expect(await notes(database)).toEqual([]);
});

test.runIf(process.getuid?.() === 0)(
  'below a folder that root shuts, the server lives where the directory remembers',
  async () => {
    const shut = join(root, 'shut');
    await mkdir(shut, { mode: 0o700 });
    const database = await opened('shut/data');
    await write(database, 7);
    const place = (await readFile(join(shut, 'data/postgres.place'), 'utf8')).trim();
    onTestFinished(() => rm(place, { recursive: true, force: true }));
    expect(database.server!.data).toBe(join(place, 'data'));
    const owner = await stat(database.server!.data);
    expect(owner.uid).not.toBe(0);
  },
);
