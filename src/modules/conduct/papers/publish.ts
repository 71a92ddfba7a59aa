import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Pools, Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { current } from '../../../platform/register/records/current.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import { deliveries, documentTemplates } from '../registers.ts';
import { delivering, publishing } from './acts.ts';
import type { Circle, NewPaper } from './contract.ts';

/** What a version consists of: a text, or a file that is kept under its hash. */
export type PaperContent = { readonly body: string } | { readonly fileName: string; readonly sha256: string };

/**
 * Publishes a version of a paper. From now on it never changes; what must change is published as the next version.
 * @returns its record, its edition within its kind, and the SHA-256 of its text (UTF-8) or file
 * @throws AppError `paper.replaced` when a newer version replaces the same one, `record.changed` when two publish at once
 */
export async function publishPaper(
  pools: Pools,
  session: Session,
  heading: Omit<NewPaper, 'body'>,
  content: PaperContent,
): Promise<{ record: string; edition: number; sha256: string }> {
  const sha256 = 'body' in content ? createHash('sha256').update(content.body).digest('hex') : content.sha256;
  return retold(() =>
    perform(pools, session, publishing, async (tx) => {
      const { replaces } = heading;
      const before = replaces === undefined ? null : await current(tx, documentTemplates, replaces);
      if (before && (await isReplaced(tx, before.record))) throw new AppError('paper.replaced');
      const kind = before ? String(before.kind) : heading.kind;
      const { rows } = await sql<{ edition: string }>`select coalesce(max(edition), 0) + 1 as edition
        from conduct.document_templates where kind = ${kind} and retired_at is null`.execute(tx.db);
      const edition = Number(rows[0]!.edition);
      const record = uuidv7();
      const stored = {
        kind,
        edition,
        title: heading.title,
        body: 'body' in content ? content.body : null,
        file_name: 'body' in content ? null : content.fileName,
        sha256,
        asks: heading.asks,
        valid_from: heading.validFrom,
        replaces: replaces ?? null,
        published_at: tx.recordedAt,
      };
      await writeVersions(tx, documentTemplates, [{ record, version: 1, stored }]);
      return { result: { record, edition, sha256 }, subject: record, detail: { kind, edition, sha256 } };
    }),
  );
}

/** Whether another version replaces this one, now or from a later day on. */
async function isReplaced(tx: Tx, record: string): Promise<boolean> {
  const { rows } = await sql`select from conduct.document_templates
    where replaces = ${record} and retired_at is null`.execute(tx.db);
  return rows.length > 0;
}

/**
 * Hands a version out to everybody of a circle who is in post and has not got it, in one statement. Units hand out to their own.
 * @returns how many got it
 * @throws AppError `paper.nobody` when nobody is left, `record.changed` when somebody else hands it out at this moment
 */
export async function deliverPaper(
  pools: Pools,
  session: Session,
  template: string,
  circle: Circle,
  now = new Date(),
): Promise<{ delivered: number }> {
  return retold(() =>
    perform(pools, session, delivering, async (tx) => {
      const paper = await current(tx, documentTemplates, template);
      const officers = await officersOf(tx, template, paper.replaces as string | null, circle);
      if (officers.length === 0) throw new AppError('paper.nobody');
      const deliveredOn = dayOf(now);
      const versions = officers.map(({ record, unit }) => ({
        record: uuidv7(),
        version: 1,
        stored: { template, officer: record, unit, delivered_on: deliveredOn, channel: 'ONLINE' },
      }));
      await writeVersions(tx, deliveries, versions);
      const detail = { sha256: (paper.sha256 as string | null) ?? null, whom: circle.whom, delivered: officers.length };
      return { result: { delivered: officers.length }, subject: template, detail };
    }),
  );
}

/** Officers of the circle who are in post, whom the session may hand papers to, and who have not got this one. */
async function officersOf(tx: Tx, template: string, earlier: string | null, { whom, units, department }: Circle) {
  const within = {
    ALL: sql`true`,
    UNITS: sql`o.unit in (select below from unnest(${[...units]}::uuid[]) chosen, unnest(access.subtree(chosen)) below)`,
    EARLIER: sql`exists (select from conduct.deliveries e
      where e.template = ${earlier} and e.officer = o.record and e.retired_at is null)`,
  }[whom];
  const { rows } = await sql<{ record: string; unit: string }>`
    select o.record, o.unit from organisation.officers o
    where o.retired_at is null and o.status in ('IN_POST', 'SECONDED') and ${within}
      and (${department ?? null}::text is null or o.department = ${department ?? null})
      and ((select access.reaches_all('conduct.deliveries', 'write'))
        or o.unit = any ((select access.reached_units('conduct.deliveries', 'write'))::uuid[]))
      and not exists (select from conduct.deliveries d
        where d.template = ${template} and d.officer = o.record and d.retired_at is null)`.execute(tx.db);
  return rows;
}

/** Two who do the same thing at once meet at a key: one wins, the other is told. */
export async function retold<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? new AppError('record.changed', {}, { cause: error }) : error;
  }
}
