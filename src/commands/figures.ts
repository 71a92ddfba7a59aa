import { parseDay } from '../platform/calendar/day.ts';
import { systemSession } from '../platform/database/session.ts';
import { transact } from '../platform/database/transact.ts';
import { evaluate } from '../platform/figure/evaluate.ts';
import { words } from '../platform/words.ts';
import { type Command, flag, installationOptions, textOption, UsageError, withInstallation } from './command.ts';

/** Prints every figure at a cut-off day, as a table or as JSON. */
export const figuresCommand: Command = {
  name: 'figures',
  usage: 'figures [--as-of DAY] [--json] [--data DIR]',
  words: words('列出全部口径在截至日的数值', 'list all figures at a cut-off day'),
  options: { ...installationOptions, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  async run(given) {
    const day = textOption(given, 'as-of');
    if (day !== undefined && parseDay(day) === undefined) throw new UsageError(`--as-of ${day}`);
    return withInstallation(given, { writes: false }, async (installation) => {
      const { asOf, figures } = await transact(installation.database, systemSession, 'read', async (tx) => {
        const asOf = day ?? (await installation.figures.cutOff(tx));
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
      return 0;
    });
  },
};
