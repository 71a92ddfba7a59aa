import { type Session, systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { freezeFigure, freezeMoment } from '../../../platform/figure/freeze.ts';
import { canonical } from '../../../platform/ledger/canonical.ts';
import { hashOf } from '../../../platform/ledger/offline/hash.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { correcting, publishing } from '../acts.ts';
import type { CorrectionContent } from '../bundle/format.ts';
import { addCorrection, addPublication, addStep, loadFigures } from '../store.ts';
import { type BulletinDesk, mayTake, orChanged } from './desk.ts';
import { findBulletin } from './drafts.ts';

/** Makes a frozen bulletin public. @throws AppError `matter.separation` for whoever froze it */
export async function publishBulletin(desk: BulletinDesk, session: Session, id: string): Promise<void> {
  const bulletin = await findBulletin(desk, session, id);
  mayTake(desk, session, 'PUBLISH', bulletin);
  await orChanged(
    perform(desk.pools, session, publishing, async (tx) => {
      await addStep(tx, id, bulletin.history.length + 1, 'PUBLISH');
      await addPublication(tx, id);
      return { result: null, subject: id };
    }),
  );
}

/**
 * Corrects one figure of a published bulletin to what the records say now, at the same cut-off day. The frozen value stays
 * where it is; the correction stands beside it with its cause (reference 2.1: never overwrite a released figure).
 * @throws AppError `bulletin.unchanged` when the records still give the published value
 */
export async function correctBulletin(
  desk: BulletinDesk,
  session: Session,
  id: string,
  asked: { readonly figure: string; readonly cause: string },
): Promise<CorrectionContent> {
  const bulletin = await findBulletin(desk, session, id);
  mayTake(desk, session, 'CORRECT', bulletin, { reason: asked.cause });
  const figure = desk.figures.find(asked.figure);
  const kept = await transact(desk.pools, session, 'read', (tx) => loadFigures(tx, id));
  const published = kept.find((one) => one.id === asked.figure);
  if (!figure || !published) throw new AppError('record.missing');
  const earlier = bulletin.corrections.findLast(({ content }) => content.figure === asked.figure)?.content;
  const before = earlier ? earlier.after : published.value;
  const moment = await freezeMoment(desk.pools, bulletin.frozen!.asOf);
  const now = await transact(desk.pools, systemSession, 'read', (tx) => freezeFigure(tx, desk.figures, figure, moment));
  if (now.value === before) throw new AppError('bulletin.unchanged', { figure: figure.words, value: before });
  const content: CorrectionContent = {
    bulletin: id,
    number: bulletin.corrections.length + 1,
    figure: figure.id,
    asOf: moment.asOf,
    knownAt: moment.knownAt.toISOString(),
    before,
    after: now.value,
    base: now.base,
    records: now.set.count,
    root: now.set.root.toString('hex'),
    cause: asked.cause,
  };
  await orChanged(
    perform(desk.pools, session, correcting, async (tx) => {
      await addStep(tx, id, bulletin.history.length + 1, 'CORRECT');
      await addCorrection(tx, content, canonical(content));
      return {
        result: null,
        subject: id,
        detail: { figure: figure.id, number: content.number, content: hashOf(content) },
      };
    }),
  );
  await desk.ledger.integrate();
  return content;
}
