import type { Tx } from '../../platform/database/transact.ts';
import { AppError } from '../../platform/errors.ts';
import type { Action } from '../../platform/lifecycle/declare.ts';
import type { StandingBack } from '../../platform/lifecycle/matter.ts';
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
 * deciding, and not from the desks: what concerns a desk's own unit could otherwise not even be registered. Steps of the officer
 * concerned are that officer's own, and what follows from another step is nobody's own doing: neither is refused.
 * @param clueOf the clue a matter is about
 * @returns what refuses a step of these actions by `clue.standBack`
 */
export const standingFree =
  (actions: Readonly<Record<string, Action>>, clueOf: (tx: Tx, record: string) => Promise<string>): StandingBack =>
  async (tx, record, asked) => {
    const { officer, roles } = tx.session;
    const isHeld = (name: string): boolean => !actions[name]!.within && !actions[name]!.who.includes('OFFICER_SELF');
    if (officer === null || !asked.some(isHeld)) return () => null;
    const [barred] = await barredFrom(tx, await clueOf(tx, record), null, [officer]);
    return (name) => {
      if (!isHeld(name)) return null;
      const decides = actions[name]!.who.includes('APPROVER') && roles.includes('APPROVER');
      const near = barred?.grounds.filter((ground) => decides || ground !== 'SAME_UNIT') ?? [];
      return near.length > 0 ? new AppError('clue.standBack', { grounds: toldGrounds(near) }) : null;
    };
  };
