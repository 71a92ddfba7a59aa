import { join } from 'node:path';
import { prepareDemo } from '../../src/commands/demo.ts';
import type { Installation } from '../../src/commands/installation.ts';
import { rebuildRollup } from '../../src/platform/register/rollup.ts';
import { type Bench, inDirectory, inInstallation, time } from '../place.ts';
import { measureBulletin } from './bulletin.ts';
import { measureFigures } from './figures.ts';
import { measurePages } from './pages.ts';
import { measureColdStart, measureWarmServer } from './server.ts';

/** The full demo hotline has a hundred times the appeals of the default one. */
const FACTOR = 100;

/**
 * The demo city, made through the door users have: its figures and its largest register, with --full again when the hotline
 * has a hundred times as many appeals; then the program started over it, and its memory after it has worked.
 */
export async function measureCity(bench: Bench): Promise<void> {
  await measureColdStart(bench);
  await inDirectory(async (directory) => {
    await inInstallation(directory, async (installation) => {
      const made = await time(() => prepareDemo(installation, { full: false, say: (_zh, en) => bench.say(en) }));
      bench.found({ measure: 'start', what: 'the demo city written and imported', value: made / 1000, unit: 's' });
      await settle(installation);
      const small = await measureAt(bench, installation);
      if (!bench.full) return;
      bench.say(`${FACTOR} times the appeals …`);
      bench.say(`made in ${Math.round((await time(() => grow(installation))) / 1000)} s`);
      const large = await measureAt(bench, installation, small);
      if (large.accepted !== small.accepted * FACTOR)
        throw new Error(`${large.accepted} appeals accepted, not ${FACTOR} times ${small.accepted}`);
    });
    await measureWarmServer(bench, join(directory, 'data'));
  });
}

interface Measured {
  readonly accepted: number;
  /** Milliseconds for all figures. */
  readonly figures: number;
}

async function measureAt(bench: Bench, installation: Installation, before?: Measured): Promise<Measured> {
  const { rows } = await installation.database.owner.query<{ number: number }>(
    'select count(*) as number from appeals.appeals',
  );
  const size = `${Number(rows[0]!.number).toLocaleString('en')} appeals`;
  const measured = await measureFigures(bench, installation, size, before?.figures);
  await measurePages(bench, installation, size);
  await measureBulletin(bench, installation, size);
  return measured;
}

/** What the jobs and the database do by themselves sooner or later. */
async function settle({ database: { owner }, registry }: Installation): Promise<void> {
  for (const name of ['appeals.appeals', 'appeals.callbacks']) await rebuildRollup(owner, registry.catalogue.get(name));
  await owner.query('vacuum analyze');
}

/**
 * Copies every appeal and call-back until there are a hundred of each, set by set: importing as many takes minutes, and reading
 * them is what is measured. Copies have no entry in the ledger. A copy's ticket number and identity tell it apart; the second of
 * its arrival differs, its day does not, so every figure must grow by the factor. Copied identities keep the head of the original's,
 * so that they are UUIDv7 too and lie in its order.
 */
async function grow(installation: Installation): Promise<void> {
  const { owner } = installation.database;
  const copyOf = (column: string): string =>
    `(left(t.${column}::text, 20) || right(md5(t.${column}::text || copy)::uuid::text, 16))::uuid`;
  await copyRows(installation, 'appeals', {
    record: copyOf('record'),
    ticket_no: "t.ticket_no || '-' || copy",
    received_at: "t.received_at + copy % 60 * interval '1 second'",
  });
  await copyRows(installation, 'callbacks', { record: copyOf('record'), appeal: copyOf('appeal') });
  await owner.query('checkpoint').catch(() => undefined);
  await settle(installation);
}

/** Rows are added without the secondary indexes, which are made anew afterwards: that is several times faster. */
async function copyRows(
  { database: { owner } }: Installation,
  table: string,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'appeals' and tablename = $1 and indexname <> $1 || '_pkey'`,
    [table],
  );
  const { rows: columns } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'appeals' and table_name = $1`,
    [table],
  );
  for (const { name } of indexes) await owner.query(`drop index appeals.${name}`);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ name }) => changed[name] ?? `t."${name}"`).join(', ');
  await owner.query(
    `insert into appeals.${table} (${names})
     select ${values} from appeals.${table} t, generate_series(1, ${FACTOR - 1}) copy where t.retired_at is null`,
  );
  for (const { definition } of indexes) await owner.query(definition);
}
