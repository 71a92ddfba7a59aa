import { sql } from 'kysely';
import { countOf, type DeskItem } from '../../platform/desk/item.ts';
import { words } from '../../platform/words.ts';
import { draws } from './registers.ts';

/** A plan whose moment has come waits for its seed; after a day it is late. How a draw is made is no secret to any signed-in desk. */
const seeds: DeskItem = {
  name: 'recheck.seeds',
  words: words('待录入种子的抽查', 'Re-checks that wait for a seed'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'DISCIPLINE_LIAISON', 'SUPERVISOR', 'AUDITOR'],
  page: '/rechecks',
  register: draws,
  count: (tx, { now, since }) =>
    countOf(
      tx,
      sql`select due <= ${now} and due > ${since} as waiting, due <= ${since} as late, at > ${since} as changed
        from (select p.at, (p.content::jsonb #>> '{seed,at}')::timestamptz as due from recheck.plans p
          where not exists (select from recheck.seeds s where s.plan = p.plan)
            and not exists (select from recheck.plans later where later.replaces = p.plan)) open`,
    ),
};

export const recheckDeskItems: readonly DeskItem[] = [seeds];
