import { type Session, systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { cancellingFreeze } from '../acts.ts';
import { addRun, changeRun, type FreezeRun, newestRun, openRuns, type RunKey } from '../store-runs.ts';
import { type BulletinDesk, mayTake } from './desk.ts';
import { findBulletin } from './drafts.ts';
import { freezeBulletin } from './freeze.ts';
import type { Followed } from './take.ts';

/** What may go better when it is tried again: the database was away or too busy. Everything else is an answer, and is shown. */
const PASSING: ReadonlySet<string> = new Set(['database.away', 'database.slow']);

/**
 * Notes that the session wants a draft frozen; the work is for the queue.
 * @throws AppError `bulletin.freezing` while another freeze of it is under way, and those of the lifecycle
 */
export async function askForFreeze(desk: BulletinDesk, session: Session, id: string): Promise<FreezeRun> {
  const bulletin = await findBulletin(desk, session, id);
  mayTake(desk, session, 'FREEZE', bulletin);
  try {
    return await transact(desk.pools, session, 'write', (tx) => addRun(tx, id, bulletin.version));
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new AppError('bulletin.freezing', {}, { cause: error });
  }
}

/**
 * Does what was asked for, in the name of the session, and keeps how it ended. Begun anew after a crash it starts from the
 * draft again. A run that has ended is left as it is.
 * @throws what another try may mend
 */
export async function runFreeze(
  desk: BulletinDesk,
  session: Session,
  run: RunKey,
  followed: Followed = {},
): Promise<void> {
  const change = (to: Parameters<typeof changeRun>[2]) =>
    transact(desk.pools, session, 'write', (tx) => changeRun(tx, run, to));
  const draft = await change({ state: 'running', figures: 0, records: 0 });
  if (draft === undefined) return;
  try {
    await freezeBulletin(desk, session, run.bulletin, {
      ...followed,
      draft,
      // Cancelled in the last moment: what was written goes with this act.
      async within(tx) {
        const figures = desk.figures.figures.length;
        if ((await changeRun(tx, run, { state: 'done', figures })) === undefined) throw cancelled();
      },
    });
  } catch (error) {
    if (!(error instanceof AppError) || PASSING.has(error.code)) throw error;
    await change({ state: 'refused', refusal: { code: error.code, params: error.params } });
  }
}

const cancelled = (): AppError => new AppError('bulletin.freezeCancelled');

/** Gives up a run that failed for good. */
export async function failRun(desk: BulletinDesk, session: Session, run: RunKey): Promise<void> {
  const refusal = { code: 'internal', params: { id: run.bulletin } };
  await transact(desk.pools, session, 'write', (tx) => changeRun(tx, run, { state: 'refused', refusal }));
}

/**
 * Keeps how far a run is, where people see it.
 * @returns why it is to stop, when it has ended: somebody cancelled it; or the draft it freezes is not the newest any more
 */
export async function noteProgress(
  desk: BulletinDesk,
  session: Session,
  run: RunKey,
  progress: { readonly figures: number; readonly records: number },
): Promise<AppError | undefined> {
  const { figures, records } = progress;
  const draft = await transact(desk.pools, session, 'write', (tx) => changeRun(tx, run, { figures, records }));
  if (draft === undefined) return cancelled();
  const { version } = await findBulletin(desk, session, run.bulletin);
  return version === draft ? undefined : new AppError('record.changed');
}

/** Ends a freeze under way, or one that waits. The work notices at its next batch and leaves nothing. */
export async function cancelFreeze(desk: BulletinDesk, session: Session, id: string): Promise<void> {
  const bulletin = await findBulletin(desk, session, id);
  await perform(desk.pools, session, cancellingFreeze, async (tx) => {
    const run = await newestRun(tx, bulletin.id);
    const ended = run && (await changeRun(tx, run, { state: 'cancelled' }));
    if (ended === undefined) throw new AppError('bulletin.notFreezing');
    return { result: undefined, subject: id };
  });
}

/** Ends the runs that a crash kept from being queued: what nobody works on must not keep a draft from being frozen. */
export async function endLostRuns(desk: BulletinDesk, isQueued: (run: RunKey) => boolean): Promise<void> {
  await transact(desk.pools, systemSession, 'write', async (tx) => {
    for (const run of await openRuns(tx)) if (!isQueued(run)) await changeRun(tx, run, { state: 'cancelled' });
  });
}

export interface ShownRun extends FreezeRun {
  /** How many figures there are to take. */
  readonly of: number;
  readonly by: string | null;
}

/** The newest request to freeze a bulletin, and how far it is; null when there was none. */
export async function freezeRunOf(desk: BulletinDesk, session: Session, id: string): Promise<ShownRun | null> {
  await findBulletin(desk, session, id);
  const run = await transact(desk.pools, session, 'read', (tx) => newestRun(tx, id));
  if (!run) return null;
  const names = run.account ? await desk.nameOf([run.account]) : new Map<string, string>();
  return { ...run, of: desk.figures.figures.length, by: names.get(run.account ?? '') ?? null };
}
