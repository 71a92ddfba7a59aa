import { sql } from 'kysely';
import { bulletinRoutes } from '../modules/bulletin/index.ts';
import { clueRoutes, myFileRoutes, overseeingRoutes, reportRoutes } from '../modules/clues/index.ts';
import { leniencyRoutes, meetingRoutes, paperRoutes, selfReportRoutes, talkRoutes } from '../modules/conduct/index.ts';
import { disclosureRoutes } from '../modules/disclosure/index.ts';
import { deskItems, matters } from '../modules/index.ts';
import { interferenceRoutes } from '../modules/interference/index.ts';
import { deskKeyRoutes, ensureFirstDeskKey } from '../modules/organisation/index.ts';
import { recheckRoutes } from '../modules/recheck/index.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { systemSession } from '../platform/database/session.ts';
import { type Pools, transact } from '../platform/database/transact.ts';
import { deskRoutes } from '../platform/desk/routes.ts';
import { figureRoutes } from '../platform/figure/routes.ts';
import { Buckets } from '../platform/http/buckets.ts';
import type { Route } from '../platform/http/route.ts';
import { buildServer } from '../platform/http/server.ts';
import { ensureFirstAccounts, type HandedOver } from '../platform/identity/accounts.ts';
import { type Identity, identifyBy } from '../platform/identity/identity.ts';
import { accountNames } from '../platform/identity/names.ts';
import { confirmPresence } from '../platform/identity/own-account.ts';
import { identityRoutes, selfOf } from '../platform/identity/routes.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import { ledgerRoutes } from '../platform/ledger/routes.ts';
import type { Sequencer } from '../platform/ledger/sequencer.ts';
import { matterRoutes } from '../platform/lifecycle/routes.ts';
import type { Log } from '../platform/log/log.ts';
import { importRoutes } from '../platform/register/import/routes.ts';
import { registerRoutes } from '../platform/register/routes.ts';
import { bulletinDesk, proofsOf } from './bulletin-desk.ts';
import { demoAccounts } from './demo-accounts.ts';
import { demoHearings } from './demo-hearings.ts';
import type { Installation } from './installation.ts';
import { recheckDesk } from './recheck-desk.ts';
import { reportDesk } from './report-desk.ts';
import { selfExaminationDesk } from './self-examination-desk.ts';

export interface Serving {
  readonly address: string;
  /** Accounts made at this start, with the passwords that are shown once. */
  readonly accounts: readonly HandedOver[];
  /** Secret of the discipline desk's key, made at this start for a demo city; kept nowhere. */
  readonly deskKey: string | null;
  close(): Promise<void>;
}

/** Wrong survey codes of one network at once, and the seconds until it has one more. Answers cost nothing. */
const SURVEY_TRIES = 30;
const SECONDS_A_TRY = 10;

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
  const selfExamination = selfExaminationDesk(installation, proofs);
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
    ...deskRoutes({ pools: database }, deskItems),
    ...overseeingRoutes({ pools: database, registry, nameOf }),
    ...clueRoutes({ pools: database, registry, nameOf, calendar: workCalendar() }),
    ...myFileRoutes({ pools: database, registry, calendar: workCalendar() }),
    ...figureRoutes(installation.figures),
    ...bulletinRoutes(bulletinDesk(installation, proofs), jobs),
    ...recheckRoutes(recheckDesk(installation, proofs)),
    ...disclosureRoutes(database),
    ...interferenceRoutes({
      pools: database,
      registry,
      nameOf,
      calendar: workCalendar(),
      ledger: proofs,
      surveyTries: new Buckets(SURVEY_TRIES, SECONDS_A_TRY),
    }),
    ...selfReportRoutes(selfExamination),
    ...leniencyRoutes(selfExamination),
    ...paperRoutes({
      pools: database,
      files: installation.files,
      largestFile: config.limits.uploadBytes,
      confirm: (ctx, presence) => confirmPresence(identity, selfOf(ctx), presence),
    }),
    ...talkRoutes({ pools: database, registry, calendar: workCalendar() }),
    ...meetingRoutes(database),
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
    accounts: config.demo ? await demoAccounts(database) : undefined,
    // In a city of its own the password handed over opens nothing but its change; the demo is for looking around.
    mustChangePassword: !config.demo,
  });
  if (config.demo) await demoHearings({ pools: database, registry: installation.registry });
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
