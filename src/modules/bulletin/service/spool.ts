import { type FileHandle, open, rm } from 'node:fs/promises';
import { AppError } from '../../../platform/errors.ts';
import type { FrozenLeaf, Part } from '../../../platform/figure/freeze.ts';
import type { KeptBatch } from '../store-frozen.ts';

/**
 * The records of a freeze between reading and writing, in a file: reading them takes minutes in a large city, and an act must
 * not last that long, because a freeze that follows would wait for it and hold everybody back. In memory is one batch.
 */
export class RecordSpool {
  readonly #path: string;
  readonly #file: FileHandle;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Makes the file, does the work with it, and takes it away whatever happens. */
  static async during<T>(path: string, work: (spool: RecordSpool) => Promise<T>): Promise<T> {
    const file = await open(path, 'wx+', 0o600);
    try {
      return await work(new RecordSpool(path, file));
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
  }

  /** @throws AppError `file.diskFull` */
  async add(figure: string, part: Part, from: number, leaves: readonly FrozenLeaf[]): Promise<void> {
    const batch: KeptBatch = {
      figure,
      part,
      from,
      records: leaves.map(({ record }) => record),
      versions: leaves.map(({ version }) => version),
      commitments: leaves.map(({ commitment }) => commitment.toString('hex')),
      cells: leaves.map(({ cells }) => JSON.stringify(cells)),
    };
    try {
      await this.#file.appendFile(`${JSON.stringify(batch)}\n`);
    } catch (error) {
      const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
      throw full ? new AppError('file.diskFull', {}, { cause: error }) : error;
    }
  }

  /** Everything that was added, in its order. */
  async *batches(): AsyncGenerator<KeptBatch> {
    const lines = await open(this.#path, 'r');
    try {
      for await (const line of lines.readLines({ autoClose: false })) yield JSON.parse(line) as KeptBatch;
    } finally {
      await lines.close();
    }
  }
}
