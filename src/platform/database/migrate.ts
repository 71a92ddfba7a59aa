import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pool } from 'pg';
import { AppError } from '../errors.ts';

const FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url));
/** Any fixed number: it keeps two starting servers from migrating at once. */
const LOCK = 7_204_215;

/**
 * Applies the migrations that are not yet applied, in the order of their names, each in a transaction of its own.
 * @throws AppError `migration.edited` or `migration.lost` when an applied file is no longer what it was: nothing is applied then
 * @returns the names applied now
 */
export async function migrate(owner: Pool, folder = FOLDER): Promise<string[]> {
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create table if not exists public.migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migrations');
    const files = await readMigrations(folder);
    for (const { name, sha256 } of rows) {
      const file = files.find((one) => one.name === name);
      if (!file) throw new AppError('migration.lost', { name });
      if (file.sha256 !== sha256) throw new AppError('migration.edited', { name });
    }
    const done = new Set(rows.map(({ name }) => name));
    const fresh = files.filter(({ name }) => !done.has(name));
    for (const { name, text, sha256 } of fresh) {
      try {
        await client.query('begin');
        await client.query(text);
        await client.query('insert into public.migrations (name, sha256) values ($1, $2)', [name, sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
      }
    }
    return fresh.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

async function readMigrations(folder: string): Promise<{ name: string; text: string; sha256: string }[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}
