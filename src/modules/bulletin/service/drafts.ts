import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { writing } from '../acts.ts';
import type { BulletinText } from '../contract.ts';
import { defaultDraft } from '../default-draft.ts';
import { addDraft, addStep, loadBulletins, type StoredBulletin } from '../store.ts';
import { type BulletinDesk, mayTake, orChanged } from './desk.ts';

/** @throws AppError `record.missing`: what you may not see is not found */
export async function findBulletin(desk: BulletinDesk, session: Session, id: string): Promise<StoredBulletin> {
  const [found] = await transact(desk.pools, session, 'read', (tx) => loadBulletins(tx, id));
  if (!found) throw new AppError('record.missing');
  return found;
}

/** Opens a bulletin with the house's draft of a stage report. @returns its id */
export function openBulletin(
  desk: BulletinDesk,
  session: Session,
  asOf: string,
  sequence: number | null,
): Promise<string> {
  mayTake(desk, session, 'WRITE', null);
  const id = uuidv7();
  return perform(desk.pools, session, writing, async (tx) => {
    await addDraft(tx, id, 1, defaultDraft(desk.city, asOf, sequence));
    await addStep(tx, id, 1, 'WRITE');
    return { result: id, subject: id, detail: { draft: 1 } };
  });
}

/**
 * Writes a new version of a draft; all versions are kept.
 * @param version the one the person edited
 * @throws AppError `record.changed` when there is a newer one by now, and those of the lifecycle
 */
export async function editBulletin(
  desk: BulletinDesk,
  session: Session,
  id: string,
  version: number,
  text: BulletinText,
): Promise<void> {
  const bulletin = await findBulletin(desk, session, id);
  mayTake(desk, session, 'EDIT', bulletin);
  if (bulletin.version !== version) throw new AppError('record.changed');
  await orChanged(
    perform(desk.pools, session, writing, async (tx) => {
      await addDraft(tx, id, version + 1, text);
      await addStep(tx, id, bulletin.history.length + 1, 'EDIT');
      return { result: null, subject: id, detail: { draft: version + 1 } };
    }),
  );
}
