import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { seal, unseal } from '../../../platform/sealing/envelope.ts';
import { openFile } from '../../../platform/sealing/files.ts';
import { fingerprintOf, newKeyPair } from '../../../platform/sealing/keys.ts';
import { Outgoing, Return, type Sent } from '../../../web/public/report/reporter.ts';
import { endDeskKey, makeDeskKey } from '../../organisation/desk-keys/service.ts';
import { deskKeysInForce } from '../../organisation/index.ts';
import { belongsTo, contactInside, type OpenedReport, textInside } from '../contract/report.ts';
import { testDoor } from './testing/door.ts';

const door = testDoor();
const letter = { about: '东湖区公安局某所长', text: '该所长在办案中收受当事人财物', contact: null };
let sent: Sent;
let record = '';

const post = (url: string, body: object = {}) => door.at('DISCIPLINE_LIAISON', 'POST', url, body);
const open = async (of = record): Promise<OpenedReport> => (await post(`/api/reports/${of}/open`)).json();
const waiting = async () => (await door.at('DISCIPLINE_LIAISON', 'GET', '/api/reports')).json().reports;
const actsOf = async (): Promise<string[]> => {
  const { rows } = await door.pools.owner.query('select act from ledger.acts where subject = $1 order by appended_at', [
    record,
  ]);
  return rows.map(({ act }) => act);
};

beforeAll(async () => {
  sent = await (await Outgoing.seal(door.phone(), letter)).send();
});

test('a report comes in, is opened with the key of the desk, and answered for whoever holds the code', async () => {
  const [row] = await waiting();
  record = row.record;
  expect(row).toMatchObject({
    number: sent.number,
    mode: 'ANONYMOUS',
    receivedOn: '2021-03-10',
    state: 'RECEIVED',
    unread: 1,
  });
  const opened = await open();
  expect(opened).toMatchObject({ state: 'OPENED', version: 2, hasContact: false, files: [] });
  const [text] = opened.texts;
  const inside = await unseal(text!.envelope, belongsTo.text(opened.answerTo), [door.key.secret]);
  expect(textInside.parse(inside)).toEqual({ text: letter.text, about: letter.about, files: [] });
  expect((await waiting())[0]).toMatchObject({ state: 'OPENED', unread: 0 });

  const answer = { text: '已收到。请补充时间和地点。', files: [] };
  const envelope = await seal(answer, belongsTo.answer(opened.answerTo), [opened.answerTo, door.key.publicKey]);
  const sealedTo = [fingerprintOf(door.key.publicKey)];
  expect((await post(`/api/reports/${record}/answers`, { text: { envelope, sealedTo } })).statusCode).toBe(204);

  const back = await Return.by(door.phone(), sent.code);
  expect(await back.read()).toMatchObject({
    number: sent.number,
    state: 'OPENED',
    texts: [
      { author: 'REPORTER', text: null },
      { author: 'DESK', text: answer.text },
    ],
  });
});

test('the reporter adds evidence; an upload that breaks off goes on', async () => {
  const phone = door.phone();
  const back = await Return.by(phone, sent.code);
  const content = randomBytes(2_500_000);
  const [upload] = await back.uploads([new File([content], '转账记录.png')]);
  let pieces = 0;
  const piece = phone.piece;
  phone.piece = async (path, bytes) => {
    pieces += 1;
    // The second piece is cut off half-way, and its answer is lost besides.
    if (pieces === 2) {
      await piece(path, bytes.slice(0, 300_000));
      throw new Error('the connection broke');
    }
    return piece(path, bytes);
  };
  await expect(upload!.run(() => undefined)).rejects.toThrow('broke');
  const shares: number[] = [];
  const note = await upload!.run((share) => shares.push(share));
  expect(shares.at(-1)).toBe(1);
  await back.add('转账记录见附件', [{ upload: upload!, note }]);

  expect((await waiting())[0]).toMatchObject({ unread: 1 });
  const opened = await open();
  const inside = textInside.parse(
    await unseal(opened.texts.at(-1)!.envelope, belongsTo.text(opened.answerTo), [door.key.secret]),
  );
  expect(inside).toMatchObject({ text: '转账记录见附件', files: [{ name: '转账记录.png', size: content.length }] });
  const [file] = inside.files;
  expect(opened.files).toMatchObject([{ hash: file!.hash }]);
  const sealed = await door.at('DISCIPLINE_LIAISON', 'GET', `/api/reports/${record}/files/${file!.hash}`);
  expect(sealed.headers['content-type']).toBe('application/octet-stream');
  const plain = await openFile(new Blob([new Uint8Array(sealed.rawPayload)]).stream(), file!.secret, file!.size);
  expect(Buffer.from(await new Response(plain as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())).toEqual(
    content,
  );
  const acts = await door.pools.owner.query(
    'select act from ledger.acts where subject = $1 order by at desc, id desc',
    [record],
  );
  expect(acts.rows[0]).toEqual({ act: 'report.open-file' });
});

test('after a change of keys the reporter writes to the new one, and the desk seals the old texts anew', async () => {
  const fresh = await newKeyPair();
  const [old] = await deskKeysInForce(door.pools);
  await makeDeskKey(door.pools, door.liaison(), { publicKey: fresh.publicKey, holder: '新驻点组' });
  await endDeskKey(door.pools, door.liaison(), old!.record, { version: old!.version, reason: '轮换' });
  const back = await Return.by(door.phone(), sent.code);
  await back.add('换钥匙之后写的', []);
  const opened = await open();
  const last = opened.texts.at(-1)!;
  const belongs = belongsTo.text(opened.answerTo);
  expect(last.sealedTo).toEqual([fingerprintOf(fresh.publicKey)]);
  expect(await unseal(last.envelope, belongs, [fresh.secret])).toMatchObject({ text: '换钥匙之后写的' });
  await expect(unseal(last.envelope, belongs, [door.key.secret])).rejects.toMatchObject({ reason: 'other-key' });

  const first = opened.texts[0]!;
  const content = await unseal(first.envelope, belongs, [door.key.secret]);
  const text = {
    envelope: await seal(content, belongs, [fresh.publicKey]),
    sealedTo: [fingerprintOf(fresh.publicKey)],
  };
  expect((await post(`/api/reports/${record}/reseal`, { of: first.hash, contact: false, text })).statusCode).toBe(204);
  const again = (await open()).texts[0]!;
  expect(again.envelope).toBe(first.envelope);
  expect(await unseal(again.resealed[0]!.envelope, belongs, [fresh.secret])).toMatchObject({ text: letter.text });
  Object.assign(door, { key: fresh });
});

test('a report becomes a clue with the words the desk chose, and is closed; wrong steps are refused', async () => {
  const { version } = await open();
  const unit = door.city.units.D01;
  const given = { version, summary: '反映某所长收受财物', unit, problemKind: null };
  const stale = await post(`/api/reports/${record}/hand-on`, { ...given, version: version - 1 });
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'record.changed']);
  const { clue } = (await post(`/api/reports/${record}/hand-on`, given)).json();
  const { rows } = await door.pools.owner.query('select * from clues.clues where record = $1', [clue]);
  const reporter_mode = 'ANONYMOUS';
  const received = { source: 'REPORT_BY_PUBLIC', reporter_mode, unit, summary: given.summary, state: 'RECEIVED' };
  expect(rows).toMatchObject([{ ...received, serial_no: expect.stringMatching(/^XS2021-\d{6}$/) }]);
  expect(await open()).toMatchObject({ state: 'HANDED_ON', clue });
  const twice = await post(`/api/reports/${record}/hand-on`, { ...given, version: version + 1 });
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'report.step']);
  const told = async () => {
    const { state, concluded } = await (await Return.by(door.phone(), sent.code)).read();
    return [state, concluded];
  };
  expect(await told()).toEqual(['HANDED_ON', false]);
  expect(await waiting()).toEqual([]);
  // What is written to a report that is worked on waits until it is read.
  await (await Return.by(door.phone(), sent.code)).add('补充：还有一名知情人', []);
  // Two hundred newer letters, of a report that is long done with, push no letter from the desk.
  await door.pools.owner.query(
    `insert into clues.report_texts
     select (jsonb_populate_record(null::clues.report_texts, to_jsonb(t) || jsonb_build_object('record', gen_random_uuid(), 'report', gen_random_uuid(),
       'hash', encode(sha256(n::text::bytea), 'hex'), 'recorded_at', t.recorded_at + interval '1 day'))).*
     from (select * from clues.report_texts where report = $1 and author = 'REPORTER' limit 1) t, generate_series(1, 201) n`,
    [record],
  );
  expect(await waiting()).toMatchObject([{ record, state: 'HANDED_ON', concluded: false, unread: 1 }]);
  await door.pools.owner.query('delete from clues.report_texts where report not in (select record from clues.reports)');
  const { version: now } = await open();
  expect(await waiting()).toEqual([]);
  // The clue's own steps to its closing are tested elsewhere; here it is closed, and the report is back at the desk to be answered.
  await door.pools.owner.query(`update clues.clues set state = 'CLOSED' where record = $1 and retired_at is null`, [
    clue,
  ]);
  expect(await told()).toEqual(['HANDED_ON', true]);
  expect(await waiting()).toMatchObject([{ record, state: 'HANDED_ON', concluded: true, unread: 0 }]);
  const closing = { version: now, state: 'CLOSED', reason: '已反馈举报人' };
  expect((await post(`/api/reports/${record}/decide`, closing)).statusCode).toBe(204);
  expect(await waiting()).toEqual([]);
  const acts = await actsOf();
  expect(new Set(acts)).toEqual(
    new Set([
      'report.receive',
      'report.open',
      'report.open-file',
      'report.answer',
      'report.add',
      'report.reseal',
      'report.hand-on',
      'report.decide',
    ]),
  );
  expect(acts.filter((act) => act === 'report.open').length).toBe(7);
});

test('a letter to a closed report brings it back to the desk', async () => {
  await (await Return.by(door.phone(), sent.code)).add('又有新情况', []);
  expect(await waiting()).toMatchObject([{ record, state: 'CLOSED', unread: 1 }]);
  const { version } = await open();
  expect(await waiting()).toEqual([]);
  const again = { version, state: 'OPENED', reason: '有新情况' };
  expect((await post(`/api/reports/${record}/decide`, again)).statusCode).toBe(204);
  expect(await waiting()).toMatchObject([{ record, state: 'OPENED' }]);
});

test('name and contact of a named reporter lie apart, and opening them is an act of its own', async () => {
  const contact = { name: '张三丰', contact: '江边茶馆' };
  const named = await (await Outgoing.seal(door.phone(), { ...letter, contact })).send();
  const row = (await waiting()).find(({ number }: { number: string }) => number === named.number);
  expect(row).toMatchObject({ mode: 'NAMED' });
  const opened = await open(row.record);
  expect(opened.hasContact).toBe(true);
  const { contacts } = (await post(`/api/reports/${row.record}/contact`)).json();
  const inside = await unseal(contacts[0].envelope, belongsTo.contact(opened.answerTo), [door.key.secret]);
  expect(contactInside.parse(inside)).toEqual(contact);
  const { rows } = await door.pools.owner.query(`select subject from ledger.acts where act = 'report.open-contact'`);
  expect(rows).toEqual([{ subject: row.record }]);
});

/** A phone whose next post arrives, and whose answer is lost. */
function losing() {
  const phone = door.phone();
  const post = phone.post;
  let lost = false;
  phone.post = async <T>(path: string, body: unknown): Promise<T> => {
    const answer = await post<T>(path, body);
    if (lost) return answer;
    lost = true;
    throw new Error('the answer was lost');
  };
  return phone;
}

test('an answer that was lost makes no second report: sent again it is the same one, and its code opens it', async () => {
  const before = (await waiting()).length;
  const outgoing = await Outgoing.seal(losing(), letter);
  await expect(outgoing.send()).rejects.toThrow('lost');
  const { code, number } = await outgoing.send();
  expect(await (await Return.by(door.phone(), code)).read()).toMatchObject({ number, texts: [{ author: 'REPORTER' }] });
  expect(await waiting()).toHaveLength(before + 1);
});

test('evidence whose answer was lost is added once, with its file', async () => {
  const { code } = await (await Outgoing.seal(door.phone(), letter)).send();
  const back = await Return.by(door.phone(), code);
  const [upload] = await back.uploads([new File(['录音'], '录音.m4a')]);
  const note = await upload!.run(() => undefined);
  const losingBack = await Return.by(losing(), code);
  await expect(losingBack.add('录音见附件', [{ upload: upload!, note }])).rejects.toThrow('lost');
  await losingBack.add('录音见附件', [{ upload: upload!, note }]);
  const { texts } = await back.read();
  expect(texts.map(({ files }) => files)).toEqual([0, 1]);
});

test('a hundred megabytes cut off half-way stay where they are, and go on from there', async () => {
  const piece = Buffer.alloc(4 * 2 ** 20, 7);
  const limit = 100 * 2 ** 20;
  const name = await door.desk.uploads.begin('big');
  const once = async function* (bytes: Uint8Array, breaks = false) {
    yield bytes;
    if (breaks) throw new Error('the connection broke');
  };
  const uploads = door.desk.uploads;
  let at = 0;
  while (at < limit / 2) at = await uploads.append(name, at, once(piece), limit);
  await expect(uploads.append(name, at, once(piece.subarray(0, 1_000), true), limit)).rejects.toThrow('broke');
  expect(await uploads.received(name)).toBe(at + 1_000);
  at = await uploads.append(name, at + 1_000, once(piece.subarray(1_000)), limit);
  while (at < limit) at = await uploads.append(name, at, once(piece), limit);
  await expect(uploads.append(name, at, once(piece.subarray(0, 1)), limit)).rejects.toMatchObject({
    code: 'upload.tooLarge',
  });
  const whole = createHash('sha256');
  for (let sent = 0; sent < limit; sent += piece.length) whole.update(piece);
  expect((await uploads.finish(name, whole.digest('hex'), door.desk.files)).size).toBe(limit);
  await uploads.drop(name);
});
