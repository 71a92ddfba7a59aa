import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { testDatabase } from './testing/database.ts';

const pools = testDatabase();
let folder: string;

// The test database is migrated already: these tests begin as on an empty one.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingjing-migrations-'));
  await pools.owner.query('delete from public.migrations; drop table if exists public.one, public.two');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const run = (): Promise<string[]> => migrate(pools.owner, folder);
const tables = async (): Promise<string[]> => {
  const { rows } = await pools.owner.query<{ name: string }>(
    `select relname as name from pg_class where relname in ('one', 'two') order by 1`,
  );
  return rows.map(({ name }) => name);
};

test('files are applied once, in the order of their names', async () => {
  await file('0002_test_two.sql', 'insert into public.one values (2)');
  await file('0001_test_one.sql', 'create table public.one (number int)');
  await file('README.md', 'no migration');
  expect(await run()).toEqual(['0001_test_one.sql', '0002_test_two.sql']);
  expect(await run()).toEqual([]);
  const { rows } = await pools.owner.query('select number from public.one');
  expect(rows).toEqual([{ number: 2 }]);
});

test('an edited old file is refused and nothing new is applied; other line ends are no edit', async () => {
  await file('0001_test_one.sql', 'create table\npublic.one (number int)');
  await run();
  await file('0001_test_one.sql', 'create table\r\npublic.one (number int)');
  expect(await run()).toEqual([]);
  await file('0001_test_one.sql', 'create table\npublic.one (number bigint)');
  await file('0002_test_two.sql', 'create table public.two (number int)');
  await expect(run()).rejects.toMatchObject({ code: 'migration.edited', params: { name: '0001_test_one.sql' } });
  expect(await tables()).toEqual(['one']);
});

test('a missing old file is refused and nothing new is applied', async () => {
  await file('0001_test_one.sql', 'create table public.one (number int)');
  await run();
  await rm(join(folder, '0001_test_one.sql'));
  await file('0002_test_two.sql', 'create table public.two (number int)');
  await expect(run()).rejects.toMatchObject({ code: 'migration.lost', params: { name: '0001_test_one.sql' } });
  expect(await tables()).toEqual(['one']);
});

test('a failing file leaves nothing of itself, and those before it stay', async () => {
  await file('0001_test_one.sql', 'create table public.one (number int)');
  await file('0002_test_two.sql', 'create table public.two (number int); select 1 / 0');
  await expect(run()).rejects.toMatchObject({
    code: 'migration.failed',
    params: { name: '0002_test_two.sql', reason: 'division by zero' },
  });
  expect(await tables()).toEqual(['one']);
  await file('0002_test_two.sql', 'create table public.two (number int)');
  expect(await run()).toEqual(['0002_test_two.sql']);
});

test('two programs that migrate at once apply each file once', async () => {
  await file('0001_test_one.sql', 'create table public.one (number int); select pg_sleep(0.1)');
  await file('0002_test_two.sql', 'create table public.two (number int)');
  const [one, two] = await Promise.all([run(), run()]);
  expect([...one, ...two].sort()).toEqual(['0001_test_one.sql', '0002_test_two.sql']);
});

test('a misnamed file is refused rather than passed over', async () => {
  await file('3_Notes.sql', 'create table public.one (number int)');
  await expect(run()).rejects.toMatchObject({ code: 'migration.name', params: { name: '3_Notes.sql' } });
  expect(await tables()).toEqual([]);
});
