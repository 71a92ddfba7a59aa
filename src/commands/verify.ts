import { readFile, stat } from 'node:fs/promises';
import { verifierKey } from '../platform/ledger/notes.ts';
import { findingWords } from '../platform/ledger/verify/findings.ts';
import { type Verification, verifyLedger } from '../platform/ledger/verify/verify.ts';
import { registerVersions } from '../platform/register/versions.ts';
import { words } from '../platform/words.ts';
import {
  type Command,
  flag,
  type Given,
  installationOptions,
  needed,
  progress,
  textOption,
  textOptions,
  UsageError,
  withInstallation,
} from './command.ts';
import { verifyBundleFile } from './verify-bundle.ts';

/** Verifies an installation, or a copied ledger by itself. */
export const verifyCommand: Command = {
  name: 'verify',
  usage:
    'verify [--checkpoint FILE]… [--json] [--data DIR] | verify FILE [--key KEY] [--json] | verify --ledger DIR --key KEY [--checkpoint FILE]… [--json]',
  words: words(
    '核验存证与全部记录；给出文件则离线核验通报；--ledger 只凭存证目录和公钥核验，不需要数据库',
    'verify the ledger and every record; with a file, the bundle of a bulletin; with --ledger, a copied ledger by its public key, without a database',
  ),
  positionals: 1,
  options: {
    ...installationOptions,
    checkpoint: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    ledger: { type: 'string' },
    key: { type: 'string' },
  },
  async run(given) {
    if (given.positionals[0] !== undefined) return verifyBundleFile(given.positionals[0], given);
    const result = textOption(given, 'ledger') === undefined ? await installed(given) : await copied(given);
    if (flag(given, 'json')) console.log(JSON.stringify(toJson(result), null, 2));
    else tell(result, given);
    return result.findings.length > 0 ? 1 : 0;
  },
};

/** The whole installation: files, database and every record. */
async function installed(given: Given): Promise<Verification> {
  if (textOption(given, 'key') !== undefined) throw new UsageError('--key ? --ledger DIR');
  const olderCheckpoints = await notesOf(given);
  return withInstallation(given, { writes: false }, async ({ database, registry, ledger }) => {
    const versions = registerVersions(database.owner, registry.catalogue, registry.vault);
    return verifyLedger({
      directory: ledger.directory,
      publicKey: verifierKey(ledger.signer),
      olderCheckpoints,
      database,
      versions,
      onProgress: progressIn(given),
    }).finally(() => versions.close());
  });
}

/** A copy of the ledger's directory, held against a key that was got elsewhere. */
async function copied(given: Given): Promise<Verification> {
  if (textOption(given, 'data') !== undefined) throw new UsageError('--data ? --ledger');
  const directory = needed(given, 'ledger');
  const publicKey = needed(given, 'key');
  // A mistyped folder is not a ledger whose checkpoint was taken away.
  await stat(directory);
  const olderCheckpoints = await notesOf(given);
  return verifyLedger({ directory, publicKey, olderCheckpoints, onProgress: progressIn(given) });
}

const notesOf = (given: Given): Promise<string[]> =>
  Promise.all(textOptions(given, 'checkpoint').map((path) => readFile(path, 'utf8')));

function progressIn({ language }: Given): (done: number, all: number) => void {
  const say = progress();
  return (done, all) => say(words(`已核验 ${done} / ${all} 条`, `${done} of ${all} entries verified`)[language]);
}

const toJson = ({ checkpoint, pending, findings }: Verification) => ({
  holds: findings.length === 0,
  checkpoint: checkpoint && { ...checkpoint, root: checkpoint.root.toString('hex') },
  pending,
  findings: findings.map((finding) => ({ ...finding, words: findingWords[finding.code] })),
});

function tell({ checkpoint, pending, findings }: Verification, { language }: Given): void {
  const root = checkpoint?.root.toString('hex') ?? '—';
  const size = checkpoint?.size ?? 0;
  console.log(
    words(`树根 ${root}，共 ${size} 条，待入 ${pending} 条`, `root ${root}, ${size} entries, ${pending} pending`)[
      language
    ],
  );
  for (const { code, entry, where, count } of findings) {
    const place = entry === null ? where : `#${entry} ${where}`;
    console.log(`${findingWords[code][language]}: ${place}${count > 1 ? ` (×${count})` : ''}`);
  }
  if (findings.length === 0) console.log(words('核验通过。', 'Everything holds.')[language]);
}
