import type { Pool } from 'pg';
import type { Policy } from './policies.ts';

/**
 * Loads the registers' policies into the table that row security reads, so that the database always enforces what the
 * program declares. Runs as the owner at every start.
 */
export async function loadReach(
  owner: Pool,
  policies: readonly { readonly name: string; readonly policy: Policy }[],
): Promise<void> {
  const rows = policies.flatMap(({ name, policy }) =>
    (['read', 'write'] as const).flatMap((mode) =>
      Object.entries(policy[mode]).map(([role, reach]) => ({ register: name, role, mode, reach })),
    ),
  );
  const client = await owner.connect();
  try {
    await client.query('begin');
    // Of two programs that open at once, the second would insert beside what it could not see to delete.
    await client.query('lock table access.reach in share row exclusive mode');
    await client.query('delete from access.reach');
    await client.query(
      `insert into access.reach (register, role, mode, reach)
       select register, role, mode, reach from json_to_recordset($1::json) as given (register text, role text, mode text, reach text)`,
      [JSON.stringify(rows)],
    );
    await client.query('commit');
    client.release();
  } catch (error) {
    // Not given back: the next to get it would find itself in a transaction that has failed.
    client.release(true);
    throw error;
  }
}
