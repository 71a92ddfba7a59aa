import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Session } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { defineAct } from '../ledger/acts.ts';
import { perform } from '../ledger/perform.ts';
import type { Catalogue } from '../register/catalogue.ts';
import type { Register } from '../register/declare.ts';
import { reaches, scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn } from '../register/titles.ts';
import { type Words, words } from '../words.ts';
import { advanceIn, type MatterDesk, stateOf } from './advance.ts';
import type { Gap, HandedOver } from './contract.ts';
import type { Held, Matter } from './matter.ts';

export const handingOver = defineAct({
  name: 'matters.hand-over',
  words: words('移交在办事项', 'Hand over the matters of a person'),
  permission: 'matters.hand-over',
  rule: null,
});

/** A matter whose holders are declared. */
export type HeldMatter = Matter & { readonly held: Held };
export const isHeld = (matter: Matter): matter is HeldMatter => matter.held !== undefined;

/** Why a holder cannot work, beside the grounds that a kind of matter declares. */
const grounds: Readonly<Record<string, Words>> = {
  NO_ACCOUNT: words('账号已停用或没有账号', 'has no account in office'),
  NOT_NAMED: words('不在知悉范围内', 'is not on the need-to-know list'),
};

/** So many gaps, or matters of one person, are taken at a time; whoever has more of either takes them in turns. */
const MOST = 500;

/** Roles that may hand over, by the steps that do it. */
export const handOverRoles = (matters: readonly Matter[]): Role[] => [
  ...new Set(matters.filter(isHeld).flatMap(({ held, lifecycle }) => lifecycle.actions[held.action]!.who)),
];

export const gapRoles = (matters: readonly Matter[]): Role[] => [
  ...new Set(matters.filter(isHeld).flatMap(({ held }) => held.seenBy)),
];

/** Matters in hand one of whose holders may not, or can no longer, work on them: work that lies without anybody seeing it. */
export const gapsOf = (desk: MatterDesk, session: Session, matters: readonly Matter[]): Promise<Gap[]> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const found: Gap[] = [];
    for (const matter of matters.filter(isHeld)) {
      const { held, register } = matter;
      const sees = held.seenBy.some((role) => session.roles.includes(role));
      if (sees && reaches(session, register, 'read').size > 0)
        found.push(...(await gapsIn(tx, desk.registry.catalogue, matter)));
    }
    return found;
  });

interface GapRow {
  readonly record: string;
  readonly title: string;
  readonly state: string;
  readonly officer: string;
  readonly name: string | null;
  readonly grounds: string[];
}

/** The gaps in one kind of matter, as far as the session sees them. */
export async function gapsIn(tx: Tx, catalogue: Catalogue, matter: HeldMatter): Promise<Gap[]> {
  const { register, companions, held } = matter;
  const people = peopleOf(catalogue, matter);
  const officer = sql<string>`h.officer`;
  const unnamed = register.policy.confidential
    ? sql`case when not exists (
        select from access.named n join access.accounts_of(array[h.officer]) a on a.account = n.account
        where n.register = ${register.name} and n.record = t.record and n.ended_at is null) then 'NOT_NAMED' end`
    : sql`null`;
  const { rows } = await sql<GapRow>`
    select * from (
      select t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title, ${sql.ref(`t.${stateOf(register)}`)} as state,
             h.officer, p.name,
             array_remove(${held.barred('t', officer)}
               || case when not exists (select from access.accounts_of(array[h.officer])) then 'NO_ACCOUNT' end
               || ${unnamed}::text, null) as grounds
      from ${sql.raw(tableOf(register).sql)} t
      cross join lateral unnest(array[${sql.join(held.by.map((key) => sql.ref(`t.${snake(key)}`)))}]) as h (officer)
      left join lateral (select ${sql.ref(`p.${snake(people.title)}`)}::text as name from ${sql.raw(people.table)} p
        where p.record = h.officer and p.retired_at is null) p on true
      where t.retired_at is null and ${sql.ref(`t.${stateOf(register)}`)} = any (${openStates(matter)})
        and h.officer is not null and ${scope(tx.session, register, 't')}
        -- What came in with a register alone was never put into anybody's hands; what came with its past was.
        and (${sql.join(
          [companions.steps, companions.history].flatMap((steps) => (steps ? [hasSteps(steps)] : [])),
          sql` or `,
        )})
    ) found where grounds <> '{}' order by name, title limit ${MOST}`.execute(tx.db);
  const known = { ...grounds, ...held.grounds };
  return rows.map(({ grounds: codes, ...row }) => {
    // Not being named follows from each of the others; alone it is a reason.
    const told = codes.length > 1 ? codes.filter((code) => code !== 'NOT_NAMED') : codes;
    return {
      ...row,
      register: register.name,
      people: people.register,
      grounds: told.map((code) => ({ code, words: known[code]! })),
    };
  });
}

const hasSteps = (steps: Register): RawBuilder<boolean> =>
  sql<boolean>`exists (select from ${sql.raw(tableOf(steps).sql)} s where s.matter = t.record and s.retired_at is null)`;

/** The register whose records the holders are, and how it calls them. */
function peopleOf(catalogue: Catalogue, { held, register }: HeldMatter) {
  const people = catalogue.get(register.columns[held.by[0]!]!.to!);
  const title = people.columns.name ? 'name' : titleColumn(people);
  return { register: people.name, title, table: tableOf(people).sql };
}

const openStates = ({ lifecycle }: Matter): string[] =>
  Object.keys(lifecycle.states).filter((state) => !lifecycle.final.includes(state));

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
