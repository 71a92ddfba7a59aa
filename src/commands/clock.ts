import { systemSession } from '../platform/database/session.ts';
import { clockAccepted } from '../platform/ledger/clock.ts';
import { perform } from '../platform/ledger/perform.ts';
import { words } from '../platform/words.ts';
import { type Command, flag, installationOptions, UsageError, withInstallation } from './command.ts';

/** After a clock that had run ahead was set right: without this, acts are refused until the time they bear has come. */
export const clockCommand: Command = {
  name: 'clock',
  usage: 'clock --accept [--data DIR]',
  words: words(
    '服务器时钟曾走快、现已校准时，确认以现在的时间为准（公开记入存证）',
    "accept the server's clock as it is now, after it had run ahead and was set right (told in the public ledger)",
  ),
  options: { ...installationOptions, accept: { type: 'boolean' } },
  async run(given) {
    if (!flag(given, 'accept')) throw new UsageError('--accept?');
    return withInstallation(given, { writes: true }, async ({ database }) => {
      const at = await perform(database, systemSession, clockAccepted, async ({ recordedAt }) => ({
        result: recordedAt,
        subject: null,
      }));
      console.log(words(`以 ${at} 为准，已记入存证。`, `Accepted as ${at}, and put into the ledger.`)[given.language]);
      return 0;
    });
  },
};
