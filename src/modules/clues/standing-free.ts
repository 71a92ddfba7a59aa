import { AppError } from '../../platform/errors.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { Action } from '../../platform/lifecycle/declare.ts';
import type { Effect, StepContext } from '../../platform/lifecycle/matter.ts';
import { type Words, words } from '../../platform/words.ts';
import { barredFrom } from './store.ts';

/** Why an officer must not handle a clue (reference 29, L6 art. 47, L8 art. 67). */
export const grounds: Readonly<Record<string, Words>> = {
  SUBJECT: words('本人被反映', 'the report concerns this officer'),
  RELATIVE: words('与被反映人有近亲属关系', 'a near relative is reported'),
  INTEREST: words('已声明利害关系', 'an interest was declared'),
  SAME_UNIT: words('在被反映人所在单位任职', 'serves in the unit reported'),
  OVERTURNED: words('原结论经复查被改变', 'handled it before the answer was overturned'),
  LEFT: words('已离任或不在花名册', 'has left office'),
};

/** Grounds in words, each once. */
export const toldGrounds = (codes: readonly string[]): Words => {
  const told = (language: 'zh' | 'en'): string =>
    [...new Set(codes)].map((code) => grounds[code]![language]).join(language === 'zh' ? '、' : '; ');
  return words(told('zh'), told('en'));
};

/**
 * Nobody has a hand in a clue that is too near, in whatever office (Sanctions Law art. 47). The own unit bars from handling and from
 * deciding, and not from the desks: what concerns a desk's own unit could otherwise not even be registered.
 * @param decides whether the step is an approver's
 * @throws AppError `clue.standBack`
 */
async function mustStandFree(tx: WriteTx, clue: string, decides: boolean): Promise<void> {
  const { officer } = tx.session;
  if (officer === null) return;
  const [barred] = await barredFrom(tx, clue, null, [officer]);
  const near = barred?.grounds.filter((ground) => decides || ground !== 'SAME_UNIT') ?? [];
  if (near.length > 0) throw new AppError('clue.standBack', { grounds: toldGrounds(near) });
}

/**
 * Holds every action of a matter to that, before whatever the step does besides; but for those of the officer concerned, and for what
 * follows from another step, which is nobody's own doing.
 * @param clueOf the clue a step is about; null where the step opens the matter
 */
export const standingFree = (
  actions: Readonly<Record<string, Action>>,
  effects: Readonly<Record<string, Effect>>,
  clueOf: (tx: WriteTx, step: StepContext) => Promise<string | null>,
): Readonly<Record<string, Effect>> =>
  Object.fromEntries(
    Object.entries(actions).map(([name, { who, within }]): [string, Effect] => [
      name,
      async (tx, step) => {
        const clue = within || who.includes('OFFICER_SELF') ? null : await clueOf(tx, step);
        if (clue !== null) {
          await mustStandFree(tx, clue, who.includes('APPROVER') && tx.session.roles.includes('APPROVER'));
        }
        await effects[name]?.(tx, step);
      },
    ]),
  );
