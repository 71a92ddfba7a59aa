import type { Role } from '../access/roles.ts';
import type { Tx } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Account } from './contract.ts';

/** An account as it is stored, with what only this room may see of it. */
export interface StoredAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: Role[];
  readonly unit: string | null;
  readonly officer: string | null;
  readonly language: 'zh' | 'en';
  readonly active: boolean;
  readonly version: number;
}

const COLUMNS = 'id, username, name, roles, unit, officer, language, active, version';

export async function accountByName({ client }: Tx, username: string): Promise<StoredAccount | undefined> {
  const { rows } = await client.query<StoredAccount>(`select ${COLUMNS} from identity.accounts where username = $1`, [
    username.trim().toLowerCase(),
  ]);
  return rows[0];
}

/** Locks the account, so that two changes follow each other. @throws AppError `account.missing` */
export async function lockAccount({ client }: Tx, id: string): Promise<StoredAccount> {
  const { rows } = await client.query<StoredAccount>(
    `select ${COLUMNS} from identity.accounts where id = $1 for update`,
    [id],
  );
  if (!rows[0]) throw new AppError('account.missing');
  return rows[0];
}

/** Ids of the active system administrators, locked: two of them cannot remove each other at once. */
export async function lockAdministrators({ client }: Tx): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from identity.accounts where active and 'SYSTEM_ADMIN' = any (roles) order by id for update`,
  );
  return rows.map(({ id }) => id);
}

/** Accounts in the order of their usernames. */
export async function listAccounts(
  { client }: Tx,
  { q, cursor, limit }: { readonly q?: string; readonly cursor?: string; readonly limit: number },
): Promise<{ accounts: Account[]; next: string | null }> {
  const { rows } = await client.query<Omit<Account, 'signedInAt'> & { signedInAt: Date | null }>(
    `select ${COLUMNS},
       exists (select from identity.second_factors f
         where f.account = a.id and f.confirmed_at is not null and f.removed_at is null) as "secondFactor",
       (select max(started_at) from identity.sessions s where s.account = a.id and not s.pending) as "signedInAt"
     from identity.accounts a
     where ($1::text is null or strpos(username, lower($1)) > 0 or strpos(name, $1) > 0)
       and ($2::text is null or username > $2)
     order by username limit $3`,
    [q ?? null, cursor ?? null, limit + 1],
  );
  const accounts = rows.slice(0, limit).map((row) => ({ ...row, signedInAt: row.signedInAt?.toISOString() ?? null }));
  return { accounts, next: rows.length > limit ? accounts.at(-1)!.username : null };
}

/** The password that counts; undefined for an account that has none. */
export async function passwordOf({ client }: Tx, account: string): Promise<string | undefined> {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from identity.passwords where account = $1 order by set_at desc limit 1',
    [account],
  );
  return rows[0]?.hash;
}

export async function addPassword(
  { client }: Tx,
  password: { account: string; setAt: string; hash: string; mustChange: boolean; act: string },
): Promise<void> {
  await client.query(
    'insert into identity.passwords (account, set_at, hash, must_change, act) values ($1, $2, $3, $4, $5)',
    [password.account, password.setAt, password.hash, password.mustChange, password.act],
  );
}
