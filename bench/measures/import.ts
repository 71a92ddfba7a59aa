import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { importFile } from '../../src/commands/import.ts';
import type { Installation } from '../../src/commands/installation.ts';
import { writeAppealsCsv, writeAppealsXlsx, writeNamed } from '../appeals.ts';
import { type Bench, inDirectory, inInstallation, type Taken, timeBoth } from '../place.ts';
import { median } from '../statistics.ts';

/** Issue 2: the whole import, with every check, takes at most three times as long as the database alone needs for the rows. */
const AIM = 1 / 3;
const ROUNDS = 5;

/**
 * Rows per second from a file on disk to a registered import (recognised, read, checked, encrypted, committed to, in the
 * ledger), each round into an empty register; against COPY of the very same rows into a table with the same columns and indexes.
 */
export async function measureImport(bench: Bench): Promise<void> {
  const rows = Math.round(100_000 * bench.scale);
  await inDirectory((directory) =>
    inInstallation(directory, async (installation) => {
      const files = { csv: join(directory, 'appeals.csv'), xlsx: join(directory, 'appeals.xlsx') };
      await writeAppealsCsv(files.csv, rows);
      await writeAppealsXlsx(files.xlsx, rows);
      const named = join(directory, 'named.xlsx');
      await writeNamed(named);
      await registerFile(installation, named);

      const taken: Record<'csv' | 'xlsx' | 'copy', Taken[]> = { csv: [], xlsx: [], copy: [] };
      // COPY between the two, so that it stands beside each at the same load of the machine.
      for (let round = 0; round < ROUNDS; round += 1) {
        await empty(installation);
        taken.csv.push(await timeBoth(installation, () => registerFile(installation, files.csv)));
        taken.copy.push(await copySameRows(installation, join(directory, 'appeals.copy')));
        await empty(installation);
        taken.xlsx.push(await timeBoth(installation, () => registerFile(installation, files.xlsx)));
        for (const [kind, all] of Object.entries(taken)) bench.say(`${kind} ${Math.round(all.at(-1)!.clock)} ms`);
      }
      for (const kind of ['csv', 'xlsx'] as const) {
        const aim = kind === 'csv' ? { least: AIM } : undefined;
        for (const [by, unit, which] of [
          ['clock', 'rows/s', 'time'],
          ['processor', 'rows/CPU s', 'processor time'],
        ] as const) {
          const rate = (all: readonly Taken[]): number => (rows * 1000) / median(all.map((one) => one[by]));
          const peer = { what: 'COPY of the same rows', value: rate(taken.copy) };
          const what = `${kind}, ${rows.toLocaleString('en')} appeals, by ${which}`;
          bench.found({ measure: 'import', what, value: rate(taken[kind]), unit, peer, aim });
        }
      }
    }),
  );
}

async function registerFile(installation: Installation, path: string): Promise<void> {
  const { state, faults } = await importFile(installation, path, path, 'all');
  if (state !== 'registered') throw new Error(`${path} is ${state} with ${faults} faults`);
}

/** Each round starts from nothing, and the same bytes may come in again. */
async function empty({ database: { owner } }: Installation): Promise<void> {
  await owner.query('truncate appeals.appeals, appeals.appeals_counts, appeals.appeals_deltas');
  await owner.query(`update imports.imports set state = 'takenBack' where state = 'registered'`);
}

/** Writes the register's rows to a file and copies them into an empty table made like the register. */
async function copySameRows(installation: Installation, path: string): Promise<Taken> {
  const client = await installation.database.owner.connect();
  try {
    await pipeline(client.query(copyTo('copy appeals.appeals to stdout')), createWriteStream(path));
    await client.query('create schema if not exists bench');
    await client.query('drop table if exists bench.appeals');
    await client.query('create table bench.appeals (like appeals.appeals including all)');
    return await timeBoth(installation, () =>
      pipeline(createReadStream(path), client.query(copyFrom('copy bench.appeals from stdin'))),
    );
  } finally {
    client.release();
  }
}
