import { writeFile } from 'node:fs/promises';
import {
  bulletinDocx,
  bulletinHtml,
  bulletinJson,
  defaultDraft,
  type Progress,
  snapshotBulletin,
} from '../modules/bulletin/index.ts';
import { parseDay } from '../platform/calendar/day.ts';
import { systemSession } from '../platform/database/session.ts';
import { transact } from '../platform/database/transact.ts';
import { sequence } from '../platform/ledger/sequencer.ts';
import { readTile } from '../platform/ledger/tile-store.ts';
import { words } from '../platform/words.ts';
import { bulletinDesk, proofsOf } from './bulletin-desk.ts';
import { type Command, installationOptions, progress, textOption, UsageError, withInstallation } from './command.ts';

const FORMATS = ['json', 'html', 'docx'] as const;

/** Writes the stage report of a day with every figure, without anybody having to draft it. */
export const bulletinCommand: Command = {
  name: 'bulletin',
  usage: 'bulletin [--as-of DAY] [--format json|html|docx] [--out FILE] [--data DIR]',
  words: words('输出截至某日的通报', 'write the bulletin of a day'),
  options: {
    ...installationOptions,
    'as-of': { type: 'string' },
    format: { type: 'string', default: 'json' },
    out: { type: 'string' },
  },
  async run(given) {
    const format = FORMATS.find((one) => one === textOption(given, 'format'));
    const out = textOption(given, 'out');
    if (!format) throw new UsageError(`--format ${FORMATS.join('|')}`);
    if (format === 'docx' && !out) throw new UsageError('--out FILE');
    return withInstallation(given, { writes: false }, async (installation) => {
      const { database, ledger, figures } = installation;
      const asOf = textOption(given, 'as-of') ?? (await transact(database, systemSession, 'read', figures.cutOff));
      if (parseDay(asOf) === undefined) throw new UsageError('--as-of YYYY-MM-DD');
      const integrate = () => sequence(database, ledger.store);
      const desk = bulletinDesk(installation, proofsOf(installation, integrate));
      const text = defaultDraft(desk.city, asOf, null);
      const say = progress();
      const told = ({ figures: done, of, records }: Progress) =>
        say(
          words(`已取 ${done}/${of} 项，读取记录 ${records} 条`, `${done} of ${of} figures, ${records} records read`)[
            given.language
          ],
        );
      const taken = await snapshotBulletin(desk, text, { onProgress: told });
      const exported = {
        text,
        figures: taken.figures.map((one) => ({ ...one, records: one.records.count, root: one.records.root })),
        corrections: [],
        issuer: desk.issuer,
        demo: desk.demo,
      };
      await integrate();
      const checkpoint = (await readTile(ledger.directory, 'checkpoint'))?.toString('utf8') ?? null;
      const made =
        format === 'json'
          ? bulletinJson(exported, checkpoint)
          : format === 'html'
            ? bulletinHtml(exported)
            : await bulletinDocx(exported);
      if (out) await writeFile(out, made);
      else process.stdout.write(made);
      return 0;
    });
  },
};
