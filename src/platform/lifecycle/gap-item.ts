import type { DeskItem } from '../desk/item.ts';
import type { Catalogue } from '../register/catalogue.ts';
import { words } from '../words.ts';
import { gapsIn, isHeld } from './gaps.ts';
import type { Matter } from './matter.ts';

/** Open work without a holder, on the desks of those who give it one: an item for each kind of matter that says who holds it. */
export const gapItems = (matters: readonly Matter[], catalogue: Catalogue): DeskItem[] =>
  matters.filter(isHeld).map((matter) => ({
    name: `${matter.name}.gaps`,
    words: words(`承办缺口：${matter.register.words.zh}`, `Without a holder: ${matter.register.words.en}`),
    roles: matter.held.seenBy,
    page: '/gaps',
    register: matter.register,
    count: async (tx) => ({ waiting: (await gapsIn(tx, catalogue, matter)).total, late: 0, changed: 0 }),
  }));
