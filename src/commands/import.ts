import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { systemSession } from '../platform/database/session.ts';
import { transact } from '../platform/database/transact.ts';
import { AppError } from '../platform/errors.ts';
import { openLog } from '../platform/log/log.ts';
import { explain } from '../platform/register/faults.ts';
import { type Mode, processImport, receiveFile } from '../platform/register/import/service.ts';
import { type ImportRow, readFindings } from '../platform/register/import/store.ts';
import { type Language, words } from '../platform/words.ts';
import { type Command, configOf, installationOptions, textOption } from './command.ts';
import { type Installation, openInstallation } from './installation.ts';

/** Registers workbooks from the command line, through the same door as the browser. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import PATH… [--mode check|all|good] [--data DIR]',
  words: words('导入工作簿或整个文件夹', 'import workbooks or whole folders'),
  options: { ...installationOptions, mode: { type: 'string', default: 'all' } },
  async run(given) {
    const mode = textOption(given, 'mode') as Mode;
    if (!['check', 'all', 'good'].includes(mode)) throw new AppError('request.invalid', { detail: `--mode ${mode}` });
    const installation = await openInstallation(configOf(given), openLog('warn'));
    let failed = 0;
    try {
      for (const root of given.positionals) {
        for (const path of await filesUnder(root)) {
          const row = await importFile(installation, path, relative(dirname(root), path), mode);
          console.log(line(row, given.language));
          if (row.faults > 0) {
            const found = await transact(installation.database, systemSession, 'read', (tx) =>
              readFindings(tx, row, -1, 20),
            );
            for (const one of found.filter(({ severity }) => severity === 'fault')) {
              const cell = `${one.sheet}!${one.letter ?? ''}${one.row}`;
              console.log(`  ${cell}\t${explain(one as never, given.language)}`);
            }
          }
          if (row.state === 'refused' || (mode === 'all' && row.state !== 'registered')) failed += 1;
        }
      }
    } finally {
      await installation.close();
    }
    return failed > 0 ? 1 : 0;
  },
};

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
