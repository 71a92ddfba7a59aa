import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { nobody } from '../../platform/http/context.ts';
import { registers } from '../index.ts';
import { verifyRecheck } from './bundle/verify.ts';
import type { RecheckDesk } from './service/desk.ts';
import { drawByRelay, drawDue, planDraw, recheckFile, viewPlan } from './service.ts';
import { signRound, testChain } from './testing/beacon.ts';
import { recheckHouse } from './testing/recheck-desk.ts';

const house = recheckHouse(testDatabase(), registers);
const { planner, first } = house;

/** What the relay answers now, and the paths it was asked for. */
let answers: RequestListener;
const asked: string[] = [];
let relay: Server;
let address = '';
let desk: RecheckDesk;

beforeAll(async () => {
  relay = createServer((request, reply) => {
    asked.push(request.url!);
    answers(request, reply);
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
});
afterAll(() => {
  relay.closeAllConnections();
  relay.close();
});

let plan = '';
let round = 0;
/** A desk at whose clock the round of the plan is out. */
const later = (): RecheckDesk => ({ ...desk, now: () => new Date(Date.now() + 7_200_000) });
beforeEach(async () => {
  asked.length = 0;
  desk = { ...house.desk, relay: { address: `${address}/`, patience: 30_000 } };
  plan = await planDraw(desk, planner, house.asked({ reason: '测试中继的各种答复，逐次重新制定计划' }));
  const { seed } = (await viewPlan(desk, nobody, plan)).plan;
  if (seed.kind !== 'beacon') throw new Error('not a beacon');
  round = seed.round;
});

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, reply) => {
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const right = () => json({ round, signature: signRound(round), randomness: 'not read' });
const state = async () => (await viewPlan(desk, nobody, plan)).seed;

test('the round that the plan named is asked for, drawn by, and the file holds', async () => {
  answers = right();
  await drawByRelay(later(), first, plan);
  expect(asked).toEqual([`/${testChain.hash}/public/${round}`]);
  expect(await state()).toEqual({ kind: 'beacon', round, signature: signRound(round) });
  expect(verifyRecheck(await recheckFile(desk, plan), { chains: [testChain] }).findings).toEqual([]);
});

test('nothing is asked before the round is out, or where no relay is set', async () => {
  answers = right();
  await expect(drawByRelay(desk, first, plan)).rejects.toMatchObject({ code: 'recheck.relay.early' });
  await expect(drawByRelay({ ...later(), relay: null }, first, plan)).rejects.toMatchObject({
    code: 'recheck.relay.off',
  });
  expect(await drawDue(desk)).toEqual([]);
  expect(await drawDue({ ...later(), relay: null })).toEqual([]);
  expect(asked).toEqual([]);
});

test('what a relay may say instead draws nothing, and each is told apart', async () => {
  const cases: [string, RequestListener][] = [
    ['recheck.relay.late', json({ error: 'not found' }, 404)],
    ['recheck.relay.late', json({}, 425)],
    ['recheck.relay.down', json({}, 500)],
    ['recheck.relay.wrong', json({ round, signature: signRound(round + 1) })],
    ['recheck.relay.wrong', json({ round: round + 1, signature: signRound(round + 1) })],
    ['recheck.relay.wrong', json({ round, signature: 'f'.repeat(96) })],
    ['recheck.relay.wrong', json({ round })],
    ['recheck.relay.wrong', (_request, reply) => reply.end('<html>sign in to the network</html>')],
    ['recheck.relay.wrong', json({ padding: 'x'.repeat(1_000_000), round, signature: signRound(round) })],
    ['recheck.relay.down', (_request, reply) => reply.writeHead(302, { location: `${address}/elsewhere` }).end()],
    ['recheck.relay.down', (_request, reply) => reply.destroy()],
  ];
  for (const [code, answer] of cases) {
    answers = answer;
    await expect(drawByRelay(later(), first, plan), code).rejects.toMatchObject({ code });
  }
  expect(asked).toHaveLength(cases.length);
  expect(await state()).toBeNull();
});

test('a relay that does not end its answer is not waited for', async () => {
  const impatient = (): RecheckDesk => ({ ...later(), relay: { address, patience: 50 } });
  answers = () => undefined;
  await expect(drawByRelay(impatient(), first, plan)).rejects.toMatchObject({ code: 'recheck.relay.silent' });
  answers = (_request, reply) => reply.writeHead(200).write('{"round":');
  await expect(drawByRelay(impatient(), first, plan)).rejects.toMatchObject({ code: 'recheck.relay.silent' });
});

test('a relay that is not there is told, and a person can still bring the signature', async () => {
  const gone = { ...later(), relay: { address: 'http://127.0.0.1:1', patience: 30_000 } };
  await expect(drawByRelay(gone, first, plan)).rejects.toMatchObject({ code: 'recheck.relay.down' });
  expect(await drawDue(gone)).toEqual([]);
  expect(await state()).toBeNull();
});

test('the program draws by itself what is due, once, and leaves what was replaced', async () => {
  answers = json({}, 404);
  expect(await drawDue(later())).toEqual([]);
  answers = right();
  expect(await drawDue(later())).toEqual([plan]);
  expect(await drawDue(later())).toEqual([]);
  const { rows } = await house.desk.pools.owner.query(
    "select entry from ledger.acts where act = 'recheck.seed' and subject = $1",
    [plan],
  );
  expect(rows.map(({ entry }) => JSON.parse(entry).actor)).toEqual(['system']);
});
