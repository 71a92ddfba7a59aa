import { sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { defineAct } from '../ledger/acts.ts';
import { perform } from '../ledger/perform.ts';
import { scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn } from '../register/titles.ts';
import { words } from '../words.ts';
import { advanceIn, type MatterDesk, stateOf } from './advance.ts';
import type { HandedOver } from './contract.ts';
import { type HeldMatter, isHeld, openStates } from './gaps.ts';
import type { Matter } from './matter.ts';

export const handingOver = defineAct({
  name: 'matters.hand-over',
  words: words('移交在办事项', 'Hand over the matters of a person'),
  permission: 'matters.hand-over',
  rule: null,
});

/** So many matters of one person are taken at a time; whoever has more hands them over in turns. */
const MOST = 500;

/** Roles that may hand over, by the steps that do it. */
export const handOverRoles = (matters: readonly Matter[]): Role[] => [
  ...new Set(matters.filter(isHeld).flatMap(({ held, lifecycle }) => lifecycle.actions[held.action]!.who)),
];

/**
 * Hands every matter that one officer has in hand to another, in one act. Each is a step of its own, decided by its table: what the
 * successor is barred from stays where it is and is told, and no limit is touched, since no clock knows who is responsible.
 * @throws AppError `matter.successor` where the successor is the same person or has no account in office
 */
export function handOver(
  desk: MatterDesk,
  session: Session,
  matters: readonly Matter[],
  { from, to, reason }: { readonly from: string; readonly to: string; readonly reason: string },
): Promise<HandedOver> {
  return perform(desk.pools, session, handingOver, async (tx) => {
    const { rows: accounts } = await sql`select from access.accounts_of(${[to]}::uuid[])`.execute(tx.db);
    if (from === to || accounts.length === 0) throw new AppError('matter.successor');
    const [moved, left]: [HandedOver['moved'], HandedOver['left']] = [[], []];
    for (const matter of matters.filter(isHeld)) {
      const { held, lifecycle, register } = matter;
      if (!lifecycle.actions[held.action]!.who.some((role) => session.roles.includes(role))) continue;
      for (const { record, title, ...row } of await heldBy(tx, matter, from)) {
        const holders = Object.fromEntries(held.by.map((key) => [key, row[key] === from ? to : row[key]]));
        const line = { register: register.name, record, title };
        try {
          await advanceIn(tx, desk, matter, { record, action: held.action, input: { ...holders, reason } });
          moved.push(line);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          left.push({ ...line, why: words(error.in('zh'), error.in('en')) });
        }
      }
    }
    const detail = { from, to, moved: moved.length, left: left.length };
    return { result: { moved, left }, subject: to, detail };
  });
}

/** The open matters of a kind that name an officer as holder, as far as the session sees them. */
async function heldBy(
  tx: Tx,
  matter: HeldMatter,
  officer: string,
): Promise<{ readonly record: string; readonly title: string; readonly [holder: string]: string }[]> {
  const { register, held } = matter;
  const columns = held.by.map((key) => sql.ref(`t.${snake(key)}`));
  const { rows } = await sql<{ record: string; title: string }>`
    select t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title,
           ${sql.join(held.by.map((key, at) => sql`${columns[at]!} as ${sql.id(key)}`))}
    from ${sql.raw(tableOf(register).sql)} t
    where t.retired_at is null and ${sql.ref(`t.${stateOf(register)}`)} = any (${openStates(matter)})
      and ${officer}::uuid in (${sql.join(columns)}) and ${scope(tx.session, register, 't')}
    order by t.record limit ${MOST}`.execute(tx.db);
  return rows;
}
