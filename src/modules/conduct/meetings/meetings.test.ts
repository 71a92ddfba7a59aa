import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../platform/calendar/day.ts';
import { type Person, testHouse } from '../testing/house.ts';
import type { Board } from './contract.ts';

const house = testHouse();
const due = dayOf(new Date(Date.now() + 20 * 86_400_000));
let meeting = '';
let head: Person;
let deputy: Person;
let staff: Person;
let verifier: Person;
let elsewhere: Person;

beforeAll(async () => {
  head = await house.person('区局负责人', ['UNIT_HEAD', 'OFFICER_SELF'], 'D01');
  deputy = await house.person('区局副职', ['UNIT_HEAD', 'OFFICER_SELF'], 'D01');
  staff = await house.person('区局联络员', ['UNIT_STAFF'], 'D01');
  verifier = await house.person('办公室', ['OFFICE_STAFF'], 'C01');
  elsewhere = await house.person('别局负责人', ['UNIT_HEAD'], 'C02');
  meeting = await house.city.add('programme.meetings', {
    number: 'SH-1',
    kind: 'DEMOCRATIC_LIFE',
    level: 'DISTRICT',
    unit: house.city.units.D01,
    title: '专题民主生活会',
    heldOn: '2021-05-20',
  });
});

type Standing = { record: string; version: number; state: string };
async function raise(): Promise<Standing> {
  const input = { meeting, text: '深入基层不够，解决群众急难愁盼问题不及时' };
  const { status, body } = await staff.at.post('/api/matters/conduct.problemItems', { action: 'RAISE', input });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
}
const step = (who: Person, point: Standing, action: string, input: object = {}) =>
  who.at.post(`/api/matters/conduct.problemItems/${point.record}/${action}`, { version: point.version, input });
const claim = (who: Person, point: Standing) => step(who, point, 'CLAIM', { owner: who.officer, dueOn: due });

test('two who claim a point at once: one has it, the other is told, and the point has one owner', async () => {
  for (let round = 0; round < 5; round++) {
    const point = await raise();
    const both = await Promise.all([claim(head, point), claim(deputy, point)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('record.changed');
    const { rows } = await house.pools.owner.query(
      'select owner from conduct.problem_items where record = $1 and retired_at is null',
      [point.record],
    );
    expect(rows).toEqual([{ owner: both[0]!.status === 200 ? head.officer : deputy.officer }]);
  }
});

test('a point is raised, claimed, followed up, and verified by somebody else', async () => {
  let point = await raise();
  const take = async (who: Person, action: string, input: object = {}) => {
    const { status, body } = await step(who, point, action, input);
    expect([action, status, body]).toEqual([action, 200, expect.anything()]);
    point = body;
  };
  await claim(head, point).then(({ body }) => {
    point = body;
  });
  await take(head, 'BEGIN');
  await take(head, 'REPORT', { progress: '已下沉三个派出所' });
  await take(head, 'FINISH', { result: '建立每月接访制度' });
  // The owner does not verify the own point, whatever office he holds; nor does who took a step on it.
  expect((await step(head, point, 'VERIFY', { reason: '完成' })).body.code).toBe('matter.subject');
  await take(verifier, 'REOPEN', { reason: '材料不全', dueOn: due });
  await take(deputy, 'BEGIN');
  await take(head, 'FINISH', { result: '补充接访台账' });
  expect((await step(deputy, point, 'VERIFY', { reason: '完成' })).body.code).toBe('matter.separation');
  await take(verifier, 'VERIFY', { reason: '现场查看，属实' });
  expect(point.state).toBe('VERIFIED');
});

test('the board shows the points of the own unit by state; another unit does not see them', async () => {
  const { status, body } = await head.at.get(`/api/conduct/life-meetings/${meeting}`);
  expect(status).toBe(200);
  const board = body as Board;
  expect(board).toMatchObject({ title: '专题民主生活会', unclaimed: 0, verified: 1, points: 6 });
  expect(board.board.map(({ state }) => state).sort()).toEqual([...Array(5).fill('CLAIMED'), 'VERIFIED']);
  expect((await elsewhere.at.get(`/api/conduct/life-meetings/${meeting}`)).status).toBe(404);
  expect((await elsewhere.at.get('/api/conduct/life-meetings')).body.meetings).toEqual([]);
  const { record } = board.board[0]!;
  expect((await elsewhere.at.get(`/api/matters/conduct.problemItems/${record}`)).status).toBe(404);
});
