import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../demo/generate.ts';
import { sequence } from '../platform/ledger/sequencer.ts';
import { openLog } from '../platform/log/log.ts';
import { words } from '../platform/words.ts';
import { type Command, configOf, flag, installationOptions, textOption } from './command.ts';
import { type DemoNote, readDemoNote, writeDemoNote } from './demo-note.ts';
import { importFile } from './import.ts';
import { type Installation, openInstallation } from './installation.ts';

type Say = (zh: string, en: string) => void;

/**
 * Makes the demo city in an empty data directory: writes the workbooks of its 55 units and takes them in through the door
 * users have. Cut off half-way it goes on at the next start, because the same file is never registered twice.
 * @returns undefined when the data directory holds a city of its own
 */
export async function prepareDemo(
  installation: Installation,
  options: { readonly full: boolean; readonly say: Say },
): Promise<DemoNote | undefined> {
  const note = await readDemoNote(installation.directory);
  if (note?.done) return note;
  const { rows } = await installation.database.owner.query<{ some: boolean }>(
    'select exists (select from organisation.units) as some',
  );
  if (!note && rows[0]!.some) return undefined;
  const begun: DemoNote = note ?? { full: options.full, done: false };
  await writeDemoNote(installation.directory, begun);
  const folder = await mkdtemp(join(tmpdir(), 'mingjing-demo-'));
  try {
    options.say('正在生成演示城市的工作簿 …', 'Writing the workbooks of the demo city …');
    const paths = await generate({ directory: folder, full: begun.full });
    const progress = counter(options.say, paths.length);
    for (const [at, path] of paths.entries()) {
      const row = await importFile(installation, join(folder, path), path, 'all', (rows) => progress(at, rows)).catch(
        (error: { code?: string }) => {
          if (error.code !== 'import.sameFile') throw error;
        },
      );
      if (row && row.state !== 'registered') throw new Error(`the demo workbook ${path} has ${row.faults} faults`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const done = { ...begun, done: true };
  await writeDemoNote(installation.directory, done);
  return done;
}

/** Says how far the import is, at most once a second. */
function counter(say: Say, files: number): (file: number, rows: number) => void {
  let last = 0;
  return (file, rows) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    say(
      `正在导入 ${file + 1}/${files}，本文件 ${rows} 行`,
      `Importing ${file + 1}/${files}, ${rows} rows of this file`,
    );
  };
}

/** Writes the workbooks of the demo city to a folder, to be looked at or handed in by hand. */
export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo --out DIR [--full] [--dirty] | demo [--full] [--data DIR]',
  words: words('生成演示城市的工作簿，或将其导入', 'write the workbooks of the demo city, or import them'),
  options: { ...installationOptions, out: { type: 'string' }, full: { type: 'boolean' }, dirty: { type: 'boolean' } },
  async run(given) {
    const say: Say = (zh, en) => console.log(words(zh, en)[given.language]);
    const out = textOption(given, 'out');
    if (out) {
      const paths = await generate({ directory: out, full: flag(given, 'full'), dirty: flag(given, 'dirty') });
      say(`已写入 ${paths.length} 个文件：${out}`, `${paths.length} files written to ${out}`);
      return 0;
    }
    const installation = await openInstallation(configOf(given), openLog('warn'), { sole: true });
    try {
      await prepareDemo(installation, { full: flag(given, 'full'), say });
      await sequence(installation.database, installation.ledger.store);
    } finally {
      await installation.close();
    }
    return 0;
  },
};
