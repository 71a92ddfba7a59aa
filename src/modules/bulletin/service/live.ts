import { dayOf } from '../../../platform/calendar/day.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { runChecks } from '../../../platform/figure/checks.ts';
import { evaluate, type Result } from '../../../platform/figure/evaluate.ts';
import type { Moment } from '../../../platform/register/sets.ts';
import { type Finding, findingsOf, type Valued } from '../rules.ts';
import type { StoredBulletin } from '../store.ts';
import type { BulletinDesk } from './desk.ts';
import { findBulletin } from './drafts.ts';

/** Values of all figures at a moment, over all records of the city, whoever asks: a bulletin has one value for everybody. */
export async function valuesAt(
  desk: BulletinDesk,
  tx: Tx,
  moment: Moment,
  signal?: AbortSignal,
): Promise<(Valued & Result)[]> {
  const found: (Valued & Result)[] = [];
  for (const figure of desk.figures.figures) {
    signal?.throwIfAborted();
    const { id, words, unit, kind, mayBeEmpty } = figure;
    found.push({
      id,
      words,
      unit,
      kind,
      mayBeEmpty,
      ...(await evaluate(tx, desk.figures, systemSession, figure, moment)),
    });
  }
  return found;
}

/** What speaks against freezing a draft now. */
export async function checkBulletin(desk: BulletinDesk, session: Session, id: string): Promise<Finding[]> {
  const bulletin = await findBulletin(desk, session, id);
  const { asOf } = bulletin.text;
  return transact(desk.pools, systemSession, 'read', async (tx) =>
    judge(desk, tx, bulletin, await valuesAt(desk, tx, { asOf }), { asOf }),
  );
}

/** What speaks against freezing a draft with these values of this moment. */
export async function judge(
  desk: BulletinDesk,
  tx: Tx,
  { text, writtenAt }: StoredBulletin,
  figures: readonly (Valued & Result)[],
  moment: Moment,
): Promise<Finding[]> {
  const results = new Map<string, Result>(figures.map((figure) => [figure.id, figure]));
  const checks = await runChecks(tx, desk.figures, systemSession, results, moment);
  const now = new Date();
  return findingsOf({ text, figures, checks, today: dayOf(now), writtenOn: dayOf(writtenAt ?? now) });
}
