import { beforeAll, expect, test } from 'vitest';
import { transact } from '../../../platform/database/transact.ts';
import { Buckets } from '../../../platform/http/buckets.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import type { Desk, MatterView } from '../../../platform/lifecycle/contract.ts';
import { hashOf } from '../../../platform/sealing/envelope.ts';
import type { SelfReportProof } from '../bundle/self-report-format.ts';
import { verifySelfReportProof } from '../bundle/verify-self-report.ts';
import type { DeskReport, OwnReport, ReportText } from '../contract/self-reports.ts';
import { newNumber } from '../numbers.ts';
import { commitmentTo } from '../self-reports/commitment.ts';
import { asWritten } from '../self-reports/item-form.ts';
import { openReport, sealReport } from '../self-reports/seal.ts';
import type { OpenTalk } from '../talks/contract.ts';
import { testRoom } from '../testing/room.ts';
import { handIn, must, type Sent } from '../testing/story.ts';

let now = Date.UTC(2021, 2, 10);
const room = testRoom(
  {
    officer: [['OFFICER_SELF'], 'D01'],
    colleague: [['OFFICER_SELF'], 'D01'],
    liaison: [['DISCIPLINE_LIAISON', 'OFFICER_SELF'], 'C02'],
    head: [['UNIT_HEAD'], 'D01'],
    staff: [['UNIT_STAFF'], 'D01'],
    director: [['OFFICE_DIRECTOR'], 'C02'],
    manager: [['CLUE_MANAGER'], 'C02'],
    handler: [['CASE_HANDLER'], 'C02'],
    administrator: [['SYSTEM_ADMIN'], 'C02'],
    auditor: [['AUDITOR'], 'C02'],
    flooder: [['OFFICER_SELF'], 'D01'],
  },
  new Buckets(6, 360, () => new Date(now)),
);
const text: ReportText = {
  nothingToReport: false,
  items: [{ happened: '曾受人之托打听案件进展', occurredFrom: '2019年5月' }],
};
const outsiders = ['head', 'staff', 'director', 'manager', 'handler', 'administrator', null];

const sent = (who = 'officer', report = text, amends?: string): Promise<Sent> => {
  now += 3_600_000;
  return handIn(room, who, report, amends ? { amends } : {});
};
const own = async (who: string): Promise<OwnReport[]> =>
  (await room.at(who, 'GET', '/api/self-reports/own')).json().reports;
const unseal = (who: string | null, record: string, reason = '接收自查报告') =>
  room.at(who, 'POST', `/api/self-reports/${record}/unseal`, { reason });
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [answer.statusCode, answer.json().code];

let first: Sent;
beforeAll(async () => {
  first = await sent();
});

test('an officer hands in; the desk sees that it came, opens it with its key, and the officer sees that', async () => {
  const list = (await room.at('liaison', 'GET', '/api/self-reports')).json().reports as DeskReport[];
  expect(list).toMatchObject([
    { number: first.number, officerName: 'officer', state: 'SUBMITTED', sealed: true, opened: 0 },
  ]);
  expect(JSON.stringify(list)).not.toContain(first.envelope.slice(0, 40));
  const given = (await unseal('liaison', first.record)).json();
  expect(given).toMatchObject({ number: first.number, hash: hashOf(first.envelope), commitment: first.commitment });
  const opened = await openReport(given.envelope, given.number, given.commitment, [room.key.secret]);
  expect(opened).toEqual({ report: text, salt: first.salt });
  const [mine] = await own('officer');
  expect(mine).toMatchObject({ number: first.number, state: 'RECEIVED' });
  expect(mine!.steps.map(({ action, reason }) => [action, reason])).toEqual([
    ['SUBMIT', null],
    ['UNSEAL', '接收自查报告'],
  ]);
  expect(mine!.steps[1]!.by).not.toBeNull();
});

test('the file the officer keeps proves place and text without a server; altered or of another report it does not', async () => {
  const receipt = (await room.at('officer', 'GET', `/api/self-reports/${first.record}/receipt`)).json();
  const file = (change: (proof: SelfReportProof) => void = () => undefined): string => {
    const proof: SelfReportProof = structuredClone({ ...receipt, opened: { report: text, salt: first.salt } });
    change(proof);
    return canonical(proof as unknown as Json);
  };
  const where = (content: string): string[] =>
    verifySelfReportProof(content, room.verifierKey).findings.map((one) => one.where);
  expect(verifySelfReportProof(file(), room.verifierKey)).toMatchObject({ holds: true, findings: [] });
  expect(where(file((proof) => Object.assign(proof, { opened: null })))).toEqual([]);
  expect(where(file(({ opened }) => Object.assign(opened!.report.items[0]!, { happened: '别的事' })))).toEqual([
    'opened',
  ]);
  expect(where(file((proof) => Object.assign(proof, { number: 'ZC-2021-0000000000' })))).toEqual(['opened']);
  expect(where(file(({ submitted }) => Object.assign(submitted, { seq: submitted.seq + 1 })))).toEqual(['submitted']);
  expect(where(file(({ submitted }) => Object.assign(submitted, { at: '2020-01-01T00:00:00.000000Z' })))).toEqual([
    'submitted',
  ]);
  const other = await sent();
  expect(where(file((proof) => Object.assign(proof, { report: other.record })))).toEqual(['submitted']);
  expect(where(` ${file()}`)).toEqual(['']);
  expect(where('{}')).toEqual(['format']);
});

test('an amendment is a report of its own that names the first; nobody amends what another wrote', async () => {
  const before = (await own('officer')).length;
  const more = await sent('officer', text, first.record);
  const reports = await own('officer');
  expect(reports).toHaveLength(before + 1);
  expect(reports.find(({ record }) => record === more.record)).toMatchObject({
    amends: first.number,
    state: 'SUBMITTED',
  });
  const number = newNumber('ZC', '2021');
  const { envelope, commitment } = await sealReport(text, number, [room.key.publicKey]);
  const foreign = await room.at('colleague', 'POST', '/api/self-reports', {
    number,
    envelope,
    commitment,
    amends: first.record,
  });
  expect(codeOf(foreign)).toEqual([404, 'record.missing']);
});

test("another officer's report does not exist: not in the own list, not its receipt, not its record, not its steps", async () => {
  expect(await own('colleague')).toEqual([]);
  for (const url of [
    `/api/self-reports/${first.record}/receipt`,
    `/api/matters/conduct.selfReports/${first.record}`,
    `/api/registers/conduct.selfReports/records/${first.record}`,
  ])
    expect((await room.at('colleague', 'GET', url)).statusCode, url).toBe(404);
  const listed = await room.at('colleague', 'GET', '/api/registers/conduct.selfReports/records');
  expect(listed.json().rows).toEqual([]);
});

test('nobody but desk, approver and auditor lists self-reports, and nobody but the desk is given a sealed text', async () => {
  for (const who of [...outsiders, 'officer', 'colleague']) {
    expect([401, 403], String(who)).toContain((await room.at(who, 'GET', '/api/self-reports')).statusCode);
    expect([401, 403], String(who)).toContain((await unseal(who, first.record)).statusCode);
  }
  expect((await room.at('auditor', 'GET', '/api/self-reports')).statusCode).toBe(200);
  expect((await unseal('auditor', first.record)).statusCode).toBe(403);
  // By the doors that all registers share.
  for (const who of [...outsiders, 'auditor', 'liaison']) {
    const page = await room.at(who, 'GET', '/api/registers/conduct.selfReportSeals/records');
    if (page.statusCode === 200)
      expect(page.json().rows.map((row: { values: { envelope?: string } }) => row.values.envelope ?? null)).toEqual(
        page.json().rows.map(() => null),
      );
    else expect([401, 403, 404], String(who)).toContain(page.statusCode);
    // Nor by the page of the report, on which everything that hangs on it stands.
    const view = await room.at(who, 'GET', `/api/matters/conduct.selfReports/${first.record}`);
    expect(view.body, String(who)).not.toContain(first.envelope.slice(0, 200));
  }
  expect(codeOf(await unseal('liaison', first.record, ' '))[0]).toBe(400);
});

test('whoever works at the desk opens no report of his own', async () => {
  const mine = await sent('liaison');
  expect(codeOf(await unseal('liaison', mine.record))).toEqual([403, 'matter.subject']);
  expect(codeOf(await room.at('liaison', 'GET', `/api/self-reports/${mine.record}/ground`))).toEqual([
    403,
    'matter.subject',
  ]);
});

test('under the application role an administrator finds nothing in any table of the room', async () => {
  for (const who of ['administrator', 'head', 'colleague']) {
    const found = await transact(room.pools, room.people[who]!, 'read', async ({ client }) => {
      const counts = [];
      for (const table of [
        'self_reports',
        'self_report_seals',
        'self_report_steps',
        'self_report_clocks',
        'leniency_decisions',
      ])
        counts.push(Number((await client.query(`select count(*) from conduct.${table}`)).rows[0].count));
      return counts;
    });
    expect(found, who).toEqual([0, 0, 0, 0, 0]);
  }
  const written = transact(room.pools, room.people.administrator!, 'write', ({ client }) =>
    client.query(`update conduct.self_reports set retired_at = now()`),
  );
  expect((await written).rowCount).toBe(0);
});

test('a sealed text, its commitment or its number comes in once, whoever sends it again', async () => {
  now += 86_400_000;
  const { number, envelope, commitment } = first;
  const fresh = await sealReport(text, newNumber('ZC', '2021'), [room.key.publicKey]);
  const other = newNumber('ZC', '2021');
  for (const [who, body] of [
    ['officer', { number, envelope, commitment }],
    ['officer', { number: other, envelope, commitment: fresh.commitment }],
    ['colleague', { number: other, envelope, commitment }],
    ['colleague', { number: other, envelope: fresh.envelope, commitment }],
    ['colleague', { number, envelope: fresh.envelope, commitment: fresh.commitment }],
  ] as const)
    expect(codeOf(await room.at(who, 'POST', '/api/self-reports', body))).toEqual([409, 'seal.reused']);
  expect(await own('colleague')).toEqual([]);
});

test('equal texts give unequal commitments under 256 bits of salt, so a guess cannot be tried', async () => {
  const short: ReportText = { nothingToReport: true, items: [] };
  const number = newNumber('ZC', '2021');
  const sealed = await Promise.all([0, 1, 2, 3].map(() => sealReport(short, number, [room.key.publicKey])));
  expect(new Set(sealed.map(({ commitment }) => commitment)).size).toBe(4);
  expect(new Set(sealed.map(({ salt }) => salt)).size).toBe(4);
  for (const { salt, commitment } of sealed) {
    expect(Buffer.from(salt, 'hex')).toHaveLength(32);
    expect(commitmentTo(number, short, salt)).toBe(commitment);
  }
  // Whoever guesses the text still lacks the salt: it stands in no table and in no entry of the ledger.
  const mine = await sent('officer', short);
  const { rows } = await room.pools.owner.query(
    `select string_agg(t::text, ' ') as all from (
       select row_to_json(s)::text from conduct.self_report_seals s union all select row_to_json(r)::text from conduct.self_reports r
       union all select entry from ledger.acts) as t`,
  );
  expect(rows[0].all).toContain(mine.commitment);
  expect(rows[0].all).not.toContain(mine.salt);
  expect(() => commitmentTo(number, short, '00'.repeat(16))).toThrow(RangeError);
});

test('what the desk opens must be the text that was committed to, for the number it came under', async () => {
  const liar = await sealReport(text, 'ZC-2021-00000000AA', [room.key.publicKey]);
  const { envelope } = await sealReport(text, 'ZC-2021-00000000AA', [room.key.publicKey]);
  await expect(openReport(envelope, 'ZC-2021-00000000AA', liar.commitment, [room.key.secret])).rejects.toMatchObject({
    reason: 'altered',
  });
  await expect(
    openReport(liar.envelope, 'ZC-2021-00000000BB', liar.commitment, [room.key.secret]),
  ).rejects.toMatchObject({ reason: 'misplaced' });
});

test('floods and oversized bodies are refused, and shut nobody else out', async () => {
  const attempt = (who: string, body: object) => room.at(who, 'POST', '/api/self-reports', body);
  const bad = { number: 'ZC-2021-00000000CC', envelope: 'x', commitment: '0'.repeat(64) };
  const codes = [];
  for (let at = 0; at < 7; at += 1) codes.push((await attempt('flooder', bad)).statusCode);
  expect(codes).toEqual([422, 422, 422, 422, 422, 422, 429]);
  expect((await attempt('colleague', bad)).statusCode).toBe(422);
  const begin = async (who: string) =>
    (await room.at(who, 'POST', '/api/self-reports/uploads', { count: 1 })).statusCode;
  expect([await begin('flooder'), await begin('colleague')]).toEqual([429, 200]);
  expect((await attempt('colleague', { ...bad, envelope: 'x'.repeat(40_001) })).statusCode).toBe(400);
  expect((await attempt('colleague', { ...bad, text: '明文' })).statusCode).toBe(400);
});

test('a report that came on paper already looked into waits for nobody until somebody takes a step; one that was not does', async () => {
  const paper = (number: string, state: string) =>
    room.city.add('conduct.selfReports', {
      number,
      officer: room.people.colleague!.officer,
      unit: room.city.units.D01,
      submittedAt: '2021-03-19 16:00',
      state,
    });
  const before = await waitingAt('liaison');
  await paper('ZC-2021-901', 'RECEIVED');
  await paper('ZC-2021-902', 'CLASSIFIED');
  const decided = await paper('ZC-2021-903', 'DECIDED');
  expect(await waitingAt('liaison')).toEqual(add(before, 'ZC-2021-901'));
  const step = { version: 1, input: { reason: '发现新情况', laterFoundOn: '2021-06-01' } };
  must(await room.at('liaison', 'POST', `/api/matters/conduct.selfReports/${decided}/FIND_LATER`, step));
  expect(await waitingAt('liaison')).toEqual(add(before, 'ZC-2021-901', 'ZC-2021-903'));
});

test('a report names the own talk that led to it; the officer and the desk see that at the talk, the unit does not', async () => {
  const talkOf = (who: string) =>
    room.city.add('conduct.talks', {
      number: `TH-${who}`,
      officer: room.people[who]!.officer,
      unit: room.city.units.D01,
      talker: room.people.head!.officer,
      kind: 'REGULAR',
      heldOn: '2021-03-09',
      state: 'CONFIRMED',
    });
  const talk = await talkOf('officer');
  now += 3_600_000;
  const linked = await handIn(room, 'officer', text, { talk });
  const reportsAt = async (who: string) =>
    must<OpenTalk>(await room.at(who, 'GET', `/api/conduct/talks/${talk}`)).reports.map(({ number }) => number);
  for (const who of ['officer', 'liaison']) expect(await reportsAt(who), who).toEqual([linked.number]);
  for (const who of ['head', 'staff', 'director']) expect(await reportsAt(who), who).toEqual([]);
  const seen = await room.at('liaison', 'GET', `/api/matters/conduct.selfReports/${linked.record}`);
  expect(must<MatterView>(seen).current.values.talk).toBe(talk);
  const foreign = handIn(room, 'officer', text, { talk: await talkOf('colleague') });
  await expect(foreign).rejects.toThrow('record.missing');
});

test('the desk enters the matters of an opened report by one act that the officer sees; not before, not twice, not for another', async () => {
  const { record, number } = await sent();
  const reported = (await own('officer')).find((one) => one.record === record)!;
  const enter = (who: string, version: number, values: object = {}) =>
    room.at(who, 'POST', `/api/self-reports/${record}/items`, {
      version,
      items: [1, 2].map((at) => ({
        number: at,
        values: { happened: `第${at}事`, occurredFrom: '2019-05-01', ...values },
      })),
    });
  expect((await enter('liaison', reported.version)).json().code).toBe('matter.state');
  await unseal('liaison', record);
  expect((await enter('liaison', 2, { happened: '', amount: '三万' })).json().params.columns).toEqual([
    'happened',
    'amount',
  ]);
  expect((await enter('liaison', 2, { officer: room.people.colleague!.officer })).statusCode).toBe(200);
  expect((await enter('liaison', 3)).json().code).toBe('selfReport.entered');
  for (const who of ['auditor', 'head', 'officer']) expect((await enter(who, 3)).statusCode, who).toBe(403);
  const byHand = await room.at('liaison', 'POST', `/api/matters/conduct.selfReports/${record}/ENTER_ITEMS`, {
    version: 3,
    input: {},
  });
  expect(byHand.statusCode).toBe(403);
  const { beside } = must<MatterView>(await room.at('liaison', 'GET', `/api/matters/conduct.selfReports/${record}`));
  const rows = beside.find(({ register }) => register === 'conduct.selfReportItems')!.rows;
  expect(rows.map(({ values }) => [values.number, values.report, values.officer])).toEqual(
    [1, 2].map((at) => [at, record, room.people.officer!.officer]),
  );
  const mine = (await own('officer')).find((one) => one.number === number)!;
  expect(mine.steps.map(({ action }) => action)).toEqual(['SUBMIT', 'UNSEAL', 'ENTER_ITEMS']);
});

test('what an officer wrote is copied as it stands, and nothing is made out of prose', () => {
  const item = {
    happened: '借款',
    occurredFrom: '2019年5月',
    occurredTo: '2019-06-01',
    amount: '三万元',
    place: '东湖区',
  };
  expect(asWritten(item)).toMatchObject({
    happened: '借款',
    occurredFrom: null,
    occurredTo: '2019-06-01',
    amount: null,
  });
  expect(asWritten({ ...item, amount: '30000.5', problemKind: '违规借贷' })).toMatchObject({
    amount: '30000.5',
    problemKind: null,
    place: '东湖区',
  });
});

const add = ({ number, listed }: { number: number; listed: string[] }, ...more: string[]) => ({
  number: number + more.length,
  listed: [...listed, ...more].toSorted(),
});

/** What the home of somebody counts, and what the list of the desk shows. */
async function waitingAt(who: string) {
  const { matters } = must<Desk>(await room.at(who, 'GET', '/api/desk'));
  const { reports } = must<{ reports: DeskReport[] }>(await room.at(who, 'GET', '/api/self-reports'));
  const own = matters.find(({ register }) => register === 'conduct.selfReports')!;
  return { number: own.waiting, listed: reports.map(({ number }) => number).toSorted() };
}
