import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../platform/calendar/day.ts';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import { systemSession } from '../../../platform/database/session.ts';
import { changeRecord } from '../../../platform/register/records/change.ts';
import { registers } from '../../index.ts';
import { talkTriggers } from '../registers.ts';
import { type Person, testHouse } from '../testing/house.ts';
import type { Duty, Talk, UnitTalks } from './contract.ts';

const house = testHouse();
const today = dayOf(new Date());
/** The day it is: the one these tests began on, or the next where midnight passes meanwhile. */
const thisDay = () => expect.toBeOneOf([today, dayOf(new Date())]);
const kinds: Record<string, string> = {};
let head: Person;
let staff: Person;
let elsewhere: Person;
let liaison: Person;
let officer: Person;
let other: Person;

beforeAll(async () => {
  head = await house.person('区局负责人', ['UNIT_HEAD'], 'D01', { isTeamMember: true, isPrincipalLeader: true });
  staff = await house.person('区局联络员', ['UNIT_STAFF', 'OFFICER_SELF'], 'D01');
  elsewhere = await house.person('别局负责人', ['UNIT_HEAD'], 'C02');
  liaison = await house.person('驻点组', ['DISCIPLINE_LIAISON'], 'C02');
  officer = await house.person('甲一', ['OFFICER_SELF'], 'D01', { isTeamMember: true, post: '副局长' });
  other = await house.person('乙二', ['OFFICER_SELF'], 'D01');
  for (const [code, basis] of [
    ['B1', 'TEAM'],
    ['B2', 'NEW_POST'],
    ['B3', 'BY_HAND'],
  ] as const)
    kinds[code] = await house.city.add('conduct.mandatoryTalkKinds', {
      code,
      name: `必谈 ${code}`,
      trigger: '见方案',
      basis,
      dueDays: 10,
      validFrom: '2021-03-01',
    });
});

const due = async (who = head): Promise<Duty[]> => (await who.at.get('/api/conduct/talks/due?limit=100')).body.duties;
const dueFor = async (person: Person, who = head): Promise<Duty[]> =>
  (await due(who)).filter(({ officer: one }) => one === person.officer);
const coverage = async (who = head): Promise<UnitTalks> =>
  (await who.at.get('/api/conduct/talks/coverage')).body.units.find(
    ({ unit }: UnitTalks) => unit === house.city.units.D01,
  );
const record = (who: Person, more: object = {}) =>
  who.at.post('/api/conduct/talks', { officer: officer.officer, talker: head.officer, heldOn: today, ...more });
const step = (who: Person, talk: { record: string; version: number }, action: string, input: object = {}) =>
  who.at.post(`/api/matters/conduct.talks/${talk.record}/${action}`, { version: talk.version, input });
const view = async (who: Person, talk: string): Promise<Talk> => (await who.at.get(`/api/conduct/talks/${talk}`)).body;

test('the roster finds a member of the team; the talk is held, confirmed by both, and no longer due', async () => {
  const [duty, ...rest] = await dueFor(officer);
  expect(rest).toEqual([]);
  expect(duty).toMatchObject({
    kindName: '必谈 B1',
    rule: 'B1@1',
    occurredOn: '2021-03-01',
    dueOn: workCalendar().addWorkingDays('2021-03-01', 10),
    overdue: true,
  });
  expect(await coverage()).toMatchObject({ duties: 1, confirmed: 0, held: 0, overdue: 1 });
  const { status, body } = await record(head, {
    kind: kinds.B1,
    notes: { notes: '谈思想、谈工作', issuesAdmitted: true },
  });
  expect(status).toBe(200);
  expect(await coverage()).toMatchObject({ duties: 1, confirmed: 0, held: 1, overdue: 0 });
  expect(await dueFor(officer)).toEqual([]);
  const unconfirmed = (await head.at.get('/api/conduct/talks/unconfirmed')).body.talks;
  expect(unconfirmed).toMatchObject([{ talkerConfirmedOn: thisDay(), officerConfirmedOn: null, state: 'HELD' }]);
  const own = (await officer.at.get('/api/conduct/own-talks')).body.talks as Talk[];
  expect(own).toMatchObject([{ record: body.record, talkerName: '区局负责人', notes: expect.any(String) }]);
  expect((await step(officer, body, 'CONFIRM')).body).toMatchObject({ state: 'CONFIRMED' });
  expect(await coverage()).toMatchObject({ confirmed: 1, held: 0 });
  expect((await head.at.post(`/api/conduct/talks/${body.record}/notes`, { notes: '事后改写' })).body.code).toBe(
    'talk.confirmed',
  );
});

test('nobody confirms for the other: not the talker for the officer, not staff for the talker, not the officer for himself twice', async () => {
  const { body: talk } = await record(staff);
  expect(await view(staff, talk.record)).toMatchObject({ talkerConfirmedOn: null, state: 'HELD' });
  expect((await step(officer, talk, 'CONFIRM')).body.code).toBe('talk.talkerFirst');
  for (const forger of [head, staff]) expect((await step(forger, talk, 'CONFIRM')).body.code).toBe('access.denied');
  expect((await step(staff, talk, 'TALKER_CONFIRM')).body.code).toBe('talk.talker');
  expect((await step(officer, talk, 'TALKER_CONFIRM')).status).toBe(403);
  const confirmed = await step(head, talk, 'TALKER_CONFIRM');
  expect(confirmed.body).toMatchObject({ state: 'HELD' });
  expect((await step(other, confirmed.body, 'CONFIRM')).status).toBe(404);
  expect((await step(officer, confirmed.body, 'CONFIRM')).body).toMatchObject({ state: 'CONFIRMED' });
});

test('an officer who objects says why; the talk must be held again, and both confirm anew', async () => {
  const { body: talk } = await record(head, { kind: kinds.B3 });
  expect((await step(officer, talk, 'OBJECT')).body.code).toBe('matter.fields');
  const objected = await step(officer, talk, 'OBJECT', { reason: '记录与实际不符' });
  expect(objected.body).toMatchObject({ state: 'PLANNED' });
  const seen = (await head.at.get(`/api/matters/conduct.talks/${talk.record}`)).body;
  expect(seen.steps.at(-1)).toMatchObject({ action: 'OBJECT', reason: '记录与实际不符' });
  expect((await view(head, talk.record)).talkerConfirmedOn).toBeNull();
  const again = await step(head, objected.body, 'HOLD', { heldOn: today });
  expect((await step(officer, again.body, 'CONFIRM')).body).toMatchObject({ state: 'CONFIRMED' });
});

test('what was said is for the two and the discipline desk; each opening is an act', async () => {
  const { body: talk } = await record(head, { notes: { notes: '家中老人患病' } });
  const { notes } = await view(head, talk.record);
  const open = (who: Person) => who.at.get(`/api/registers/conduct.talkNotes/records/${notes}`);
  for (const who of [head, officer, liaison]) expect((await open(who)).status).toBe(200);
  for (const who of [staff, other, elsewhere]) expect((await open(who)).status).toBe(404);
  expect((await house.entriesOf(notes!)).map(({ actor }) => actor)).toEqual([
    head.account,
    officer.account,
    liaison.account,
  ]);
  // The unit sees that there was a talk, and nothing of it; another unit not even that.
  const seen = await staff.at.get(`/api/matters/conduct.talks/${talk.record}`);
  expect(seen.status).toBe(200);
  expect(JSON.stringify(seen.body)).not.toContain('老人');
  expect((await view(staff, talk.record)).notes).toBeNull();
  for (const path of [`/api/conduct/talks/${talk.record}`, `/api/matters/conduct.talks/${talk.record}`])
    expect((await elsewhere.at.get(path)).status).toBe(404);
  expect((await staff.at.post(`/api/conduct/talks/${talk.record}/notes`, { notes: '冒写' })).body.code).toBe(
    'talk.talker',
  );
});

test('a change of post is found in the roster by itself; a later correction of something else does not move it', async () => {
  expect(await dueFor(other)).toEqual([]);
  const roster = registers.get('organisation.officers');
  const change = (version: number, values: object) =>
    changeRecord(house.city.records, systemSession, roster, other.officer, {
      values: { ...values },
      version,
      reason: '岗位调整',
    });
  await change(1, { post: '派出所所长' });
  await change(2, { department: null, rank: '四级警长' });
  expect(await dueFor(other)).toMatchObject([{ kindName: '必谈 B2', occurredOn: thisDay(), overdue: false }]);
  expect(await dueFor(other, elsewhere)).toEqual([]);
  await record(head, { officer: other.officer, kind: kinds.B2 });
  expect(await dueFor(other)).toEqual([]);
});

test('a talk asked for because of a clue tells the unit neither why nor by whom', async () => {
  const columns = Object.keys(talkTriggers.columns).sort();
  expect(columns).toEqual(['dueOn', 'kind', 'number', 'occurredOn', 'officer', 'unit']);
  const ask = (who: Person) =>
    who.at.post('/api/conduct/talk-triggers', { officer: other.officer, occurredOn: today, dueOn: today });
  const asked = [await ask(liaison), await ask(head)];
  expect(asked.map(({ status }) => status)).toEqual([200, 200]);
  const entries = await Promise.all(asked.map(({ body }) => house.entriesOf(body.record)));
  const bare = entries.flat().map(({ act, actor, detail }) => ({ act, actor, detail }));
  expect(bare[0]).toEqual(bare[1]);
  expect(bare[0]!.actor).toBe('withheld');
  const history = await head.at.get(`/api/registers/conduct.talkTriggers/records/${asked[0]!.body.record}`);
  expect(history.status).toBe(200);
  expect(JSON.stringify(history.body)).not.toContain(liaison.account);
  const duties = (await dueFor(other)).filter(({ trigger }) => trigger !== null);
  expect(duties).toHaveLength(2);
  expect(duties[0]).toMatchObject({ kind: null, kindName: null, rule: null });
  expect((await other.at.get(`/api/registers/conduct.talkTriggers/records/${asked[0]!.body.record}`)).status).toBe(404);
  const wrong = await record(head, { trigger: asked[0]!.body.record });
  expect(wrong.body.code).toBe('record.missing');
  await record(head, { officer: other.officer, trigger: asked[0]!.body.record });
  expect((await dueFor(other)).filter(({ trigger }) => trigger !== null)).toHaveLength(1);
});

test('nobody talks with himself, and no talk is recorded before it is held', async () => {
  expect((await record(head, { talker: officer.officer })).body.code).toBe('talk.self');
  expect((await record(staff, { officer: staff.officer })).body.code).toBe('matter.subject');
  const tomorrow = new Date(Date.now() + 2 * 86_400_000);
  expect((await record(head, { heldOn: dayOf(tomorrow) })).body.code).toBe('talk.future');
  // Another unit cannot even name the officer.
  expect((await record(elsewhere)).body.code).toBe('record.values');
});

test('talks that wait for a confirmation come page by page, each once, the latest first', async () => {
  for (let at = 0; at < 52; at += 1)
    await house.city.add('conduct.talks', {
      number: `TH-${at}`,
      officer: other.officer,
      unit: house.city.units.D01,
      talker: head.officer,
      kind: at < 26 ? 'REGULAR' : 'FOLLOW_UP',
      heldOn: `2021-05-${String(1 + (at % 26)).padStart(2, '0')}`,
      topics: `第${at}次`,
      state: 'HELD',
    });
  const page = async (cursor?: string) =>
    (await head.at.get(`/api/conduct/talks/unconfirmed${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`)).body;
  const first = await page();
  const second = await page(first.next);
  const all: Talk[] = [...first.talks, ...second.talks];
  expect(first.talks).toHaveLength(50);
  expect(second.next).toBeNull();
  expect(new Set(all.map(({ record: one }) => one)).size).toBe(all.length);
  expect(all.filter(({ number }) => /^TH-\d+$/.test(number))).toHaveLength(52);
  const days = all.map(({ heldOn }) => heldOn);
  expect(days).toEqual(days.toSorted().reverse());
  expect((await page("2021-05-01 ' or 1=1")).code).toBe('request.invalid');
});
