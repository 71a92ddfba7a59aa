import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Installation, openInstallation } from '../src/commands/installation.ts';
import { readConfig } from '../src/platform/config.ts';
import { openLog } from '../src/platform/log/log.ts';
import { processorTime } from './cpu.ts';
import type { Result } from './result.ts';

/** What a measure is given. */
export interface Bench {
  /** Everything at its real size: 3.2 million appeals. */
  readonly full: boolean;
  /** Share of the usual number of rows, acts and rounds: below 1 to try a measure out. */
  readonly scale: number;
  /** Folder of the files that are not part of the repository. */
  readonly files: string;
  /** Tells what could not be measured, and why. */
  skipped(what: string): void;
  say(text: string): void;
  found(result: Result): void;
}

export type Measure = (bench: Bench) => Promise<void>;

/** Does some work in an empty directory that is gone afterwards. The database server's own account must be able to pass. */
export async function inDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'mingjing-bench-'));
  await chmod(directory, 0o711);
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Does some work in a fresh installation with an embedded server as durable as a real one. */
export async function inInstallation<T>(
  directory: string,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(
    readConfig({ MINGJING_DATA: join(directory, 'data') }, {}),
    openLog('warn'),
  );
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** Milliseconds that some work took. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** What some work took: milliseconds by the clock, and of processor time in this program and the database server. */
export interface Taken {
  readonly clock: number;
  readonly processor: number;
}

export async function timeBoth({ database }: Installation, work: () => Promise<unknown>): Promise<Taken> {
  const server = database.server!.pid()!;
  const before = await processorTime(server);
  const clock = await time(work);
  return { clock, processor: (await processorTime(server)) - before };
}

/** Milliseconds of each of several rounds. */
export async function times(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await time(() => work(round)));
  return all;
}

/** Does the work a number of times, shared among workers that each wait for their own. */
export async function share(number: number, workers: number, work: () => Promise<unknown>): Promise<void> {
  let left = number;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (left > 0) {
        left -= 1;
        await work();
      }
    }),
  );
}
