import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { AppError } from '../errors.ts';

const FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url));
/** Any fixed number: it keeps two starting programs from migrating at once. */
const LOCK = 7_204_215;

interface Migration {
  readonly name: string;
  readonly text: string;
  /** Of the text with line feeds only: git on another system may hand out others. */
  readonly sha256: string;
}

/**
 * Applies the migrations that are not yet applied, in the order of their names, each in a transaction of its own.
 * @throws AppError `migration.edited` or `migration.lost` when an applied file is no longer what it was: nothing is applied
 *   then; `migration.failed` naming the file, of which nothing remains, while those before it stay
 * @returns the names applied now
 */
export async function migrate(owner: Pool, folder = FOLDER): Promise<string[]> {
  const files = await readMigrations(folder);
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const fresh = await pending(client, files);
    for (const migration of fresh) await apply(client, migration);
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
    return fresh.map(({ name }) => name);
  } finally {
    // Gives the lock back with the connection, and whatever a migration may have set for its session.
    client.release(true);
  }
}

async function pending(client: PoolClient, files: readonly Migration[]): Promise<Migration[]> {
  await client.query(`create table if not exists public.migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    comment on table public.migrations is 'migrations applied to this database, with the checksum of each file'`);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from public.migrations order by name',
  );
  for (const { name, sha256 } of rows) {
    const file = files.find((one) => one.name === name);
    if (!file) throw new AppError('migration.lost', { name });
    if (file.sha256 !== sha256) throw new AppError('migration.edited', { name });
  }
  const done = new Set(rows.map(({ name }) => name));
  return files.filter(({ name }) => !done.has(name));
}

async function apply(client: PoolClient, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into public.migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new AppError('migration.failed', { name, reason: (error as Error).message }, { cause: error });
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name)) throw new AppError('migration.name', { name });
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
