import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endLostFreezes } from '../modules/bulletin/index.ts';
import { type Jobs, startJobs } from '../platform/jobs/jobs.ts';
import { startSequencer } from '../platform/ledger/sequencer.ts';
import { openLog } from '../platform/log/log.ts';
import { queueForgotten } from '../platform/register/import/jobs.ts';
import { words } from '../platform/words.ts';
import { bulletinDesk, proofsOf } from './bulletin-desk.ts';
import { tasksOf } from './chores.ts';
import { type Command, configOf, flag, installationOptions } from './command.ts';
import { prepareDemo } from './demo.ts';
import { markedConfig, openInstallation } from './installation.ts';
import { serve } from './serve.ts';
import { buildSites } from './sites.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything a newcomer needs, in one command: database, demo city, pages, server. */
export const startCommand: Command = {
  name: 'start',
  usage: 'start [--port N] [--data DIR] [--empty] [--full]',
  words: words('启动（首次启动时建立演示城市）', 'start; the first time, with the demo city'),
  options: { ...installationOptions, port: { type: 'string' }, empty: { type: 'boolean' }, full: { type: 'boolean' } },
  async run(given) {
    const say = (zh: string, en: string): void => console.log(words(zh, en)[given.language]);
    const config = configOf(given);
    const log = openLog(config.log === 'info' ? 'warn' : config.log);
    say('正在启动数据库 …', 'Starting the database …');
    const installation = await openInstallation(config, log, { sole: true });
    const sequencer = startSequencer({
      database: installation.database,
      store: installation.ledger.store,
      onError: (error) => log.error({ err: error }, 'the ledger sequencer stopped'),
    });
    let jobs: Jobs | undefined;
    const stop = async (): Promise<void> => {
      await jobs?.stop();
      await sequencer.pass().catch(() => undefined);
      await sequencer.stop();
      await installation.close();
    };
    try {
      if (!existsSync(join(root, 'dist/web'))) say('正在构建页面 …', 'Building the pages …');
      await buildSites(root);
      if (!flag(given, 'empty')) await prepareDemo(installation, { full: flag(given, 'full'), say });
      const city = { ...installation, config: await markedConfig(config, installation.directory) };
      const bulletins = bulletinDesk(
        city,
        proofsOf(city, () => sequencer.pass()),
      );
      jobs = await startJobs({ owner: city.database.owner, tasks: tasksOf(city, bulletins), log });
      await queueForgotten(city.imports, jobs);
      await endLostFreezes(bulletins, jobs);
      // Listened to before anybody can hear that the program is ready and tell it to end.
      const told = new Promise<void>((resolve) => {
        // A terminal and whoever started the program both pass a signal on: a second one must not end it before its database.
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
      });
      const server = await serve(city, { sequencer, jobs }, log, join(root, 'dist/web'));
      for (const { username, password } of server.accounts) console.log(`  ${username.padEnd(22)} ${password}`);
      if (server.accounts.length > 0) {
        say('以上密码仅显示这一次，请妥善保存。', 'These passwords are shown this once; keep them safe.');
      }
      if (server.deskKey) {
        say(
          `纪检拆阅举报的密钥（同样仅显示这一次）：\n  ${server.deskKey}`,
          `Key with which the discipline desk opens reports, shown this once too:\n  ${server.deskKey}`,
        );
      }
      say(
        `明镜已就绪：${server.address}　公众站：${server.address}/public/`,
        `Mingjing is ready: ${server.address}   public site: ${server.address}/public/`,
      );
      await told;
      await server.close();
    } finally {
      await stop();
    }
    return 0;
  },
};
