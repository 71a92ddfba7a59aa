import { type Session, systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { freezeMoment } from '../../../platform/figure/freeze.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import { type Words, words } from '../../../platform/words.ts';
import { freezing } from '../acts.ts';
import { contentRoot, partsOf } from '../bundle/parts.ts';
import type { Finding } from '../rules.ts';
import { addStep } from '../store.ts';
import { addFreeze } from '../store-frozen.ts';
import { type BulletinDesk, mayTake, orChanged } from './desk.ts';
import { findBulletin } from './drafts.ts';
import { judge, valuesAt } from './live.ts';
import { RecordSpool } from './spool.ts';
import { contentOf, type Followed, takeFigures } from './take.ts';

/** What belongs to a freeze beside its work. */
export interface FreezeOptions extends Followed {
  /** Version of the draft that was asked for. */
  readonly draft?: number;
  /** Done within the act itself; what it throws undoes the freeze. */
  within?(tx: WriteTx): Promise<void>;
}

/**
 * Freezes a bulletin: every figure with the roots of its records, at a moment nothing is ever written into again. The ledger
 * entry names the hash of each part. What stands against it is found before any record is read. Nothing is written before
 * everything was read: stopped or cut off, it leaves a draft.
 * @throws AppError `bulletin.findings` saying what stands against it, `record.changed` when the draft changed meanwhile
 */
export async function freezeBulletin(
  desk: BulletinDesk,
  session: Session,
  id: string,
  { draft, within, ...followed }: FreezeOptions = {},
): Promise<void> {
  const bulletin = await findBulletin(desk, session, id);
  mayTake(desk, session, 'FREEZE', bulletin);
  if (draft !== undefined && draft !== bulletin.version) throw new AppError('record.changed');
  const moment = await freezeMoment(desk.pools, bulletin.text.asOf);
  await RecordSpool.during(desk.spoolPath(), async (spool) => {
    const { figures, large } = await transact(desk.pools, systemSession, 'read', async (tx) => {
      const values = await valuesAt(desk, tx, moment, followed.signal);
      refuseOn(await judge(desk, tx, bulletin, values, moment));
      const known = new Map(values.map((one) => [one.id, one]));
      return takeFigures(desk, tx, moment, followed, spool, known);
    });
    const content = contentOf(desk, id, bulletin.text, moment, figures);
    const parts = partsOf(content);
    await orChanged(
      perform(desk.pools, session, freezing, async (tx) => {
        // A freeze is work, however long, and no question that somebody waits for.
        await tx.client.query('set local statement_timeout = 0');
        await addStep(tx, id, bulletin.history.length + 1, 'FREEZE');
        await addFreeze(tx, bulletin, content, large, spool.batches(), followed.signal);
        await within?.(tx);
        const { asOf, knownAt } = content;
        return { result: null, subject: id, detail: { asOf, knownAt, content: contentRoot(parts), parts } };
      }),
    );
  });
  await desk.ledger.integrate();
}

/** A refusal tells the first of what stands against a freeze; the check list beside the draft has them all. */
const TOLD = 5;

const andMore = (left: number): Words =>
  words(`另有 ${left} 项见“冻结前检查”`, `${left} more in "Checks before freezing"`);

function refuseOn(findings: readonly Finding[]): void {
  const stops = findings.filter(({ severity }) => severity === 'stop');
  if (stops.length === 0) return;
  const left = stops.length - TOLD;
  const told = [...stops.slice(0, TOLD).map((one) => one.words), ...(left > 0 ? [andMore(left)] : [])];
  const detail = words(told.map(({ zh }) => zh).join('；'), told.map(({ en }) => en).join('; '));
  throw new AppError('bulletin.findings', { count: stops.length, detail });
}
