import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../../platform/access/roles.ts';
import type { Session } from '../../platform/database/session.ts';
import { transact } from '../../platform/database/transact.ts';
import { advance } from '../../platform/lifecycle/advance.ts';
import { gapsOf } from '../../platform/lifecycle/gaps.ts';
import type { Matter } from '../../platform/lifecycle/matter.ts';
import { viewMatter } from '../../platform/lifecycle/view.ts';
import type { ListQuery } from '../../platform/register/contract.ts';
import { listRecords } from '../../platform/register/list.ts';
import { recordHistory } from '../../platform/register/records/history.ts';
import { scope } from '../../platform/register/scope.ts';
import { registers } from '../index.ts';
import { openInEmergency } from './emergency.ts';
import { clueLifecycle } from './lifecycle.ts';
import { clueMatter } from './matter.ts';
import { hearingMatter, reviewMatter } from './officer/matter.ts';
import { decision } from './officer/testing/file.ts';
import { standingFree } from './standing-free.ts';
import { clueOffice, proposal, refusal } from './testing/office.ts';

const office = clueOffice();
const { city, people, officers, step, accepted, verifying, received, handlers } = office;
const opens = (by: string, clue: string) =>
  refusal(recordHistory(city.records, people[by]!, registers.get('clues.clues'), clue));

/** In every office of the clue desk sits a near relative of the officer reported. */
const kin: readonly (readonly [string, Role])[] = [
  ['kin manager', 'CLUE_MANAGER'],
  ['kin liaison', 'DISCIPLINE_LIAISON'],
  ['kin approver', 'APPROVER'],
  ['kin supervisor', 'SUPERVISOR'],
];

beforeAll(async () => {
  for (const [name, role] of kin) {
    await office.person(name, role, 'C02');
    // Told by the relative or by the officer reported: it holds both ways.
    const [officer, relative] = name === 'kin approver' ? ['reported', name] : [name, 'reported'];
    const pair = { officer: officers[officer]!, relative: officers[relative]! };
    await city.add('clues.relations', { ...pair, kind: 'SIBLING', declaredOn: '2021-04-01' });
  }
  for (const name of ['late kin', 'other late kin']) await office.person(name, 'CASE_HANDLER', 'C02');
  await office.person('approver of the unit', 'APPROVER', 'D01');
  await office.person('supervisor of the unit', 'SUPERVISOR', 'D01');
});

test('nobody near the officer reported takes a step on the clue, in whatever office', async () => {
  const proposed = await accepted();
  await step('first', proposed, 'PROPOSE', proposal);
  const reported = await verifying();
  await step('first', reported, 'REPORT', { conclusion: 'UNSUBSTANTIATED', report: '未发现问题' });
  const fresh = await received();
  const letter = { supervisor: 'PROVINCIAL_OFFICE', letterNo: '督〔2021〕9号', way: 'LETTER', dueOn: '2021-05-12' };
  for (const [by, clue, action, input] of [
    ['kin manager', fresh, 'REGISTER', {}],
    ['kin manager', proposed, 'FIRST_OPINION', { opinion: '同意' }],
    ['kin manager', proposed, 'REASSIGN', { ...handlers('third', 'fourth'), reason: '换人' }],
    ['kin liaison', reported, 'REVIEW', { opinion: '同意' }],
    ['kin liaison', reported, 'RETURN_REPORT', { reason: '补充' }],
    ['kin approver', proposed, 'APPROVE', { disposal: proposal.disposal }],
    ['kin approver', proposed, 'SEND_BACK', { reason: '再议' }],
    ['approver of the unit', proposed, 'APPROVE', { disposal: proposal.disposal }],
    ['kin supervisor', fresh, 'REGISTER', {}],
    ['kin supervisor', reported, 'SUPERVISE', letter],
  ] as const)
    expect(await refusal(step(by, clue, action, input)), `${by} ${action}`).toBe(
      by === 'kin supervisor' && action === 'REGISTER' ? 'access.denied' : 'clue.standBack',
    );
  // The others of the same desks do.
  await step('liaison', reported, 'REVIEW', { opinion: '同意' });
  await step('approver', proposed, 'APPROVE', { disposal: proposal.disposal });
});

test('no step that would be refused for it is offered, and the page says why', async () => {
  const fresh = await received();
  const view = (by: string, clue: string) => viewMatter(office.desk(), people[by]!, clueMatter, clue);
  const kin = await view('kin manager', fresh);
  expect(kin.actions).toEqual([]);
  expect(kin.standingBack?.zh).toContain('与被反映人有近亲属关系');
  expect(kin.standingBack?.en).toContain('a near relative is reported');
  const free = await view('manager', fresh);
  expect(free.actions).toContain('REGISTER');
  expect(free.standingBack).toBeNull();
});

test('nobody is asked who must stand back from steps that follow from others', async () => {
  const clue = await received();
  const asked: string[] = [];
  const standingBack = standingFree(clueLifecycle.actions, async (_tx, record) => {
    asked.push(record);
    return record;
  });
  const refused = (action: string) =>
    transact(
      office.pools,
      people['kin manager']!,
      'read',
      async (tx) => (await standingBack(tx, clue, [action]))(action)?.code,
    );
  expect([await refused('OVERTURN'), asked]).toEqual([undefined, []]);
  expect([await refused('REGISTER'), asked]).toEqual(['clue.standBack', [clue]]);
});

test('an officer told sees the own steps, and is not told to stand back from the own file', async () => {
  const clue = await verifying();
  const told = { facts: '2020年以来三次收受礼品', grounds: '违反廉洁规定', proposed: 'DEMERIT' };
  await step('first', clue, 'TELL_OFFICER', told);
  const { rows } = await office.pools.owner.query('select record from clues.hearings where clue = $1', [clue]);
  const view = (session: Session) => viewMatter(office.desk(), session, hearingMatter, rows[0].record);
  const own = await view({ ...people.reported!, roles: ['OFFICER_SELF'] });
  expect(own.actions).toContain('WAIVE');
  expect(own.standingBack).toBeNull();
  const kin = await view(people['kin liaison']!);
  expect([kin.actions, kin.standingBack !== null]).toEqual([[], true]);
});

test('an interest declared in one clue bars from that clue alone, in any office', async () => {
  const [one, other] = [await received(), await received()];
  const declared = { officer: officers.manager!, clue: one, reason: '与举报人系同学', declaredOn: '2021-04-12' };
  await city.add('clues.interests', declared, people.manager!);
  expect(await refusal(step('manager', one, 'REGISTER'))).toBe('clue.standBack');
  expect(await refusal(step('manager', other, 'REGISTER'))).toBe('none');
});

test('a proposal opens the clue to approvers who are free of it, and to no other', async () => {
  const clue = await accepted();
  expect(await opens('approver', clue)).toBe('record.closed');
  await step('first', clue, 'PROPOSE', proposal);
  expect(await opens('approver', clue)).toBe('none');
  expect(await opens('kin approver', clue)).toBe('record.closed');
  expect(await opens('approver of the unit', clue)).toBe('record.closed');
});

test('what the officer is told is open to approvers who are free of it, and to no other', async () => {
  const clue = await verifying();
  const told = { facts: '2020年以来三次收受礼品', grounds: '违反廉洁规定', proposed: 'DEMERIT' };
  await step('first', clue, 'TELL_OFFICER', told);
  const { rows } = await office.pools.owner.query('select record from clues.hearings where clue = $1', [clue]);
  const looks = (by: string) =>
    refusal(recordHistory(city.records, people[by]!, registers.get('clues.hearings'), rows[0].record));
  expect(await looks('approver')).toBe('none');
  for (const by of ['kin approver', 'approver of the unit'])
    expect(['record.missing', 'record.closed'], by).toContain(await looks(by));
});

test('an approver who becomes a relative after the officer was told is off the hearing at once', async () => {
  await office.person('later kin approver', 'APPROVER', 'C02');
  const clue = await verifying();
  const told = { facts: '2020年以来三次收受礼品', grounds: '违反廉洁规定', proposed: 'DEMERIT' };
  await step('first', clue, 'TELL_OFFICER', told);
  const { rows } = await office.pools.owner.query('select record from clues.hearings where clue = $1', [clue]);
  const looks = (by: string) =>
    refusal(recordHistory(city.records, people[by]!, registers.get('clues.hearings'), rows[0].record));
  expect(await looks('later kin approver')).toBe('none');
  await city.add('clues.relations', {
    officer: officers['later kin approver']!,
    relative: officers.reported!,
    kind: 'IN_LAW',
    declaredOn: '2021-04-12',
  });
  expect(await looks('later kin approver')).toBe('record.closed');
  expect(await looks('approver')).toBe('none');
});

test('a list of hearings tells nobody but the desk who is reported, and what hangs over whom', async () => {
  const clue = await verifying();
  const told = { facts: '2020年以来三次收受礼品', grounds: '违反廉洁规定', proposed: 'DEMERIT' };
  await step('first', clue, 'TELL_OFFICER', told);
  const hearings = registers.get('clues.hearings');
  const read = (session: Session, where: ListQuery['where'] = { clue }) =>
    transact(office.pools, session, 'read', (tx) =>
      listRecords(tx, city.records.registry, session, hearings, { where, limit: 5 }),
    );
  for (const session of [people.approver!, people.first!, city.as('AUDITOR')]) {
    const [row] = (await read(session)).rows;
    expect(row).toMatchObject({ values: { clue, officer: null, proposed: null, measure: null }, titles: {} });
    expect(row!.titles).not.toHaveProperty('officer');
    expect(await refusal(read(session, { officer: officers.reported! }))).toBe('request.invalid');
  }
  expect((await read(people.liaison!)).rows[0]).toMatchObject({ values: { officer: officers.reported } });
});

test('nobody near the officer decides on that officer, nor looks at the decision again', async () => {
  const clue = await verifying();
  const told = { facts: '2020年以来三次收受礼品', grounds: '违反廉洁规定', proposed: 'DEMERIT' };
  await step('first', clue, 'TELL_OFFICER', told);
  const { rows } = await office.pools.owner.query('select record from clues.hearings where clue = $1', [clue]);
  const hearing: string = rows[0].record;
  const take = (by: string, matter: Matter, action: string, input: object, record?: string) =>
    advance(office.desk(), people[by]!, matter, { ...(record ? { record } : {}), action, input: { ...input } });
  people.reported = { ...people.reported!, roles: ['CASE_HANDLER', 'OFFICER_SELF'] };
  await take('reported', hearingMatter, 'WAIVE', {}, hearing);
  const decide = (by: string) => refusal(take(by, hearingMatter, 'DECIDE', decision, hearing));
  expect(await decide('kin liaison')).toBe('clue.standBack');
  expect(await decide('approver')).toBe('none');
  const asking = { hearing, kind: 'RE_EXAMINATION', grounds: '事实认定有误' };
  const { record: request } = await take('reported', reviewMatter, 'ASK', asking);
  const look = (by: string) => refusal(take(by, reviewMatter, 'TAKE_UP', { body: '市监委' }, request));
  expect([await look('kin liaison'), await look('kin approver')]).toEqual(['clue.standBack', 'clue.standBack']);
  expect(await look('liaison')).toBe('none');
});

test('the unit of the officer reported bars too, where the clue itself names no unit', async () => {
  const clue = await received({ unit: null }, null);
  await step('manager', clue, 'REGISTER');
  expect(await refusal(step('manager', clue, 'ASSIGN', handlers('colleague', 'third')))).toBe('none');
  expect(await opens('colleague', clue)).toBe('none');
  await city.add('clues.subjects', { clue, number: 1, officer: officers.reported! }, people.manager!);
  expect(await opens('colleague', clue)).toBe('record.missing');
  const asked = step('manager', clue, 'REASSIGN', { ...handlers('colleague', 'third'), reason: '换回' });
  expect(await refusal(asked)).toBe('clue.barred');
});

test('a relation that is declared later takes a handler off, whoever of the two declares it', async () => {
  const clue = await received();
  await step('manager', clue, 'REGISTER');
  await step('manager', clue, 'ASSIGN', handlers('late kin', 'other late kin'));
  expect([await opens('late kin', clue), await opens('other late kin', clue)]).toEqual(['none', 'none']);
  const declare = (officer: string, relative: string) =>
    city.add('clues.relations', {
      officer: officers[officer]!,
      relative: officers[relative]!,
      kind: 'IN_LAW',
      declaredOn: '2021-04-12',
    });
  await declare('late kin', 'reported');
  expect([await opens('late kin', clue), await opens('other late kin', clue)]).toEqual(['record.missing', 'none']);
  await declare('reported', 'other late kin');
  expect(await opens('other late kin', clue)).toBe('record.missing');
});

test('no emergency opens it to whoever must stand back, nor to the unit reported', async () => {
  const clue = await accepted();
  const emergency = (session: Session) => refusal(openInEmergency(city.records, session, clue, '上级要求当日核报'));
  expect(await emergency(people['kin supervisor']!)).toBe('access.denied');
  expect(await emergency(people['supervisor of the unit']!)).toBe('access.denied');
  // The unit the account works for counts too, where the officer's roster entry names another.
  expect(await emergency({ ...city.as('SUPERVISOR', 'D01'), officer: officers.fourth! })).toBe('access.denied');
  const { until } = await openInEmergency(city.records, people.supervisor!, clue, '上级要求当日核报');
  const { rows } = await office.pools.owner.query('select opened_at from clues.openings where clue = $1', [clue]);
  expect(Date.parse(until) - rows[0].opened_at.getTime()).toBe(24 * 3_600_000);
});

test('an officer whom the clue reports is barred as that, whatever unit the clue gives', async () => {
  const clue = await received({ unit: city.units.C01 }, null);
  await step('manager', clue, 'REGISTER');
  const subject = { clue, number: 1, officer: officers.colleague!, unit: city.units.C01 };
  await city.add('clues.subjects', subject, people.manager!);
  expect(await refusal(step('manager', clue, 'ASSIGN', handlers('reported', 'third')))).toBe('none');
  const asked = step('manager', clue, 'REASSIGN', { ...handlers('colleague', 'third'), reason: '更换' });
  expect(await refusal(asked)).toBe('clue.barred');
});

test('a name on the list counts in row security until it ends', async () => {
  const clue = await accepted();
  const named = async (expires: string): Promise<number> => {
    await office.pools.owner.query(
      `insert into access.named (register, record, account, act, granted_at, expires_at)
       values ('clues.clues', $1, $2, gen_random_uuid(), now(), now() + $3::interval)`,
      [clue, people.fourth!.account, expires],
    );
    const seen = await transact(office.pools, people.fourth!, 'read', ({ client }) =>
      client.query('select from clues.clues where record = $1', [clue]),
    );
    return seen.rowCount!;
  };
  expect(await named('-1 second')).toBe(0);
  expect(await named('1 hour')).toBeGreaterThan(0);
});

test('a disposal is proposed after a study by three at least, on a day that has come', async () => {
  const clue = await accepted();
  const propose = (more: object) => refusal(step('first', clue, 'PROPOSE', { ...proposal, ...more }));
  expect(await propose({ studiedBy: 2 })).toBe('clue.study');
  expect(await propose({ studiedOn: '2021-04-13' })).toBe('clue.study');
  expect(await propose({ studiedBy: 3, studiedOn: '2021-04-12' })).toBe('none');
});

test('whoever becomes an approver after the proposal is named for it, where nothing bars', async () => {
  const clue = await accepted();
  await step('first', clue, 'PROPOSE', proposal);
  await office.person('later approver', 'APPROVER', 'C02');
  await office.person('later approver of the unit', 'APPROVER', 'D01');
  expect([await opens('later approver', clue), await opens('later approver of the unit', clue)]).toEqual([
    'none',
    'record.closed',
  ]);
  const closed = await received();
  await office.person('approver of nothing yet', 'APPROVER', 'C02');
  expect(await opens('approver of nothing yet', closed)).not.toBe('none');
});

test('a handler whose own unit turns out to be the one reported is off the clue at once, and the gap is shown', async () => {
  const clue = await received({ unit: city.units.D01 }, null);
  await step('manager', clue, 'REGISTER');
  await step('manager', clue, 'ASSIGN', handlers('third', 'fourth'));
  expect(await opens('third', clue)).toBe('none');
  await step('manager', clue, 'CORRECT', { reason: '核实', summary: '反映本级窗口收费', unit: city.units.C02 });
  expect([await opens('third', clue), await opens('fourth', clue)]).toEqual(['record.missing', 'record.missing']);
  const { gaps } = await gapsOf(office.desk(), people.manager!, [clueMatter]);
  const open = gaps.filter(({ record }) => record === clue).map(({ officer, grounds }) => [officer, grounds[0]!.code]);
  expect(open.toSorted()).toEqual(
    [
      [officers.third, 'SAME_UNIT'],
      [officers.fourth, 'SAME_UNIT'],
    ].toSorted(),
  );
});

test('the scope of a list alone, past row security, shows a handler no clue that does not name him', async () => {
  const clue = await accepted();
  const clues = registers.get('clues.clues');
  const listed = async (by: string): Promise<number> => {
    const { sql: text, parameters } = await transact(office.pools, people[by]!, 'read', async (tx) =>
      sql`select from clues.clues t where t.record = ${clue} and ${scope(people[by]!, clues, 't')}`.compile(tx.db),
    );
    // Whoever owns the tables is not held to row security.
    return (await office.pools.owner.query(text, [...parameters])).rowCount!;
  };
  expect(await listed('first')).toBeGreaterThan(0);
  expect(await listed('third')).toBe(0);
});

test('a clue for which every approver must stand back stands among the gaps at once, until another comes', async () => {
  const clue = await accepted();
  const gap = async (by = 'manager') =>
    (await gapsOf(office.desk(), people[by]!, [clueMatter])).gaps.find(({ record }) => record === clue);
  for (const [name, { roles }] of Object.entries(people).filter((one) => one[1].roles.includes('APPROVER')))
    await city.add('clues.interests', {
      officer: officers[name]!,
      clue,
      reason: `${name} ${roles.length}`,
      declaredOn: '2021-04-12',
    });
  expect(await gap()).toBeUndefined();
  await step('first', clue, 'PROPOSE', proposal);
  expect(await gap()).toMatchObject({
    officer: null,
    state: 'DISPOSAL_PROPOSED',
    opens: true,
    grounds: [{ code: 'STUCK' }],
  });
  await office.person('approver without ties', 'APPROVER', 'C02');
  expect(await gap()).toBeUndefined();
  await step('approver without ties', clue, 'APPROVE', { disposal: proposal.disposal });
  await step('first', clue, 'VERIFY', { plan: '调取记录' });
  const interest = { officer: officers['approver without ties']!, clue, reason: '债务', declaredOn: '2021-04-12' };
  await city.add('clues.interests', interest);
  // What the handlers do waits for no approver.
  expect(await gap()).toBeUndefined();
  await step('first', clue, 'REPORT', { conclusion: 'UNSUBSTANTIATED', report: '未发现问题' });
  await step('liaison', clue, 'REVIEW', { opinion: '同意' });
  expect(await gap('supervisor')).toBeUndefined();
  expect(await gap()).toMatchObject({ officer: null, state: 'REVIEWED' });
});
