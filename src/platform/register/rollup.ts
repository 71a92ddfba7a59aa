import type { Pool } from 'pg';
import type { Register } from './declare.ts';
import { id, rollupColumn, tableOf } from './tables.ts';

/** One fold or rebuild of a register at a time; writers never wait for it. */
const folding = (register: Register): string => `rollup ${register.name}`;

/**
 * Folds what was written since the last fold into the running count. One statement moves the changes: whoever counts sees
 * them in the one table or in the other, never in both or in neither, and a writer that commits meanwhile keeps its change
 * for the next fold.
 * @param owner the tables' owner: the application role can neither delete nor change counts
 * @returns how many changes were folded
 */
export async function foldRollup(owner: Pool, register: Register): Promise<number> {
  const { counts, deltas, names, cell } = parts(register);
  // Cells are compared as text of the row: equal where all columns are, nulls too, and fit to be hashed.
  return locked(
    owner,
    register,
    `with moved as (delete from ${deltas} returning ${names}, number),
      touched as (select distinct ${cell('moved')} as cell from moved),
      before as (delete from ${counts} c using touched where ${cell('c')} = touched.cell returning ${names}, number),
      kept as (
        insert into ${counts} (${names}, number)
        select ${names}, sum(number) from (select * from moved union all select * from before) changed
        group by ${names} having sum(number) <> 0)
      select count(*)::int as number from moved`,
  );
}

/**
 * Counts a register anew from its records, for a count that is doubted. One statement and one snapshot: a writer's versions and
 * its changes of the count become visible together, so none is counted twice.
 * @returns how many cells the count has
 */
export async function rebuildRollup(owner: Pool, register: Register): Promise<number> {
  const { counts, deltas, names, columns } = parts(register);
  const { sql: table } = tableOf(register);
  return locked(
    owner,
    register,
    `with old as (delete from ${deltas}), older as (delete from ${counts}),
      counted as (
        insert into ${counts} (${names}, number)
        select ${columns.map(({ expression, name }) => `${expression} as ${id(name)}`).join(', ')}, count(*)
        from ${table} t where t.retired_at is null group by ${columns.map((_, at) => at + 1).join(', ')}
        returning 1)
      select count(*)::int as number from counted`,
  );
}

function parts(register: Register) {
  if (!register.rollup) throw new Error(`${register.name} keeps no running count`);
  const columns = register.rollup.map((key) => rollupColumn(register, key));
  const { sql: table } = tableOf(register);
  return {
    counts: `${table}_counts`,
    deltas: `${table}_deltas`,
    columns,
    names: columns.map(({ name }) => id(name)).join(', '),
    cell: (alias: string) => `row(${columns.map(({ name }) => `${alias}.${id(name)}`).join(', ')})::text`,
  };
}

async function locked(owner: Pool, register: Register, statement: string): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    // A statement of its own: the snapshot of the next one must be taken after the lock is held.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [folding(register)]);
    const { rows } = await client.query<{ number: number }>(statement);
    await client.query('commit');
    return rows[0]!.number;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
