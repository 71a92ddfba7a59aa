import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { openFile } from '../../../platform/sealing/files.ts';
import { beginUploads } from '../../../web/api/self-report-uploads.ts';
import { fits, kindOf } from '../../../web/kit/attachments/file-kind.ts';
import { Journey, type SentAttachment } from '../../../web/kit/attachments/journey.ts';
import { sealWhole } from '../../../web/kit/attachments/sealed-upload.ts';
import type { Transport } from '../../../web/kit/attachments/transport.ts';
import { tellSelfReport } from '../bundle/told.ts';
import { verifySelfReportProof } from '../bundle/verify-self-report.ts';
import type { ReportText } from '../contract/self-reports.ts';
import { newNumber } from '../numbers.ts';
import { openReport, sealReport } from '../self-reports/seal.ts';
import { testRoom } from '../testing/room.ts';
import { handIn, must } from '../testing/story.ts';

const room = testRoom({
  officer: [['OFFICER_SELF'], 'D01'],
  colleague: [['OFFICER_SELF'], 'D01'],
  liaison: [['DISCIPLINE_LIAISON'], 'C02'],
  head: [['UNIT_HEAD'], 'D01'],
  auditor: [['AUDITOR'], 'C02'],
});
const text: ReportText = { nothingToReport: false, items: [{ happened: '收受礼金，有转账记录' }] };
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const file = (name: string, content: Buffer): File => new File([new Uint8Array(content)], name);
const sealAll = (files: readonly File[]) => Promise.all(files.map(sealWhole));
const upload = async (files: readonly File[], transport = room.phone('officer')): Promise<SentAttachment[]> => {
  const sealed = await sealAll(files);
  return new Journey(files, () => beginUploads(transport, sealed)).run(() => undefined);
};
const unseal = async (record: string) => {
  const answer = await room.at('liaison', 'POST', `/api/self-reports/${record}/unseal`, { reason: '接收' });
  const given = must<{ envelope: string; number: string; commitment: string }>(answer);
  return openReport(given.envelope, given.number, given.commitment, [room.key.secret]);
};
const taken = (who: string, record: string, hash: string) =>
  room.at(who, 'GET', `/api/self-reports/${record}/files/${hash}`);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('attachments are sealed on the phone; the desk opens them after the seal, and the proof covers the very files', async () => {
  const content = Buffer.concat([PNG, randomBytes(50_000)]);
  const files = await upload([file('转账截图.png', content), file('情况说明.txt', Buffer.from('于 2019 年 5 月'))]);
  const { record, report, number, salt, envelope } = await handIn(room, 'officer', text, { files });
  const [first] = report.files!;
  // Before anybody opened the seal the attachments are given to nobody.
  expect((await taken('liaison', record, first!.hash)).statusCode).toBe(404);
  expect((await unseal(record)).report).toEqual(report);
  const sealed = await taken('liaison', record, first!.hash);
  expect(sha256(sealed.rawPayload)).toBe(first!.hash);
  expect(sealed.rawPayload.includes(PNG)).toBe(false);
  const opened = await openFile(new Blob([new Uint8Array(sealed.rawPayload)]).stream(), first!.secret, first!.size);
  expect(Buffer.from(await new Response(opened as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())).toEqual(
    content,
  );
  // Taking it is an act, and the log says no more of it than of somebody who opens the report's page.
  const acts = await room.pools.owner.query(
    "select entry::json -> 'detail' as detail from ledger.acts where act = 'records.read' and subject = $1",
    [record],
  );
  expect(acts.rows).toEqual([{ detail: { register: 'conduct.selfReports' } }]);
  for (const who of ['officer', 'colleague', 'head', 'auditor'])
    expect((await taken(who, record, first!.hash)).statusCode, who).toBe(403);

  const receipt = must<Record<string, unknown>>(await room.at('officer', 'GET', `/api/self-reports/${record}/receipt`));
  const proof = (changed: ReportText) =>
    canonical({ ...receipt, opened: { report: changed, salt } } as unknown as Json);
  expect(verifySelfReportProof(proof(report), room.verifierKey)).toMatchObject({ holds: true, findings: [] });
  expect(tellSelfReport(proof(report), room.verifierKey).facts?.attachments).toContain(
    `转账截图.png ${sha256(content)}`,
  );
  for (const changed of [
    { ...report, files: [{ ...first!, content: sha256(randomBytes(9)) }] },
    { ...report, files: [{ ...first!, name: '别的.png' }, report.files![1]!] },
    text,
  ])
    expect(verifySelfReportProof(proof(changed), room.verifierKey).findings.map(({ where }) => where)).toEqual([
      'opened',
    ]);
  expect(envelope.length, 'a report with attachments has the one size').toBe(
    (await handIn(room, 'officer', text)).envelope.length,
  );
  expect(number).toMatch(/^ZC-/);
});

test('the public log tells no more of a report with attachments than of one without', async () => {
  const files = await upload([file('甲.png', PNG), file('乙.png', PNG)]);
  const told = async (record: string) => {
    const { rows } = await room.pools.owner.query('select entry::jsonb as entry from ledger.acts where subject = $1', [
      record,
    ]);
    const [{ created, detail }] = rows.map(({ entry }) => entry) as [{ created: { count: number }; detail: object }];
    return { count: created.count, detail: Object.keys(detail).toSorted() };
  };
  const bare = await handIn(room, 'officer', text);
  const full = await handIn(room, 'officer', text, { files });
  expect(await told(full.record)).toEqual(await told(bare.record));
});

test('an attachment that lies about its kind is found out when it is opened', async () => {
  const files = await upload([file('照片.png', Buffer.from('<svg onload="steal()">')), file('账本.pdf', PNG)]);
  const { record, report } = await handIn(room, 'officer', text, { files });
  await unseal(record);
  const kinds = await Promise.all(
    report.files!.map(async ({ hash, secret, size, name }) => {
      const { rawPayload } = await taken('liaison', record, hash);
      const plain = await openFile(new Blob([new Uint8Array(rawPayload)]).stream(), secret, size);
      const kind = kindOf(
        new Uint8Array(await new Response(plain as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
      );
      return [kind.name, fits(name, kind), kind.active];
    }),
  );
  expect(kinds).toEqual([
    ['SVG', false, true],
    ['PNG', false, false],
  ]);
});

test('an upload that is cut off goes on where it was, on another page too, and the report is whole', async () => {
  const content = randomBytes(1_500_000);
  let pieces = 0;
  const whole = room.phone('officer');
  const cut: Transport = {
    ...whole,
    async piece(path, bytes) {
      pieces += 1;
      if (pieces === 2) {
        // Half of it arrived.
        await whole.piece(path, bytes.slice(0, Math.floor(bytes.size / 2)));
        throw new Error('the connection broke');
      }
      return whole.piece(path, bytes);
    },
  };
  const sealed = await sealWhole(file('录音.mp3', content));
  const [upload] = await beginUploads(cut, [sealed]);
  const shares: number[] = [];
  const tell = (share: number): unknown => shares.push(share);
  await expect(new Journey([sealed.note], async () => [upload!]).run(tell)).rejects.toThrow('broke');
  // The page was left. What its draft kept is the sealed bytes, their note and the name of the upload.
  const again = { ...sealed, upload: upload!.name };
  const files = await new Journey([sealed.note], () => beginUploads(cut, [again])).run(tell);
  expect(pieces).toBe(3);
  expect(shares.at(-1)).toBe(1);
  const { record, report } = await handIn(room, 'officer', text, { files });
  await unseal(record);
  const { hash, content: told } = report.files![0]!;
  expect(told).toBe(sha256(content));
  expect(sha256((await taken('liaison', record, hash)).rawPayload)).toBe(hash);
});

test('files that did not arrive, that are too large, or that belong to another report are refused', async () => {
  const submit = async (files: object[]) => {
    const number = newNumber('ZC', '2021');
    const { envelope, commitment } = await sealReport(text, number, [room.key.publicKey]);
    return (await room.at('officer', 'POST', '/api/self-reports', { number, envelope, commitment, files })).json().code;
  };
  const hash = sha256(PNG);
  expect(await submit([{ upload: 'f'.repeat(32), hash }])).toBe('upload.missing');
  const [begun] = await beginUploads(room.phone('officer'), await sealAll([file('甲.png', PNG)]));
  expect(await submit([{ upload: begun!.name, hash }])).toBe('upload.differs');
  expect(await submit(Array.from({ length: 11 }, () => ({ upload: begun!.name, hash })))).toBe('request.invalid');
  await expect(upload([file('大.bin', randomBytes(2_100_000))])).rejects.toMatchObject({ code: 'upload.tooLarge' });
  const files = await upload([file('乙.png', PNG)]);
  const { record } = await handIn(room, 'officer', text, { files });
  const other = await handIn(room, 'officer', text);
  await unseal(record);
  await unseal(other.record);
  expect((await taken('liaison', other.record, files[0]!.note.hash)).statusCode).toBe(404);
  for (const who of ['liaison', 'head', null])
    expect([401, 403]).toContain((await room.at(who, 'POST', '/api/self-reports/uploads', { count: 1 })).statusCode);
});
