import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LeniencyProof } from '../modules/conduct/bundle/leniency-format.ts';
import type { SelfReportProof } from '../modules/conduct/bundle/self-report-format.ts';
import type { ReportText } from '../modules/conduct/contract/self-reports.ts';
import { testRoom } from '../modules/conduct/testing/room.ts';
import { ClueStory, cast, decideAndApprove, formOf, handIn, must } from '../modules/conduct/testing/story.ts';
import { canonical, type Json } from '../platform/ledger/canonical.ts';
import { type Ended, mingjing, testFolder } from './testing/program.ts';

const room = testRoom(cast);
const text: ReportText = { nothingToReport: false, items: [{ happened: '曾打听案件进展' }] };
let folder: string;
let remove: () => Promise<void>;
let decision: string;
let report: string;

beforeAll(async () => {
  ({ folder, remove } = await testFolder());
  const sent = await handIn(room, 'officer', text);
  const clue = await ClueStory.received(room, 'officer');
  await clue.register();
  await clue.approve();
  const record = await decideAndApprove(room, await formOf(room, sent.record, clue.record, '2021', 'HELD'));
  decision = (await room.at('officer', 'GET', `/api/leniency/${record}/proof`)).body;
  const receipt = must<object>(await room.at('officer', 'GET', `/api/self-reports/${sent.record}/receipt`));
  report = canonical({ ...receipt, opened: { report: text, salt: sent.salt } } as unknown as Json);
});
afterAll(() => remove());

/** Verifies a file as an officer would, far from the city's data. */
async function verify(content: string, ...options: string[]): Promise<Ended> {
  const path = join(folder, 'kept.json');
  await writeFile(path, content);
  return mingjing(['verify', path, ...options], { MINGJING_DATA: join(folder, 'nowhere') });
}
function altered<F>(of: string, change: (file: F) => void): string {
  const file = JSON.parse(of) as F;
  change(file);
  return canonical(file as Json);
}

test('the files an officer keeps hold by themselves; without a key they say which one to compare', async () => {
  for (const file of [decision, report]) {
    expect(await verify(file, '--key', room.verifierKey)).toMatchObject({ code: 0, out: 'Everything holds.' });
    expect((await verify(file)).out).toBe(`Everything holds.\nCompare with the key got elsewhere: ${room.verifierKey}`);
  }
  expect(await verify(decision, '--key', 'test.local/ledger+00000000+AAAA')).toMatchObject({
    code: 1,
    out: 'The key is not the one you asked for',
  });
});

test.each<[string, (file: LeniencyProof) => void, string]>([
  [
    'the place',
    ({ timeline }) => Object.assign(timeline.sealed!, { seq: timeline.verificationApproved!.seq + 1 }),
    'The ledger entry of "Self-report sealed" or its place was altered',
  ],
  ['the rule version', (file) => Object.assign(file, { rule: '2023' }), 'The decision is not what is in the ledger'],
  [
    'the decision',
    (file) => Object.assign(file, { finding: 'NOT_VOLUNTARY' }),
    'The decision is not what is in the ledger',
  ],
  ['the fact', (file) => Object.assign(file, { fact: 'CONFESSION' }), 'is not what follows'],
])('%s that was changed in a decision is named', async (_what, change, named) => {
  const { code, out } = await verify(altered(decision, change));
  expect(code).toBe(1);
  expect(out).toContain(named);
});

test('another text in a self-report is named', async () => {
  const other = altered<SelfReportProof>(report, ({ opened }) =>
    Object.assign(opened!.report.items[0]!, { happened: '没有此事' }),
  );
  expect(await verify(other)).toMatchObject({ code: 1 });
  expect((await verify(other)).out).toContain('Text or number is not what was committed to');
});
