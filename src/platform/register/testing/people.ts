import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '../../access/roles.ts';
import type { Session } from '../../database/session.ts';
import type { City } from './city.ts';

type Unit = keyof City['units'];

/** An officer in post in a unit of the city. @returns the record */
export const addOfficer = (city: City, name: string, unit: Unit, officerNo = `P-${name}`): Promise<string> =>
  city.add('organisation.officers', {
    officerNo,
    name,
    gender: 'FEMALE',
    unit: city.units[unit],
    staffKind: 'CIVIL_SERVANT',
    isPartyMember: true,
    status: 'IN_POST',
    isTeamMember: false,
    isPrincipalLeader: false,
  });

/** An account that belongs to an officer, and its session. */
export async function addAccount(
  { owner }: { readonly owner: pg.Pool },
  city: City,
  name: string,
  roles: readonly Role[],
  unit: Unit,
  officer: string,
): Promise<Session & { readonly account: string; readonly officer: string }> {
  const account = randomUUID();
  await owner.query(
    `insert into identity.accounts (id, username, name, roles, unit, officer, language, created_at, act)
     values ($1, $2, $3, $4, $5, $6, 'zh', now(), gen_random_uuid())`,
    [account, `u${account}`, name, roles, city.units[unit], officer],
  );
  return { account, roles, unit: city.units[unit], officer };
}
