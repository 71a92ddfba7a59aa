import { sql } from 'kysely';
import { isRole, type Role, roles } from '../platform/access/roles.ts';
import { systemSession } from '../platform/database/session.ts';
import { type Tx, transact } from '../platform/database/transact.ts';
import { AppError } from '../platform/errors.ts';
import { changeAccount, createAccount, type HandedOver, resetPassword } from '../platform/identity/accounts.ts';
import type { Account } from '../platform/identity/contract.ts';
import { accountByName, listAccounts, type StoredAccount } from '../platform/identity/store.ts';
import { words } from '../platform/words.ts';
import {
  type Command,
  flag,
  type Given,
  installationOptions,
  needed,
  textOption,
  textOptions,
  UsageError,
  withInstallation,
} from './command.ts';
import type { Installation } from './installation.ts';
import { identityOf } from './serve.ts';

/** What can be done with accounts, by its word on the command line. */
const verbs: Readonly<Record<string, (installation: Installation, given: Given) => Promise<void>>> = {
  async list(installation, given) {
    const all = await everyAccount(installation);
    if (flag(given, 'json')) return console.log(JSON.stringify({ accounts: all }, null, 2));
    for (const { username, name, roles: held, active } of all) {
      const ended = active ? '' : `\t${words('已停用', 'ended')[given.language]}`;
      console.log(`${username.padEnd(24)} ${name}\t${held.join(' ')}${ended}`);
    }
  },

  async create(installation, given) {
    const account = {
      username: needed(given, 1, 'USERNAME'),
      name: needed(given, 'name'),
      roles: rolesOf(given),
      language: given.language,
      ...(await placeOf(installation, given)),
    };
    tell(await createAccount(identityOf(installation), systemSession, account), given);
  },

  async reset(installation, given) {
    const { id } = await named(installation, given);
    const secondFactor = flag(given, 'second-factor');
    tell(await resetPassword(identityOf(installation), systemSession, id, { secondFactor }), given);
  },

  async deactivate(installation, given) {
    const { id, username: _, ...account } = await named(installation, given);
    await changeAccount(identityOf(installation), systemSession, id, { ...account, active: false });
    console.log(words('已停用，登录已结束。', 'Ended, with every sign-in.')[given.language]);
  },
};

/** Keeps accounts from the machine itself: for the first administrator, and for the last one who has lost the password. */
export const accountCommand: Command = {
  name: 'account',
  usage:
    'account list [--json] | account create USERNAME --name NAME --role ROLE… [--unit CODE] [--officer NUMBER] | account reset USERNAME [--second-factor] | account deactivate USERNAME [--data DIR]',
  words: words('管理账户；生成的密码仅显示一次', 'keep accounts; generated passwords are shown once'),
  positionals: 2,
  options: {
    ...installationOptions,
    json: { type: 'boolean' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    unit: { type: 'string' },
    officer: { type: 'string' },
    'second-factor': { type: 'boolean' },
  },
  async run(given) {
    const name = needed(given, 0, Object.keys(verbs).join(' | '));
    const verb = Object.hasOwn(verbs, name) ? verbs[name]! : undefined;
    if (!verb) throw new UsageError(name);
    if (name !== 'list') needed(given, 1, 'USERNAME');
    await withInstallation(given, { writes: name !== 'list' }, (installation) => verb(installation, given));
    return 0;
  },
};

async function everyAccount({ database }: Installation): Promise<Account[]> {
  const all: Account[] = [];
  for (let cursor: string | undefined; ; ) {
    const { accounts, next } = await transact(database, systemSession, 'read', (tx) =>
      listAccounts(tx, { cursor, limit: 200 }),
    );
    all.push(...accounts);
    if (!next) return all;
    cursor = next;
  }
}

async function named({ database }: Installation, given: Given): Promise<StoredAccount> {
  const username = needed(given, 1, 'USERNAME');
  const account = await transact(database, systemSession, 'read', (tx) => accountByName(tx, username));
  if (!account) throw new AppError('account.missing');
  return account;
}

function rolesOf(given: Given): Role[] {
  const held = textOptions(given, 'role');
  const unknown = held.filter((role) => !isRole(role));
  if (held.length === 0 || unknown.length > 0) {
    throw new UsageError(`--role ${unknown.join(' ')}? ${Object.keys(roles).join(' ')}`);
  }
  return held.filter(isRole);
}

/** The unit and officer an account belongs to, by the codes people know them by. */
async function placeOf({ database }: Installation, given: Given): Promise<{ unit?: string; officer?: string }> {
  const [unit, officer] = [textOption(given, 'unit'), textOption(given, 'officer')];
  return transact(database, systemSession, 'read', async (tx) => ({
    ...(unit === undefined ? {} : { unit: await unitOf(tx, unit) }),
    ...(officer === undefined ? {} : { officer: await officerOf(tx, officer) }),
  }));
}

async function unitOf({ db }: Tx, code: string): Promise<string> {
  const { rows } = await sql<{ record: string }>`
    select record from organisation.units where code = ${code} and retired_at is null`.execute(db);
  if (!rows[0]) throw new AppError('request.invalid', { detail: `--unit ${code}` });
  return rows[0].record;
}

async function officerOf({ db }: Tx, number: string): Promise<string> {
  const { rows } = await sql<{ record: string }>`
    select record from organisation.officers where officer_no = ${number} and retired_at is null`.execute(db);
  if (!rows[0]) throw new AppError('request.invalid', { detail: `--officer ${number}` });
  return rows[0].record;
}

function tell({ username, password }: HandedOver, { language }: Given): void {
  console.log(`${username.padEnd(24)} ${password}`);
  console.log(
    words(
      '密码仅显示这一次，首次登录时须修改。',
      'The password is shown this once and must be changed at the first sign-in.',
    )[language],
  );
}
