import { beforeAll, describe, expect, test, vi } from 'vitest';
import { belongsTo, type OpenedReport, textInside } from '../modules/clues/contract/report.ts';
import { registers } from '../modules/index.ts';
import { dayOf } from '../platform/calendar/day.ts';
import { Browser, type BrowserAnswer } from '../platform/identity/testing/browser.ts';
import { seal, unseal } from '../platform/sealing/envelope.ts';
import { fingerprintOf, type KeyPair, newKeyPair } from '../platform/sealing/keys.ts';
import type { Transport } from '../web/kit/attachments/transport.ts';
import { Outgoing, Return, type Sent } from '../web/public/report/reporter.ts';
import { testHouse } from './testing/house.ts';
import { hire } from './testing/people.ts';
import { Samples } from './testing/samples.ts';

/**
 * The whole life of a clue over HTTP, from a phone to a re-checked closing, with those who try to get at it on the way. Everybody
 * has an account and an officer of their own; nothing is written past the interface.
 */
/** The day it is, asked for at each step: midnight may pass between two. */
const today = (): string => dayOf(new Date());
const units: Record<'city' | 'reported' | 'beside', string> = { city: '', reported: '', beside: '' };
const officers: Record<string, string> = {};

const house = testHouse(async (desk) => {
  const samples = new Samples(desk);
  const add = (name: string, given: Record<string, string | null>) =>
    samples.add(registers.get(name), undefined, given);
  for (const name of ['city', 'reported', 'beside'] as const)
    units[name] = await add('organisation.units', { parent: null, name: `${name} unit` });
  for (const [name, unit] of [
    ['first', 'city'],
    ['second', 'city'],
    ['stranger', 'city'],
    ['rechecker', 'beside'],
    ['reported', 'reported'],
    ['head', 'reported'],
  ] as const)
    officers[name] = await add('organisation.officers', { unit: units[unit], name, status: 'IN_POST' });
  return (role) => (role === 'UNIT_HEAD' ? { unit: units.reported, officer: officers.head } : { unit: units.city });
});

const people: Record<string, Browser> = {};
let key: KeyPair;

beforeAll(async () => {
  for (const [name, role] of [
    ['desk', 'DISCIPLINE_LIAISON'],
    ['manager', 'CLUE_MANAGER'],
    ['approver', 'APPROVER'],
    ['supervisor', 'SUPERVISOR'],
    ['head', 'UNIT_HEAD'],
    ['administrator', 'SYSTEM_ADMIN'],
    ['director', 'OFFICE_DIRECTOR'],
    ['staff', 'OFFICE_STAFF'],
    ['auditor', 'AUDITOR'],
  ] as const)
    people[name] = await house.at(role);
  for (const name of ['first', 'second', 'stranger', 'rechecker']) {
    const unit = name === 'rechecker' ? units.beside : units.city;
    people[name] = await hire(house, { username: name, name, roles: ['CASE_HANDLER'], unit, officer: officers[name]! });
  }
  people['other approver'] = await hire(house, { username: 'approver2', name: '第二审批人', roles: ['APPROVER'] });
  key = await newKeyPair();
  const made = await people.desk!.post('/api/desk-keys', { publicKey: key.publicKey, holder: '市纪委监委驻点组' });
  expect(made.status).toBeLessThan(300);
});

/** A phone that keeps no cookie: how the public page speaks to the server. */
function phone(): Transport {
  const answer = async <T>(sent: Promise<BrowserAnswer>): Promise<T> => {
    const { status, body } = await sent;
    if (status >= 400) throw Object.assign(new Error(JSON.stringify(body)), { code: body.code });
    return body as T;
  };
  const browser = new Browser(house.server.app, '192.0.2.7');
  return {
    get: (path) => answer(browser.get(path)),
    post: (path, body) => answer(browser.post(path, body)),
    piece(path, bytes) {
      const form = new FormData();
      form.append('file', bytes, 'piece');
      return answer(browser.send('POST', path, form));
    },
  };
}

const at = (clue: string, ...rest: string[]): string => ['/api/matters/clues.clues', clue, ...rest].join('/');
const versions = new Map<string, number>();

/** A step as somebody takes it, on the version they saw last. */
const attempt = (by: string, clue: string, action: string, input: object, version = versions.get(clue)) =>
  people[by]!.post(at(clue, action), { version, input });

async function step(by: string, clue: string, action: string, input: object = {}): Promise<string> {
  const { status, body } = await attempt(by, clue, action, input);
  expect([status, body.code], `${by} ${action}`).toEqual([200, undefined]);
  versions.set(clue, body.version);
  return body.state;
}

/** The line of a clue on somebody's desk; undefined where nothing of it is shown. */
async function waiting(by: string, clue: string): Promise<{ state: string; clock: string | null } | undefined> {
  const { status, body } = await people[by]!.get('/api/desk');
  expect(status).toBe(200);
  type Line = { record: string; state: string; clock: string | null; dueAt: string | null };
  const lines: Line[] = body.matters.flatMap((matter: { lines: Line[] }) => matter.lines);
  return lines.find(({ record }) => record === clue);
}

const SECRET = '窗口民警三次收受香烟，当事人愿意作证';

/** A clue with the stranger to it, received from a report and registered. */
let sent: Sent;
let report = '';
let clue = '';

async function openReport(): Promise<OpenedReport> {
  return (await people.desk!.post(`/api/reports/${report}/open`)).body;
}

async function answerReporter(text: string): Promise<void> {
  const { answerTo } = await openReport();
  const envelope = await seal({ text, files: [] }, belongsTo.answer(answerTo), [answerTo, key.publicKey]);
  const sealedTo = [fingerprintOf(key.publicKey)];
  const { status } = await people.desk!.post(`/api/reports/${report}/answers`, { text: { envelope, sealedTo } });
  expect(status).toBe(204);
}

/** What the reporter reads of the desk with the receipt code, the newest last. */
async function answersRead(): Promise<(string | null)[]> {
  const { texts } = await (await Return.by(phone(), sent.code)).read();
  return texts.filter(({ author }) => author === 'DESK').map(({ text }) => text);
}

const assignment = () => ({
  way: 'ASSIGN',
  handlingUnit: units.city,
  firstHandler: officers.first,
  secondHandler: officers.second,
});
const disposal = 'PRELIMINARY_VERIFICATION';
const proposal = () => ({ disposal, studiedOn: today(), studiedBy: 5, minutes: '一致同意初核' });

/** Sorts and filters by a column: neither the page, nor its cursor, nor its length may tell what the list leaves out. */
async function probe(reader: string, register: string, column: string, hidden: RegExp): Promise<void> {
  const address = `/api/registers/${register}/records?limit=1&`;
  const sorted = await people[reader]!.get(`${address}sort=${column}`);
  const told = JSON.stringify(sorted.body) + Buffer.from(String(sorted.body.next ?? ''), 'base64url').toString();
  expect(told, `${reader} sorts ${register} by ${column}`).not.toMatch(hidden);
  for (const contains of ['收受香烟', '监控']) {
    const where = encodeURIComponent(JSON.stringify({ [column]: { contains } }));
    const found = await people[reader]!.get(`${address}where=${where}`);
    expect(found.body.rows ?? [], `${reader} asks ${register} for ${contains} in ${column}`).toEqual([]);
  }
}

describe('a clue over HTTP', () => {
  test('a named report comes from a phone, with evidence, and is opened by the discipline desk alone', async () => {
    const contact = { name: '张小满', contact: '江边茶馆转' };
    sent = await (await Outgoing.seal(phone(), { about: '窗口某民警', text: SECRET, contact })).send();
    const back = await Return.by(phone(), sent.code);
    const [upload] = await back.uploads([new File([new Uint8Array(3_000).fill(7)], '照片.png')]);
    await back.add('照片见附件', [{ upload: upload!, note: await upload!.run(() => undefined) }]);

    const { body } = await people.desk!.get('/api/reports');
    expect(body.reports).toMatchObject([{ number: sent.number, mode: 'NAMED', state: 'RECEIVED', unread: 2 }]);
    report = body.reports[0].record;
    const { texts, answerTo } = await openReport();
    const inside = textInside.parse(await unseal(texts[0]!.envelope, belongsTo.text(answerTo), [key.secret]));
    expect(inside.text).toBe(SECRET);
    for (const nobody of ['manager', 'first', 'approver', 'head', 'administrator'])
      expect((await people[nobody]!.post(`/api/reports/${report}/open`)).status, nobody).toBe(403);
  });

  test('the desk hands it on in words of its own, and the clue says nothing of who reported', async () => {
    const { version } = await openReport();
    const given = { version, summary: '反映窗口民警收受香烟', unit: units.reported, problemKind: null };
    const { status, body } = await people.desk!.post(`/api/reports/${report}/hand-on`, given);
    expect(status).toBe(200);
    clue = body.clue;
    expect(await waiting('manager', clue)).toMatchObject({ state: 'RECEIVED', clock: 'REGISTER' });
    const seen = await people.manager!.get(at(clue));
    expect(seen.body.current.values).toMatchObject({ source: 'REPORT_BY_PUBLIC', reporterMode: 'NAMED', batch: null });
    expect(JSON.stringify(seen.body)).not.toMatch(new RegExp(`张小满|茶馆|${report}|${sent.number}|愿意作证`));
    expect((await openReport()).clue).toBe(clue);
    versions.set(clue, seen.body.current.version);
  });

  test('the manager registers it, names who is reported, has the reporter told, and assigns two handlers', async () => {
    await step('manager', clue, 'REGISTER');
    const subject = { clue, number: 1, officer: officers.reported, unit: units.reported, description: null };
    expect((await people.manager!.post('/api/registers/clues.subjects/records', { values: subject })).status).toBe(200);
    await answerReporter('您的举报已受理，将在期限内核查。');
    await step('manager', clue, 'TELL_ACCEPTED', { toldOn: today(), way: '举报平台回复' });
    expect(await answersRead()).toEqual(['您的举报已受理，将在期限内核查。']);
    const barred = await attempt('manager', clue, 'ASSIGN', { ...assignment(), secondHandler: officers.reported });
    expect([barred.status, barred.body.code]).toEqual([409, 'clue.barred']);
    expect(await waiting('first', clue)).toBeUndefined();
    await step('manager', clue, 'ASSIGN', assignment());
    for (const handler of ['first', 'second'])
      expect(await waiting(handler, clue), handler).toMatchObject({ state: 'ASSIGNED', clock: 'ACCEPT' });
  });

  test('neither another handler, nor the unit reported, nor the administrator finds it', async () => {
    for (const nobody of ['stranger', 'head', 'administrator']) {
      expect(await waiting(nobody, clue), nobody).toBeUndefined();
      expect([403, 404], nobody).toContain((await people[nobody]!.get(at(clue))).status);
      const record = await people[nobody]!.get(`/api/registers/clues.clues/records/${clue}`);
      expect([403, 404], nobody).toContain(record.status);
    }
    const taken = await attempt('stranger', clue, 'ACCEPT', {});
    expect([taken.status, taken.body.code]).toEqual([404, 'record.missing']);
    for (const register of ['clues.subjects', 'clues.evidence', 'clues.clueSteps', 'clues.clueClocks']) {
      const { status, body } = await people.stranger!.get(`/api/registers/${register}/records`);
      expect([status, body.rows], register).toEqual([200, []]);
    }
  });

  test('a handler accepts and proposes after a collective study, and three levels decide', async () => {
    await step('first', clue, 'ACCEPT');
    const alone = await attempt('first', clue, 'PROPOSE', { ...proposal(), studiedBy: 1 });
    expect([alone.status, alone.body.code]).toEqual([400, 'clue.study']);
    await step('first', clue, 'PROPOSE', proposal());
    expect(await waiting('manager', clue)).toMatchObject({ state: 'DISPOSAL_PROPOSED', clock: 'FIRST_OPINION' });
    await step('manager', clue, 'FIRST_OPINION', { opinion: '拟同意' });
    expect(await waiting('desk', clue)).toMatchObject({ clock: 'SECOND_OPINION' });
    await step('desk', clue, 'SECOND_OPINION', { opinion: '同意' });
    expect(await waiting('approver', clue)).toMatchObject({ clock: 'APPROVE' });
    const view = await people.approver!.get(at(clue));
    expect(view.body.steps.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['PROPOSE', 'FIRST_OPINION', 'SECOND_OPINION']),
    );
  });

  test('of two approvers who decide at once one wins and the other is told; neither approval can be sent again', async () => {
    const version = versions.get(clue)!;
    const input = { disposal };
    const both = await Promise.all([
      attempt('approver', clue, 'APPROVE', input),
      attempt('other approver', clue, 'APPROVE', input),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('record.changed');
    versions.set(clue, both.find(({ status }) => status === 200)!.body.version);
    for (const by of ['approver', 'other approver']) {
      const again = await attempt(by, clue, 'APPROVE', input, version);
      expect([again.status, again.body.code], by).toEqual([409, 'record.changed']);
      const blind = await people[by]!.post(at(clue, 'APPROVE'), { input });
      expect([blind.status, blind.body.code], by).toEqual([409, 'matter.state']);
    }
    const { body } = await people.manager!.get(at(clue));
    expect(body.steps.filter(({ action }: { action: string }) => action === 'APPROVE')).toHaveLength(1);
  });

  test('the handlers verify: a plan, evidence by its hash, an interview, a report', async () => {
    expect(await waiting('first', clue)).toMatchObject({ state: 'DISPOSAL_APPROVED', clock: 'VERIFY' });
    await step('first', clue, 'VERIFY', { plan: '调取窗口监控，走访两户' });
    const piece = {
      clue,
      number: 1,
      kind: 'ELECTRONIC',
      description: '窗口监控',
      obtainedOn: today(),
      fileName: '监控.mp4',
    };
    const values = { ...piece, sha256: 'ab'.repeat(32) };
    const address = '/api/registers/clues.evidence/records';
    expect((await people.second!.post(address, { values })).status).toBe(200);
    // Told the same as of a clue that is not there.
    for (const other of [clue, officers.first!]) {
      const { status, body } = await people.stranger!.post(address, { values: { ...values, clue: other, number: 2 } });
      expect([status, body.code, body.detail.includes(`找不到“${other}”`)]).toEqual([422, 'record.values', true]);
    }
    await step('first', clue, 'INTERVIEW', { heldOn: today(), present: '甲、乙', notes: '否认' });
    await step('first', clue, 'REPORT', { conclusion: 'UNSUBSTANTIATED', report: '监控与走访均未见收受' });
    const own = await attempt('first', clue, 'REVIEW', { opinion: '同意' });
    expect([own.status, own.body.code]).toEqual([403, 'access.denied']);
    expect(await waiting('desk', clue)).toMatchObject({ state: 'REPORTED', clock: 'REVIEW' });
  });

  test('no export, of whatever hangs on it, tells a reader what the screen hides', async () => {
    const hidden = /收受香烟|拟同意|一致同意初核|窗口监控|走访两户|监控\.mp4|均未见/;
    const asked: string[] = [];
    for (const { name, columns, follows, policy } of registers.registers) {
      if (name !== 'clues.clues' && follows?.register.name !== 'clues.clues') continue;
      if (!policy.read.SUPERVISOR) {
        // The marks of reporters are the desk's alone: to an overseer that register is not there.
        for (const reader of ['supervisor', 'director', 'auditor'])
          expect((await people[reader]!.get(`/api/registers/${name}/export?format=csv`)).status, name).toBe(404);
        continue;
      }
      for (const reader of ['supervisor', 'director', 'auditor']) {
        const list = await people[reader]!.get(`/api/registers/${name}/records?limit=200`);
        const file = await people[reader]!.get(`/api/registers/${name}/export?format=csv`);
        expect([list.status, file.status], `${reader} ${name}`).toEqual([200, 200]);
        expect(JSON.stringify(list.body), `${reader} list of ${name}`).not.toMatch(hidden);
        expect(String(file.body), `${reader} export of ${name}`).not.toMatch(hidden);
      }
      for (const key of Object.keys(columns)) await probe('supervisor', name, key, hidden);
      for (const nobody of ['head', 'administrator'])
        expect([403, 404], `${nobody} ${name}`).toContain(
          (await people[nobody]!.get(`/api/registers/${name}/export?format=csv`)).status,
        );
      const file = await people.stranger!.get(`/api/registers/${name}/export?format=csv`);
      expect(String(file.body), `stranger ${name}`).not.toMatch(hidden);
      asked.push(name);
    }
    expect(asked).toEqual(expect.arrayContaining(['clues.clues', 'clues.evidence', 'clues.clueSteps']));
  });

  test('somebody else reviews, an approver closes, and the reporter reads the result with the receipt code', async () => {
    await step('desk', clue, 'REVIEW', { opinion: '事实清楚，同意' });
    expect(await waiting('approver', clue)).toMatchObject({ state: 'REVIEWED', clock: 'APPROVE' });
    const closing = { conclusion: 'UNSUBSTANTIATED', closedOn: today() };
    const other = await attempt('approver', clue, 'CLOSE', { ...closing, conclusion: 'PARTLY' });
    expect([other.status, other.body.code]).toEqual([409, 'clue.differs']);
    expect(await step('approver', clue, 'CLOSE', closing)).toBe('CLOSED');
    expect(await waiting('first', clue)).toBeUndefined();
    expect(await waiting('manager', clue)).toMatchObject({ state: 'CLOSED', clock: 'FEEDBACK' });
    await answerReporter('经核查，未发现您反映的问题。如有新情况请补充。');
    await step('manager', clue, 'FEED_BACK', { toldOn: today(), way: '举报平台回复' });
    expect((await answersRead()).at(-1)).toBe('经核查，未发现您反映的问题。如有新情况请补充。');
    expect(await waiting('manager', clue)).toBeUndefined();
  });

  test('it stands in the frame of a re-check that was planned before the dice; the one drawn upholds it', async () => {
    const plans = '/api/recheck/plans';
    const planned = await people.director!.post(plans, {
      title: '本季度查否线索抽查',
      population: 'UNSUBSTANTIATED_REPORT',
      asOf: today(),
      stratifiedBy: 'NONE',
      sizing: { rates: { ALL: 10_000 } },
      pool: [officers.rechecker, officers.stranger],
      seed: { kind: 'dice', at: new Date(Date.now() + 2_000).toISOString(), place: '三楼会议室', rolls: 50 },
    });
    expect(planned.status).toBe(200);
    const plan = `${plans}/${planned.body.id}`;
    const rolls = '1435262435'.repeat(5);
    expect((await people.director!.post(`${plan}/dice`, { rolls })).body.code).toBe('recheck.planner');
    await vi.waitFor(async () => expect((await people.staff!.get(plan)).body.state).toBe('DUE'), 30_000);
    expect((await people.staff!.post(`${plan}/dice`, { rolls })).body.seed).toBeNull();
    expect((await people.supervisor!.post(`${plan}/dice`, { rolls })).body.state).toBe('DRAWN');
    const { cases } = (await people.manager!.get(`${plan}/cases`)).body;
    expect(cases).toMatchObject([{ clue, number: 1, rechecker: { officer: officers.rechecker } }]);
    expect((await people.stranger!.get('/api/recheck/own')).body.cases).toEqual([]);
    const taken = await people.stranger!.post(`${plan}/cases/1/take`);
    expect([taken.status, taken.body.code]).toEqual([403, 'recheck.notYours']);

    expect((await people.rechecker!.get('/api/recheck/own')).body.cases).toMatchObject([{ clue, own: true }]);
    expect((await people.rechecker!.post(`${plan}/cases/1/take`)).body).toMatchObject({
      conclusion: { zh: '查否' },
    });
    expect((await people.rechecker!.post(`${plan}/cases/1/result`, { outcome: 'UPHELD' })).status).toBe(204);
    expect((await people.manager!.get(at(clue))).body.state).toBe('RECHECKED');
    expect((await people.auditor!.post(`${plan}/audit`)).body.holds).toBe(true);
  });

  test('its record names everybody who had a hand in it, and the ledger holds none of its words', async () => {
    const { body } = await people.manager!.get(at(clue));
    const hands = new Set(body.steps.map(({ by }: { by: string }) => by));
    expect(hands.size).toBeGreaterThanOrEqual(4);
    expect(body.limits.filter(({ stoppedAt }: { stoppedAt: string | null }) => stoppedAt === null)).toEqual([]);
    const { rows } = await house.records.pools.owner.query('select entry from ledger.acts');
    expect(JSON.stringify(rows)).not.toMatch(/香烟|张小满|茶馆|走访/);
  });
});
