import { sql } from 'kysely';
import { workCalendar } from '../../platform/calendar/working-days.ts';
import { countOf, type DeskItem } from '../../platform/desk/item.ts';
import { scope } from '../../platform/register/scope.ts';
import { words } from '../../platform/words.ts';
import { isSuperseded } from './papers/standing.ts';
import { deliveries, selfReports, talks } from './registers.ts';
import { coverageIn } from './talks/duties.ts';

/** The papers of the officer who is signed in, whatever else the account may see: an index holds them by officer. */
const papersToSign: DeskItem = {
  name: 'conduct.papersToSign',
  words: words('待签阅文书', 'Papers to read and sign'),
  roles: ['OFFICER_SELF'],
  page: '/papers',
  register: deliveries,
  count: (tx, { since, today }) =>
    countOf(
      tx,
      sql`select true as waiting, false as late, d.recorded_at > ${since} and d.import is null as changed
        from conduct.deliveries d join conduct.document_templates t on t.record = d.template and t.retired_at is null
        where d.retired_at is null and d.officer = ${tx.session.officer} and ${scope(tx.session, deliveries, 'd')}
          and t.sha256 is not null and not ${isSuperseded(today)} and not (t.asks = 'SIGN' and d.signed_on is not null)
          and not exists (select from conduct.paper_answers a where a.delivery = d.record and a.retired_at is null
            and a.kind = case when t.asks = 'SIGN' then 'SIGNED' else 'OPENED' end)`,
    ),
};

const talksToConfirm: DeskItem = {
  name: 'conduct.talksToConfirm',
  words: words('待确认谈话', 'Talks to confirm'),
  roles: ['OFFICER_SELF'],
  page: '/my-talks',
  register: talks,
  count: (tx, { since }) =>
    countOf(
      tx,
      sql`select true as waiting, false as late, t.recorded_at > ${since} and t.import is null as changed from conduct.talks t
        where t.retired_at is null and t.officer = ${tx.session.officer} and t.state = 'HELD'
          and ${scope(tx.session, talks, 't')}`,
    ),
};

const sealedReports: DeskItem = {
  name: 'conduct.sealedReports',
  words: words('未拆阅自查报告', 'Sealed self-reports not opened'),
  roles: ['DISCIPLINE_LIAISON'],
  page: '/self-reports',
  register: selfReports,
  count: (tx, { now, since }) =>
    countOf(
      tx,
      sql`select true as waiting, t.submitted_at > ${since} as changed,
          exists (select from conduct.self_report_clocks c where c.matter = t.record and c.retired_at is null
            and c.stopped_at is null and c.late_at <= ${now}) as late
        from conduct.self_reports t
        where t.retired_at is null and t.state = 'SUBMITTED' and ${scope(tx.session, selfReports, 't')}`,
    ),
};

/** Talks the unit has to hold; who asked for one, and why, is not told. */
const talksDue: DeskItem = {
  name: 'conduct.talksDue',
  words: words('应谈未谈', 'Talks to hold'),
  roles: ['UNIT_HEAD', 'UNIT_STAFF'],
  page: '/talks',
  register: talks,
  async count(tx, { today }) {
    const units = await coverageIn(tx, workCalendar(), today);
    const sum = (of: (unit: (typeof units)[number]) => number): number =>
      units.reduce((total, unit) => total + of(unit), 0);
    const late = sum(({ overdue }) => overdue);
    return { late, waiting: sum(({ duties, held, confirmed }) => duties - held - confirmed) - late, changed: 0 };
  },
};

export const conductDeskItems: readonly DeskItem[] = [papersToSign, talksToConfirm, talksDue, sealedReports];
