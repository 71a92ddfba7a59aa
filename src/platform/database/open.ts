import { AppError } from '../errors.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { startOrJoin } from './join.ts';
import { migrate } from './migrate.ts';
import { poolOf, urlAs, withClient } from './pools.ts';
import { APP_ROLE, ensureApp, ensureOwner, OWNER_ROLE } from './roles.ts';
import { secret } from './secrets.ts';
import type { Pools } from './transact.ts';

export interface Database extends Pools {
  /** Names of the migrations applied while opening. */
  readonly migrated: readonly string[];
  /** The embedded server; undefined on a real one. */
  readonly server: EmbeddedServer | undefined;
  /** Ends the pools, then the embedded server. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Data directory of the installation. */
  readonly directory: string;
  /** Connection string of the owner on a real server (`DATABASE_URL`); absent: the embedded one. */
  readonly url?: string;
  /** Works beside a program that already runs on this directory, through its embedded server, instead of being refused. */
  readonly beside?: boolean;
  /** Folder of the migrations; absent: the program's own. */
  readonly migrations?: string;
  /** Told when the embedded server died by itself and is being started again. */
  readonly onCrash?: (how: string) => void;
}

/** Name of the database in the embedded server. */
export const DATABASE = 'mingjing';
/** PostgreSQL 15: `security_invoker` views and the closed `public` schema are taken for granted. */
const OLDEST = 150_000;

/**
 * Starts or reaches the database, brings it up to date and gives the two pools.
 * @throws AppError `database.*` when it cannot be used, `migration.*` when it cannot be brought up to date
 */
export async function openDatabase({ directory, url, beside, migrations, onCrash }: OpenOptions): Promise<Database> {
  const start = beside ? startOrJoin : startEmbedded;
  const server = url ? undefined : await start({ directory, onCrash });
  let pools: Pools | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([pools?.app.end(), pools?.owner.end()]);
    await server?.stop();
  };
  try {
    pools = await connectPools(url ?? (await ownerUrl(server!, directory, DATABASE)), directory);
    const migrated = await migrate(pools.owner, migrations);
    return { ...pools, migrated, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes sure of the owner's role and database on the embedded server. Returns the owner's connection string. */
export async function ownerUrl(server: EmbeddedServer, directory: string, database: string): Promise<string> {
  const password = await secret(directory, 'database-owner.password');
  await withClient(server.adminUrl('postgres'), (admin) => ensureOwner(admin, password, database));
  return server.url(OWNER_ROLE, password, database);
}

/**
 * Opens the owner's pool, makes sure of the application role and opens its pool.
 * @param url connection string of the owner
 * @param directory data directory; its `secrets` hold the application role's password
 */
export async function connectPools(url: string, directory: string): Promise<Pools> {
  const owner = poolOf(url, 4);
  try {
    const { rows } = await owner
      .query<{ number: string; version: string }>(
        `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
      )
      .catch((error) => {
        throw new AppError('database.unreachable', { reason: (error as Error).message }, { cause: error });
      });
    if (Number(rows[0]!.number) < OLDEST) throw new AppError('database.tooOld', { version: rows[0]!.version });
    const password = await secret(directory, 'database-app.password');
    const appUrl = urlAs(url, APP_ROLE, password);
    await ensureApp(owner, appUrl, password);
    return { owner, app: poolOf(appUrl, 24) };
  } catch (error) {
    await owner.end();
    throw error;
  }
}
