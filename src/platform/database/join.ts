import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded, urlThrough } from './embedded.ts';
import { ADMIN_ROLE } from './initdb.ts';
import { findPlace } from './place.ts';
import { secret } from './secrets.ts';

/**
 * Starts the embedded server, or joins the one another program runs on this directory: then `stop` leaves it alone, and it
 * ends with that program. For commands that work beside the program as they would beside a real server.
 */
export async function startOrJoin(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'database.inUse')) throw error;
    const server = await joinEmbedded(options.directory);
    if (!server) throw error;
    return server;
  }
}

/** The running server of a directory; undefined while none is up. */
async function joinEmbedded(directory: string): Promise<EmbeddedServer | undefined> {
  const { data } = await findPlace(directory);
  // Lines of postmaster.pid (PostgreSQL, miscadmin.h): process, data directory, start, port, socket folder, address, memory, status.
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, , , , socket, , , status] = lines;
  if (!socket || status?.trim() !== 'ready') return undefined;
  const url = urlThrough(socket);
  const password = await secret(directory, 'database-admin.password');
  return {
    url,
    adminUrl: (database) => url(ADMIN_ROLE, password, database),
    pid: () => Number(pid),
    data,
    stop: async () => undefined,
  };
}
