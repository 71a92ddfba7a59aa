import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { connectPools, ownerUrl } from '../open.ts';
import { urlTo, withClient } from '../pools.ts';
import { OWNER_ROLE } from '../roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly testServer: {
      /** Connection string of the owner, to a database that is never written to. */
      readonly url: string;
      /** Folder with the application role's password. */
      readonly directory: string;
      /** Database that every test database is copied from. */
      readonly template: string;
    };
  }
}

/**
 * Vitest's global set-up: one server for the whole run, with a migrated template. `TEST_DATABASE_URL` runs the same tests on
 * a real server; its role must be allowed to create databases and roles.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'mingjing-test-'));
  // The server's own account must be able to pass.
  await chmod(directory, 0o711);
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? undefined : await startEmbedded({ directory, durable: false });
  const url = given ?? (await ownerUrl(server!, directory, 'idle'));
  if (server)
    await withClient(server.adminUrl('postgres'), (admin) => admin.query(`alter role ${OWNER_ROLE} createdb`));
  const template = `mingjing_template_${randomBytes(6).toString('hex')}`;
  await withClient(url, (client) => client.query(`create database ${template}`));
  const pools = await connectPools(urlTo(url, template), directory);
  await migrate(pools.owner);
  await Promise.all([pools.app.end(), pools.owner.end()]);
  project.provide('testServer', { url, directory, template });
  return async () => {
    if (given) await withClient(url, (client) => client.query(`drop database ${template}`));
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
