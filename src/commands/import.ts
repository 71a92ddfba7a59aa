import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { systemSession } from '../platform/database/session.ts';
import { transact } from '../platform/database/transact.ts';
import { AppError } from '../platform/errors.ts';
import { sequence } from '../platform/ledger/sequencer.ts';
import { openLog } from '../platform/log/log.ts';
import { explain } from '../platform/register/faults.ts';
import { type Mode, processImport, receiveFile } from '../platform/register/import/service.ts';
import { type ImportRow, readFindings } from '../platform/register/import/store.ts';
import { type Language, words } from '../platform/words.ts';
import { type Command, configOf, installationOptions, needed, progress, textOption, UsageError } from './command.ts';
import { type Installation, openInstallation } from './installation.ts';

const modes: readonly string[] = ['check', 'all', 'good'] satisfies Mode[];

/** Registers workbooks from the command line, through the same door as the browser. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import PATH… [--mode check|all|good] [--data DIR]',
  words: words('导入工作簿或整个文件夹', 'import workbooks or whole folders'),
  positionals: Number.POSITIVE_INFINITY,
  options: { ...installationOptions, mode: { type: 'string', default: 'all' } },
  async run(given) {
    const mode = textOption(given, 'mode') as Mode;
    if (!modes.includes(mode)) throw new UsageError(`--mode ${mode}`);
    needed(given, 0, 'PATH');
    // Looked up before anything is opened: a mistyped path makes no data directory.
    const files = await Promise.all(
      given.positionals.map(async (root) =>
        (await filesUnder(root)).map((path) => ({ path, name: relative(dirname(root), path) })),
      ),
    );
    const installation = await openInstallation(configOf(given), openLog('warn'));
    let failed = 0;
    try {
      for (const { path, name } of files.flat()) {
        if (!(await importAndTell(installation, path, name, mode, given.language))) failed += 1;
      }
      await sequence(installation.database, installation.ledger.store);
    } finally {
      await installation.close();
    }
    return failed > 0 ? 1 : 0;
  },
};

/** @returns whether the file is as it was wished: registered or, for a check, read; also when it was registered before */
async function importAndTell(
  installation: Installation,
  path: string,
  name: string,
  mode: Mode,
  language: Language,
): Promise<boolean> {
  const say = progress();
  const told = (rows: number) => say(words(`${name}：${rows} 行`, `${name}: ${rows} rows`)[language]);
  const row = await importFile(installation, path, name, mode, told).catch((error) => {
    if (!(error instanceof AppError && error.code === 'import.sameFile')) throw error;
    console.log(`${name}\tsame\t${error.in(language)}`);
  });
  if (!row) return true;
  console.log(line(row, language));
  const found =
    row.faults === 0
      ? []
      : await transact(installation.database, systemSession, 'read', (tx) => readFindings(tx, row, -1, 20));
  for (const one of found.filter(({ severity }) => severity === 'fault')) {
    console.log(`  ${one.sheet}!${one.letter ?? ''}${one.row}\t${explain(one as never, language)}`);
  }
  return row.state !== 'refused' && (mode !== 'all' || row.state === 'registered');
}

/** Files of a folder in the order of their names, those of sub-folders in their place; a file is itself. */
export async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.') && !name.startsWith('~$')).sort();
  return (await Promise.all(names.map((name) => filesUnder(join(path, name))))).flat();
}

/** Keeps the file's bytes and runs the import; the same bytes registered before are left alone. */
export async function importFile(
  { imports: desk, files }: Pick<Installation, 'imports' | 'files'>,
  path: string,
  name: string,
  mode: Mode,
  onProgress?: (rows: number) => void,
): Promise<ImportRow> {
  const file = await files.keep(createReadStream(path));
  const { id } = await receiveFile(desk, systemSession, { name, ...file });
  return processImport(desk, systemSession, id, mode, { onProgress });
}

const line = (row: ImportRow, language: Language): string => {
  const { counts } = row;
  const numbers = counts
    ? words(
        `新增 ${counts.added}，更正 ${counts.superseded}，未变 ${counts.unchanged}，有误 ${counts.faulty}`,
        `${counts.added} added, ${counts.superseded} superseded, ${counts.unchanged} unchanged, ${counts.faulty} faulty`,
      )[language]
    : row.refusal
      ? new AppError(row.refusal.code as never, row.refusal.params).in(language)
      : '';
  return `${row.file_name}\t${row.state}\t${numbers}`;
};
