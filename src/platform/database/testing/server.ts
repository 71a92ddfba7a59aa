import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { connectPools } from '../open.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the owner, to the maintenance database. */
    readonly testServer: string;
    /** Folder with the application role's password. */
    readonly testDirectory: string;
  }
}

/** Database that every test database is copied from. */
export const TEMPLATE = 'mingjing_template';

export const withDatabase = (url: string, name: string): string => {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
};

/**
 * Vitest's global set-up: one server for the whole run, with a migrated template. `TEST_DATABASE_URL` runs the same tests
 * on a real server; its role must be allowed to create databases and roles.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'mj-test-'));
  // The server's own account must be able to pass.
  await chmod(directory, 0o711);
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? undefined : await startEmbedded({ directory, durable: false });
  const url = given ?? server!.url('postgres');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const pools = await connectPools(withDatabase(url, TEMPLATE), directory);
  await migrate(pools.owner);
  await Promise.all([pools.app.end(), pools.owner.end()]);
  project.provide('testServer', url);
  project.provide('testDirectory', directory);
  return async () => {
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
