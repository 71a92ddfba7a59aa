import type { ParseArgsConfig } from 'node:util';
import { mustBeInstallation } from '../platform/backup/backup.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { sequence } from '../platform/ledger/sequencer.ts';
import { openLog } from '../platform/log/log.ts';
import type { Language, Words } from '../platform/words.ts';
import { type Installation, openInstallation } from './installation.ts';

export interface Given {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  readonly language: Language;
}

/** One command of the program. `run` gives the exit code; nothing is success. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly words: Words;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Most arguments without a name it takes; none when left out. */
  readonly positionals?: number;
  run(given: Given): Promise<number | undefined>;
}

/** What the command line lacks: answered with the usage, like an option that does not exist. */
export class UsageError extends Error {}

/** Options that say which installation a command works on. */
export const installationOptions = { data: { type: 'string' } } as const satisfies Command['options'];

/** The settings with those of the command line put over them. */
export const configOf = ({ values }: Given): Config =>
  readConfig({ MINGJING_DATA: values.data as string | undefined, MINGJING_PORT: values.port as string | undefined });

/** A text option, or undefined when it was not given. */
export const textOption = ({ values }: Given, name: string): string | undefined => values[name] as string | undefined;

/** The texts of an option that may be given several times. */
export const textOptions = ({ values }: Given, name: string): string[] => (values[name] as string[] | undefined) ?? [];

export const flag = ({ values }: Given, name: string): boolean => values[name] === true;

/**
 * An option, or an argument by its place, that must be given.
 * @throws UsageError naming what is missing
 */
export function needed(given: Given, which: string | number, name = `--${which}`): string {
  const found = typeof which === 'number' ? given.positionals[which] : textOption(given, which);
  if (!found) throw new UsageError(`${name}?`);
  return found;
}

/** Says how far something is, on standard error and at most once a second, beginning after the first. */
export function progress(): (line: string) => void {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    console.error(line);
  };
}

/**
 * Opens an installation that is there, beside a running program where there is one, and closes it after the work.
 * @param writes gives places in the ledger to the acts of this command, where no running program does
 * @throws AppError `data.missing`: only commands that begin a city make a data directory
 */
export async function withInstallation<T>(
  given: Given,
  { writes }: { readonly writes: boolean },
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const config = configOf(given);
  await mustBeInstallation(config.data);
  const installation = await openInstallation(config, openLog('warn'));
  try {
    const result = await work(installation);
    if (writes) await sequence(installation.database, installation.ledger.store);
    return result;
  } finally {
    await installation.close();
  }
}
