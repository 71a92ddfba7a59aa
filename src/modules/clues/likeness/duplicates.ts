import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { defineAct } from '../../../platform/ledger/acts.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { current } from '../../../platform/register/records/current.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { scope } from '../../../platform/register/scope.ts';
import { retireVersions, writeVersions } from '../../../platform/register/write.ts';
import { normaliseIdentifier } from '../../../platform/text/normalise.ts';
import { words } from '../../../platform/words.ts';
import type { JoinedClue, LikelyDuplicate } from '../contract/duplicates.ts';
import { clues, reporterMarks } from '../registers.ts';
import { subjectsOf } from '../store.ts';
import { type Candidate, rank } from './rank.ts';

/** So many are shown: whoever needs more than ten likely duplicates looks at the officer's clues. */
const SHOWN = 10;

export const markingReporter = defineAct({
  name: 'clues.mark-reporter',
  words: words('登记举报人比对标识', 'Mark the reporter of a clue'),
  permission: 'clues.compare',
  rule: null,
});

/** What is compared before there is a clue: the words of a report as they are typed, and perhaps its reporter's number. */
export interface Draft {
  readonly summary: string;
  readonly reporter?: string;
}

/** Equal for numbers that differ in spaces and letter case only. */
const markOf = ({ registry }: Pick<RecordDesk, 'registry'>, number: string): string =>
  registry.vault.hash(`clue reporter ${normaliseIdentifier(number)}`).toString('hex');

/**
 * Clues that may be duplicates of this one, ranked, with the reasons. A clue that concerns the reader is never among them.
 * @throws AppError `record.missing` for a clue the session may not see, `matter.subject` for one that concerns the reader
 */
export const likelyDuplicates = (
  desk: Pick<RecordDesk, 'pools'>,
  session: Session,
  clue: string,
): Promise<LikelyDuplicate[]> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const row = await current(tx, clues, clue);
    const officers = await subjectsOf(tx, clue);
    if (session.officer !== null && officers.includes(session.officer)) throw new AppError('matter.subject');
    const { rows } = await sql<{ mark: string }>`
      select mark from clues.reporter_marks where clue = ${clue} and retired_at is null`.execute(tx.db);
    return found(tx, String(row.summary), officers, rows[0]?.mark ?? null, clue);
  });

/** The same for a report that is only being typed. */
export const likelyBefore = (
  desk: Pick<RecordDesk, 'pools' | 'registry'>,
  session: Session,
  draft: Draft,
): Promise<LikelyDuplicate[]> =>
  transact(desk.pools, session, 'read', (tx) =>
    found(tx, draft.summary, [], draft.reporter ? markOf(desk, draft.reporter) : null, null),
  );

interface FoundRow extends Candidate {
  readonly serialNo: string;
  readonly source: string;
  readonly state: string;
  readonly duplicateOf: string | null;
}

async function found(
  tx: Tx,
  text: string,
  officers: readonly string[],
  mark: string | null,
  but: string | null,
): Promise<LikelyDuplicate[]> {
  const { rows } = await sql<FoundRow>`
    select t.record, t.serial_no as "serialNo", t.source, t.state, t.summary, t.received_on::text as "receivedOn",
           t.duplicate_of as "duplicateOf", a.same_officer as "sameOfficer", a.same_reporter as "sameReporter"
    from clues.alike(${text}, ${officers}::uuid[], ${mark}, ${but}::uuid) a
    join clues.clues t on t.record = a.clue and t.retired_at is null
    where ${scope(tx.session, clues, 't')} and not exists (
      select from clues.subjects s where s.clue = t.record and s.retired_at is null and s.officer = ${tx.session.officer})`.execute(
    tx.db,
  );
  return rank(text, rows, SHOWN).map(({ candidate: { summary: _, ...one }, alike }) => ({ ...one, alike }));
}

/**
 * Keeps the keyed hash of the number a reporter gave, so that another clue of the same reporter shows. The number is kept nowhere,
 * and the ledger does not say it either.
 */
export async function markReporter(
  desk: Pick<RecordDesk, 'pools' | 'registry'>,
  session: Session,
  clue: string,
  number: string,
): Promise<void> {
  await perform(desk.pools, session, markingReporter, async (tx) => {
    await current(tx, clues, clue);
    const { rows } = await sql<{ record: string; version: number }>`
      select record, version from clues.reporter_marks where clue = ${clue} and retired_at is null`.execute(tx.db);
    await retireVersions(tx, reporterMarks, rows, 'superseded', '');
    const [before] = rows;
    const stored = { clue, mark: markOf(desk, number) };
    await writeVersions(tx, reporterMarks, [
      { record: before?.record ?? uuidv7(), version: (before?.version ?? 0) + 1, stored },
    ]);
    return { result: undefined, subject: clue };
  });
}

type JoinedRow = Omit<JoinedClue, 'steps' | 'main'> & {
  readonly main: boolean | null;
  readonly steps: readonly { readonly action: string; readonly by: string; readonly at: string; readonly to: string }[];
};

/**
 * The clues joined with this one, as far as the reader sees that they are there: the one it was joined to and those joined to it,
 * each with its own trail of steps. What was written in a step is read by opening that clue, which is an act of its own.
 */
export const joinedWith = (
  desk: Pick<RecordDesk, 'pools' | 'nameOf'>,
  session: Session,
  clue: string,
): Promise<JoinedClue[]> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const row = await current(tx, clues, clue);
    const { rows } = await sql<JoinedRow>`
      select t.record, t.serial_no as "serialNo", t.state, t.source, t.received_on::text as "receivedOn",
             t.record = ${row.duplicate_of as string | null}::uuid as main,
             coalesce((select json_agg(json_build_object('action', s.action, 'by', s.account, 'at', s.taken_at, 'to', s.to_state)
                         order by s.number)
                       from clues.clue_steps s where s.matter = t.record and s.retired_at is null), '[]') as steps
      from clues.clues t
      where t.retired_at is null and (t.record = ${row.duplicate_of as string | null}::uuid or t.duplicate_of = ${clue})
        and ${scope(session, clues, 't')} order by main desc nulls last, t.serial_no limit 100`.execute(tx.db);
    const accounts = rows.flatMap(({ steps }) => steps.map(({ by }) => by)).filter((by) => by !== 'system');
    const names = await desk.nameOf([...new Set(accounts)]);
    return rows.map((one) => ({
      ...one,
      main: one.main === true,
      steps: one.steps.map((step) => ({
        ...step,
        at: new Date(step.at).toISOString(),
        by: step.by === 'system' ? null : (names.get(step.by) ?? step.by),
      })),
    }));
  });
