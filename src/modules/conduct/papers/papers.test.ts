import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../platform/calendar/day.ts';
import { transact } from '../../../platform/database/transact.ts';
import { registers } from '../../index.ts';
import { familyReceipts } from '../registers.ts';
import { type Person, testHouse } from '../testing/house.ts';
import type { OwnPaper, OwnText, PaperView } from './contract.ts';

const house = testHouse();
const today = dayOf(new Date());
const letter = (more: object = {}) => ({
  kind: 'COMMITMENT_LETTER',
  title: '廉洁承诺书',
  asks: 'SIGN',
  validFrom: '2021-03-03',
  body: '本人承诺：不打听、不干预、不过问他人案件。',
  ...more,
});
let office: Person;
let head: Person;
let first: Person;
let second: Person;

beforeAll(async () => {
  office = await house.person('办公室', ['OFFICE_STAFF'], 'C02');
  head = await house.person('区局负责人', ['UNIT_HEAD'], 'D01', { department: '政治处' });
  first = await house.person('甲一', ['OFFICER_SELF'], 'D01', { department: '刑侦大队' });
  second = await house.person('乙二', ['OFFICER_SELF'], 'C01');
});

async function publish(more: object = {}): Promise<{ record: string; edition: number; sha256: string }> {
  const { status, body } = await office.at.post('/api/conduct/papers', letter(more));
  expect(status).toBe(200);
  return body;
}
const deliver = (paper: string, circle: object = { whom: 'ALL' }, by = office) =>
  by.at.post(`/api/conduct/papers/${paper}/deliveries`, circle);
const own = async (who: Person): Promise<OwnPaper[]> => (await who.at.get('/api/conduct/own-papers')).body.papers;
const mine = async (who: Person, paper: string): Promise<OwnPaper> =>
  (await own(who)).find(({ template }) => template === paper)!;
const sign = (who: Person, delivery: string, sha256: string, presence: object = { password: who.password }) =>
  who.at.post(`/api/conduct/own-papers/${delivery}/sign`, { sha256, presence });
const view = async (who: Person, paper: string): Promise<PaperView> =>
  (await who.at.get(`/api/conduct/papers/${paper}`)).body;

test('an officer reads the very text, signs it with the password, and the log names version, hash and officer', async () => {
  const { record, sha256 } = await publish();
  expect(sha256).toBe(createHash('sha256').update(letter().body).digest('hex'));
  expect((await deliver(record)).body).toEqual({ delivered: 4 });
  const { delivery } = await mine(first, record);
  const { body: text }: { body: OwnText } = await first.at.post(`/api/conduct/own-papers/${delivery}/open`);
  expect(text).toMatchObject({ body: letter().body, sha256, signedAt: null, openedAt: expect.any(String) });
  const { status, body } = await sign(first, delivery, sha256);
  expect(status).toBe(200);
  expect(await house.entriesOf(body.answer)).toMatchObject([
    {
      act: 'conduct.paper.sign',
      actor: first.account,
      detail: { template: record, sha256, officer: first.officer },
    },
  ]);
  expect(await mine(first, record)).toMatchObject({ signature: body.answer, signedAt: expect.any(String) });
  const seen = await view(office, record);
  expect(seen.counts).toEqual({ delivered: 4, opened: 1, signed: 1, refused: 0 });
  expect(seen.units.map(({ name, counts }) => [name, counts.signed, counts.delivered])).toEqual([
    ['明湖市公安局', 0, 1],
    ['明湖市司法局', 0, 1],
    ['东湖区公安局', 1, 2],
  ]);
});

test('a wrong password signs nothing; nor does the password of somebody else', async () => {
  const { record, sha256 } = await publish();
  await deliver(record);
  const { delivery } = await mine(first, record);
  for (const password of ['not it', second.password])
    expect((await sign(first, delivery, sha256, { password })).body.code).toBe('password.wrong');
  expect((await sign(first, delivery, sha256, { code: '123456' })).body.code).toBe('sign-in.wrongCode');
  expect((await sign(first, delivery, sha256, {})).status).toBe(400);
  expect((await mine(first, record)).signedAt).toBeNull();
});

test('nobody signs for another: neither a colleague, nor the head of the unit, nor the office', async () => {
  const { record, sha256 } = await publish();
  await deliver(record);
  const { delivery } = await mine(first, record);
  expect((await sign(second, delivery, sha256)).body.code).toBe('record.missing');
  for (const other of [head, office]) expect((await sign(other, delivery, sha256)).body.code).toBe('access.denied');
  expect((await second.at.post(`/api/conduct/own-papers/${delivery}/open`)).status).toBe(404);
  // With the application's own right to write, row security stands in the way.
  const forged = transact(
    house.pools,
    { account: head.account, roles: ['UNIT_HEAD'], unit: house.city.units.D01, officer: head.officer },
    'write',
    ({ client }) =>
      client.query(
        `insert into conduct.paper_answers (delivery, kind, template, officer, unit, given_at, sha256, record, version, recorded_at, act, leaf, commitment)
         values ($1, 'SIGNED', $2, $3, $4, now(), $5, gen_random_uuid(), 1, now(), gen_random_uuid(), 0, '\\x00')`,
        [delivery, record, first.officer, house.city.units.D01, sha256],
      ),
  );
  await expect(forged).rejects.toMatchObject({ code: '42501' });
  expect((await mine(first, record)).signedAt).toBeNull();
});

test('a new version asks again: the old one cannot be signed any more, and a signature stays with its version', async () => {
  const old = await publish();
  await deliver(old.record, { whom: 'UNITS', units: [house.city.units.D01] });
  await sign(first, (await mine(first, old.record)).delivery, old.sha256);
  const next = await publish({ replaces: old.record, body: '第二版：增加不得违规经商办企业。', validFrom: today });
  expect(next.edition).toBeGreaterThan(old.edition);
  expect((await deliver(next.record, { whom: 'EARLIER' })).body).toEqual({ delivered: 2 });
  expect(await mine(first, next.record)).toMatchObject({ signedAt: null, superseded: false });
  expect(await mine(first, old.record)).toMatchObject({ signedAt: expect.any(String), superseded: true });

  await deliver(old.record, { whom: 'UNITS', units: [house.city.units.C01] });
  const late = await mine(second, old.record);
  expect((await sign(second, late.delivery, old.sha256)).body.code).toBe('paper.superseded');
  // The hash of the old text does not sign the new one either.
  const { delivery } = await mine(first, next.record);
  expect((await sign(first, delivery, old.sha256)).body.code).toBe('paper.version');
  expect((await sign(first, delivery, next.sha256)).status).toBe(200);
  expect((await sign(first, delivery, next.sha256)).body.code).toBe('paper.signed');
  expect((await office.at.post('/api/conduct/papers', letter({ replaces: old.record }))).body.code).toBe(
    'paper.replaced',
  );
});

test('a published version never changes, not even by whoever writes to the database as the office', async () => {
  const { record } = await publish();
  const change = (body: string) =>
    transact(
      house.pools,
      { account: office.account, roles: ['OFFICE_STAFF'], unit: null, officer: null },
      'write',
      ({ client }) =>
        client.query(
          `insert into conduct.document_templates (kind, edition, title, body, valid_from, asks, sha256, published_at, record, version, recorded_at, act, leaf, commitment)
           select kind, edition + 1000, title, $2, valid_from, asks, encode(sha256(convert_to($2, 'UTF8')), 'hex'), published_at, record, 2, now(), act, leaf, commitment
           from conduct.document_templates where record = $1`,
          [record, body],
        ),
    );
  await expect(change('另一份承诺')).rejects.toMatchObject({ code: '55000' });
  const wrongHash = house.pools.owner.query(
    `update conduct.document_templates set body = '另一份承诺' where record = $1`,
    [record],
  );
  await expect(wrongHash).rejects.toMatchObject({ code: '23514' });
  expect((await view(office, record)).body).toBe(letter().body);
});

test('whoever refuses says why, stands on the list of those who have not signed, and may still sign', async () => {
  const { record, sha256 } = await publish();
  await deliver(record, { whom: 'UNITS', units: [house.city.units.D01], department: '刑侦大队' });
  const { delivery } = await mine(first, record);
  const refuse = (reason: string) => first.at.post(`/api/conduct/own-papers/${delivery}/refuse`, { reason });
  expect((await refuse(' ')).status).toBe(400);
  expect((await refuse('对第二条有疑问，已书面说明')).status).toBe(200);
  const { body } = await head.at.get(`/api/conduct/papers/${record}/waiting`);
  expect(body).toEqual({
    next: null,
    officers: [
      {
        officerNo: expect.any(String),
        name: '甲一',
        unitName: '东湖区公安局',
        department: '刑侦大队',
        deliveredOn: expect.toBeOneOf([today, dayOf(new Date())]),
        state: 'REFUSED',
        reason: '对第二条有疑问，已书面说明',
      },
    ],
  });
  await sign(first, delivery, sha256);
  expect((await head.at.get(`/api/conduct/papers/${record}/waiting`)).body.officers).toEqual([]);
  expect((await view(head, record)).counts).toEqual({ delivered: 1, opened: 1, signed: 1, refused: 0 });
});

test('a unit hands out to its own only, sees its own only, and a second round reaches only who is left', async () => {
  const { record } = await publish();
  expect((await deliver(record, { whom: 'ALL' }, head)).body).toEqual({ delivered: 2 });
  expect((await deliver(record)).body).toEqual({ delivered: 2 });
  expect((await deliver(record)).body.code).toBe('paper.nobody');
  expect((await view(head, record)).counts.delivered).toBe(2);
  expect((await view(office, record)).counts.delivered).toBe(4);
  expect((await deliver(record, { whom: 'ALL' }, first)).body.code).toBe('access.denied');
  expect((await first.at.post('/api/conduct/papers', letter())).body.code).toBe('access.denied');
});

test('two who hand out the same version at once: nobody gets it twice', async () => {
  const { record } = await publish();
  const both = await Promise.all([deliver(record), deliver(record)]);
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await view(office, record)).counts.delivered).toBe(4);
});

test('a notice asks for reading: opening it is enough, and there is nothing to sign', async () => {
  const { record, sha256 } = await publish({ kind: 'NOTICE', title: '告知书', asks: 'READ' });
  await deliver(record, { whom: 'UNITS', units: [house.city.units.C01] });
  const { delivery } = await mine(second, record);
  expect((await sign(second, delivery, sha256)).body.code).toBe('paper.noSignature');
  const waiting = () => head.at.get(`/api/conduct/papers/${record}/waiting`);
  expect((await office.at.get(`/api/conduct/papers/${record}/waiting`)).body.officers).toHaveLength(3);
  await second.at.post(`/api/conduct/own-papers/${delivery}/open`);
  expect((await office.at.get(`/api/conduct/papers/${record}/waiting`)).body.officers).toHaveLength(2);
  expect((await waiting()).body.officers).toHaveLength(2);
});

test('a version may be a PDF, kept under its hash; what only calls itself one is refused', async () => {
  const send = (content: string) => {
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'application/pdf' }), '承诺书.pdf');
    const query = new URLSearchParams({ kind: 'NOTICE', title: '告知书', asks: 'SIGN', validFrom: today });
    return office.at.send('POST', `/api/conduct/papers/file?${query}`, form);
  };
  for (const lie of ['MZ program', '%PD', ''])
    expect((await send(lie)).body).toMatchObject({
      code: 'paper.notPdf',
      detail: expect.stringContaining('承诺书.pdf'),
    });
  const content = '%PDF-1.7 a notice';
  const { body } = await send(content);
  expect(body.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  await deliver(body.record, { whom: 'UNITS', units: [house.city.units.D01] });
  const { delivery, fileName } = await mine(first, body.record);
  expect(fileName).toBe('承诺书.pdf');
  expect((await first.at.get(`/api/conduct/own-papers/${delivery}/file`)).body).toBe(content);
  expect((await second.at.get(`/api/conduct/own-papers/${delivery}/file`)).status).toBe(404);
  expect((await sign(first, delivery, body.sha256)).status).toBe(200);
});

test('of a family nothing is kept but the relation and what was given back', async () => {
  expect(Object.keys(familyReceipts.columns).sort()).toEqual(
    ['deliveredOn', 'officer', 'pledgedOn', 'receiptOn', 'relation', 'template', 'unit'].sort(),
  );
  const { rows } = await house.pools.owner.query(
    `select column_name from information_schema.columns where table_schema = 'conduct' and table_name = 'family_receipts'`,
  );
  const system = /^(record|version|recorded_at|act|leaf|salt|commitment|import|import_sheet|import_row|retired_.*)$/;
  expect(
    rows
      .map(({ column_name: name }) => name)
      .filter((name) => !system.test(name))
      .sort(),
  ).toEqual(['delivered_on', 'officer', 'pledged_on', 'receipt_on', 'relation', 'template', 'unit']);
  const { record } = await publish();
  const values = {
    template: record,
    officer: first.officer,
    unit: house.city.units.D01,
    relation: 'SPOUSE',
    deliveredOn: today,
  };
  await expect(house.city.add('conduct.familyReceipts', { ...values, name: '家属姓名' })).rejects.toMatchObject({
    code: 'request.invalid',
  });
  expect(registers.get('conduct.familyReceipts').columns.pledgedOn!.optional).toBe(true);
  await expect(house.city.add('conduct.familyReceipts', values)).resolves.toEqual(expect.any(String));
});
