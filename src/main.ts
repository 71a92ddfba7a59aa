import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Command, UsageError } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { AppError } from './platform/errors.ts';
import { words } from './platform/words.ts';

const language = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh' : 'en';

/** `mingjing <command> …`: finds the command, reads its options, runs it, and words its error. 0 done, 1 refused, 2 not understood. */
async function main([name, ...rest]: string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined || /^(--?h(elp)?|help)$/.test(name);
    console[asked ? 'log' : 'error'](overview());
    return asked ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(usage(command));
    return 0;
  }
  try {
    return (await command.run({ ...parse(command, rest), language })) ?? 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${words('命令行有误', 'Not understood')[language]}: ${error.message}\n\n${usage(command)}`);
      return 2;
    }
    const told = knownError(error);
    if (!told) throw error;
    console.error(told.in(language));
    return 1;
  }
}

/** @throws UsageError for options that do not exist or lack their value, and for arguments too many */
function parse({ options, positionals: most = 0 }: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (positionals.length > most) throw new UsageError(positionals.slice(most).join(' '));
    return { values, positionals };
  } catch (error) {
    const refused = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    throw refused ? new UsageError((error as Error).message, { cause: error }) : error;
  }
}

/** What a person can be told in words: an error of the catalogue, a value out of its form, a path that the system refuses. */
function knownError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) {
    const detail = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return new AppError('request.invalid', { detail }, { cause: error });
  }
  const { path, code, syscall } = error as NodeJS.ErrnoException;
  return path && syscall ? new AppError('file.refused', { path, code }, { cause: error }) : undefined;
}

const overview = (): string =>
  [
    words('明镜 mingjing <命令> [选项]', 'mingjing <command> [options]')[language],
    '',
    ...commands.map((one) => `  mingjing ${one.usage}\n      ${one.words[language]}`),
    '',
    words(
      '未给出 --data 时使用 MINGJING_DATA，否则使用 .data。',
      'Without --data, MINGJING_DATA says which data directory; else it is .data.',
    )[language],
  ].join('\n');

const usage = (command: Command): string => `mingjing ${command.usage}\n  ${command.words[language]}`;

process.exitCode = await main(process.argv.slice(2));
