import type { ParseArgsConfig } from 'node:util';
import { type Config, readConfig } from '../platform/config.ts';
import type { Language, Words } from '../platform/words.ts';

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
  run(given: Given): Promise<number | undefined>;
}

/** Options that say which installation a command works on. */
export const installationOptions = { data: { type: 'string' } } as const satisfies Command['options'];

/** The settings with those of the command line put over them. */
export const configOf = ({ values }: Given): Config =>
  readConfig({ MINGJING_DATA: values.data as string | undefined, MINGJING_PORT: values.port as string | undefined });

/** A text option, or undefined when it was not given. */
export const textOption = ({ values }: Given, name: string): string | undefined => values[name] as string | undefined;

export const flag = ({ values }: Given, name: string): boolean => values[name] === true;
