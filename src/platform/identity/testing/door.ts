import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Role } from '../../access/roles.ts';
import { readConfig } from '../../config.ts';
import { systemSession } from '../../database/session.ts';
import type { Pools } from '../../database/transact.ts';
import { buildServer, type Server } from '../../http/server.ts';
import { openLog } from '../../log/log.ts';
import { vault } from '../../sealing/vault.ts';
import { createAccount, ensureFirstAccounts, type HandedOver } from '../accounts.ts';
import { type Identity, identifyBy } from '../identity.ts';
import { identityRoutes } from '../routes.ts';
import { Browser } from './browser.ts';

/** For tests: the sign-in of a fresh installation behind a server, with a clock that stands still until time is let pass. */
export function openDoor(database: Pools) {
  const clock = { now: new Date('2026-03-02T01:00:00Z') };
  const identity: Identity = { database, vault: vault(Buffer.alloc(32, 7)), now: () => clock.now };
  const logged: string[] = [];
  const first = new Map<string, HandedOver>();
  let server: Server;
  const pass = (minutes: number): void => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  const browser = (address?: string): Browser => new Browser(server.app, address);
  beforeAll(async () => {
    server = await buildServer({
      database,
      log: openLog('debug', { write: (line) => void logged.push(line) }),
      config: readConfig({ MINGJING_MAX_DELAY: '0', MINGJING_REQUESTS_A_MINUTE: '100000' }, {}),
      routes: identityRoutes(identity, { demo: true, unitName: async () => '甲区公安分局', places: async () => [] }),
      identify: identifyBy(identity),
    });
    for (const one of await ensureFirstAccounts(identity)) first.set(one.username, one);
  });
  afterAll(() => server.app.close());
  // No test is slowed down by what another guessed.
  beforeEach(() => pass(24 * 60));
  return {
    clock,
    identity,
    /** What the program wrote into its log. */
    logged,
    /** The accounts of a fresh installation, by username. */
    first,
    pass,
    browser,
    server: () => server,
    /** A browser in which the account of that username has signed in. */
    async at(username: string, password = first.get(username)!.password): Promise<Browser> {
      const opened = browser();
      expect(await opened.post('/api/sign-in', { username, password })).toMatchObject({ status: 200 });
      return opened;
    },
    create: (username: string, held: Role[], unit: string | null = null) =>
      createAccount(identity, systemSession, { username, name: username, roles: held, unit }, false),
    /** Acts on a subject, in their order. */
    async actsOf(subject: string): Promise<string[]> {
      const { rows } = await database.app.query('select act from ledger.acts where subject = $1 order by appended_at', [
        subject,
      ]);
      return rows.map(({ act }) => act);
    },
  };
}
