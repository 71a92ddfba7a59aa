import { sql } from 'kysely';
import { systemSession } from '../../platform/database/session.ts';
import { type Pools, transact } from '../../platform/database/transact.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { words } from '../../platform/words.ts';
import * as contract from './contract.ts';

/** Clarifications on a page. */
const PAGE = 20;

/** What everybody may read of disclosure. */
export function disclosureRoutes(pools: Pools): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/public/clarifications',
      words: words('公开：澄清正名', 'Public: names cleared'),
      permission: 'public',
      query: contract.clarificationsAsked,
      response: contract.publicClarifications,
      handle: (_ctx, { query }) => publicClarifications(pools, query.cursor),
    }),
  ];
}

interface Row {
  readonly record: string;
  readonly number: string;
  readonly unit: string;
  readonly finding: string;
  readonly clarifiedOn: string;
}

/** Only what was cleared in public: a clarification within a unit, or to the officer alone, stays there. @param cursor `day record` */
export async function publicClarifications(pools: Pools, cursor?: string) {
  const [day, record] = cursor?.split(' ') ?? [];
  const after = day && record ? sql`and (c.clarified_on, c.record) < (${day}::date, ${record}::uuid)` : sql``;
  const { rows } = await transact(pools, systemSession, 'read', (tx) =>
    sql<Row>`
      select c.record, c.number, u.name as unit, c.finding, c.clarified_on::text as "clarifiedOn"
      from disclosure.clarifications c join organisation.units u on u.record = c.unit and u.retired_at is null
      where c.retired_at is null and c.scope = 'PUBLIC' ${after}
      order by c.clarified_on desc, c.record desc limit ${PAGE + 1}`.execute(tx.db),
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    clarifications: shown.map(({ record: _record, ...row }) => row),
    next: rows.length > PAGE && last ? `${last.clarifiedOn} ${last.record}` : null,
  };
}
