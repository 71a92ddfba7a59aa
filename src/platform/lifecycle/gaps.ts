import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { Session } from '../database/session.ts';
import { type Tx, transact } from '../database/transact.ts';
import type { Catalogue } from '../register/catalogue.ts';
import { opensTo } from '../register/closed.ts';
import type { Register } from '../register/declare.ts';
import { reaches, scope } from '../register/scope.ts';
import { snake, tableOf } from '../register/tables.ts';
import { titleColumn } from '../register/titles.ts';
import { type Words, words } from '../words.ts';
import { type MatterDesk, stateOf } from './advance.ts';
import type { Gaps } from './contract.ts';
import type { Held, Matter } from './matter.ts';

/** A matter whose holders are declared. */
export type HeldMatter = Matter & { readonly held: Held };
export const isHeld = (matter: Matter): matter is HeldMatter => matter.held !== undefined;

/** Why a holder cannot work, beside the grounds that a kind of matter declares. */
const grounds: Readonly<Record<string, Words>> = {
  NO_ACCOUNT: words('账号已停用或没有账号', 'has no account in office'),
  NOT_NAMED: words('不在知悉范围内', 'is not on the need-to-know list'),
};

/** So many gaps are listed at a time; how many there are is told all the same. */
const MOST = 500;

export const gapRoles = (matters: readonly Matter[]): Role[] => [
  ...new Set(matters.filter(isHeld).flatMap(({ held }) => held.seenBy)),
];

/** Open work that lies without anybody seeing it: one of its holders may not, or can no longer, work on it, or nobody may decide. */
export const gapsOf = (desk: MatterDesk, session: Session, matters: readonly Matter[]): Promise<Gaps> =>
  transact(desk.pools, session, 'read', async (tx) => {
    const found: Gaps = { gaps: [], total: 0 };
    for (const matter of matters.filter(isHeld)) {
      const { held, register } = matter;
      const sees = held.seenBy.some((role) => session.roles.includes(role));
      if (!sees || reaches(session, register, 'read').size === 0) continue;
      const { gaps, total } = await gapsIn(tx, desk.registry.catalogue, matter);
      found.gaps.push(...gaps);
      found.total += total;
    }
    return found;
  });

interface GapRow {
  readonly record: string;
  readonly title: string;
  readonly state: string;
  readonly opens: boolean;
  readonly officer: string | null;
  readonly name: string | null;
  readonly grounds: string[];
  readonly total: number;
}

/** The gaps in one kind of matter, as far as the session sees them: the first of them, and how many there are. */
export async function gapsIn(tx: Tx, catalogue: Catalogue, matter: HeldMatter): Promise<Gaps> {
  const { register, held } = matter;
  const people = peopleOf(catalogue, matter);
  const { rows } = await sql<GapRow>`
    select found.*, (count(*) over ())::int as total from (
      ${withoutHolder(tx, matter, people)}${held.stuck ? sql` union all ${withoutDecider(tx, matter, held.stuck)}` : sql``}
    ) found where grounds <> '{}' order by officer is not null, name, title limit ${MOST}`.execute(tx.db);
  const known: Readonly<Record<string, Words>> = {
    ...grounds,
    ...held.grounds,
    ...(held.stuck ? { STUCK: held.stuck.words } : {}),
  };
  const gaps = rows.map(({ grounds: codes, total: _, ...row }) => {
    // Not being named follows from each of the others; alone it is a reason.
    const told = codes.length > 1 ? codes.filter((code) => code !== 'NOT_NAMED') : codes;
    return {
      ...row,
      register: register.name,
      people: people.register,
      grounds: told.map((code) => ({ code, words: known[code]! })),
    };
  });
  return { gaps, total: rows[0]?.total ?? 0 };
}

/** Each holder of an open matter with what speaks against that person. */
function withoutHolder(tx: Tx, matter: HeldMatter, people: People): RawBuilder<unknown> {
  const { register, held } = matter;
  const unnamed = register.policy.confidential
    ? sql`case when not exists (
        select from access.named n join access.accounts_of(array[h.officer]) a on a.account = n.account
        where n.register = ${register.name} and n.record = t.record and n.ended_at is null) then 'NOT_NAMED' end`
    : sql`null`;
  return sql`
    select ${lineOf(tx, matter)}, h.officer, p.name,
           array_remove(${held.barred('t', sql<string>`h.officer`)}
             || case when not exists (select from access.accounts_of(array[h.officer])) then 'NO_ACCOUNT' end
             || ${unnamed}::text, null) as grounds
    from ${sql.raw(tableOf(register).sql)} t
    cross join lateral unnest(array[${sql.join(held.by.map((key) => sql.ref(`t.${snake(key)}`)))}]) as h (officer)
    left join lateral (select ${sql.ref(`p.${snake(people.title)}`)}::text as name from ${sql.raw(people.table)} p
      where p.record = h.officer and p.retired_at is null) p on true
    where h.officer is not null and ${inHand(tx, matter)}`;
}

/** Open matters that wait for a step which nobody at all may take. */
const withoutDecider = (tx: Tx, matter: HeldMatter, { when }: NonNullable<Held['stuck']>): RawBuilder<unknown> => sql`
    select ${lineOf(tx, matter)}, null::uuid, null::text, array['STUCK']
    from ${sql.raw(tableOf(matter.register).sql)} t where ${inHand(tx, matter)} and ${when('t')}`;

const lineOf = (tx: Tx, { register }: Matter): RawBuilder<unknown> =>
  sql`t.record, ${sql.ref(`t.${snake(titleColumn(register))}`)}::text as title, ${sql.ref(`t.${stateOf(register)}`)} as state,
           ${opensTo(tx.session, register, 't')} as opens`;

/** Open, and in somebody's hands: what came in with a register alone was never put into anybody's; what came with its past was. */
const inHand = (tx: Tx, matter: Matter): RawBuilder<boolean> => sql<boolean>`t.retired_at is null
      and ${sql.ref(`t.${stateOf(matter.register)}`)} = any (${openStates(matter)}) and ${scope(tx.session, matter.register, 't')}
      and (${sql.join(
        [matter.companions.steps, matter.companions.history].flatMap((steps) => (steps ? [hasSteps(steps)] : [])),
        sql` or `,
      )})`;

const hasSteps = (steps: Register): RawBuilder<boolean> =>
  sql<boolean>`exists (select from ${sql.raw(tableOf(steps).sql)} s where s.matter = t.record and s.retired_at is null)`;

interface People {
  readonly register: string;
  readonly title: string;
  readonly table: string;
}

/** The register whose records the holders are, and how it calls them. */
function peopleOf(catalogue: Catalogue, { held, register }: HeldMatter): People {
  const people = catalogue.get(register.columns[held.by[0]!]!.to!);
  const title = people.columns.name ? 'name' : titleColumn(people);
  return { register: people.name, title, table: tableOf(people).sql };
}

/** States in which work is left. */
export const openStates = ({ lifecycle }: Matter): string[] =>
  Object.keys(lifecycle.states).filter((state) => !lifecycle.final.includes(state));
