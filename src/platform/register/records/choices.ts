import { sql } from 'kysely';
import type { Session } from '../../database/session.ts';
import { transact } from '../../database/transact.ts';
import type { Register } from '../declare.ts';
import { scope } from '../scope.ts';
import { snake, tableOf } from '../tables.ts';
import { titleColumn } from '../titles.ts';
import type { RecordDesk } from './desk.ts';

/** Choices offered at once. */
const OFFERED = 20;

/** A record a reference can point to. */
export interface Choice {
  readonly record: string;
  /** Title, with the key beside it where the title alone does not tell two records apart. */
  readonly title: string;
}

/** Records of a register whose title, key or look-up text holds `q`; those that begin with it come first. */
export async function choices(desk: RecordDesk, session: Session, register: Register, q: string): Promise<Choice[]> {
  const title = titleColumn(register);
  const named = [...new Set([title, ...register.key, ...(register.lookup ?? [])])].filter(
    (key) => register.columns[key]!.kind === 'text' || register.columns[key]!.kind === 'creditCode',
  );
  const texts = named.map((key) => sql.ref(`t.${snake(key)}`));
  const told = sql`${sql.ref(`t.${snake(title)}`)}::text`;
  const beside = register.key.find((key) => key !== title && named.includes(key));
  const shown = beside ? sql`${told} || ' · ' || ${sql.ref(`t.${snake(beside)}`)}` : told;
  const escaped = q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const like = (pattern: string) =>
    texts.length === 0
      ? sql`true`
      : sql`(${sql.join(
          texts.map((text) => sql`${text} ilike ${pattern}`),
          sql` or `,
        )})`;
  // A register may have no text to look in; PostgreSQL takes no constant to order by.
  const begins = texts.length === 0 ? sql`` : sql`${like(`${escaped}%`)} desc, `;
  const { rows } = await transact(desk.pools, session, 'read', (tx) =>
    sql<Choice>`
      select t.record, ${shown} as title from ${sql.raw(tableOf(register).sql)} t
      where t.retired_at is null and ${like(`%${escaped}%`)} and ${scope(session, register, 't')}
      order by ${begins}2, 1 limit ${OFFERED}`.execute(tx.db),
  );
  return rows;
}
