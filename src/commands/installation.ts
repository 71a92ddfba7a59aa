import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { city as demoCity } from '../../demo/story.ts';
import { allChecks, allFigures, modules, registers } from '../modules/index.ts';
import { loadReach } from '../platform/access/sync.ts';
import { dayOf } from '../platform/calendar/day.ts';
import type { Config } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database/open.ts';
import { secret } from '../platform/database/secrets.ts';
import { crossChecks } from '../platform/figure/checks.ts';
import { figureDesk } from '../platform/figure/evaluate.ts';
import type { FigureService } from '../platform/figure/routes.ts';
import { PartialUploads } from '../platform/files/partial.ts';
import { FileStore } from '../platform/files/store.ts';
import { openSigner, type Signer } from '../platform/ledger/notes.ts';
import { TileStore } from '../platform/ledger/tile-store.ts';
import type { Log } from '../platform/log/log.ts';
import type { ImportDesk } from '../platform/register/import/service.ts';
import type { Registry } from '../platform/register/list.ts';
import { vault } from '../platform/sealing/vault.ts';
import { readDemoNote } from './demo-note.ts';

/** Everything that lives in one data directory, opened: what every command starts from. */
export interface Installation {
  readonly config: Config;
  readonly directory: string;
  readonly database: Database;
  readonly registry: Registry;
  readonly figures: FigureService;
  readonly files: FileStore;
  /** Sealed attachments on their way in. */
  readonly uploads: PartialUploads;
  readonly imports: ImportDesk;
  readonly ledger: { readonly directory: string; readonly signer: Signer; readonly store: TileStore };
  close(): Promise<void>;
}

/** Name of the log in its checkpoints; with the key it tells one city's ledger from another's. */
const ORIGIN = 'mingjing.local/ledger';

/**
 * Opens the data directory, making what is not there yet: database, keys, folders, policies.
 * @param sole for the program that serves: refused when there is one already, where a command works beside it
 */
export async function openInstallation(
  config: Config,
  log: Log,
  { sole = false }: { readonly sole?: boolean } = {},
): Promise<Installation> {
  const directory = resolve(config.data);
  await mkdir(directory, { recursive: true });
  const database = await openDatabase({
    directory,
    url: config.databaseUrl,
    beside: !sole,
    onCrash: (how) => log.error({ how }, 'the embedded PostgreSQL died and is started again'),
  });
  try {
    return await furnish(config, directory, database, { sole });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Puts the keys, folders and policies of a data directory beside its migrated database. */
export async function furnish(
  config: Config,
  directory: string,
  database: Database,
  { sole }: { readonly sole: boolean } = { sole: true },
): Promise<Installation> {
  await loadReach(database.owner, registers.registers);
  const registry = { catalogue: registers, vault: vault(Buffer.from(await secret(directory, 'vault.key'), 'hex')) };
  const files = await FileStore[sole ? 'open' : 'join'](join(directory, 'files'));
  const ledger = join(directory, 'ledger');
  await mkdir(ledger, { recursive: true, mode: 0o700 });
  const signer = await openSigner(join(directory, 'secrets', 'ledger.key'), ORIGIN);
  const owners = new Map(modules.flatMap((module) => module.figures.map(({ id }) => [id, module.name] as const)));
  const desk = figureDesk(registry, allFigures);
  return {
    config: await markedConfig(config, directory),
    directory,
    database,
    registry,
    figures: { ...desk, checks: crossChecks(desk, allChecks), moduleOf: (id) => owners.get(id)!, cutOff },
    files,
    uploads: await PartialUploads.open(join(directory, 'uploads')),
    imports: { pools: database, registry, pathOf: (sha256) => files.pathOf(sha256) },
    ledger: { directory: ledger, signer, store: new TileStore(ledger, signer) },
    close: () => database.close(),
  };
}

/** The settings as they hold in this data directory: where it holds the demo city, every page and document says so. */
export const markedConfig = async (config: Config, directory: string): Promise<Config> =>
  (await readDemoNote(directory)) ? { ...config, demo: true, city: demoCity.name } : config;

/** The programme says up to which day its figures count (截至); a programme that does not say counts up to today. */
const cutOff: FigureService['cutOff'] = async (tx) => {
  const { rows } = await sql<{ day: string | null }>`
    select max(as_of) as day from programme.programmes where retired_at is null`.execute(tx.db);
  return rows[0]?.day ?? dayOf(new Date());
};
