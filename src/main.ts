import { parseArgs } from 'node:util';
import { commands } from './commands/index.ts';
import { AppError } from './platform/errors.ts';

const language = /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh' : 'en';

/** `mingjing <command> …`: finds the command, reads its options, runs it, and words its error. */
async function main([name, ...rest]: string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  if (!command || rest.includes('--help') || rest.includes('-h')) {
    console.log(command ? usage(command) : overview());
    return command || name === undefined || /^(--?h(elp)?|help)$/.test(name) ? 0 : 2;
  }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    return (await command.run({ values, positionals, language })) ?? 0;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`${(error as Error).message}\n\n${usage(command)}`);
      return 2;
    }
    if (error instanceof AppError) {
      console.error(error.in(language));
      return 1;
    }
    throw error;
  }
}

const overview = (): string =>
  [
    'mingjing <command> [options]',
    '',
    ...commands.map((one) => `  ${one.usage.padEnd(52)} ${one.words[language]}`),
  ].join('\n');

const usage = (command: (typeof commands)[number]): string => `mingjing ${command.usage}\n  ${command.words[language]}`;

process.exitCode = await main(process.argv.slice(2));
