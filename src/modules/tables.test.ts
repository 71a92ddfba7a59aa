import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ROLE } from '../platform/database/roles.ts';
import { testDatabase } from '../platform/database/testing/database.ts';
import { createTableSql, snake, tableOf } from '../platform/register/tables.ts';
import { modules, registers } from './index.ts';

const pools = testDatabase();
let client: pg.PoolClient;

/** Beside each migrated schema stands, for one transaction that is never committed, what the declarations would make today. */
beforeAll(async () => {
  client = await pools.owner.connect();
  await client.query('begin');
  for (const { name } of modules) {
    const schema = snake(name);
    await client.query(`alter schema ${schema} rename to migrated_${schema}; create schema ${schema}`);
  }
  for (const register of registers.registers) await client.query(createTableSql(register));
});
afterAll(async () => {
  await client.query('rollback');
  client.release();
});

/** What PostgreSQL knows of the tables of a schema, as lines to compare. */
const facts = {
  columns: `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end || coalesce(' -- ' || col_description(c.oid, a.attnum), '') as fact, c.relname
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  indexes: `select replace(pg_get_indexdef(i.indexrelid), $1 || '.', '') as fact, c.relname
    from pg_class c join pg_index i on i.indrelid = c.oid where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
  policies: `select concat_ws(' ', tablename, policyname, permissive, roles, cmd, qual, 'check', with_check) as fact, tablename as relname
    from pg_policies where schemaname = $1`,
  grants: `select c.relname || ' ' || c.relrowsecurity || ' ' || c.relacl::text as fact, c.relname
    from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'r'
    union all
    select c.relname || '.' || a.attname || ' ' || a.attacl::text, c.relname
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attacl is not null`,
};

async function known(kind: keyof typeof facts, schema: string, tables?: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await client.query<{ fact: string; relname: string }>(facts[kind], [schema]);
  return rows
    .filter(({ relname }) => !tables || tables.has(relname))
    .map(({ fact }) => fact.replaceAll('migrated_', ''))
    .sort();
}

const declaredTables = (schema: string): ReadonlySet<string> =>
  new Set(
    registers.registers
      .filter((register) => tableOf(register).schema === schema)
      .flatMap((register) => {
        const { table } = tableOf(register);
        return register.rollup ? [table, `${table}_counts`, `${table}_deltas`] : [table];
      }),
  );

test.each(modules.map(({ name }) => snake(name)))(
  'the migrated tables of %s are those its declarations say',
  async (schema) => {
    const tables = declaredTables(schema);
    expect(tables.size).toBeGreaterThan(0);
    for (const kind of ['columns', 'policies', 'grants'] as const) {
      expect(await known(kind, `migrated_${schema}`, tables), kind).toEqual(await known(kind, schema));
    }
    // A module may add indexes of its own; none that the declaration asks for may be missing.
    const indexes = new Set(await known('indexes', `migrated_${schema}`, tables));
    expect((await known('indexes', schema)).filter((one) => !indexes.has(one))).toEqual([]);
  },
);

test('the application role may read and add, retire, and nothing else', async () => {
  const retiring = new Set(['retired_at', 'retired_by', 'retired_as', 'retired_reason']);
  const { rows } = await client.query(
    `select n.nspname || '.' || c.relname as table, c.relrowsecurity as secured, privilege
     from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) privilege
     where n.nspname like 'migrated\\_%' and c.relkind = 'r' and has_table_privilege($1, c.oid, privilege)`,
    [APP_ROLE],
  );
  const declared = new Set(registers.registers.map((register) => `migrated_${tableOf(register).sql}`));
  const own = rows.filter((row) => declared.has(row.table));
  expect(own).toHaveLength(2 * declared.size);
  expect(own.every(({ privilege, secured }) => secured && ['SELECT', 'INSERT'].includes(privilege))).toBe(true);
  const updates = await client.query(
    `select n.nspname || '.' || c.relname as table, a.attname
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname like 'migrated\\_%' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and has_column_privilege($1, c.oid, a.attnum, 'UPDATE')`,
    [APP_ROLE],
  );
  const registersOnly = updates.rows.filter((row) => declared.has(row.table));
  expect(registersOnly.filter(({ attname }) => !retiring.has(attname))).toEqual([]);
  expect(registersOnly).toHaveLength(retiring.size * declared.size);
});
