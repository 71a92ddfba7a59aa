import { expect, test } from 'vitest';
import { verifyLeniencyProof } from '../bundle/verify-leniency.ts';
import type { DecisionFacts, Ground } from '../contract/leniency.ts';
import type { ReportText } from '../contract/self-reports.ts';
import { testRoom } from '../testing/room.ts';
import { ClueStory, cast, decideAndApprove, formOf, handIn, LENIENCY, must } from '../testing/story.ts';
import { leniencyFacts } from './rules.ts';

const room = testRoom(cast);
const text: ReportText = { nothingToReport: false, items: [{ happened: '曾打听案件进展' }] };
const groundOf = async (report: string): Promise<Ground> =>
  must(await room.at('liaison', 'GET', `/api/self-reports/${report}/ground`));
const proofOf = (who: string, decision: string) => room.at(who, 'GET', `/api/leniency/${decision}/proof`);
const decide = (who: string, form: object) => room.at(who, 'POST', LENIENCY, { action: 'DECIDE', input: form });
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code];

test('the places of a clue come from its own steps, in the order in which they happened', async () => {
  const clue = await ClueStory.received(room, 'officer');
  await clue.register();
  const early = await handIn(room, 'officer', text);
  await clue.approve();
  const middle = await handIn(room, 'officer', text);
  await clue.interview();
  const late = await handIn(room, 'officer', text);
  const orderOf = async ({ record }: { record: string }): Promise<string[]> => {
    const { timeline } = (await groundOf(record)).clues.find((one) => one.record === clue.record)!;
    return Object.entries(timeline)
      .toSorted(([, a], [, b]) => a.seq - b.seq)
      .map(([moment]) => moment);
  };
  expect(await orderOf(early)).toEqual([
    'clueReceived',
    'clueRegistered',
    'sealed',
    'verificationApproved',
    'firstInterview',
  ]);
  expect((await orderOf(middle)).indexOf('sealed')).toBe(3);
  expect((await orderOf(late)).indexOf('sealed')).toBe(4);
  const factsOf = async ({ record }: { record: string }) => {
    const { timeline } = (await groundOf(record)).clues.find((one) => one.record === clue.record)!;
    return (['2021', '2023'] as const).flatMap((rule) =>
      (['HELD', 'NOT_HELD'] as const).map((content) => leniencyFacts(rule, timeline, content).fact),
    );
  };
  expect(await factsOf(early)).toEqual(Array(4).fill('VOLUNTARY_BEFORE'));
  expect(await factsOf(middle)).toEqual(['CONFESSION', 'NOT_VOLUNTARY', 'CONFESSION', 'VOLUNTARY_NEW_CONTENT']);
  expect(await factsOf(late)).toEqual(await factsOf(middle));
});

test('an inquiry draws the line under the rule of 2023 only', async () => {
  const clue = await ClueStory.received(room, 'officer');
  await clue.register();
  await clue.approve('TALK_OR_LETTER');
  const { record } = await handIn(room, 'officer', text);
  expect((await formOf(room, record, clue.record, '2021', 'HELD')).finding).toBe('VOLUNTARY_BEFORE');
  const form = await formOf(room, record, clue.record, '2023', 'HELD');
  expect(form.finding).toBe('CONFESSION');
  expect(form.linePlace).not.toBeNull();
});

test('one decides, another approves; the officer reads it, keeps the proof, and answers', async () => {
  const { record: report } = await handIn(room, 'officer', text);
  const clue = await ClueStory.received(room, 'officer');
  await clue.register();
  await clue.approve();
  const form = await formOf(room, report, clue.record, '2021', 'NOT_HELD', 'double');
  const { record, version } = must<{ record: string; version: number }>(await decide('double', form));
  expect(codeOf(await proofOf('officer', record))).toEqual([409, 'record.noProof']);
  const approve = (who: string) =>
    room.at(who, 'POST', `${LENIENCY}/${record}/APPROVE`, { version, input: { reason: '同意' } });
  expect(codeOf(await approve('double'))).toEqual([403, 'matter.separation']);
  expect(codeOf(await approve('liaison'))).toEqual([403, 'access.denied']);
  must(await approve('approver'));
  expect(codeOf(await approve('approver'))).toEqual([409, 'record.changed']);

  // What happens to the clue afterwards is not in the proof.
  await clue.interview();
  const [mine] = must<{ decisions: Record<string, string>[] }>(
    await room.at('officer', 'GET', '/api/leniency/own'),
  ).decisions;
  expect(mine).toMatchObject({
    record,
    state: 'IN_FORCE',
    finding: 'VOLUNTARY_BEFORE',
    decidedBy: 'double',
    approvedBy: 'approver',
  });
  const facts = must<DecisionFacts>(await room.at('officer', 'GET', `/api/leniency/${record}/facts`));
  expect(facts).toMatchObject({
    rule: '2021',
    content: 'NOT_HELD',
    fact: 'VOLUNTARY_BEFORE',
    line: 'verificationApproved',
  });
  expect(Object.keys(facts.timeline)).not.toContain('firstInterview');
  const proof = await proofOf('officer', record);
  expect(proof.headers['content-disposition']).toContain('.mingjing-leniency.json');
  expect(verifyLeniencyProof(proof.body, room.verifierKey)).toMatchObject({ holds: true, findings: [] });
  for (const secret of ['打听', 'officer', '由决定人', '封存在先']) expect(proof.body).not.toContain(secret);

  const { current } = must<{ current: { version: number } }>(await room.at('officer', 'GET', `${LENIENCY}/${record}`));
  const answer = { version: current.version, input: { statement: '对认定无异议' } };
  must(await room.at('officer', 'POST', `${LENIENCY}/${record}/STATE`, answer));
  expect(verifyLeniencyProof((await proofOf('officer', record)).body, room.verifierKey).holds).toBe(true);
});

test('a decision that was sent back is taken again on the same report, and the proof is of the last', async () => {
  const { record: report } = await handIn(room, 'officer', text);
  const { record: other } = await handIn(room, 'officer', text);
  const form = await formOf(room, report, null, '2021', 'HELD');
  let { record, version } = must<{ record: string; version: number }>(
    await decide('liaison', { ...form, finding: 'CONFESSION' }),
  );
  const step = async (who: string, action: string, input: object) => {
    const answer = await room.at(who, 'POST', `${LENIENCY}/${record}/${action}`, { version, input });
    if (answer.statusCode === 200) version = answer.json().version;
    return answer;
  };
  must(await step('approver', 'RETURN', { reason: '请说明与时间线不一致之处' }));
  const swapped = await formOf(room, other, null, '2021', 'HELD');
  expect(codeOf(await step('liaison', 'DECIDE_AGAIN', swapped))).toEqual([409, 'leniency.otherReport']);
  must(await step('liaison', 'DECIDE_AGAIN', form));
  must(await step('approver', 'APPROVE', { reason: '同意' }));
  const { file } = verifyLeniencyProof((await proofOf('liaison', record)).body, room.verifierKey);
  expect(file).toMatchObject({ finding: 'VOLUNTARY_BEFORE', clue: null, report });
  expect((await groundOf(report)).decisions).toMatchObject([{ record, state: 'IN_FORCE' }]);
  record = other;
});

test('places that are not those of the ledger, a clue on somebody else and an unsealed report are refused', async () => {
  const { record: report } = await handIn(room, 'officer', text);
  const foreign = await ClueStory.received(room, 'colleague');
  const own = await ClueStory.received(room, 'officer');
  await own.register();
  const form = await formOf(room, report, own.record, '2021', 'HELD');
  expect(codeOf(await decide('liaison', { ...form, sealedPlace: 0 }))).toEqual([409, 'leniency.places']);
  expect(codeOf(await decide('liaison', { ...form, linePlace: 3 }))).toEqual([409, 'leniency.places']);
  expect(codeOf(await decide('liaison', { ...form, clue: foreign.record }))).toEqual([409, 'leniency.clue']);
  // The form was filled in before verification was approved; since then a line stands.
  await own.approve();
  must(await room.at('liaison', 'GET', `/api/self-reports/${report}/ground`));
  expect(codeOf(await decide('liaison', form))).toEqual([409, 'leniency.places']);
  const paper = await room.city.add('conduct.selfReports', {
    number: 'ZC-2021-001',
    officer: room.people.officer!.officer,
    unit: room.city.units.D01,
    submittedAt: '2021-03-19 16:00',
    nothingToReport: false,
    state: 'RECEIVED',
  });
  expect(codeOf(await decide('liaison', { ...form, report: paper, clue: null }))).toEqual([409, 'leniency.unsealed']);
});

test('looking which clues report an officer is an act, which names none of them', async () => {
  const { record: report } = await handIn(room, 'officer', text);
  const clue = await ClueStory.received(room, 'officer');
  const looks = async (): Promise<string[]> => {
    const { rows } = await room.pools.owner.query<{ entry: string }>(
      "select entry from ledger.acts where act = 'records.read' and subject = $1",
      [report],
    );
    return rows.map(({ entry }) => entry);
  };
  expect(await looks()).toEqual([]);
  expect((await groundOf(report)).clues.map(({ record }) => record)).toContain(clue.record);
  const [entry, ...more] = await looks();
  expect(more).toEqual([]);
  expect(JSON.parse(entry!)).toMatchObject({ actor: room.people.liaison!.account });
  expect(entry).not.toContain(clue.record);
});

test('nobody else reads a decision, its facts or its proof; nobody decides on himself', async () => {
  const { record: report } = await handIn(room, 'officer', text);
  const decision = await decideAndApprove(room, await formOf(room, report, null, '2021', 'HELD'));
  for (const url of [`/api/leniency/${decision}/facts`, `/api/leniency/${decision}/proof`, `${LENIENCY}/${decision}`])
    expect((await room.at('colleague', 'GET', url)).statusCode, url).toBe(404);
  for (const who of ['manager', 'first', null]) {
    expect([401, 403], String(who)).toContain((await proofOf(who as string, decision)).statusCode);
    expect([401, 403], String(who)).toContain(
      (await room.at(who, 'GET', `/api/self-reports/${report}/ground`)).statusCode,
    );
  }
  expect(must<{ decisions: unknown[] }>(await room.at('colleague', 'GET', '/api/leniency/own')).decisions).toEqual([]);
  const form = await formOf(room, report, null, '2021', 'HELD');
  const { people } = room;
  Object.assign(people, { turncoat: { ...people.liaison, officer: people.officer!.officer } });
  expect(codeOf(await decide('turncoat', form))).toEqual([403, 'matter.subject']);
});
