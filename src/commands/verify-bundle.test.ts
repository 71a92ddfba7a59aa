import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Bundle,
  bundleOf,
  editBulletin,
  freezeBulletin,
  openBulletin,
  publishBulletin,
} from '../modules/bulletin/index.ts';
import { testDesk, text } from '../modules/bulletin/testing/city-desk.ts';
import { testDatabase } from '../platform/database/testing/database.ts';
import { nobody } from '../platform/http/context.ts';
import { canonical, type Json } from '../platform/ledger/canonical.ts';
import { signCheckpoint } from '../platform/ledger/checkpoint.ts';
import { leafHash } from '../platform/ledger/merkle.ts';
import { signer } from '../platform/ledger/notes.ts';
import { type Ended, mingjing, testFolder } from './testing/program.ts';

const { desk, editor, director } = testDesk(testDatabase());
let folder: string;
let remove: () => Promise<void>;
let bundle: string;

beforeAll(async () => {
  ({ folder, remove } = await testFolder());
  const id = await openBulletin(desk, editor, text.asOf, 2);
  await editBulletin(desk, editor, id, 1, text);
  await freezeBulletin(desk, editor, id);
  await publishBulletin(desk, director, id);
  bundle = await textOf(await bundleOf(desk, nobody, id));
});
afterAll(() => remove());

/** Writes the content to a file and verifies it as anybody would, far from the city's data. */
async function verify(content: string, ...options: string[]): Promise<Ended> {
  const path = join(folder, 'bulletin.mingjing.json');
  await writeFile(path, content);
  return mingjing(['verify', path, ...options], { MINGJING_DATA: join(folder, 'nowhere') });
}

/** The bundle with some of it changed, written as bundles are. */
function altered(change: (bundle: Bundle) => void): string {
  const copy = JSON.parse(bundle) as Bundle;
  change(copy);
  return canonical(copy as Json);
}

test('an untouched bundle holds; without a key it says which one to compare', async () => {
  expect(await verify(bundle)).toMatchObject({
    code: 0,
    out: `Everything holds.\nCompare with the key got elsewhere: ${desk.ledger.verifierKey}`,
  });
  expect(await verify(bundle, '--key', desk.ledger.verifierKey)).toMatchObject({ code: 0, out: 'Everything holds.' });
  const json = await verify(bundle, '--json');
  expect(JSON.parse(json.out)).toMatchObject({ holds: true, findings: [], facts: { asOf: text.asOf, figures: 5 } });
});

test('one changed byte is found, wherever it is, and cut off or torn the file is said to be damaged', async () => {
  for (const share of [0.03, 0.35, 0.7, 0.98]) {
    const bytes = Buffer.from(bundle);
    const at = Math.floor(bytes.length * share);
    bytes[at] = bytes[at] === 0x30 ? 0x31 : 0x30;
    await writeFile(join(folder, 'torn.mingjing.json'), bytes);
    const { code, out, err } = await mingjing(['verify', join(folder, 'torn.mingjing.json')]);
    expect({ share, code, err }).toEqual({ share, code: 1, err: '' });
    expect(out).not.toContain('Everything holds.');
  }
  expect(await verify(bundle.slice(0, -20))).toMatchObject({
    code: 1,
    out: 'The file is no complete JSON; it may be cut off',
  });
});

test.each<[string, (bundle: Bundle) => void, string]>([
  [
    'a figure',
    ({ figures }) => {
      figures[0]!.value = 13;
    },
    '"Party lectures (test.lectures)" is not what was frozen',
  ],
  [
    'a date',
    (given) => {
      given.asOf = '2021-06-23';
    },
    '"Cut-off date" is not what was frozen',
  ],
  [
    'a record',
    ({ sets }) => {
      const { records } = sets['test.lectures']!;
      if ('rows' in records) records.rows[6]![1] = '2021-01-01';
    },
    'Record 7 of the records of "Party lectures (test.lectures)" was altered: PARTY_LECTURE / 2021-01-01',
  ],
])('%s that was changed is named', async (_what, change, named) => {
  const { code, out } = await verify(altered(change));
  expect(code).toBe(1);
  expect(out).toContain(named);
});

test('a tree head that the key of the file did not sign is refused, and a file with a key of its own by the key given', async () => {
  const forger = signer('test.local/ledger', generateKeyPairSync('ed25519').privateKey);
  const unsigned = altered(({ proof }) => {
    proof.freeze = { entry: proof.freeze.entry, index: 0, path: [] };
    proof.checkpoint = signCheckpoint(1, leafHash(Buffer.from(proof.freeze.entry)), forger);
  });
  const refused = await verify(unsigned, '--key', desk.ledger.verifierKey);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('The tree head of "the bulletin" was altered, or was not signed with the key given');
  const other = await verify(bundle, '--key', 'test.local/ledger+00000000+AAAA');
  expect(other).toMatchObject({ code: 1, out: 'The key is not the one you asked for' });
});
