import { systemSession } from '../platform/database/session.ts';
import { transact } from '../platform/database/transact.ts';
import { evaluate } from '../platform/figure/evaluate.ts';
import { openLog } from '../platform/log/log.ts';
import { words } from '../platform/words.ts';
import { type Command, configOf, flag, installationOptions, textOption } from './command.ts';
import { openInstallation } from './installation.ts';

/** Prints every figure at a cut-off day, as a table or as JSON. */
export const figuresCommand: Command = {
  name: 'figures',
  usage: 'figures [--as-of DAY] [--json] [--data DIR]',
  words: words('列出全部口径在截至日的数值', 'list all figures at a cut-off day'),
  options: { ...installationOptions, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  async run(given) {
    const installation = await openInstallation(configOf(given), openLog('warn'));
    try {
      const { asOf, figures } = await transact(installation.database, systemSession, 'read', async (tx) => {
        const asOf = textOption(given, 'as-of') ?? (await installation.figures.cutOff(tx));
        const found = [];
        for (const figure of installation.figures.figures) {
          const result = await evaluate(tx, installation.figures, systemSession, figure, { asOf });
          found.push({ id: figure.id, ...result, unit: figure.unit, name: figure.words[given.language] });
        }
        return { asOf, figures: found };
      });
      if (flag(given, 'json')) console.log(JSON.stringify({ asOf, figures }, null, 2));
      else
        for (const one of figures)
          console.log(`${one.id.padEnd(40)} ${String(one.value).padStart(12)} ${one.unit}\t${one.name}`);
    } finally {
      await installation.close();
    }
    return 0;
  },
};
