import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { AppError } from '../errors.ts';
import { openDatabase } from './open.ts';
import { systemSession } from './session.ts';
import { transact } from './transact.ts';

const MEGABYTE = 2 ** 20;
let root: string;

/** A disk that is really full has to be a small one of its own, which needs the right to mount one. */
const mounted = (disk: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512m,mode=0711', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mingjing-full-'));
  await chmod(root, 0o711);
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('a full disk is told, nothing is half-saved, and all goes on once there is room', async ({ skip }) => {
  const disk = join(root, 'disk');
  const migrations = join(root, 'migrations');
  await Promise.all([mkdir(disk), mkdir(migrations)]);
  await writeFile(
    join(migrations, '0001_test_loads.sql'),
    `create table public.loads (load int, filling text);
     grant select, insert on public.loads to mingjing_app;`,
  );
  if (!mounted(disk)) return skip('this account may not mount a small disk');
  onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
  const database = await openDatabase({ directory: join(disk, 'data'), migrations, onCrash: () => undefined });
  onTestFinished(() => database.close());

  /** Two statements, so that there is a half that could stay. */
  const load = (number: number, rows: number): Promise<unknown> =>
    transact(database, systemSession, 'write', async ({ client }) => {
      await client.query(`insert into public.loads values ($1, 'first')`, [number]);
      await client.query(`insert into public.loads select $1, repeat(md5(n::text), 60) from generate_series(1, $2) n`, [
        number,
        rows,
      ]);
    });
  const held = async (): Promise<Record<number, number>> => {
    const { rows } = await transact(database, systemSession, 'read', ({ client }) =>
      client.query('select load, count(*)::int as rows from public.loads group by load order by load'),
    );
    return Object.fromEntries(rows.map(({ load, rows }) => [load, rows]));
  };

  await load(1, 10);
  const { bavail, bsize } = await statfs(disk);
  const ballast = join(disk, 'ballast');
  await writeFile(ballast, Buffer.alloc(bavail * bsize - 12 * MEGABYTE));
  await expect(load(2, 20_000)).rejects.toMatchObject({ code: expect.stringMatching(/^database\.(full|away)$/) });
  await rm(ballast);
  // Where the server itself had to give up it is started again as often as it takes.
  for (let done = false; !done; ) {
    done = await load(3, 20_000).then(
      () => true,
      (error: AppError) => {
        if (error.code !== 'database.away') throw error;
        return false;
      },
    );
  }
  expect(await held()).toEqual({ 1: 11, 3: 20_001 });
});
