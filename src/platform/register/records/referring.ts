import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../database/transact.ts';
import { type Words, words } from '../../words.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Register } from '../declare.ts';
import { reaches, scope } from '../scope.ts';
import { id, snake, tableOf } from '../tables.ts';

/** How many current records name records that are about to be voided. */
export interface Referring {
  readonly count: number;
  /** By register, the most first: 签到记录 100、谈话 23. */
  readonly list: Words;
}

/**
 * Counts the records that name others, in one query over every register that can. Only what the session may see counts: that a
 * clue names an officer is nobody's to learn by trying to void the officer.
 * @param records a query for the records that are named
 * @param apart from an import's own rows, which go with it
 */
export async function referringTo(
  tx: Tx,
  catalogue: Catalogue,
  register: Register,
  records: RawBuilder<unknown>,
  apart: { readonly import?: string } = {},
): Promise<Referring> {
  const counts = catalogue.registers.flatMap((other) => {
    const columns = Object.entries(other.columns).filter(([, { to }]) => to === register.name);
    if (columns.length === 0 || reaches(tx.session, other, 'read').size === 0) return [];
    const named = columns.map(([key]) => sql`t.${sql.raw(id(snake(key)))} in (select record from named)`);
    const others = apart.import ? sql`t.import is distinct from ${apart.import}` : sql`true`;
    return [
      sql`select ${other.name}::text as name, count(*)::int as count from ${sql.raw(tableOf(other).sql)} t
        where t.retired_at is null and (${sql.join(named, sql` or `)}) and ${others} and ${scope(tx.session, other, 't')}`,
    ];
  });
  if (counts.length === 0) return { count: 0, list: words('', '') };
  const { rows } = await sql<{ name: string; count: number }>`
    with named as materialized (${records})
    select name, count from (${sql.join(counts, sql` union all `)}) found
    where count > 0 order by count desc, name`.execute(tx.db);
  const told = (language: 'zh' | 'en'): string[] =>
    rows.map(({ name, count }) => `${catalogue.get(name).words[language]} ${count}`);
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    list: words(told('zh').join('、'), told('en').join(', ')),
  };
}
