import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import type { Pools } from './transact.ts';

/** The application role: it owns nothing, and may do only what migrations grant it. */
export const APP_ROLE = 'mingjing_app';

export interface Database extends Pools {
  /** Names of the migrations applied while opening. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

interface Options {
  /** Data directory of the installation. */
  readonly directory: string;
  /** A real server; absent: the embedded one. */
  readonly url?: string;
  readonly migrations?: string;
}

// A day stays a day and an exact number stays exact; counts fit a JavaScript number (facts; house, section 5).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
});

/** Starts or reaches the database, brings it up to date and gives the two pools. */
export async function openDatabase({ directory, url, migrations }: Options): Promise<Database> {
  const server = url ? undefined : await startEmbedded({ directory });
  try {
    if (server) await createDatabase(server.url('postgres'), 'mingjing');
    const pools = await connectPools(server?.url('mingjing') ?? url!, directory);
    const migrated = await migrate(pools.owner, migrations);
    return {
      ...pools,
      migrated,
      close: async () => {
        await Promise.all([pools.app.end(), pools.owner.end()]);
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Opens the owner's pool, makes sure of the application role and opens its pool. */
export async function connectPools(url: string, directory: string): Promise<Pools> {
  const owner = poolOf({ connectionString: url, max: 4 });
  const { rows } = await owner.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  );
  if (Number(rows[0]!.server_version_num) < 150_000) {
    await owner.end();
    throw new AppError('database.tooOld', { version: rows[0]!.server_version });
  }
  const password = await appPassword(directory);
  await ensureAppRole(owner, password);
  const target = new URL(url);
  target.username = APP_ROLE;
  target.password = password;
  return { owner, app: poolOf({ connectionString: target.href, max: 24, statement_timeout: 0 }) };
}

/** A pool whose idle connections may break: the next one is opened anew, so the program survives its database going away. */
function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: 10_000, ...config });
  pool.on('error', () => undefined);
  return pool;
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

async function ensureAppRole(owner: pg.Pool, password: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  const verb = rowCount ? 'alter' : 'create';
  // The password is hexadecimal, made here; a role statement takes no parameters.
  await owner.query(
    `${verb} role ${APP_ROLE} login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`,
  );
  await owner.query('revoke create on schema public from public');
}

async function appPassword(directory: string): Promise<string> {
  const folder = join(directory, 'secrets');
  const file = join(folder, 'database-app.password');
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing) return existing;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}
