import { sql } from 'kysely';
import { countOf, type DeskItem } from '../../platform/desk/item.ts';
import { scope } from '../../platform/register/scope.ts';
import { words } from '../../platform/words.ts';
import { differingIn } from './batches/standing.ts';
import { openingsIn } from './overseeing/openings.ts';
import { standingIn } from './overseeing/supervisions.ts';
import { batches, hearings, openings, reports, supervisions } from './registers.ts';
import { waitingRecords } from './report/store.ts';

const publicReports: DeskItem = {
  name: 'clues.unreadReports',
  words: words('待办群众举报', 'Public reports to deal with'),
  roles: ['DISCIPLINE_LIAISON'],
  page: '/reports',
  register: reports,
  count: (tx, { since }) =>
    countOf(
      tx,
      sql`select r.read_up_to is null or latest > r.read_up_to or r.state = 'HANDED_ON' as waiting, false as late, latest > ${since} as changed
        from (${waitingRecords}) w join clues.reports r on r.record = w.record and r.retired_at is null and ${scope(tx.session, reports, 'r')}
        cross join lateral (select date_trunc('milliseconds', max(t.recorded_at)) as latest from clues.report_texts t
          where t.report = r.record and t.retired_at is null and t.author = 'REPORTER') letters`,
    ),
};

/** A letter is answered to whoever wrote it; so what is answered waits for them, to be lifted or asked again. */
const supervised: DeskItem = {
  name: 'clues.supervisions',
  words: words('线索督办', 'Supervised clues'),
  roles: ['SUPERVISOR', 'OFFICE_DIRECTOR'],
  page: '/supervised-clues',
  register: supervisions,
  count: (tx, { since, today }) =>
    countOf(
      tx,
      sql`select standing = 'ANSWERED' as waiting, standing = 'LATE' as late, recorded_at > ${since} and import is null as changed
        from (${standingIn(tx, today)}) s`,
    ),
};

/** Break-glass is told to the overseers at once (reference 28). */
const emergencies: DeskItem = {
  name: 'clues.emergencies',
  words: words('紧急查阅线索', 'Clues opened in an emergency'),
  roles: ['AUDITOR', 'OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'],
  page: '/clue-openings',
  register: openings,
  count: (tx, { since }) =>
    countOf(
      tx,
      sql`select false as waiting, false as late, true as changed from (${openingsIn(tx)}) o where opened_at > ${since}`,
    ),
};

/** A batch that differs from its list: work that somebody may have left out stands on nobody's desk, so it stands here. */
const differingBatches: DeskItem = {
  name: 'clues.differingBatches',
  words: words('与清单不符的批次', 'Batches that differ from their list'),
  roles: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'],
  page: '/gaps',
  register: batches,
  count: async (tx) => ({ waiting: await differingIn(tx), late: 0, changed: 0 }),
};

/** What the officer was told and may answer: nothing that was not told is counted. */
const ownFile: DeskItem = {
  name: 'clues.ownFile',
  words: words('我的告知与决定', 'What I was told'),
  roles: ['OFFICER_SELF'],
  page: '/my-file',
  register: hearings,
  count: (tx, { since }) =>
    countOf(
      tx,
      sql`select h.state = 'TOLD' as waiting, false as late, h.recorded_at > ${since} as changed from clues.hearings h
        where h.retired_at is null and h.officer = ${tx.session.officer}
        union all
        select c.state = 'APPROVED', false, c.recorded_at > ${since} from clues.clearings c
        where c.retired_at is null and c.officer = ${tx.session.officer} and c.state not in ('PREPARED', 'REFUSED')`,
    ),
};

export const clueDeskItems: readonly DeskItem[] = [publicReports, supervised, emergencies, differingBatches, ownFile];
