import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';

/** Moments of a clue's life that other rooms reckon with. */
export type ClueMoment =
  | 'clueReceived'
  | 'clueRegistered'
  | 'inquiry'
  | 'verificationApproved'
  | 'caseFiled'
  | 'firstInterview';

/** The first of each that is in the ledger: the place of its act's entry, and the moment the entry bears. */
export type ClueMoments = Readonly<Partial<Record<ClueMoment, { readonly seq: number; readonly at: string }>>>;

/**
 * Where the acts of a clue stand in the ledger, out of its own steps. A clue that came in a workbook was received and registered by its
 * import. A step that was voided since still happened.
 */
export async function clueMoments(tx: Tx, clue: string): Promise<ClueMoments> {
  const { rows } = await sql<{ moment: ClueMoment; seq: string; at: string }>`
    with steps as (
      select s.act, case s.action
          when 'RECEIVE' then 'clueReceived'
          when 'REGISTER' then 'clueRegistered'
          when 'INTERVIEW' then 'firstInterview'
          when 'APPROVE' then case s.input::jsonb ->> 'disposal'
            when 'TALK_OR_LETTER' then 'inquiry'
            when 'PRELIMINARY_VERIFICATION' then 'verificationApproved'
            when 'FILING' then 'caseFiled' end
        end as moment
      from clues.clue_steps s where s.matter = ${clue} and s.version = 1
      union all
      select c.act, m.moment from clues.clues c, (values ('clueReceived'), ('clueRegistered')) as m (moment)
      where c.record = ${clue} and c.version = 1 and c.import is not null)
    select distinct on (moment) moment, e.seq, a.entry::jsonb ->> 'at' as at
    from steps join ledger.entries e using (act) join ledger.acts a on a.id = e.act
    where moment is not null order by moment, e.seq`.execute(tx.db);
  return Object.fromEntries(rows.map(({ moment, seq, at }) => [moment, { seq: Number(seq), at }]));
}

/**
 * Keeps a clue as it is until the transaction ends, so that no act on it comes between a look at its moments and what rests on them.
 * @returns whether everything done with it so far has its place in the ledger
 */
export async function holdClue(tx: WriteTx, clue: string): Promise<boolean> {
  await sql`select from clues.clues where record = ${clue} and retired_at is null for share`.execute(tx.db);
  const { rows } = await sql`
    select from clues.clue_steps s where s.matter = ${clue}
      and not exists (select from ledger.entries e where e.act = s.act) limit 1`.execute(tx.db);
  return rows.length === 0;
}

export interface ClueOfOfficer {
  readonly record: string;
  readonly serialNo: string;
  readonly receivedOn: string;
  readonly state: string;
}

/** The clues that report an officer, as far as the session may know of them. */
export async function cluesOn(tx: Tx, officer: string): Promise<ClueOfOfficer[]> {
  const { rows } = await sql<ClueOfOfficer>`
    select c.record, c.serial_no as "serialNo", c.received_on::text as "receivedOn", c.state
    from clues.clues c
    where c.retired_at is null and exists (
      select from clues.subjects s where s.clue = c.record and s.officer = ${officer} and s.retired_at is null)
    order by c.received_on, c.serial_no`.execute(tx.db);
  return rows;
}
