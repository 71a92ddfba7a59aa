import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../modules/index.ts';
import type { Role } from '../platform/access/roles.ts';
import { dayOf } from '../platform/calendar/day.ts';
import { newReceiptCode } from '../platform/identifiers/receipt.ts';
import { Browser } from '../platform/identity/testing/browser.ts';
import { testHouse } from './testing/house.ts';
import { mingjing, testFolder } from './testing/program.ts';
import { type Owner, Samples } from './testing/samples.ts';

/**
 * The three provisions over HTTP, attacked by the person named: as officer, as head of the unit, as overseer, with an account that
 * belongs to no officer, and by somebody who leads the unit of the person named.
 */
const officers: Record<'recorder' | 'named' | 'other' | 'leader', string> = {
  recorder: '',
  named: '',
  other: '',
  leader: '',
};
let own: Owner;
let namedUnit = '';

const house = testHouse(async (desk) => {
  const samples = new Samples(desk);
  const [units, people] = [registers.get('organisation.units'), registers.get('organisation.officers')];
  const unitOf = async (name: string): Promise<string> =>
    samples.add(units, undefined, { parent: null, name, system: 'POLICE', inScope: true });
  const unit = await unitOf('明湖市公安局');
  namedUnit = await unitOf('东湖区公安局');
  const add = (name: string, officerNo: string, at: string): Promise<string> =>
    samples.add(people, { unit: at, officer: '' }, { name, officerNo });
  officers.recorder = await add('记一', 'P1', unit);
  officers.named = await add('被二', 'P2', namedUnit);
  officers.other = await add('督三', 'P3', unit);
  officers.leader = await add('长四', 'P4', namedUnit);
  own = { unit, officer: officers.recorder };
  return (role) => {
    if (role === 'AUDITOR') return {};
    return { unit, officer: role === 'OFFICER_SELF' ? officers.recorder : officers.other };
  };
});

/** A browser of a new account with these roles, bound to that officer. */
async function as(username: string, roles: readonly Role[], officer: string | null, unit = own.unit): Promise<Browser> {
  const admin = await house.at('SYSTEM_ADMIN');
  const made = await admin.post('/api/accounts', { username, name: username, roles, officer, unit });
  expect(made.status).toBe(200);
  const browser = new Browser(house.server.app);
  const password = 'a long password of 2026';
  await browser.post('/api/sign-in', { username, password: made.body.password });
  expect((await browser.post('/api/me/password', { current: made.body.password, next: password })).status).toBe(204);
  return browser;
}

const typed = (more: object = {}) => ({
  input: {
    askerName: '被 二',
    relation: 'LEADER',
    way: 'PHONE',
    stage: 'TRIAL',
    askedOn: dayOf(new Date()),
    asked: '打听案件何时宣判',
    ...more,
  },
});
const missing = '01900000-0000-7000-8000-0000000000ff';
const records = '/api/registers/interference.records';

let recorder: Browser;
let record = '';
let folder = '';
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await testFolder());
  recorder = await house.at('OFFICER_SELF');
  record = (await recorder.post('/api/interference/records', typed())).body.record;
  expect(record).toMatch(/^[0-9a-f-]{36}$/);
});
afterAll(() => remove());

const verify = async (content: unknown, ...options: string[]) => {
  const path = join(folder, 'proof.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return mingjing(['verify', path, ...options], { MINGJING_DATA: join(folder, 'nowhere') });
};

test('the recorder has a receipt with place and lag, and a proof that verifies without the server', async () => {
  const proof = await recorder.get(`${records}/records/${record}/proof`);
  expect(proof.status).toBe(200);
  const [one] = (await recorder.get('/api/interference/own-records')).body.records;
  // Midnight may pass between the event and the filing, or between the filing and its place in the log.
  const sameDay = dayOf(new Date(one.filedAt)) === dayOf(new Date(one.sealedAt));
  expect(one).toMatchObject({ record, backFilled: false, sealedSameDay: sameDay, seq: proof.body.seq });
  expect([0, 1]).toContain(one.lagDays);
  expect(one.commitment).toBe(proof.body.commitment);
  expect((await verify(proof.body)).code).toBe(0);
  expect((await verify(proof.body, '--key', 'another+00000000+AAAA')).code).toBe(1);
  const bent = structuredClone(proof.body);
  bent.content.asked = '没有这回事';
  const told = await verify(bent);
  expect([told.code, told.out]).toEqual([1, expect.stringContaining('commitment')]);
  expect((await verify({ ...proof.body, path: ['zz'] })).code).toBe(1);
});

const attackers: readonly [who: string, roles: readonly Role[], officer: keyof typeof officers | null][] = [
  ['the person named as officer', ['OFFICER_SELF'], 'named'],
  ['as head of a unit', ['UNIT_HEAD'], 'named'],
  ['as overseer', ['SUPERVISOR', 'DISCIPLINE_LIAISON', 'AUDITOR'], 'named'],
  ['as overseer and officer at once', ['SUPERVISOR', 'OFFICER_SELF', 'UNIT_HEAD', 'OFFICE_DIRECTOR'], 'named'],
  ['with an account that belongs to no officer', ['SUPERVISOR', 'DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICER_SELF'], null],
  ['who leads the unit of the person named', ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICER_SELF'], 'leader'],
];

test.each(attackers)(
  '%s is answered about the record exactly as about one that is not there',
  async (who, roles, officer) => {
    const name = `a${attackers.findIndex(([one]) => one === who)}`;
    const browser = await as(name, roles, officer && officers[officer], officer === 'leader' ? namedUnit : own.unit);
    const step = { version: 1, input: { category: 'HARMLESS', addition: '假', handling: '假', reason: '假的理由' } };
    const change = { version: 1, reason: '改掉它', values: {} };
    const asked = (id: string) => [
      browser.get(`${records}/records/${id}`),
      browser.get(`${records}/records/${id}/proof`),
      browser.put(`${records}/records/${id}`, change),
      browser.post(`${records}/records/${id}/void`, change),
      browser.get(`/api/matters/interference.records/${id}`),
      ...['CLASSIFY', 'AMEND', 'VERIFY', 'CLOSE', 'SEND_BACK'].map((action) =>
        browser.post(`/api/matters/interference.records/${id}/${action}`, step),
      ),
    ];
    const told = async (id: string) =>
      (await Promise.all(asked(id))).map(({ status, body, headers }) => [
        status,
        JSON.stringify(body).replaceAll(id, 'ID'),
        headers['content-length'],
      ]);
    const answers = await told(record);
    expect(answers).toEqual(await told(missing));
    for (const [status] of answers) expect([403, 404]).toContain(status);
    const lists = [
      `${records}/records?limit=200`,
      `${records}/records?limit=200&where=${encodeURIComponent(JSON.stringify({ number: { contains: 'GY' } }))}`,
      `${records}/export?format=csv`,
      `${records}/choices`,
      '/api/registers/interference.recordSteps/records?limit=200',
      '/api/registers/interference.recordClocks/records?limit=200',
      '/api/matters/interference.records/wall',
      '/api/interference/own-records',
      '/api/desk',
    ];
    for (const url of lists) {
      const { status, body } = await browser.get(url);
      const text = JSON.stringify(body);
      expect(text, url).not.toContain(record);
      expect(text, url).not.toMatch(/打听案件/);
      if (status === 200 && body.total) expect(body.total, url).toEqual({ number: 0, exact: true });
    }
    const statistics = await browser.get('/api/interference/statistics');
    if (statistics.status === 200) expect(statistics.body).toMatchObject({ total: 0, years: [] });
    else expect(statistics.status).toBe(403);
    if (officer === null) expect(statistics.body.code).toBe('access.unbound');
  },
);

test('what the attackers did left the record as it was; the overseer who is not named works on it', async () => {
  const supervisor = await house.at('SUPERVISOR');
  const list = await supervisor.get(`${records}/records?limit=200`);
  expect(list.body.rows.map((row: { record: string }) => row.record)).toEqual([record]);
  expect((await supervisor.get('/api/interference/statistics')).body).toMatchObject({ total: 1 });
  const taken = await supervisor.post(`/api/matters/interference.records/${record}/CLASSIFY`, {
    version: 1,
    input: { category: 'INQUIRY' },
  });
  expect([taken.status, taken.body.state]).toEqual([200, 'CLASSIFIED']);
});

test('the recorder adds, nobody else does, and what was filed stays', async () => {
  const amend = (browser: Browser, version: number) =>
    browser.post(`/api/matters/interference.records/${record}/AMEND`, { version, input: { addition: '又来电' } });
  expect((await amend(await house.at('SUPERVISOR'), 2)).status).toBe(403);
  expect((await amend(recorder, 2)).status).toBe(200);
  const [one] = (await recorder.get('/api/interference/own-records')).body.records;
  expect(one.addition).toContain('又来电');
  const { body } = await recorder.get(`${records}/records/${record}`);
  expect(body.versions).toHaveLength(3);
  const proof = await recorder.get(`${records}/records/${record}/proof`);
  expect(proof.body.content).toMatchObject({ asked: '打听案件何时宣判' });
  expect((await verify(proof.body)).code).toBe(0);
});

test.each([
  ['a day to come', { askedOn: '2099-01-01' }, 'interference.future'],
  ['an officer who is not on the roster', { askerNumber: 'P99' }, 'interference.unknownOfficer'],
  ['nothing', { askerName: '' }, 'matter.fields'],
  ['another choice', { relation: 'KING' }, 'record.values'],
])('filing %s is refused by name', async (_what, input, code) => {
  expect((await recorder.post('/api/interference/records', typed(input))).body.code).toBe(code);
});

const lastPeriod = async (browser: Browser): Promise<{ unit: string; start: string; state: string }> => {
  const year = Number(dayOf(new Date()).slice(0, 4)) - 1;
  const { body } = await browser.get(`/api/interference/returns?year=${year}`);
  return body.returns.find(({ unit }: { unit: string }) => unit === own.unit);
};

test('a return bears the name of who signed, whatever a request says, and counts what the program found', async () => {
  const head = await house.at('UNIT_HEAD');
  const due = await lastPeriod(head);
  expect(due).toMatchObject({ state: 'OVERDUE', maySign: true, record: null });
  const forged = { signedBy: '别人', isNil: true, recordCount: 0, submittedOn: due.start, entriesRoot: 'ff' };
  const signed = await head.post('/api/interference/returns', { ...due, ...forged });
  expect(Object.keys(signed.body)).toEqual(['record']);
  const seen = await lastPeriod(head);
  expect(seen).toMatchObject({ state: 'SIGNED_LATE', signedBy: '单位负责人', record: null });
  expect((await head.post('/api/interference/returns', due)).body.code).toBe('interference.returnThere');
  const open = { unit: own.unit, start: `${dayOf(new Date()).slice(0, 4)}-10-01` };
  expect((await head.post('/api/interference/returns', open)).body.code).toBe('interference.periodOpen');
  for (const role of ['SUPERVISOR', 'OFFICE_DIRECTOR', 'OFFICER_SELF', 'UNIT_STAFF'] as const)
    expect((await (await house.at(role)).post('/api/interference/returns', due)).status, role).toBe(403);
  expect((await head.post('/api/interference/returns', { ...due, unit: namedUnit })).status).toBe(404);
  for (const path of ['check', 'proof'])
    expect((await head.get(`/api/interference/returns/${signed.body.record}/${path}`)).status).toBe(403);
});

test('the office holds a return against the store, overseers learn that it agrees, and its file verifies without the server', async () => {
  const [supervisor, office] = [await house.at('SUPERVISOR'), await house.at('OFFICE_STAFF')];
  const { record: signed } = (await lastPeriod(supervisor)) as unknown as { record: string };
  const at = `/api/interference/returns/${signed}`;
  expect((await supervisor.get(`${at}/check`)).body).toEqual({ holds: true, counts: null });
  const counts = { signedCount: 0, foundCount: 0 };
  expect((await office.get(`${at}/check`)).body).toMatchObject({ holds: true, counts });
  for (const denied of [`${at}/proof`, `/api/registers/interference.nilReturns/records/${signed}`])
    expect((await supervisor.get(denied)).status, denied).toBe(404);
  const proof = await office.get(`${at}/proof`);
  expect((await verify(proof.body)).code).toBe(0);
  // A record that the return did not count, and a count that is another.
  expect((await verify({ ...proof.body, commitments: ['ab'.repeat(32)] })).code).toBe(1);
  const bent = structuredClone(proof.body);
  bent.return.content.recordCount = 1;
  expect((await verify(bent)).code).toBe(1);
  expect((await supervisor.get(`/api/interference/returns/${missing}/check`)).status).toBe(404);
});

test('survey: one answer a code; wrong, used and late ones are told alike; a guesser locks nobody else out', async () => {
  const office = await house.at('OFFICE_STAFF');
  const opened = await office.post('/api/interference/surveys', {
    number: 'S-1',
    unit: own.unit,
    closesOn: dayOf(new Date(Date.now() + 86_400_000)),
    codes: 40,
  });
  const { codes } = opened.body as { codes: string[] };
  const from = (address: string, code: string) =>
    new Browser(house.server.app, address).post('/api/public/interference-survey', {
      code,
      aware: true,
      supportive: true,
    });
  // A hall behind one address: those who answer do not use up each other's tries.
  for (const code of codes.slice(0, 35)) expect((await from('192.0.2.1', code)).status).toBe(200);
  const used = await from('192.0.2.1', codes[0]!);
  const wrong = await from('192.0.2.1', newReceiptCode());
  expect([used.status, used.body.code]).toEqual([404, 'survey.code']);
  expect(used.body).toEqual(wrong.body);
  expect(used.headers['content-length']).toBe(wrong.headers['content-length']);
  expect(used.cookies).toEqual([]);
  const guesses: string[] = [];
  for (let at = 0; at < 40; at += 1) guesses.push((await from('198.51.100.9', newReceiptCode())).body.code);
  expect(guesses.slice(0, 30)).toEqual(Array(30).fill('survey.code'));
  expect(guesses.slice(31)).toEqual(Array(9).fill('request.tooMany'));
  expect((await from('198.51.100.9', codes[36]!)).status).toBe(429);
  expect((await from('192.0.2.2', codes[36]!)).status).toBe(200);
  const { body } = await office.get('/api/interference/surveys');
  expect(body.rounds).toMatchObject([{ number: 'S-1', codes: 40, answers: 36, state: 'OPEN', result: null }]);
  expect((await office.post(`/api/interference/surveys/${opened.body.round}/close`)).body.code).toBe('survey.open');
  for (const role of ['UNIT_HEAD', 'OFFICER_SELF', 'SUPERVISOR'] as const)
    expect((await (await house.at(role)).post(`/api/interference/surveys/${opened.body.round}/close`)).status).toBe(
      403,
    );
});
