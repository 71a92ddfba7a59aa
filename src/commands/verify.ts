import { readFile } from 'node:fs/promises';
import { AppError } from '../platform/errors.ts';
import { verifierKey } from '../platform/ledger/notes.ts';
import { findingWords } from '../platform/ledger/verify/findings.ts';
import { verifyLedger } from '../platform/ledger/verify/verify.ts';
import { openLog } from '../platform/log/log.ts';
import { registerVersions } from '../platform/register/versions.ts';
import { words } from '../platform/words.ts';
import { type Command, configOf, installationOptions } from './command.ts';
import { openInstallation } from './installation.ts';

/** Verifies the ledger with everything that hangs on it. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify [--checkpoint FILE]… [--data DIR]',
  words: words('核验存证与全部记录', 'verify the ledger and every record'),
  options: { ...installationOptions, checkpoint: { type: 'string', multiple: true } },
  async run(given) {
    const installation = await openInstallation(configOf(given), openLog('warn'));
    try {
      const older = ((given.values.checkpoint as string[] | undefined) ?? []).map((path) =>
        readFile(path, 'utf8').catch(() => {
          throw new AppError('request.invalid', { detail: path });
        }),
      );
      const versions = registerVersions(
        installation.database.owner,
        installation.registry.catalogue,
        installation.registry.vault,
      );
      const result = await verifyLedger({
        directory: installation.ledger.directory,
        publicKey: verifierKey(installation.ledger.signer),
        olderCheckpoints: await Promise.all(older),
        database: installation.database,
        versions,
      }).finally(() => versions.close());
      const { checkpoint, pending, findings } = result;
      console.log(
        words(
          `树根 ${checkpoint?.root.toString('hex') ?? '—'}，共 ${checkpoint?.size ?? 0} 条，待入 ${pending} 条`,
          `root ${checkpoint?.root.toString('hex') ?? '—'}, ${checkpoint?.size ?? 0} entries, ${pending} pending`,
        )[given.language],
      );
      for (const { code, entry, where, count } of findings) {
        const place = entry === null ? where : `#${entry} ${where}`;
        console.log(`${findingWords[code][given.language]}: ${place}${count > 1 ? ` (×${count})` : ''}`);
      }
      if (findings.length === 0) console.log(words('核验通过。', 'Everything holds.')[given.language]);
      return findings.length > 0 ? 1 : 0;
    } finally {
      await installation.close();
    }
  },
};
