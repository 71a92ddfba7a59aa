import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Client } from 'pg';
import { startOrJoin } from '../database/join.ts';
import { DATABASE } from '../database/open.ts';
import { findPlace } from '../database/place.ts';
import { withClient } from '../database/pools.ts';
import { AppError } from '../errors.ts';
import { SEQUENCER_LOCK } from '../ledger/sequencer.ts';
import type { Draft } from './draft.ts';

/** Folder of the database in a backup. */
export const DATABASE_FOLDER = 'postgres';

/** Keeps the write-ahead log of the copy's time from being recycled; ends with its connection. One backup at a time has it. */
const SLOT = 'mingjing_backup';

/**
 * Left out of a base backup (PostgreSQL manual, "Low Level Backup API"): what names the running server, what it writes anew
 * at its start, and the write-ahead log, which is copied at the end. Of the folders the empty shell is kept.
 */
const leftOut = (path: string): boolean =>
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|current_logfiles.*)$/.test(path) ||
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./.test(path) ||
  /^(pgsql_tmp.*|pg_internal\.init.*)$/.test(basename(path));

/**
 * Copies the database of the embedded server while it may be written to, and `ledger` at one moment with it: the sequencer
 * is held from before the ledger's files are copied until the copy's state of the database is fixed, so both end at the same
 * checkpoint. Writers wait for nothing.
 * @throws AppError `data.missing`, `backup.underWay`, `database.inUse`, `database.notStarted`
 */
export async function backUpDatabase(directory: string, draft: Draft, ledger: () => Promise<void>): Promise<void> {
  const { data } = await findPlace(directory);
  // Starting a server where there is none would make an empty database and call its copy a backup.
  await stat(join(data, 'PG_VERSION')).catch((error) => {
    throw new AppError('data.missing', { folder: data }, { cause: error });
  });
  const server = await startOrJoin({ directory });
  try {
    await withClient(server.adminUrl(DATABASE), async (client) => {
      await begin(client);
      await draft.copyTree(server.data, DATABASE_FOLDER, leftOut);
      await client.query('select pg_advisory_lock($1)', [SEQUENCER_LOCK]);
      await ledger();
      const { label, from, to } = await end(client);
      await copyLog(draft, join(server.data, 'pg_wal'), from, to);
      // The server that takes the copy up learns from this file where to begin and how far it must get.
      await draft.write(`${DATABASE_FOLDER}/backup_label`, label);
    });
  } finally {
    await server.stop();
  }
}

async function begin(client: Client): Promise<void> {
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [SLOT]).catch((error) => {
    // 42710: there is one of this name, that is another backup.
    throw (error as { code?: string }).code === '42710' ? new AppError('backup.underWay') : error;
  });
  await client.query('select pg_backup_start($1, true)', ['mingjing backup']);
}

async function end(client: Client): Promise<{ label: string; from: string; to: string }> {
  const { rows } = await client.query<{ label: string; spaces: string; to: string }>(
    'select labelfile as label, spcmapfile as spaces, pg_walfile_name(lsn) as to from pg_backup_stop(false)',
  );
  const { label, spaces, to } = rows[0]!;
  if (spaces !== '')
    throw new Error('the embedded server keeps data in a tablespace, which no backup of its folder holds');
  const from = /^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m.exec(label)?.[1];
  if (!from) throw new Error('the label of the backup names no file of the write-ahead log');
  return { label, from, to };
}

/** The write-ahead log of the copy's time: with it the server brings the copied files to one moment. */
async function copyLog(draft: Draft, folder: string, from: string, to: string): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    const needed = /^[0-9A-F]{24}$/.test(name) ? name >= from && name <= to : name.endsWith('.history');
    if (needed) await draft.copy(join(folder, name), `${DATABASE_FOLDER}/pg_wal/${name}`);
  }
}
