import { sql } from 'kysely';
import { hearings } from '../../demo/hearings.ts';
import { clearingMatter, clueMatter, hearingMatter } from '../modules/clues/index.ts';
import type { Role } from '../platform/access/roles.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { type Session, systemSession } from '../platform/database/session.ts';
import { type Pools, transact } from '../platform/database/transact.ts';
import { usernameOf } from '../platform/identity/accounts.ts';
import { advance, type MatterDesk } from '../platform/lifecycle/advance.ts';
import type { Matter } from '../platform/lifecycle/matter.ts';

/**
 * Has the first accounts of the demo city tell the officer's account of the clues that report it: no workbook can say that somebody
 * was told, so the steps are taken by their own accounts, through the rules that hold for everybody. Does nothing where there is a
 * hearing already, or no such clue.
 */
export async function demoHearings(desk: Pick<MatterDesk, 'pools' | 'registry'>): Promise<void> {
  const sessions = await firstSessions(desk.pools);
  const officer = sessions.get('OFFICER_SELF')?.officer;
  const on = officer ? await cluesOn(desk.pools, officer) : null;
  if (!on) return;
  const step = (by: Role, matter: Matter, record: string, action: string, input: Readonly<Record<string, unknown>>) =>
    advance({ ...desk, calendar: workCalendar() }, sessions.get(by)!, matter, { record, action, input });

  const { waiting, decided, clearing } = hearings;
  await step('DISCIPLINE_LIAISON', clueMatter, on.verifying, 'TELL_OFFICER', waiting);

  await step('DISCIPLINE_LIAISON', clueMatter, on.reported, 'TELL_OFFICER', decided.told);
  const hearing = await follows(desk.pools, 'hearings', on.reported);
  await step('OFFICER_SELF', hearingMatter, hearing, 'STATE', decided.statement);
  await step('DISCIPLINE_LIAISON', hearingMatter, hearing, 'ANSWER', decided.answer);
  await step('APPROVER', hearingMatter, hearing, 'DECIDE', decided.decision);

  await step('DISCIPLINE_LIAISON', clueMatter, on.unfounded, 'CLEAR_NAME', clearing);
  await step('APPROVER', clearingMatter, await follows(desk.pools, 'clearings', on.unfounded), 'APPROVE', {});
}

async function firstSessions(pools: Pools): Promise<Map<Role, Session>> {
  const taking: Role[] = ['OFFICER_SELF', 'DISCIPLINE_LIAISON', 'APPROVER'];
  const { rows } = await transact(pools, systemSession, 'read', (tx) =>
    sql<{ account: string; roles: Role[]; unit: string | null; officer: string | null }>`
      select id as account, roles, unit, officer from identity.accounts
      where username = any (${taking.map(usernameOf)}) and active and officer is not null`.execute(tx.db),
  );
  const found = new Map(rows.map((session) => [session.roles[0]!, session]));
  return taking.every((role) => found.has(role)) ? found : new Map();
}

/** One clue in each of the states that the story needs; null where one is missing, or the officer was told of something before. */
async function cluesOn(
  pools: Pools,
  officer: string,
): Promise<Record<'verifying' | 'reported' | 'unfounded', string> | null> {
  const { rows } = await transact(pools, systemSession, 'read', (tx) =>
    sql<{ record: string; state: string }>`
      select c.record, c.state from clues.clues c
      join clues.subjects s on s.clue = c.record and s.retired_at is null and s.officer = ${officer}
      where c.retired_at is null and (c.state in ('IN_VERIFICATION', 'REPORTED')
          or c.state = 'CLOSED' and c.conclusion = 'UNSUBSTANTIATED')
        and not exists (select from clues.hearings h where h.officer = ${officer})
      order by c.serial_no`.execute(tx.db),
  );
  const of = (wanted: string): string | undefined => rows.find(({ state }) => state === wanted)?.record;
  const [verifying, reported, unfounded] = [of('IN_VERIFICATION'), of('REPORTED'), of('CLOSED')];
  return verifying && reported && unfounded ? { verifying, reported, unfounded } : null;
}

/** What the step of a clue began. */
async function follows(pools: Pools, table: 'hearings' | 'clearings', clue: string): Promise<string> {
  const { rows } = await transact(pools, systemSession, 'read', (tx) =>
    sql<{ record: string }>`
      select record from ${sql.table(`clues.${table}`)} where clue = ${clue} and retired_at is null`.execute(tx.db),
  );
  return rows[0]!.record;
}
