import { v7 as uuidv7 } from 'uuid';
import { grantNamed } from '../../platform/access/named.ts';
import type { Session } from '../../platform/database/session.ts';
import { AppError } from '../../platform/errors.ts';
import { defineAct } from '../../platform/ledger/acts.ts';
import { perform } from '../../platform/ledger/perform.ts';
import { current } from '../../platform/register/records/current.ts';
import type { RecordDesk } from '../../platform/register/records/desk.ts';
import { mustReach } from '../../platform/register/scope.ts';
import { writeVersions } from '../../platform/register/write.ts';
import { words } from '../../platform/words.ts';
import { clues, openings } from './registers.ts';
import { barredFrom } from './store.ts';

export const breakingGlass = defineAct({
  name: 'clues.break-glass',
  words: words('紧急查阅线索', 'Open a clue in an emergency'),
  permission: 'clues.break-glass',
  rule: null,
});

/** How long an emergency lasts. */
const HOURS = 24;

/**
 * Opens a clue to somebody who was not named for it, for a day and for a reason: the opening stands in the ledger and in the
 * record, and on the desks of those who oversee from that moment on.
 * @throws AppError `record.missing`, `access.denied` for whoever the clue itself bars
 */
export async function openInEmergency(
  desk: Pick<RecordDesk, 'pools' | 'registry'>,
  session: Session,
  clue: string,
  reason: string,
): Promise<{ until: string }> {
  mustReach(session, clues, 'read');
  return perform(desk.pools, session, breakingGlass, async (tx) => {
    const row = await current(tx, clues, clue);
    const barred = session.officer ? await barredFrom(tx, clue, row.unit as string | null, [session.officer]) : [];
    if (barred.length > 0 || (session.unit !== null && session.unit === row.unit))
      throw new AppError('access.denied', { permission: breakingGlass.words });
    const until = new Date(new Date(tx.recordedAt).getTime() + HOURS * 3_600_000);
    await grantNamed(tx, { register: clues.name, record: clue }, [session.account!], until);
    const stored = {
      clue,
      account: session.account,
      reason,
      opened_at: new Date(tx.recordedAt).toISOString(),
      until: until.toISOString(),
    };
    await writeVersions(tx, openings, [{ record: uuidv7(), version: 1, stored }]);
    return { result: { until: until.toISOString() }, subject: clue, detail: { until: until.toISOString() } };
  });
}
