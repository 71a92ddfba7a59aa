import type { Session } from '../../platform/database/session.ts';
import type { Jobs, Task } from '../../platform/jobs/jobs.ts';
import { watched } from '../../platform/jobs/watch.ts';
import { askForFreeze, endLostRuns, failRun, noteProgress, runFreeze } from './service/runs.ts';
import type { BulletinDesk } from './service.ts';
import type { RunKey } from './store-runs.ts';

const TASK = 'bulletin.freeze';

interface Asked extends RunKey {
  /** Who asked: the work is done with that person's reach and named after him. */
  readonly session: Session;
}

const keyOf = ({ bulletin, number }: RunKey): string => `freeze:${bulletin}:${number}`;

/** Puts the freezing of a draft into the queue, on behalf of the session. @throws those of `askForFreeze` */
export async function queueFreeze(desk: BulletinDesk, jobs: Jobs, session: Session, id: string): Promise<void> {
  const { bulletin, number } = await askForFreeze(desk, session, id);
  await jobs.add(TASK, { bulletin, number, session } satisfies Asked, keyOf({ bulletin, number }));
}

/** Sets free the drafts whose freeze was asked for but never queued, because the program was killed between the two. */
export async function endLostFreezes(desk: BulletinDesk, jobs: Jobs): Promise<void> {
  const queued = await jobs.keys();
  await endLostRuns(desk, (run) => queued.has(keyOf(run)));
}

/** The work itself. Cut off by a crash it begins anew: what it wrote is rolled back with its act. */
export const freezeTask = (desk: BulletinDesk): Task => ({
  name: TASK,
  async work(payload, { signal, last }) {
    const { session, ...run } = payload as Asked;
    const watch = watched(signal, (progress: { figures: number; records: number }) =>
      noteProgress(desk, session, run, progress),
    );
    try {
      await runFreeze(desk, session, run, watch);
    } catch (error) {
      if (last) await failRun(desk, session, run);
      throw error;
    }
  },
});
