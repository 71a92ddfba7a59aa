import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../../platform/access/roles.ts';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import { readConfig } from '../../../platform/config.ts';
import type { Session } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { PartialUploads } from '../../../platform/files/partial.ts';
import { FileStore } from '../../../platform/files/store.ts';
import { Buckets } from '../../../platform/http/buckets.ts';
import { buildServer } from '../../../platform/http/server.ts';
import { openSigner, verifierKey } from '../../../platform/ledger/notes.ts';
import { sequence } from '../../../platform/ledger/sequencer.ts';
import { TileStore } from '../../../platform/ledger/tile-store.ts';
import { matterRoutes } from '../../../platform/lifecycle/routes.ts';
import { openLog } from '../../../platform/log/log.ts';
import { registerRoutes } from '../../../platform/register/routes.ts';
import { type City, testCity } from '../../../platform/register/testing/city.ts';
import { addAccount, addOfficer } from '../../../platform/register/testing/people.ts';
import { type KeyPair, newKeyPair } from '../../../platform/sealing/keys.ts';
import type { Transport } from '../../../web/kit/attachments/transport.ts';
import { matters, registers } from '../../index.ts';
import { makeDeskKey } from '../../organisation/index.ts';
import { leniencyRoutes } from '../routes/leniency.ts';
import { selfReportRoutes } from '../routes/self-reports.ts';
import type { SelfExaminationDesk } from '../self-reports/desk.ts';
import { talkRoutes } from '../talks/routes.ts';

/** A server with the room of self-examination, matters and registers, people who sign in by their name, and a desk key in force. */
export interface Room {
  readonly pools: Pools;
  readonly city: City;
  readonly desk: SelfExaminationDesk;
  readonly app: FastifyInstance;
  readonly key: KeyPair;
  /** The ledger's verifier key. */
  readonly verifierKey: string;
  readonly people: Readonly<Record<string, Session>>;
  /** A request of somebody by name; nobody is signed in without one. */
  at(who: string | null, method: 'GET' | 'POST', url: string, body?: object): Promise<LightMyRequestResponse>;
  /** How the page of somebody sends sealed files. */
  phone(who: string): Transport;
}

/**
 * Call it at the top of a test file.
 * @param cast roles of each person; all belong to an officer of their own in the unit given
 */
export function testRoom(
  cast: Readonly<Record<string, readonly [roles: readonly Role[], unit: 'C01' | 'C02' | 'D01']>>,
  tries = new Buckets(10_000, 1),
): Room {
  const pools = testDatabase();
  const city = testCity(pools, registers);
  const people: Record<string, Session> = {};
  const room = { pools, city, people } as unknown as { -readonly [K in keyof Room]: Room[K] };
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mj-room-'));
    const signer = await openSigner(join(folder, 'key'), 'test.local/ledger');
    const store = new TileStore(join(folder, 'tiles'), signer);
    room.verifierKey = verifierKey(signer);
    const ledger = { store, verifierKey: room.verifierKey, integrate: () => sequence(pools, store) };
    room.desk = {
      ...city.records,
      calendar: workCalendar(),
      ledger,
      tries,
      files: await FileStore.open(join(folder, 'files')),
      uploads: await PartialUploads.open(join(folder, 'uploads')),
      largestFile: 2_000_000,
    };
    for (const [name, [roles, unit]] of Object.entries(cast)) people[name] = await settle(room, name, roles, unit);
    const server = await buildServer({
      routes: [
        ...selfReportRoutes(room.desk),
        ...leniencyRoutes(room.desk),
        ...talkRoutes(room.desk),
        ...matterRoutes(room.desk, matters),
        ...registerRoutes(city.records, ledger),
      ],
      database: pools,
      config: readConfig({ MINGJING_MAX_DELAY: '0', MINGJING_REQUESTS_A_MINUTE: '1000000' }, {}),
      log: openLog('error', new Writable({ write: (_line, _encoding, done) => done() })),
      identify: async (cookie) => {
        const session = people[cookie('who') ?? ''];
        if (!session) return null;
        const account = { username: 'x', name: 'x', mustChangePassword: false, secondFactor: true };
        return { account: { id: session.account!, ...account }, session, signIn: 's' };
      },
    });
    room.app = server.app;
    room.key = await newKeyPair();
    const liaison = city.as('DISCIPLINE_LIAISON');
    await makeDeskKey(pools, liaison, { publicKey: room.key.publicKey, holder: '市纪委监委驻点组' });
  });
  afterAll(async () => {
    await room.app.close();
    await rm(folder, { recursive: true });
  });
  room.at = (who, method, url, body) =>
    room.app.inject({
      method,
      url,
      cookies: who ? { who } : {},
      headers: { 'x-mingjing': '1' },
      ...(method === 'POST' ? { payload: body ?? {} } : {}),
    });
  const answered = async <T>(answer: Promise<LightMyRequestResponse>): Promise<T> => {
    const { statusCode, body } = await answer;
    if (statusCode >= 400) throw Object.assign(new Error(body), { code: JSON.parse(body).code });
    return JSON.parse(body) as T;
  };
  room.phone = (who) => ({
    get: (path) => answered(room.at(who, 'GET', path)),
    post: (path, body) => answered(room.at(who, 'POST', path, body as object)),
    async piece(path, bytes) {
      const form = new FormData();
      form.append('file', bytes, 'piece');
      const sent = new Request('http://localhost/', { method: 'POST', body: form });
      const headers = { 'x-mingjing': '1', 'content-type': sent.headers.get('content-type')! };
      const payload = Buffer.from(await sent.arrayBuffer());
      return answered(room.app.inject({ method: 'POST', url: path, cookies: { who }, headers, payload }));
    },
  });
  return room;
}

async function settle(room: Room, name: string, roles: readonly Role[], unit: 'C01' | 'C02' | 'D01'): Promise<Session> {
  const { city, pools } = room;
  const officer = await addOfficer(city, name, unit);
  return addAccount(pools, city, name, roles, unit, officer);
}
