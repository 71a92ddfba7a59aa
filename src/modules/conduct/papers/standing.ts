import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { type Pools, type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { scope } from '../../../platform/register/scope.ts';
import { deliveries } from '../registers.ts';
import type { Counts, Paper, PaperView, UnitCoverage, WaitingOfficer } from './contract.ts';

/** Whether the version `t` is replaced by one that is in force on a day: from then on it is not to be signed any more. */
export const isSuperseded = (today: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from conduct.document_templates n
    where n.replaces = t.record and n.retired_at is null and n.valid_from <= ${today})`;

/** A signature in the own account, or one by hand that the unit's ledger holds. */
const signed = sql`(a.signed is not null or d.signed_on is not null)`;
const opened = sql`(a.opened is not null or d.receipt_on is not null or ${signed})`;
const refused = sql`(not ${signed} and (a.refused is not null or d.unsigned_reason is not null))`;

/** What the officer answered to each delivery, of one paper or of all. */
const answers = (template: string | null) => sql`left join (
  select delivery, max(given_at) filter (where kind = 'OPENED') as opened, max(given_at) filter (where kind = 'SIGNED') as signed,
    max(given_at) filter (where kind = 'REFUSED') as refused, max(reason) as reason
  from conduct.paper_answers where retired_at is null and (${template}::uuid is null or template = ${template})
  group by delivery) a on a.delivery = d.record`;

const counted = sql`count(d.record)::int as delivered, (count(d.record) filter (where ${opened}))::int as opened,
  (count(d.record) filter (where ${signed}))::int as signed, (count(d.record) filter (where ${refused}))::int as refused`;

type CountedRow = Counts & Omit<PaperView, 'counts' | 'units'>;

/** All versions of all papers, newest first, with what the session may see of who answered. */
export async function listPapers(pools: Pools, session: Session, today: string): Promise<Paper[]> {
  const rows = await transact(pools, session, 'read', (tx) => paperRows(tx, session, today));
  return rows.map(({ body: _body, ...paper }) => paper);
}

/** One version with its text, and how far each unit is. @throws AppError `record.missing` */
export async function viewPaper(pools: Pools, session: Session, record: string, today: string): Promise<PaperView> {
  return transact(pools, session, 'read', async (tx) => {
    const [paper] = await paperRows(tx, session, today, record);
    if (!paper) throw new AppError('record.missing');
    const { rows } = await sql<Counts & { unit: string; name: string }>`
      select d.unit, u.name, ${counted} from conduct.deliveries d
      join organisation.units u on u.record = d.unit and u.retired_at is null ${answers(record)}
      where d.template = ${record} and d.retired_at is null and ${scope(session, deliveries, 'd')}
      group by d.unit, u.name, u.code order by u.code`.execute(tx.db);
    const units = rows.map(({ unit, name, ...counts }): UnitCoverage => ({ unit, name, counts }));
    return { ...paper, units };
  });
}

async function paperRows(tx: Tx, session: Session, today: string, record: string | null = null) {
  const { rows } = await sql<CountedRow>`
    select t.record, t.kind, t.edition::int as edition, t.title, t.asks, t.valid_from::text as "validFrom", t.body, t.sha256,
      t.file_name as "fileName", t.replaces, to_json(t.published_at)#>>'{}' as "publishedAt",
      ${isSuperseded(today)} as superseded, coalesce(delivered, 0) as delivered, coalesce(opened, 0) as opened,
      coalesce(signed, 0) as signed, coalesce(refused, 0) as refused
    from conduct.document_templates t left join (
      select d.template, ${counted} from conduct.deliveries d ${answers(record)}
      where d.retired_at is null and (${record}::uuid is null or d.template = ${record}) and ${scope(session, deliveries, 'd')}
      group by d.template) c on c.template = t.record
    where t.retired_at is null and (${record}::uuid is null or t.record = ${record})
    order by t.published_at desc nulls last, t.valid_from desc, t.kind`.execute(tx.db);
  return rows.map(({ delivered, opened: seen, signed: by, refused: not, ...paper }) => ({
    ...paper,
    counts: { delivered, opened: seen, signed: by, refused: not },
  }));
}

/**
 * Who still has to answer a version, in the order of officers' numbers: without a signature where it asks for one, unread where
 * it asks for reading.
 * @param given `after` is the last number of the page before
 */
export async function waitingFor(
  pools: Pools,
  session: Session,
  record: string,
  given: { readonly unit?: string; readonly after?: string; readonly limit: number },
): Promise<{ officers: WaitingOfficer[]; next: string | null }> {
  return transact(pools, session, 'read', async (tx) => {
    const { rows } = await sql<WaitingOfficer>`
      select o.officer_no as "officerNo", o.name, u.name as "unitName", o.department, d.delivered_on::text as "deliveredOn",
        case when ${refused} then 'REFUSED' when ${opened} then 'OPENED' else 'DELIVERED' end as state,
        coalesce(a.reason, d.unsigned_reason) as reason
      from conduct.deliveries d
      join conduct.document_templates t on t.record = d.template and t.retired_at is null
      join organisation.officers o on o.record = d.officer and o.retired_at is null
      join organisation.units u on u.record = d.unit and u.retired_at is null ${answers(record)}
      where d.template = ${record} and d.retired_at is null and ${scope(session, deliveries, 'd')}
        and case when t.asks = 'READ' then not ${opened} else not ${signed} end
        and (${given.unit ?? null}::uuid is null or d.unit = ${given.unit ?? null})
        and (${given.after ?? null}::text is null or o.officer_no > ${given.after ?? null})
      order by o.officer_no limit ${given.limit + 1}`.execute(tx.db);
    const officers = rows.slice(0, given.limit);
    return { officers, next: rows.length > given.limit ? officers.at(-1)!.officerNo : null };
  });
}
