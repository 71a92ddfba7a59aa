import { type RawBuilder, sql } from 'kysely';
import type { WriteTx } from '../../ledger/perform.ts';
import type { Breach } from '../breach.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Check, Register } from '../declare.ts';
import { fault } from '../faults.ts';
import { id, snake, tableOf } from '../tables.ts';

const column = (alias: string, key: string): RawBuilder<unknown> => sql`${sql.raw(`${alias}.${id(snake(key))}`)}`;
/** How another row is called: its row when it came with this import, else its key. */
const called = (register: Register): RawBuilder<string> =>
  sql<string>`case when b.act = a.act then b.import_row::text else ${column('b', register.key[0]!)}::text end`;

/** Holds what this act wrote or retired, rows of a workbook or one record by hand, against every rule the register declares, each in one query. */
export async function checkSets(tx: WriteTx, catalogue: Catalogue, register: Register): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const check of register.checks ?? []) breaches.push(...(await breachesOf(tx, catalogue, register, check)));
  breaches.push(...((await catalogue.settle(register)?.(tx)) ?? []));
  return breaches;
}

async function breachesOf(tx: WriteTx, catalogue: Catalogue, register: Register, check: Check): Promise<Breach[]> {
  const table = sql.raw(tableOf(register).sql);
  const mine = sql`a.act = ${tx.act} and a.retired_at is null`;
  switch (check.rule) {
    case 'noOverlap': {
      const { person, from, to } = check;
      const { rows } = await sql<Found>`
        select distinct on (a.import_sheet, a.import_row) a.import_sheet as sheet, a.import_row as row, ${called(register)} as other
        from ${table} a join ${table} b
          on ${column('a', person)} = ${column('b', person)} and b.retired_at is null and a.record <> b.record
          and ${column('a', from)} < ${column('b', to)} and ${column('b', from)} < ${column('a', to)}
        where ${mine} and (b.act <> a.act or b.import_row < a.import_row)
        order by a.import_sheet, a.import_row, b.import_row`.execute(tx.db);
      return rows.map(({ sheet, row, other }) => ({
        sheet,
        row,
        key: from,
        fault: fault('set.overlap', { row: other }),
      }));
    }
    case 'onlyOnce': {
      const same = sql.join(
        check.columns.map((key) => sql`${column('a', key)} is not distinct from ${column('b', key)}`),
        sql` and `,
      );
      // The join needs one plain equality to be more than each against each; a day or a name tells more apart than a choice.
      const required = check.columns.filter((key) => !register.columns[key]!.optional);
      const telling = required.find((key) => register.columns[key]!.kind !== 'choice');
      const first = telling ?? required[0] ?? check.columns[0]!;
      const { rows } = await sql<Found>`
        select distinct on (a.import_sheet, a.import_row) a.import_sheet as sheet, a.import_row as row, ${called(register)} as other
        from ${table} a join ${table} b
          on ${column('a', first)} = ${column('b', first)} and ${same} and b.retired_at is null and a.record <> b.record
        where ${mine} and (b.act <> a.act or b.import_row < a.import_row)
        order by a.import_sheet, a.import_row, b.import_row`.execute(tx.db);
      return rows.map(({ sheet, row, other }) => ({
        sheet,
        row,
        key: check.columns[0]!,
        fault: fault('set.onlyOnce', { other }),
      }));
    }
    case 'atMost': {
      const of = sql.raw(tableOf(catalogue.get(check.of)).sql);
      const { rows } = await sql<Found & { got: number; most: number }>`
        with most as (
          select ${column('o', check.by)} as owner, count(*) as most from ${of} o where o.retired_at is null group by 1)
        select a.import_sheet as sheet, a.import_row as row, ${column('a', check.column)} as got, coalesce(most.most, 0) as most
        from ${table} a left join most on most.owner = ${column('a', check.per)}
        where ${mine} and ${column('a', check.column)} > coalesce(most.most, 0)`.execute(tx.db);
      return rows.map(({ sheet, row, got, most }) => ({
        sheet,
        row,
        key: check.column,
        fault: fault('set.atMost', { got, max: most }),
      }));
    }
  }
}

interface Found {
  readonly sheet: string;
  readonly row: number;
  readonly other: string;
}
