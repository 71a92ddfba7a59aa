import { statfs } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the numbers were measured on. Load is that of the last minute, of everything that runs on the machine. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly diskGiB: number;
  readonly node: string;
  readonly date: string;
  readonly load: number;
}

const gibibytes = (bytes: number): number => Math.round(bytes / 2 ** 30);

/** @param directory where the measurements write: the disk it lies on is the one reported */
export async function machine(directory: string): Promise<Machine> {
  const disk = await statfs(directory);
  return {
    cores: cpus().length,
    processor: cpus()[0]!.model.trim(),
    memoryGiB: gibibytes(totalmem()),
    diskGiB: gibibytes(disk.blocks * disk.bsize),
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
    load: load(),
  };
}

/** Processes that ran or wanted to in the last minute, on average. */
export const load = (): number => Number(loadavg()[0]!.toFixed(1));
