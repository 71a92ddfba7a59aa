import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../platform/access/roles.ts';
import { readConfig } from '../../platform/config.ts';
import type { Database } from '../../platform/database/open.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { ensureFirstAccounts, oneForEachRole, usernameOf } from '../../platform/identity/accounts.ts';
import { identifyBy } from '../../platform/identity/identity.ts';
import { Browser } from '../../platform/identity/testing/browser.ts';
import { startJobs } from '../../platform/jobs/jobs.ts';
import { startSequencer } from '../../platform/ledger/sequencer.ts';
import { openLog } from '../../platform/log/log.ts';
import type { RecordDesk } from '../../platform/register/records/desk.ts';
import { bulletinDesk, proofsOf } from '../bulletin-desk.ts';
import { tasksOf } from '../chores.ts';
import { furnish, type Installation } from '../installation.ts';
import { allRoutes, identityOf } from '../serve.ts';

/** The whole program over a test database, without a port: what the sweeps go through. */
export interface House {
  readonly installation: Installation;
  readonly server: Server;
  readonly records: RecordDesk;
  /** `METHOD path` of every declared route that has answered so far. */
  readonly answered: ReadonlySet<string>;
  /** A browser in which the account of that role has signed in; nobody without a role. */
  at(role?: Role): Promise<Browser>;
}

/**
 * Call it at the top of a test file.
 * @param settle makes the records that the accounts belong to, and tells unit and officer of each role's account
 */
export function testHouse(
  settle: (
    desk: RecordDesk,
  ) => Promise<(role: Role) => { readonly unit?: string; readonly officer?: string }> = async () => () => ({}),
): House {
  const pools = testDatabase();
  const answered = new Set<string>();
  const browsers = new Map<Role, Browser>();
  const passwords = new Map<string, string>();
  const house = { answered } as unknown as { -readonly [K in keyof House]: House[K] };
  const log = openLog('info', {
    write(line) {
      const { method, route } = JSON.parse(line) as { method?: string; route?: string };
      if (method && route) answered.add(`${method} ${route}`);
    },
  });
  let end = async (): Promise<void> => undefined;

  house.at = async (role) => {
    if (!role) return new Browser(house.server.app);
    const known = browsers.get(role);
    if (known) return known;
    const browser = new Browser(house.server.app);
    const username = usernameOf(role);
    const { status } = await browser.post('/api/sign-in', { username, password: passwords.get(username) });
    if (status !== 200) throw new Error(`${username} could not sign in: ${status}`);
    browsers.set(role, browser);
    return browser;
  };

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mj-house-'));
    const config = readConfig(
      {
        MINGJING_MAX_DELAY: '0',
        MINGJING_REQUESTS_A_MINUTE: '1000000',
        // Nobody waits ten minutes for the dice of a test.
        MINGJING_RECHECK_LEAD: '0',
        MINGJING_ORIGIN: 'http://localhost',
        // A provider that nobody answers for: its routes are there and can be swept.
        MINGJING_OIDC_ISSUER: 'http://127.0.0.1:9',
        MINGJING_OIDC_CLIENT: 'mingjing',
        MINGJING_OIDC_SECRET: 'unused',
      },
      {},
    );
    const database: Database = { ...pools, migrated: [], server: undefined, close: async () => undefined };
    const installation = await furnish(config, folder, database);
    const onError = (error: unknown): void => log.error({ err: error }, 'sequencer');
    const sequencer = startSequencer({ database, store: installation.ledger.store, onError });
    const bulletins = bulletinDesk(
      installation,
      proofsOf(installation, () => sequencer.pass()),
    );
    const jobs = await startJobs({ owner: database.owner, tasks: tasksOf(installation, bulletins), log });
    const identity = identityOf(installation);
    house.installation = installation;
    house.records = { pools, registry: installation.registry, nameOf: async () => new Map() };
    house.server = await buildServer({
      routes: allRoutes(installation, identity, { sequencer, jobs }),
      database,
      config,
      log,
      identify: identifyBy(identity),
    });
    end = async () => {
      await house.server.app.close();
      await jobs.stop();
      await sequencer.stop();
      await rm(folder, { recursive: true });
    };
    const accounts = oneForEachRole(await settle(house.records));
    for (const { username, password } of await ensureFirstAccounts(identity, { accounts }))
      passwords.set(username, password);
  });
  afterAll(() => end());
  return house;
}
