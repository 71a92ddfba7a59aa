import { type RawBuilder, sql } from 'kysely';
import { clueLifecycle } from './lifecycle.ts';
import { clues } from './registers.ts';

const { APPROVE, CLOSE } = clueLifecycle.actions;

/** The step that a clue waits for with an approver, by the state it is taken in. */
const awaited = { DISPOSAL_PROPOSED: APPROVE, REVIEWED: CLOSE };

/**
 * Whether a clue waits for an approver and there is none: all must stand back (those are not named, or no longer), have left, or had a
 * part in what they would decide on, here or before the clue came into the program: there the officer is known, not the account. Nobody
 * is told by a step then, and its limit would tell only once it is late.
 * @param t alias of the clues
 */
export const isUndecided = (t: string): RawBuilder<boolean> => {
  const ways = Object.entries(awaited).map(
    ([state, { notBy }]) => sql`${sql.ref(`${t}.state`)} = ${state} and not exists (
      select from access.named n
      where n.register = ${clues.name} and n.record = ${sql.ref(`${t}.record`)} and n.ended_at is null
        and (n.expires_at is null or n.expires_at > now())
        and n.account = any (array(select account from access.accounts_with('APPROVER')))
        and not exists (select from clues.clue_steps s
          where s.matter = n.record and s.retired_at is null and s.action = any (${[...(notBy ?? [])]}) and s.account = n.account::text)
        and not exists (select from clues.clue_history h
          cross join lateral access.accounts_of(array[h.officer]) own
          where h.matter = n.record and h.retired_at is null and h.action = any (${[...(notBy ?? [])]}) and own.account = n.account))`,
  );
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
};
