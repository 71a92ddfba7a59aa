import { sql } from 'kysely';
import { inventPeople } from '../../demo/people.ts';
import { staff } from '../../demo/staff.ts';
import { defaultSeed } from '../../demo/story.ts';
import { roles } from '../platform/access/roles.ts';
import { systemSession } from '../platform/database/session.ts';
import { type Pools, transact } from '../platform/database/transact.ts';
import { oneForEachRole, usernameOf } from '../platform/identity/accounts.ts';
import type { NewAccount } from '../platform/identity/contract.ts';

/**
 * The first accounts of the demo city: one for each role, and handlers of several units. Each belongs to an invented officer of
 * the roster, so that people can be named for a matter, have to stand back, and see their own file.
 * @returns those of roles no officer holds as in any city; an officer who is not registered leaves the account without one
 */
export async function demoAccounts(database: Pools): Promise<NewAccount[]> {
  const seats = staff(inventPeople(defaultSeed));
  const { rows } = await transact(database, systemSession, 'read', (tx) =>
    sql<{ officer_no: string; record: string; unit: string }>`
      select officer_no, record, unit from organisation.officers
      where retired_at is null and officer_no = any (${seats.map(({ officer }) => officer.officerNo)})`.execute(tx.db),
  );
  const registered = new Map(rows.map((row) => [row.officer_no, row]));
  const seated = seats.map(({ role, number, officer }): NewAccount => {
    const found = registered.get(officer.officerNo);
    return {
      username: number === 1 ? usernameOf(role) : `${usernameOf(role)}-${number}`,
      name: `${roles[role].zh} ${officer.name}`,
      roles: [role],
      ...(found ? { unit: found.unit, officer: found.record } : {}),
    };
  });
  const names = new Set(seated.map(({ username }) => username));
  return [...oneForEachRole().filter(({ username }) => !names.has(username)), ...seated];
}
