import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { workCalendar } from '../../../../platform/calendar/working-days.ts';
import { readConfig } from '../../../../platform/config.ts';
import type { Session } from '../../../../platform/database/session.ts';
import { testDatabase } from '../../../../platform/database/testing/database.ts';
import type { Pools } from '../../../../platform/database/transact.ts';
import { PartialUploads } from '../../../../platform/files/partial.ts';
import { FileStore } from '../../../../platform/files/store.ts';
import { Buckets } from '../../../../platform/http/buckets.ts';
import { buildServer } from '../../../../platform/http/server.ts';
import { openLog } from '../../../../platform/log/log.ts';
import { Challenges } from '../../../../platform/proof-of-work/challenges.ts';
import { type City, testCity } from '../../../../platform/register/testing/city.ts';
import { type KeyPair, newKeyPair } from '../../../../platform/sealing/keys.ts';
import type { Transport } from '../../../../web/kit/attachments/transport.ts';
import { registers } from '../../../index.ts';
import { makeDeskKey } from '../../../organisation/index.ts';
import type { ReportDesk } from '../desk.ts';
import { clueReceiver } from '../receive-clue.ts';
import { reportRoutes } from '../routes.ts';

/** A server with the door of reports and the discipline desk behind it, and a key of that desk in force. */
export interface TestDoor {
  readonly pools: Pools;
  readonly city: City;
  readonly desk: ReportDesk;
  readonly app: FastifyInstance;
  readonly key: KeyPair;
  readonly folder: string;
  /** Everything that was logged. */
  readonly logged: string[];
  liaison(): Session;
  /** A phone at an address. It keeps what answers it was given. */
  phone(address?: string): Transport & { readonly answers: LightMyRequestResponse[] };
  /** A request of an account with a role. */
  at(role: string, method: 'GET' | 'POST', url: string, body?: object): Promise<LightMyRequestResponse>;
}

/** Work that tests do in no time. */
const BITS = 4;

/** Call it at the top of a test file. */
export function testDoor(tries = new Buckets(10_000, 1)): TestDoor {
  const pools = testDatabase();
  const city = testCity(pools, registers);
  const door = { pools, city, logged: [] as string[] } as unknown as { -readonly [K in keyof TestDoor]: TestDoor[K] };
  beforeAll(async () => {
    door.folder = await mkdtemp(join(tmpdir(), 'mj-door-'));
    door.desk = {
      pools,
      vault: city.records.registry.vault,
      files: await FileStore.open(join(door.folder, 'files')),
      uploads: await PartialUploads.open(join(door.folder, 'uploads')),
      challenges: new Challenges(BITS),
      tries,
      largestFile: 4_000_000,
      today: () => '2021-03-10',
      receiveClue: clueReceiver({ ...city.records, calendar: workCalendar() }),
    };
    const log = openLog(
      'debug',
      new Writable({
        write(line, _encoding, done) {
          door.logged.push(String(line));
          done();
        },
      }),
    );
    const server = await buildServer({
      routes: reportRoutes(door.desk),
      database: pools,
      config: readConfig({ MINGJING_MAX_DELAY: '0', MINGJING_REQUESTS_A_MINUTE: '1000000' }, {}),
      log,
      identify: async (cookie) => {
        const role = cookie('role');
        if (!role) return null;
        const session = city.as(role);
        const account = { username: 'l', name: 'l', mustChangePassword: false, secondFactor: true };
        return { account: { id: session.account!, ...account }, session, signIn: 's' };
      },
    });
    door.app = server.app;
    door.key = await newKeyPair();
    await makeDeskKey(pools, door.liaison(), { publicKey: door.key.publicKey, holder: '市纪委监委驻点组' });
  });
  afterAll(async () => {
    await door.app.close();
    await rm(door.folder, { recursive: true });
  });
  door.liaison = () => city.as('DISCIPLINE_LIAISON');
  door.at = (role, method, url, body) =>
    door.app.inject({
      method,
      url,
      cookies: { role },
      headers: { 'x-mingjing': '1' },
      ...(body ? { payload: body } : {}),
    });
  door.phone = (address = '192.0.2.7') => {
    const answers: LightMyRequestResponse[] = [];
    const send = async <T>(
      method: 'GET' | 'POST',
      url: string,
      payload?: object | Buffer,
      type?: string,
    ): Promise<T> => {
      const headers = {
        'x-mingjing': '1',
        'user-agent': 'Telltale/1.0 (phone of the reporter)',
        ...(type ? { 'content-type': type } : {}),
      };
      const answer = await door.app.inject({ method, url, headers, remoteAddress: address, payload });
      answers.push(answer);
      if (answer.statusCode >= 400) throw Object.assign(new Error(answer.body), { code: answer.json().code });
      return (answer.body === '' ? undefined : answer.json()) as T;
    };
    return {
      answers,
      get: (path) => send('GET', path),
      post: (path, body) => send('POST', path, body as object),
      async piece(path, bytes) {
        const form = new FormData();
        form.append('file', bytes, 'piece');
        const request = new Request('http://localhost/', { method: 'POST', body: form });
        const body = Buffer.from(await request.arrayBuffer());
        return send('POST', path, body, request.headers.get('content-type')!);
      },
    };
  };
  return door;
}
