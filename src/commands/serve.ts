import { sql } from 'kysely';
import { bulletinRoutes } from '../modules/bulletin/index.ts';
import { clueRoutes, reportRoutes } from '../modules/clues/index.ts';
import { matters } from '../modules/index.ts';
import { interferenceRoutes } from '../modules/interference/index.ts';
import { deskKeyRoutes, ensureFirstDeskKey } from '../modules/organisation/index.ts';
import { recheckRoutes } from '../modules/recheck/index.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { systemSession } from '../platform/database/session.ts';
import { type Pools, transact } from '../platform/database/transact.ts';
import { figureRoutes } from '../platform/figure/routes.ts';
import type { Route } from '../platform/http/route.ts';
import { buildServer } from '../platform/http/server.ts';
import { ensureFirstAccounts, type HandedOver } from '../platform/identity/accounts.ts';
import { type Identity, identifyBy } from '../platform/identity/identity.ts';
import { accountNames } from '../platform/identity/names.ts';
import { identityRoutes } from '../platform/identity/routes.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { ledgerRoutes } from '../platform/ledger/routes.ts';
import type { Sequencer } from '../platform/ledger/sequencer.ts';
import { matterRoutes } from '../platform/lifecycle/routes.ts';
import type { Log } from '../platform/log/log.ts';
import { importRoutes } from '../platform/register/import/routes.ts';
import { registerRoutes } from '../platform/register/routes.ts';
import { bulletinDesk, proofsOf } from './bulletin-desk.ts';
import type { Installation } from './installation.ts';
import { recheckDesk } from './recheck-desk.ts';
import { reportDesk } from './report-desk.ts';

export interface Serving {
  readonly address: string;
  /** Accounts made at this start, with the passwords that are shown once. */
  readonly accounts: readonly HandedOver[];
  /** Secret of the discipline desk's key, made at this start for a demo city; kept nowhere. */
  readonly deskKey: string | null;
  close(): Promise<void>;
}

/** Everything the routes work with beside the installation itself. */
export interface Running {
  readonly sequencer: Sequencer;
  readonly jobs: Jobs;
}

/** The routes of all rooms, in the order of the house. */
export function allRoutes(installation: Installation, identity: Identity, { sequencer, jobs }: Running): Route[] {
  const { config, database, registry, ledger } = installation;
  const nameOf = accountNames(database);
  const proofs = proofsOf(installation, () => sequencer.pass());
  return [
    ...identityRoutes(identity, { demo: config.demo, unitName, places: placesOf(database) }),
    ...registerRoutes({ pools: database, registry, nameOf }, proofs),
    ...importRoutes({
      desk: installation.imports,
      files: installation.files,
      jobs,
      uploadBytes: config.limits.uploadBytes,
      nameOf,
    }),
    ...matterRoutes({ pools: database, registry, calendar: workCalendar(), nameOf }, matters),
    ...clueRoutes({ pools: database, registry, nameOf }),
    ...figureRoutes(installation.figures),
    ...bulletinRoutes(bulletinDesk(installation, proofs), jobs),
    ...recheckRoutes(recheckDesk(installation, proofs)),
    ...interferenceRoutes({ pools: database, registry, nameOf, calendar: workCalendar() }),
    ...deskKeyRoutes(database),
    ...reportRoutes(reportDesk(installation)),
    ...ledgerRoutes({ ...ledger, nameOf }),
  ];
}

/** Who the accounts are and how they sign in. */
export const identityOf = ({ config, database, registry }: Installation): Identity => ({
  database,
  vault: registry.vault,
  now: () => new Date(),
  oidc: config.oidc,
  origin: config.origin,
});

/** Puts the program together and listens. */
export async function serve(installation: Installation, running: Running, log: Log, web: string): Promise<Serving> {
  const { config, database } = installation;
  const identity = identityOf(installation);
  const { app } = await buildServer({
    routes: allRoutes(installation, identity, running),
    database,
    config,
    log,
    identify: identifyBy(identity),
    web,
  });
  const accounts = await ensureFirstAccounts(identity, {
    where: await firstPlaces(installation),
    // In a city of its own the password handed over opens nothing but its change; the demo is for looking around.
    mustChangePassword: !config.demo,
  });
  // In a city of its own the desk makes its key in its browser, so that no secret is ever here.
  const deskKey = config.demo ? await ensureFirstDeskKey(database, '演示市纪委监委驻点组') : null;
  const address = await app.listen({ port: config.port, host: config.host });
  return { address, accounts, deskKey, close: () => app.close() };
}

const unitName: Parameters<typeof identityRoutes>[1]['unitName'] = async (tx, unit) => {
  const { rows } = await sql<{ name: string }>`
    select name from organisation.units where record = ${unit} and retired_at is null`.execute(tx.db);
  return rows[0]?.name ?? null;
};

const placesOf =
  (database: Pools): Parameters<typeof identityRoutes>[1]['places'] =>
  (of, number) =>
    transact(database, systemSession, 'read', async (tx) => {
      const asked =
        of === 'units'
          ? sql<{ record: string; title: string }>`
              select record, name as title from organisation.units where retired_at is null order by code`
          : sql<{ record: string; title: string }>`
              select record, officer_no || ' ' || name as title from organisation.officers
              where retired_at is null and officer_no = ${number}`;
      return (await asked.execute(tx.db)).rows;
    });

/** First accounts of roles that work in a unit get one; the officer's gets an officer of it. Without units they get none. */
async function firstPlaces({ database }: Installation): Promise<(role: string) => { unit?: string; officer?: string }> {
  const { rows } = await transact(database, systemSession, 'read', (tx) =>
    sql<{ unit: string; officer: string | null }>`
      select units.record as unit, (
        select officers.record from organisation.officers
        where officers.unit = units.record and officers.retired_at is null order by officers.officer_no limit 1) as officer
      from organisation.units where units.retired_at is null
      order by units.system = 'POLICE' desc, units.level = 'CITY' desc, units.code limit 1`.execute(tx.db),
  );
  const place = rows[0];
  if (!place) return () => ({});
  const inUnits = [
    'UNIT_HEAD',
    'UNIT_STAFF',
    'CASE_HANDLER',
    'HANDLING_UNIT',
    'MEDIATOR',
    'WINDOW_CLERK',
    'PROPERTY_KEEPER',
    'OFFICER_SELF',
  ];
  return (role) => ({
    ...(inUnits.includes(role) ? { unit: place.unit } : {}),
    ...(role === 'OFFICER_SELF' && place.officer ? { officer: place.officer } : {}),
  });
}
