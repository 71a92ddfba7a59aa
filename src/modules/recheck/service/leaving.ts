import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { replacing, steppingAside } from '../acts.ts';
import type { asideReasons } from '../bundle/format.ts';
import { loadCases } from '../store-turns.ts';
import { isDone, mustBeOwn } from './check.ts';
import { asProgram, orChanged, type RecheckDesk } from './desk.ts';
import { passOn } from './turns.ts';

/**
 * The re-checker steps aside; the next by the same seed follows.
 * @throws AppError `recheck.notYours`, `recheck.done`
 */
export async function stepAside(
  desk: RecheckDesk,
  session: Session,
  plan: string,
  number: number,
  reason: (typeof asideReasons)[number],
): Promise<void> {
  await orChanged(
    perform(desk.pools, asProgram(session), steppingAside, async (tx) => {
      const now = await mustBeOwn(tx, session, plan, number);
      if (isDone(now)) throw new AppError('recheck.done');
      await passOn(tx, desk, now, reason, '复查人回避');
      return { result: null, subject: plan, detail: { case: now.name, member: now.member!.name, reason } };
    }),
  );
}

/**
 * The office takes a case from a re-checker whose limit has passed; the next by the same seed follows, so that the office cannot choose either,
 * and an outsider sees in the file that the limit had passed.
 * @throws AppError `record.missing`, `recheck.done`, `recheck.notLate`, `recheck.nobodyElse` where the pool has nobody left
 */
export async function replaceLate(desk: RecheckDesk, session: Session, plan: string, number: number): Promise<void> {
  await orChanged(
    perform(desk.pools, asProgram(session), replacing, async (tx) => {
      const [now] = await loadCases(tx, { plan, number });
      if (!now) throw new AppError('record.missing');
      if (isDone(now)) throw new AppError('recheck.done');
      const { limit, member, name } = now;
      if (!member) throw new AppError('recheck.nobodyElse');
      if (!limit || desk.now() <= limit.dueAt) {
        throw new AppError('recheck.notLate', { day: limit ? dayOf(new Date(limit.dueAt.getTime() - 1)) : '—' });
      }
      if (!(await passOn(tx, desk, now, 'LATE', '复查人逾期未复查'))) throw new AppError('recheck.nobodyElse');
      return { result: null, subject: plan, detail: { case: name, member: member.name, reason: 'LATE' } };
    }),
  );
}
