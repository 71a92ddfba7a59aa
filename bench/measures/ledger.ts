import { hash } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Installation } from '../../src/commands/installation.ts';
import { poolOf } from '../../src/platform/database/pools.ts';
import { systemSession } from '../../src/platform/database/session.ts';
import { type Pools, type Tx, transact } from '../../src/platform/database/transact.ts';
import { defineAct } from '../../src/platform/ledger/acts.ts';
import { verifierKey } from '../../src/platform/ledger/notes.ts';
import { perform } from '../../src/platform/ledger/perform.ts';
import { sequence } from '../../src/platform/ledger/sequencer.ts';
import { verifyLedger } from '../../src/platform/ledger/verify/verify.ts';
import { words } from '../../src/platform/words.ts';
import { type Bench, inDirectory, inInstallation, share, type Taken, time, timeBoth, times } from '../place.ts';
import { median } from '../statistics.ts';

/** Issue 2: the ledger takes at most a third of the throughput. */
const AIM = 2 / 3;
const ROUNDS = 5;

const noting = defineAct({ name: 'bench.note', words: words('测算', 'Measure'), permission: null, rule: null });

/**
 * Acts per second, each one row in a table of four indexes, at 1, 8 and 32 connections; against the same inserts in transactions
 * that leave no act. Then how fast the log is verified, against hashing the bytes of its entries.
 */
export async function measureLedger(bench: Bench): Promise<void> {
  await inDirectory((directory) =>
    inInstallation(directory, async (installation) => {
      await makeTable(installation);
      for (const connections of [1, 8, 32]) await measureActs(bench, installation, connections);
      await measureVerify(bench, installation);
    }),
  );
}

async function makeTable({ database: { owner } }: Installation): Promise<void> {
  await owner.query(`
    create schema bench;
    create table bench.notes (id uuid primary key, unit uuid not null, at timestamptz not null, kind text not null, text text);
    create index on bench.notes (unit, at);
    create index on bench.notes (kind, at);
    create index on bench.notes (at);
    grant usage on schema bench to mingjing_app;
    grant insert on bench.notes to mingjing_app`);
}

const units = Array.from({ length: 55 }, () => uuidv7());

const note = async ({ client }: Tx): Promise<string> => {
  const id = uuidv7();
  const unit = units[Math.floor(Math.random() * units.length)];
  await client.query('insert into bench.notes (id, unit, at, kind, text) values ($1, $2, clock_timestamp(), $3, $4)', [
    id,
    unit,
    'CONSULT',
    '来电人咨询办理途径，请核实并答复。',
  ]);
  return id;
};

async function measureActs(bench: Bench, installation: Installation, connections: number): Promise<void> {
  const { database } = installation;
  const acts = Math.ceil((connections === 1 ? 500 : 2000) * bench.scale);
  const app = poolOf(database.app.options.connectionString!, connections);
  const pools: Pools = { app, owner: database.owner };
  const plain = (): Promise<unknown> => transact(pools, systemSession, 'write', note);
  const inLedger = (): Promise<unknown> =>
    perform(pools, systemSession, noting, async (tx) => ({ result: undefined, subject: await note(tx) }));
  try {
    const taken = { plain: [] as Taken[], ledger: [] as Taken[] };
    await share(acts, connections, inLedger);
    // One after the other, round by round, so that both meet the same load of the machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.plain.push(await timeBoth(installation, () => share(acts, connections, plain)));
      taken.ledger.push(await timeBoth(installation, () => share(acts, connections, inLedger)));
    }
    for (const [by, unit, which] of [
      ['clock', 'acts/s', 'time'],
      ['processor', 'acts/CPU s', 'processor time'],
    ] as const) {
      const rate = (all: readonly Taken[]): number => (acts * 1000) / median(all.map((one) => one[by]));
      bench.found({
        measure: 'ledger',
        what: `acts committed at ${connections} connection${connections > 1 ? 's' : ''}, by ${which}`,
        value: rate(taken.ledger),
        unit,
        peer: { what: 'the same inserts without a ledger', value: rate(taken.plain) },
        aim: { least: AIM },
      });
    }
  } finally {
    await app.end();
  }
}

async function measureVerify(bench: Bench, { database, ledger }: Installation): Promise<void> {
  await fillLedger(database, Math.round(100_000 * bench.scale));
  const built = await time(() => sequence(database, ledger.store));
  const { rows } = await database.owner.query<{ entry: string }>(
    'select a.entry from ledger.entries e join ledger.acts a on a.id = e.act order by e.seq',
  );
  const entries = rows.map(({ entry }) => Buffer.from(entry));
  const bytes = entries.reduce((all, entry) => all + entry.length, 0);
  bench.found({
    measure: 'ledger',
    what: 'entries put into the log',
    value: (entries.length * 1000) / built,
    unit: 'entries/s',
  });

  const options = { directory: join(ledger.directory), publicKey: verifierKey(ledger.signer) };
  const perSecond = (taken: readonly number[]): number => bytes / 1e6 / (median(taken) / 1000);
  const hashing = await times(3, async () => {
    for (const entry of entries) hash('sha256', entry, 'buffer');
  });
  const peer = { what: 'SHA-256 of each entry', value: perSecond(hashing) };
  for (const [what, given] of [
    ['offline, from the files alone', options],
    ['against the database', { ...options, database }],
  ] as const) {
    const verifying = await times(3, async () => {
      const { findings } = await verifyLedger(given);
      if (findings.length > 0) throw new Error(`the log does not verify: ${JSON.stringify(findings[0])}`);
    });
    bench.found({
      measure: 'ledger',
      what: `verify ${entries.length} entries ${what}`,
      value: perSecond(verifying),
      unit: 'MB/s',
      peer,
    });
  }
}

/** Acts like the measured ones, written by one statement: the log must be long enough to be measured. */
async function fillLedger({ owner }: Pools, number: number): Promise<void> {
  await owner.query(
    `insert into ledger.acts (id, at, entry)
     select made.id, a.at, replace(a.entry, a.id::text, made.id::text)
     from (select id, at, entry from ledger.acts where act = 'bench.note' limit 1) a,
       lateral (select gen_random_uuid() as id from generate_series(1, $1) where a.id is not null) made`,
    [number],
  );
}
