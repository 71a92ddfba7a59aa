import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../../platform/access/roles.ts';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import { readConfig } from '../../../platform/config.ts';
import { systemSession } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { FileStore } from '../../../platform/files/store.ts';
import { buildServer, type Server } from '../../../platform/http/server.ts';
import { createAccount } from '../../../platform/identity/accounts.ts';
import { type Identity, identifyBy } from '../../../platform/identity/identity.ts';
import { confirmPresence } from '../../../platform/identity/own-account.ts';
import { identityRoutes, selfOf } from '../../../platform/identity/routes.ts';
import { Browser } from '../../../platform/identity/testing/browser.ts';
import { signer, verifierKey } from '../../../platform/ledger/notes.ts';
import { sequence } from '../../../platform/ledger/sequencer.ts';
import { TileStore } from '../../../platform/ledger/tile-store.ts';
import { matterRoutes } from '../../../platform/lifecycle/routes.ts';
import { openLog } from '../../../platform/log/log.ts';
import { registerRoutes } from '../../../platform/register/routes.ts';
import { type City, testCity } from '../../../platform/register/testing/city.ts';
import { registers } from '../../index.ts';
import { conductMatters } from '../matters.ts';
import { meetingRoutes } from '../meetings/routes.ts';
import { paperRoutes } from '../papers/routes.ts';
import { talkRoutes } from '../talks/routes.ts';

/** A person of the house: an account that really signs in, and the officer it is. */
export interface Person {
  readonly account: string;
  readonly officer: string;
  readonly password: string;
  readonly at: Browser;
}

export interface House {
  readonly pools: Pools;
  readonly city: City;
  /** An officer of a unit with an account of these roles, signed in. */
  person(name: string, roles: readonly Role[], unit?: 'C01' | 'D01' | 'C02', more?: object): Promise<Person>;
  /** Entries of the log on a subject, oldest first. */
  entriesOf(subject: string): Promise<{ act: string; actor: string; detail: Record<string, unknown> }[]>;
}

/** The room behind its real door: identity, papers and matters over HTTP. Call it at the top of a test file. */
export function testHouse(): House {
  const pools = testDatabase();
  const city = testCity(pools, registers);
  let server: Server;
  let folder = '';
  let count = 0;
  const house: House = {
    pools,
    city,
    async person(name, roles, unit = 'C01', more = {}) {
      const officer = await city.add('organisation.officers', {
        officerNo: `P-${++count}`,
        name,
        gender: 'MALE',
        staffKind: 'CIVIL_SERVANT',
        status: 'IN_POST',
        isPartyMember: true,
        isTeamMember: false,
        isPrincipalLeader: false,
        unit: city.units[unit],
        joinedOn: '2010-01-01',
        ...more,
      });
      const username = `person${count}`;
      const place = { unit: city.units[unit], officer };
      const { account, password } = await createAccount(
        identityOf(house),
        systemSession,
        { username, name, roles: [...roles], ...place },
        false,
      );
      const at = new Browser(server.app);
      await at.post('/api/sign-in', { username, password });
      return { account, officer, password, at };
    },
    async entriesOf(subject) {
      const { rows } = await pools.owner.query(
        'select entry::jsonb as entry from ledger.acts where subject = $1 order by appended_at',
        [subject],
      );
      return rows.map(({ entry }) => entry);
    },
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mj-conduct-'));
    const identity = identityOf(house);
    const key = signer('log.example', generateKeyPairSync('ed25519').privateKey);
    const store = new TileStore(join(folder, 'ledger'), key);
    const ledger = { store, verifierKey: verifierKey(key), integrate: () => sequence(pools, store) };
    const confirm: Parameters<typeof paperRoutes>[0]['confirm'] = (ctx, presence) =>
      confirmPresence(identity, selfOf(ctx), presence);
    server = await buildServer({
      database: pools,
      log: openLog('error', { write: () => undefined }),
      config: readConfig({ MINGJING_MAX_DELAY: '0', MINGJING_REQUESTS_A_MINUTE: '1000000' }, {}),
      routes: [
        ...identityRoutes(identity, { demo: true, unitName: async () => '', places: async () => [] }),
        ...paperRoutes({ pools, files: await FileStore.open(folder), largestFile: 1_000_000, confirm }),
        ...meetingRoutes(pools),
        ...talkRoutes({ ...city.records, calendar: workCalendar() }),
        ...registerRoutes(city.records, ledger),
        ...matterRoutes({ ...city.records, calendar: workCalendar() }, conductMatters),
      ],
      identify: identifyBy(identity),
    });
  });
  afterAll(async () => {
    await server.app.close();
    await rm(folder, { recursive: true });
  });
  return house;
}

const identityOf = ({ pools, city }: House): Identity => ({
  database: pools,
  vault: city.records.registry.vault,
  now: () => new Date(),
});
