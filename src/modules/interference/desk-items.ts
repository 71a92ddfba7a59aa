import { dayOf } from '../../platform/calendar/day.ts';
import type { DeskItem } from '../../platform/desk/item.ts';
import { words } from '../../platform/words.ts';
import { units } from '../organisation/index.ts';
import { returnsIn } from './service/returns.ts';

/** Units' returns: to be signed by the head of the unit, and looked after by those they go to. Signed ones are told, not counts. */
const returns: DeskItem = {
  name: 'interference.returns',
  words: words('三个规定填报', 'Returns of the provisions'),
  roles: ['UNIT_HEAD', 'OFFICE_DIRECTOR', 'SUPERVISOR'],
  page: '/interference/returns',
  register: units,
  async count(tx, { since, today }) {
    const found = await returnsIn(tx, Number(today.slice(0, 4)), today);
    const number = (state: string): number => found.filter((one) => one.state === state).length;
    const yesterday = dayOf(since);
    const changed = found.filter(({ submittedOn }) => submittedOn !== null && submittedOn >= yesterday).length;
    return { waiting: number('DUE'), late: number('OVERDUE'), changed };
  },
};

export const interferenceDeskItems: readonly DeskItem[] = [returns];
