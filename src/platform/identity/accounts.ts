import { v7 as uuidv7 } from 'uuid';
import { type Role, roles } from '../access/roles.ts';
import { type Session, systemSession } from '../database/session.ts';
import { transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { perform } from '../ledger/perform.ts';
import { acts } from './acts.ts';
import { type ChangedAccount, changedAccount, type NewAccount, newAccount } from './contract.ts';
import type { Identity } from './identity.ts';
import { generatePassword, hashPassword } from './passwords.ts';
import { removeFactor } from './second-factor.ts';
import { endSessionsOf } from './sessions.ts';
import { addPassword, lockAccount, lockAdministrators, type StoredAccount } from './store.ts';

/** A password that was made for somebody: returned once, stored only as its hash. */
export interface HandedOver {
  readonly account: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Creates an account with a generated password.
 * @param mustChangePassword true for people: the password handed over opens nothing but its own change
 * @throws AppError `account.taken` for a username in use
 */
export async function createAccount(
  { database }: Identity,
  session: Session,
  given: NewAccount,
  mustChangePassword = true,
): Promise<HandedOver> {
  const account = newAccount.parse(given);
  const id = uuidv7();
  const password = generatePassword();
  const hash = await hashPassword(password);
  await perform(database, session, acts.accountCreate, async (tx) => {
    const { rowCount } = await tx.client.query(
      `insert into identity.accounts (id, username, name, roles, unit, officer, language, created_at, act)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (username) do nothing`,
      [
        id,
        account.username,
        account.name,
        account.roles,
        account.unit,
        account.officer,
        account.language,
        tx.recordedAt,
        tx.act,
      ],
    );
    if (rowCount === 0) throw new AppError('account.taken', { username: account.username });
    await addPassword(tx, { account: id, setAt: tx.recordedAt, hash, mustChange: mustChangePassword, act: tx.act });
    return { result: undefined, subject: id, detail: { roles: account.roles, unit: account.unit } };
  });
  return { account: id, username: account.username, password };
}

/** What the first account of a role is called: `unit-staff` for `UNIT_STAFF`. */
export const usernameOf = (role: Role): string => role.toLowerCase().replaceAll('_', '-');

/**
 * An account for each role. Citizens are served by the public site, which needs none.
 * @param where unit and officer an account of a role belongs to
 */
export const oneForEachRole = (
  where: (role: Role) => { readonly unit?: string; readonly officer?: string } = () => ({}),
): NewAccount[] =>
  (Object.keys(roles) as Role[])
    .filter((role) => role !== 'CITIZEN')
    .map((role) => ({
      username: usernameOf(role),
      name: roles[role].zh,
      roles: [role],
      ...where(role),
    }));

/**
 * Makes sure that the accounts of a fresh installation are there, an administrator among them.
 * @returns those created now, with their passwords; none when they were there already
 */
export async function ensureFirstAccounts(
  identity: Identity,
  {
    accounts = oneForEachRole(),
    mustChangePassword = false,
  }: { readonly accounts?: readonly NewAccount[]; readonly mustChangePassword?: boolean } = {},
): Promise<HandedOver[]> {
  const there = await transact(identity.database, systemSession, 'read', ({ client }) =>
    client.query<{ username: string }>('select username from identity.accounts where username = any ($1)', [
      accounts.map(({ username }) => username),
    ]),
  );
  const taken = new Set(there.rows.map(({ username }) => username));
  const created: HandedOver[] = [];
  for (const given of accounts)
    if (!taken.has(given.username))
      created.push(await createAccount(identity, systemSession, given, mustChangePassword));
  return created;
}

/**
 * Changes an account; where its roles, unit, officer or activity change, its sessions end.
 * @throws AppError `account.missing`, `record.changed`, `account.own`, `account.lastAdministrator`
 */
export async function changeAccount(
  { database, now }: Identity,
  session: Session,
  id: string,
  given: ChangedAccount,
): Promise<void> {
  const next = changedAccount.parse(given);
  await perform(database, session, acts.accountChange, async (tx) => {
    const administrators = await lockAdministrators(tx);
    const before = await lockAccount(tx, id);
    if (before.version !== next.version) throw new AppError('record.changed');
    const changed = rightsChanged(before, next);
    if (changed && session.account === id) throw new AppError('account.own');
    const remains = next.active && next.roles.includes('SYSTEM_ADMIN');
    if (!remains && administrators.length === 1 && administrators[0] === id) {
      throw new AppError('account.lastAdministrator');
    }
    await tx.client.query(
      `update identity.accounts set name = $2, roles = $3, unit = $4, officer = $5, language = $6, active = $7,
         version = version + 1, act = $8 where id = $1`,
      [id, next.name, next.roles, next.unit, next.officer, next.language, next.active, tx.act],
    );
    const ended = changed ? await endSessionsOf(tx, id, 'account', now()) : 0;
    const detail = { roles: next.roles, rolesBefore: before.roles, unit: next.unit, active: next.active, ended };
    return { result: undefined, subject: id, detail };
  });
}

/** What an account may do is its roles, its unit, its officer, and whether it is active. */
function rightsChanged(before: StoredAccount, next: ReturnType<typeof changedAccount.parse>): boolean {
  const of = ({ roles: held, unit, officer, active }: Pick<StoredAccount, 'roles' | 'unit' | 'officer' | 'active'>) =>
    JSON.stringify([[...held].sort(), unit, officer, active]);
  return of(before) !== of(next);
}

/**
 * Gives an account a generated password and ends its sessions.
 * @param secondFactor also takes the second factor away
 * @throws AppError `account.missing`, `account.own`
 */
export async function resetPassword(
  { database, now }: Identity,
  session: Session,
  id: string,
  { secondFactor }: { readonly secondFactor: boolean },
): Promise<HandedOver> {
  if (session.account === id) throw new AppError('account.own');
  const password = generatePassword();
  const hash = await hashPassword(password);
  return perform(database, session, acts.passwordReset, async (tx) => {
    const { username } = await lockAccount(tx, id);
    await addPassword(tx, { account: id, setAt: tx.recordedAt, hash, mustChange: true, act: tx.act });
    const removed = secondFactor && (await removeFactor(tx, id, now()));
    const ended = await endSessionsOf(tx, id, 'password', now());
    return {
      result: { account: id, username, password },
      subject: id,
      detail: { ended, secondFactorRemoved: removed },
    };
  });
}

/** Ends every session of an account. @throws AppError `account.missing` */
export async function endSessions({ database, now }: Identity, session: Session, id: string): Promise<void> {
  await perform(database, session, acts.sessionsEnd, async (tx) => {
    await lockAccount(tx, id);
    const ended = await endSessionsOf(tx, id, 'administrator', now());
    return { result: undefined, subject: id, detail: { ended } };
  });
}
