import { sql } from 'kysely';
import { countOf, type DeskItem } from '../../platform/desk/item.ts';
import { words } from '../../platform/words.ts';
import { draws, results } from './registers.ts';

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

/** Row security shows a handler the own turns alone, before and after the case is taken. */
const own: DeskItem = {
  name: 'recheck.own',
  words: words('抽签分给我复查的案件', 'Cases drawn for me'),
  roles: ['CASE_HANDLER'],
  page: '/rechecks',
  register: results,
  count: (tx, { now, since }) =>
    countOf(
      tx,
      sql`select coalesce(due_at >= ${now}, true) as waiting, coalesce(due_at < ${now}, false) as late, since > ${since} as changed
        from recheck.turns where ended_at is null and officer = ${tx.session.officer}`,
    ),
};

/** What passed its limit can be drawn anew for another re-checker: by those who plan. */
const late: DeskItem = {
  name: 'recheck.late',
  words: words('逾期未复查的抽中案件', 'Cases whose re-checker is late'),
  roles: ['OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'],
  page: '/rechecks',
  register: results,
  count: (tx, { now, since }) =>
    countOf(
      tx,
      sql`select false as waiting, true as late, due_at > ${since} as changed
        from recheck.turns where ended_at is null and due_at < ${now}`,
    ),
};

export const recheckDeskItems: readonly DeskItem[] = [own, late, seeds];
