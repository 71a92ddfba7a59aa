import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { grantNamed } from '../../../platform/access/named.ts';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import { type Advanced, advanceIn, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { current } from '../../../platform/register/records/current.ts';
import type { StoredRow } from '../../../platform/register/rows.ts';
import { reaches, scope } from '../../../platform/register/scope.ts';
import { retireVersions, writeVersions } from '../../../platform/register/write.ts';
import { officers } from '../../organisation/index.ts';
import { talkMatter } from '../matters.ts';
import { selfReports, talkNotes, talks, talkTriggers } from '../registers.ts';
import { asking, noting } from './acts.ts';
import type { Asking, Notes, OpenTalk, Recording, Talk } from './contract.ts';

/**
 * Registers a talk that was held: planned and held in one act. Typed by the talker it is confirmed by him at once; typed by staff
 * it waits for him. The officer confirms in the own account.
 * @throws AppError `talk.self`, `talk.future`, `talk.talker` for notes by somebody else, `matter.subject`, `record.missing`
 */
export function recordTalk(desk: MatterDesk, session: Session, given: Recording): Promise<Advanced> {
  return perform(desk.pools, session, talkMatter.acts.HOLD!, async (tx) => {
    if (given.trigger) await mustConcern(tx, given.trigger, given.officer);
    const values = { layer: given.layer ?? null, trigger: given.trigger ?? null };
    const plan = {
      officer: given.officer,
      talker: given.talker,
      mandatoryKind: given.kind ?? null,
      heldOn: given.heldOn,
      // The limit of the plan ends with the next step, in this same act.
      dueOn: desk.calendar.addWorkingDays(dayOf(new Date(tx.recordedAt)), 1),
    };
    const planned = await advanceIn(tx, desk, talkMatter, { action: 'PLAN', input: plan, values });
    const { record, version } = planned.advanced;
    const input = { heldOn: given.heldOn, place: given.place ?? null, topics: given.topics ?? null };
    const { advanced, detail } = await advanceIn(tx, desk, talkMatter, { record, version, action: 'HOLD', input });
    if (given.notes) await writeIn(tx, await current(tx, talks, record), given.notes);
    return { result: advanced, subject: record, detail };
  });
}

/** A trigger of somebody else must not be met by this talk. */
async function mustConcern(tx: Tx, trigger: string, officer: string): Promise<void> {
  const { officer: asked } = await current(tx, talkTriggers, trigger);
  if (asked !== officer) throw new AppError('record.missing');
}

/**
 * Writes or replaces the notes of a talk, until both have confirmed it.
 * @throws AppError `talk.talker` for anybody but the talker, `talk.confirmed`, `record.missing`
 */
export function writeNotes(desk: MatterDesk, session: Session, talk: string, notes: Notes): Promise<string> {
  return perform(desk.pools, session, noting, async (tx) => {
    const record = await writeIn(tx, await current(tx, talks, talk), notes);
    return { result: record, subject: record, detail: { talk } };
  });
}

async function writeIn(tx: WriteTx, talk: StoredRow, given: Notes): Promise<string> {
  const { session } = tx;
  if (session.officer === null || session.officer !== talk.talker) throw new AppError('talk.talker');
  if (talk.state === 'CONFIRMED') throw new AppError('talk.confirmed');
  const { rows } = await sql<{ record: string; version: number }>`select record, version from conduct.talk_notes
    where talk = ${talk.record} and retired_at is null`.execute(tx.db);
  const before = rows[0];
  if (before && (await retireVersions(tx, talkNotes, [before], 'superseded', '')) !== 1)
    throw new AppError('record.changed');
  const record = before?.record ?? uuidv7();
  const stored = {
    talk: talk.record,
    officer: talk.officer,
    unit: talk.unit,
    notes: given.notes,
    concerns: given.concerns ?? null,
    issues_admitted: given.issuesAdmitted ?? null,
    follow_up: given.followUp ?? null,
  };
  await writeVersions(tx, talkNotes, [{ record, version: (before?.version ?? 0) + 1, stored }]);
  await grantNamed(tx, { register: talkNotes.name, record }, [session.account!]);
  return record;
}

/** Asks for a talk. Neither the record nor the log says who asked or why. @throws AppError `record.missing` */
export function askForTalk(desk: MatterDesk, session: Session, given: Asking): Promise<string> {
  return perform(desk.pools, session, asking, async (tx) => {
    const officer = await current(tx, officers, given.officer);
    const record = uuidv7();
    const stored = {
      number: `BT-${given.occurredOn.replaceAll('-', '')}-${record.slice(-8)}`,
      officer: given.officer,
      unit: officer.unit,
      kind: given.kind ?? null,
      occurred_on: given.occurredOn,
      due_on: given.dueOn,
    };
    await writeVersions(tx, talkTriggers, [{ record, version: 1, stored }]);
    return { result: record, subject: record, withheld: true };
  });
}

/** Talks with the officer who is signed in, newest first. */
export const ownTalks = (desk: MatterDesk, session: Session): Promise<Talk[]> =>
  listTalks(desk, session, (own) => sql`t.officer = ${own}`, 200);

/** Talks on a page. */
const PAGE = 50;

/** Talks that were held and that one of the two has not confirmed, the latest first. @param cursor `day record` */
export async function unconfirmedTalks(
  desk: MatterDesk,
  session: Session,
  cursor?: string,
): Promise<{ talks: Talk[]; next: string | null }> {
  const [day, record] = cursor?.split(' ') ?? [];
  const after = day && record ? sql`and (t.held_on, t.record) < (${day}::date, ${record}::uuid)` : sql``;
  const found = await listTalks(desk, session, () => sql`t.state = 'HELD' ${after}`, PAGE + 1);
  const talks = found.slice(0, PAGE);
  const last = talks.at(-1);
  return { talks, next: found.length > PAGE && last ? `${last.heldOn} ${last.record}` : null };
}

/** One talk, with the self-reports that name it as far as the reader reaches them: units never do. @throws AppError `record.missing` */
export async function viewTalk(desk: MatterDesk, session: Session, record: string): Promise<OpenTalk> {
  const [found] = await listTalks(desk, session, () => sql`t.record = ${record}`, 1);
  if (!found) throw new AppError('record.missing');
  if (reaches(session, selfReports, 'read').size === 0) return { ...found, reports: [] };
  const { rows } = await transact(desk.pools, session, 'read', (tx) =>
    sql<{ record: string; number: string; at: Date; state: string }>`
      select r.record, r.number, r.submitted_at as at, r.state from conduct.self_reports r
      where r.talk = ${record} and r.retired_at is null and ${scope(session, selfReports, 'r')}
      order by r.submitted_at, r.record limit 20`.execute(tx.db),
  );
  return { ...found, reports: rows.map(({ at, ...report }) => ({ ...report, submittedAt: at.toISOString() })) };
}

async function listTalks(
  desk: MatterDesk,
  session: Session,
  which: (own: string | null) => ReturnType<typeof sql>,
  limit: number,
): Promise<Talk[]> {
  const { rows } = await transact(desk.pools, session, 'read', (tx) =>
    sql<Talk>`select t.record, t.version, t.number, t.officer, coalesce(o.name, '') as "officerName", t.talker,
        conduct.talker_name(t.record) as "talkerName", k.name as "kindName", t.held_on::text as "heldOn", t.place, t.topics,
        t.talker_confirmed_on::text as "talkerConfirmedOn", t.officer_confirmed_on::text as "officerConfirmedOn", t.state,
        n.record as notes
      from conduct.talks t
      left join organisation.officers o on o.record = t.officer and o.retired_at is null
      left join conduct.mandatory_talk_kinds k on k.record = t.mandatory_kind and k.retired_at is null
      left join conduct.talk_notes n on n.talk = t.record and n.retired_at is null
      where t.retired_at is null and ${which(session.officer)} and ${scope(session, talks, 't')}
      order by t.held_on desc, t.record desc limit ${limit}`.execute(tx.db),
  );
  return rows;
}
