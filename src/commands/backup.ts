import { resolve } from 'node:path';
import { backUp } from '../platform/backup/backup.ts';
import type { Manifest } from '../platform/backup/manifest.ts';
import { restore } from '../platform/backup/restore.ts';
import { words } from '../platform/words.ts';
import { type Command, configOf, installationOptions, needed, progress } from './command.ts';

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
const totalOf = ({ files }: Manifest): number => files.reduce((sum, { size }) => sum + size, 0);

/** Copies the whole installation, also while it is running. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup --out DIR [--data DIR]',
  words: words('备份整个系统（运行中也可）', 'back the whole installation up, running or not'),
  options: { ...installationOptions, out: { type: 'string' } },
  async run(given) {
    const { language } = given;
    const config = configOf(given);
    const out = resolve(needed(given, 'out'));
    const elsewhere = config.databaseUrl !== undefined;
    const say = progress();
    const manifest = await backUp({
      directory: config.data,
      out,
      elsewhere,
      onProgress: (bytes) => say(words(`已复制 ${megabytes(bytes)} MB`, `${megabytes(bytes)} MB copied`)[language]),
    });
    const { length } = manifest.files;
    const size = megabytes(totalOf(manifest));
    console.log(words(`已备份 ${length} 个文件，${size} MB：${out}`, `${length} files, ${size} MB: ${out}`)[language]);
    console.log(
      words(
        '备份中有身份证号的密钥和存证签名密钥，请妥善保管。',
        'The backup holds the key of the id numbers and the key that signs the ledger; keep it safe.',
      )[language],
    );
    if (elsewhere) {
      console.log(
        words(
          '数据库在另外的服务器上，不在此备份内：请现在用 pg_dump --format=custom 备份它。',
          'The database is on a server of its own and not in this backup: back it up now, with pg_dump --format=custom.',
        )[language],
      );
    }
    return 0;
  },
};

/** Makes a data directory out of a backup. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore BACKUP --data NEW',
  words: words('将备份恢复到新的数据目录', 'restore a backup into a new data directory'),
  positionals: 1,
  options: installationOptions,
  async run(given) {
    const { language } = given;
    const backup = needed(given, 0, 'BACKUP');
    const directory = resolve(needed(given, 'data'));
    const say = progress();
    const steps = { checking: words('校验', 'checking'), copying: words('复制', 'copying') };
    const manifest = await restore({
      backup,
      directory,
      onProgress: (step, done, all) => say(`${steps[step][language]} ${megabytes(done)} / ${megabytes(all)} MB`),
    });
    console.log(
      words(
        `已恢复 ${manifest.madeAt} 的备份：${directory}`,
        `The backup of ${manifest.madeAt} is restored: ${directory}`,
      )[language],
    );
    if (manifest.database === 'elsewhere') {
      console.log(
        words(
          '数据库不在此备份内：请用 pg_restore 恢复与它同时的备份，并设置 DATABASE_URL。',
          'The database is not in this backup: restore the one made with it by pg_restore, and set DATABASE_URL.',
        )[language],
      );
    }
    console.log(
      words(
        '请用已有的最新检查点核验：mingjing verify --checkpoint FILE --data NEW',
        'Now verify it with the newest checkpoint that anyone has kept: mingjing verify --checkpoint FILE --data NEW',
      )[language],
    );
    return 0;
  },
};
