import type { Session } from '../../database/session.ts';
import { systemSession } from '../../database/session.ts';
import { transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import type { Jobs, Task } from '../../jobs/jobs.ts';
import { type Watch, watched } from '../../jobs/watch.ts';
import { type ImportDesk, type Mode, processImport } from './service.ts';
import { changeImport, unfinishedImports } from './store.ts';

const TASK = 'imports.process';

/** Errors that leave the import in a state that says what is the matter: refused, or ended by somebody else meanwhile. */
const FINAL: ReadonlySet<string> = new Set(['import.state', 'import.sameFile', 'access.denied', 'record.missing']);

interface Asked {
  readonly import: string;
  readonly mode: Mode;
  /** Who asked: the work is done with that person's reach and named after him. */
  readonly session: Session;
}

const keyOf = (id: string): string => `import:${id}`;

/** Puts the checking or registering of an import into the queue, on behalf of the session. */
export function queueImport(jobs: Jobs, session: Session, id: string, mode: Mode): Promise<void> {
  return jobs.add(TASK, { import: id, mode, session } satisfies Asked, keyOf(id));
}

/**
 * Queues the checks that a crash kept from being queued: a file is kept first and queued after. They look with the program's
 * own reach, because who asked is not known any more; registering looks again with the person's.
 */
export async function queueForgotten(desk: ImportDesk, jobs: Jobs): Promise<void> {
  const queued = await jobs.keys();
  const unfinished = await transact(desk.pools, systemSession, 'read', (tx) => unfinishedImports(tx));
  for (const { id } of unfinished) {
    if (!queued.has(keyOf(id))) await queueImport(jobs, systemSession, id, 'check');
  }
}

/** The work itself. Cut off by a crash it begins anew: what it wrote is rolled back with its transaction. */
export const importTask = (desk: ImportDesk): Task => ({
  name: TASK,
  async work(payload, { signal, last }) {
    const { import: id, mode, session } = payload as Asked;
    const watch = watchImport(desk, session, id, signal);
    try {
      await processImport(desk, session, id, mode, watch);
    } catch (error) {
      // A refusal is an answer, and the import shows it. Only what may go better next time is tried again.
      if (error instanceof AppError && FINAL.has(error.code)) return;
      if (last) await giveUpForGood(desk, session, id);
      throw error;
    }
  },
});

async function giveUpForGood(desk: ImportDesk, session: Session, id: string): Promise<void> {
  await transact(desk.pools, session, 'write', (tx) =>
    changeImport(tx, id, ['waiting', 'checking', 'registering'], {
      state: 'refused',
      refusal: { code: 'internal', params: { id } },
    }),
  );
}

/** Notes how many rows are done, and stops the run when the import is no longer under way: somebody cancelled it. */
const watchImport = (desk: ImportDesk, session: Session, id: string, stopping: AbortSignal): Watch<number> =>
  watched(stopping, async (progress) => {
    const underWay = await transact(desk.pools, session, 'write', (tx) =>
      changeImport(tx, id, ['checking', 'registering'], { progress }),
    );
    return underWay ? undefined : new AppError('import.cancelled');
  });
