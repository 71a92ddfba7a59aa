import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Buckets } from '../../../platform/http/buckets.ts';
import { formatReceiptCode, newReceiptCode } from '../../../platform/identifiers/receipt.ts';
import { opens } from '../../../platform/ledger/commitment.ts';
import { openSigner, verifierKey } from '../../../platform/ledger/notes.ts';
import { sequence } from '../../../platform/ledger/sequencer.ts';
import { TileStore } from '../../../platform/ledger/tile-store.ts';
import { verifyLedger } from '../../../platform/ledger/verify/verify.ts';
import { solve } from '../../../platform/proof-of-work/solve.ts';
import { contentOf, listed } from '../../../platform/register/rows.ts';
import { registerVersions } from '../../../platform/register/versions.ts';
import { hashOf, seal, unseal } from '../../../platform/sealing/envelope.ts';
import { newKeyPair } from '../../../platform/sealing/keys.ts';
import { receiptKeys } from '../../../platform/sealing/receipt-keys.ts';
import { Outgoing, Return, type Sent } from '../../../web/public/report/reporter.ts';
import { registers } from '../../index.ts';
import { belongsTo, type OpenedReport } from '../contract/report.ts';
import { reportTexts } from '../registers/reports.ts';
import { testDoor } from './testing/door.ts';

let now = Date.UTC(2021, 2, 10);
const door = testDoor(new Buckets(8, 10, () => new Date(now)));
/** Time enough for every network to have all its tries again. */
const later = (): void => {
  now += 3_600_000;
};

const letter = {
  about: '东湖区公安局副局长',
  text: '每月初五在城南旧仓库交接现金',
  contact: { name: '欧阳晓月', contact: '城南路四百号' },
};
const phone = '203.0.113.88';
let sent: Sent;
let token = '';
let report: OpenedReport;

const codeOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'taken',
    (error: { code?: string }) => error.code ?? String(error),
  );
const work = async () => solve(await door.phone().get('/api/public/reports/challenge'));

beforeAll(async () => {
  const own = door.phone(phone);
  sent = await (await Outgoing.seal(own, letter)).send();
  const { salt } = await own.get<{ salt: string }>('/api/public/reports/door');
  token = (await receiptKeys(sent.code, salt)).token;
  const back = await Return.by(own, sent.code);
  const [upload] = await back.uploads([new File(['账本照片里写着的字'], '账本照片.png')]);
  await back.add('照片见附件', [{ upload: upload!, note: await upload!.run(() => undefined) }]);
  await back.read();
  const { rows } = await door.pools.owner.query('select record from clues.reports where number = $1', [sent.number]);
  report = (await door.at('DISCIPLINE_LIAISON', 'POST', `/api/reports/${rows[0].record}/open`)).json();
});

/** Everything an operator has: every row of every table, every file, every line of the log. */
async function everything(): Promise<string> {
  const { rows } = await door.pools.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts = [door.logged.join('\n')];
  for (const { name } of rows) {
    const table = await door.pools.owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...table.rows.map(({ row }) => row));
  }
  for (const name of await readdir(door.folder, { recursive: true })) {
    const bytes = await readFile(join(door.folder, name)).catch(() => Buffer.alloc(0));
    parts.push(name, bytes.toString('utf8'), bytes.toString('latin1'));
  }
  return parts.join('\n');
}

test('who has every table, file and line of the log finds nothing of what was written, by whom, from where', async () => {
  const all = await everything();
  expect(all).toContain(sent.number);
  const secrets = [
    ...Object.values(letter.contact),
    letter.about,
    letter.text,
    '账本照片',
    '照片见附件',
    sent.code,
    formatReceiptCode(sent.code),
    token,
    phone,
    'Telltale',
  ];
  for (const secret of secrets) {
    expect(all.includes(secret), secret).toBe(false);
    // The same as bytea or in base64, wherever it may begin.
    const bytes = Buffer.from(secret);
    expect(all.includes(bytes.toString('hex')), secret).toBe(false);
    for (const shift of [0, 1, 2]) {
      const spelled = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(4, -4);
      if (spelled.length >= 8) expect(all.includes(spelled), secret).toBe(false);
    }
  }
});

test('no answer sets a cookie or says who asked', async () => {
  const own = door.phone(phone);
  later();
  await (await Return.by(own, sent.code)).read();
  for (const { headers, body } of own.answers) {
    expect(headers['set-cookie']).toBeUndefined();
    expect(JSON.stringify(headers) + body).not.toMatch(/203\.0\.113\.88|Telltale/);
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('a guesser runs out of tries, pays for each, and locks nobody else out', async () => {
  later();
  const guesser = door.phone('198.51.100.1');
  const guesses: string[] = [];
  for (let at = 0; at < 12; at += 1) {
    const asked = { token: Buffer.from(newReceiptCode().repeat(2)).toString('base64url'), work: await work() };
    guesses.push(await codeOf(guesser.post('/api/public/reports/ask', asked)));
  }
  expect(guesses).toEqual([...Array(8).fill('report.code'), ...Array(4).fill('request.tooMany')]);
  // The true code is of no use to a network that has none left; the reporter's own has all of its.
  expect(await codeOf(guesser.post('/api/public/reports/ask', { token, work: await work() }))).toBe('request.tooMany');
  const own = door.phone(phone);
  expect(await codeOf(own.post('/api/public/reports/ask', { token, work: await work() }))).toBe('taken');
});

test('a receipt for which there is no report costs and answers the same as one that is no receipt', async () => {
  later();
  const ask = (given: object) => door.phone().post('/api/public/reports/ask', given);
  expect(await codeOf(ask({ token, work: { challenge: 'made-up', nonce: 1 } }))).toBe('work.invalid');
  expect(await codeOf(ask({ token: `${'A'.repeat(42)}B`, work: { challenge: 'made-up', nonce: 1 } }))).toBe(
    'work.invalid',
  );
  expect(await codeOf(ask({ token: sent.code, work: await work() }))).toBe('request.invalid');
});

test('work is taken once, whatever it is sent with', async () => {
  later();
  const own = door.phone();
  const once = await work();
  expect(await codeOf(own.post('/api/public/reports/ask', { token, work: once }))).toBe('taken');
  expect(await codeOf(own.post('/api/public/reports/ask', { token, work: once }))).toBe('work.invalid');
  expect(await codeOf(own.post('/api/public/reports/uploads', { token, work: once, count: 1 }))).toBe('work.invalid');
  const twice = await work();
  const both = [0, 1].map(() => codeOf(own.post('/api/public/reports/ask', { token, work: twice })));
  expect((await Promise.all(both)).sort()).toEqual(['taken', 'work.invalid']);
});

/** A report as another person sends it, with an envelope of one's choice. */
async function another(envelope: string): Promise<object> {
  const { publicKey } = await newKeyPair();
  const { keys } = await door.phone().get<{ keys: { fingerprint: string }[] }>('/api/public/reports/door');
  return {
    mode: 'ANONYMOUS',
    text: { envelope, sealedTo: keys.map(({ fingerprint }) => fingerprint) },
    contact: null,
    token: Buffer.from(publicKey).toString('base64url').slice(0, 43),
    answerTo: publicKey,
    work: await work(),
  };
}

test("somebody else's sealed text sent as one's own is refused, and would not open as one's own", async () => {
  later();
  const copied = report.texts[0]!.envelope;
  expect(await codeOf(door.phone().post('/api/public/reports', await another(copied)))).toBe('report.repeated');
  const { publicKey } = await newKeyPair();
  await expect(unseal(copied, belongsTo.text(publicKey), [door.key.secret])).rejects.toMatchObject({
    reason: 'misplaced',
  });
  await expect(unseal(copied, belongsTo.contact(report.answerTo), [door.key.secret])).rejects.toMatchObject({
    reason: 'misplaced',
  });
  const spelled = Buffer.from(copied, 'base64').toString('base64url');
  expect(await codeOf(door.phone().post('/api/public/reports', await another(spelled)))).toBe('request.invalid');
});

test('a receipt that is taken, a key that is no more, plain text and nonsense are refused', async () => {
  later();
  const fresh = async () => seal({ text: '另一件', files: [] }, 'anything', [door.key.publicKey]);
  const given = (await another(await fresh())) as { text: { envelope: string } };
  const send = (body: object) => codeOf(door.phone().post('/api/public/reports', body));
  expect(await send({ ...given, token })).toBe('report.repeated');
  const strange = { envelope: given.text.envelope, sealedTo: ['0000 0000 0000 0000 0000'] };
  expect(await send({ ...given, text: strange, work: await work() })).toBe('report.keys');
  for (const envelope of ['明文', Buffer.from('明文'.repeat(1_000)).toString('base64'), ''])
    expect(await send({ ...given, text: { ...given.text, envelope }, work: await work() })).toBe('request.invalid');
  expect(await send({ ...given, mode: 'NAMED', work: await work() })).toBe('request.invalid');
});

test('a short text cannot be found from what the ledger commits to by trying texts', async () => {
  const candidates = ['是', '否', '有', '没有'];
  const own = door.phone('192.0.2.50');
  const yes = await (await Outgoing.seal(own, { about: '', text: '是', contact: null })).send();
  const { rows } = await door.pools.owner.query(
    `select t.* from clues.report_texts t join clues.reports r on r.record = t.report where r.number = $1`,
    [yes.number],
  );
  const [row] = rows;
  const content = contentOf(reportTexts, row.record, row.version, listed(reportTexts, row));
  expect(opens(row.commitment, row.salt, content)).toBe(true);
  // Even with the salt: sealing every candidate again never gives the ciphertext that was committed to.
  const answerTo = (await door.pools.owner.query('select answer_to from clues.reports where number = $1', [yes.number]))
    .rows[0].answer_to;
  for (const text of candidates) {
    const envelope = await seal({ text, about: '', files: [] }, belongsTo.text(answerTo), [door.key.publicKey]);
    expect(envelope.length).toBe(row.envelope.length);
    const sealed = listed(reportTexts, { ...row, envelope, hash: hashOf(envelope) });
    const tried = contentOf(reportTexts, row.record, row.version, sealed);
    expect(opens(row.commitment, row.salt, tried)).toBe(false);
  }
});

test('of two who decide at once one wins, and the other is told', async () => {
  const opened: OpenedReport = (
    await door.at('DISCIPLINE_LIAISON', 'POST', `/api/reports/${report.record}/open`)
  ).json();
  const decide = (state: string) =>
    door.at('DISCIPLINE_LIAISON', 'POST', `/api/reports/${report.record}/decide`, {
      version: opened.version,
      state,
      reason: '同时决定',
    });
  const answers = await Promise.all([decide('CLOSED'), decide('NOT_TAKEN_ON')]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)!.json().code).toBe('record.changed');
});

test('nobody but the desk reaches a report, and a file is found under its own report only', async () => {
  const hash = report.files[0]!.hash;
  for (const role of ['CLUE_MANAGER', 'OFFICE_DIRECTOR', 'UNIT_HEAD', 'SYSTEM_ADMIN', 'AUDITOR', 'CASE_HANDLER']) {
    for (const [method, url] of [
      ['GET', '/api/reports'],
      ['POST', `/api/reports/${report.record}/open`],
      ['POST', `/api/reports/${report.record}/contact`],
      ['GET', `/api/reports/${report.record}/files/${hash}`],
    ] as const)
      expect((await door.at(role, method, url)).statusCode, `${role} ${url}`).toBe(403);
  }
  const { rows } = await door.pools.owner.query('select record from clues.reports where number <> $1', [sent.number]);
  const other = await door.at('DISCIPLINE_LIAISON', 'GET', `/api/reports/${rows[0].record}/files/${hash}`);
  expect(other.statusCode).toBe(404);
});

test('the ledger covers every sealed text: an operator who changes or removes one is found out', async () => {
  const signer = await openSigner(join(door.folder, 'ledger.key'), 'test/reports');
  const store = new TileStore(join(door.folder, 'ledger'), signer);
  await sequence(door.pools, store);
  const found = async (): Promise<string[]> => {
    const versions = registerVersions(door.pools.owner, registers);
    const options = {
      directory: join(door.folder, 'ledger'),
      publicKey: verifierKey(signer),
      database: door.pools,
      versions,
    };
    const { findings } = await verifyLedger(options);
    await versions.close();
    return findings.map(({ code }) => code);
  };
  expect(await found()).toEqual([]);
  const { hash, envelope } = report.texts[0]!;
  const forged = await seal({ text: '换过的内容', files: [] }, belongsTo.text(report.answerTo), [door.key.publicKey]);
  const write = (text: string) =>
    door.pools.owner.query('update clues.report_texts set envelope = $2 where hash = $1', [hash, text]);
  await write(forged);
  expect(await found()).not.toEqual([]);
  await write(envelope);
  expect(await found()).toEqual([]);
  await door.pools.owner.query('delete from clues.report_files where report = $1', [report.record]);
  expect(await found()).not.toEqual([]);
});
