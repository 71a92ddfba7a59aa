import { systemSession } from '../database/session.ts';
import { transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Json } from '../ledger/canonical.ts';
import { perform, type WriteTx } from '../ledger/perform.ts';
import type { Vault } from '../sealing/vault.ts';
import { acts } from './acts.ts';
import { type Identity, provenAs } from './identity.ts';
import { verifyPassword } from './passwords.ts';
import { hasFactor, takeCode } from './second-factor.ts';
import { beginSession, endSession, knowsDevice, pendingSession, rememberDevice } from './sessions.ts';
import { accountByName, lockAccount, passwordOf, type StoredAccount } from './store.ts';
import { countAttempt, FREE_FAILURES, forgive, networkOf } from './throttle.ts';

/** Where a sign-in comes from. */
export interface Origin {
  readonly address: string;
  /** Value of the cookie that a browser keeps once an account has signed in from it. */
  readonly device: string | undefined;
}

/** Values for the browser's cookies. */
export interface Begun {
  readonly token: string;
  /** A value for a browser that is new to the account; null for one it knows. */
  readonly device: string | null;
}

/**
 * The first step: name and password. An unknown name, an account that has ended and a wrong password cannot be told apart.
 * @returns a session, or the cookie of a sign-in whose second factor is due
 * @throws AppError `sign-in.wrong`, `sign-in.throttled`
 */
export async function signIn(
  identity: Identity,
  { username, password }: { readonly username: string; readonly password: string },
  origin: Origin,
): Promise<{ readonly begun: Begun } | { readonly pending: string }> {
  const { database, now } = identity;
  const found = await transact(database, systemSession, 'read', async (tx) => {
    const account = await accountByName(tx, username);
    if (!account) return undefined;
    const hash = account.active ? await passwordOf(tx, account.id) : undefined;
    return {
      account,
      hash,
      known: await knowsDevice(tx, account.id, origin.device, now()),
      factor: await hasFactor(tx, account.id),
    };
  });
  const key = attemptKey(identity, 'password', username.trim().toLowerCase(), origin, found?.known ?? false);
  const failures = await countAttempt(database, key, now());
  // Noted while the password is compared, so that the time of the answer tells nothing about the name.
  const [right] = await Promise.all([
    verifyPassword(password, found?.hash),
    failures === FREE_FAILURES && found ? noteFailures(identity, found.account.id) : undefined,
  ]);
  if (!right || !found) throw new AppError('sign-in.wrong');
  await forgive(database, key);
  const { account, factor, known } = found;
  if (!factor) return { begun: await begin(identity, account, 'password', known) };
  const due = { account: account.id, roles: account.roles, method: 'password', pending: true } as const;
  return {
    pending: await transact(database, systemSession, 'write', (tx) => beginSession(tx, due, now())),
  };
}

/**
 * The second step: a code of the second factor, or a recovery code.
 * @param token the cookie of the first step
 * @throws AppError `sign-in.expired`, `sign-in.wrongCode`, `sign-in.throttled`
 */
export async function giveSecondFactor(
  identity: Identity,
  token: string | undefined,
  code: string,
  origin: Origin,
): Promise<Begun> {
  const { database, vault, now } = identity;
  const due = token && (await transact(database, systemSession, 'read', (tx) => pendingSession(tx, token, now())));
  if (!due) throw new AppError('sign-in.expired');
  const known = await transact(database, systemSession, 'read', (tx) =>
    knowsDevice(tx, due.account, origin.device, now()),
  );
  const key = attemptKey(identity, 'second factor', due.account, origin, known);
  await countAttempt(database, key, now());
  const begun = await perform(database, provenAs(due.account), acts.signIn, async (tx) => {
    const account = await lockAccount(tx, due.account);
    if (!account.active) throw new AppError('sign-in.expired');
    if (!(await takeCode(tx, vault, due.account, code, now()))) throw new AppError('sign-in.wrongCode');
    await endSession(tx, due.id, 'second-factor', now());
    const result = await start(tx, account, 'password', known, now());
    return { result, ...unnamed(identity, tx, due.account, { factors: 2 }) };
  });
  await forgive(database, key);
  return begun;
}

/** Begins the session of somebody who has proved who it is, and notes it in the ledger. */
export function begin(
  identity: Identity,
  account: StoredAccount,
  method: 'password' | 'sign-on',
  known: boolean,
): Promise<Begun> {
  return perform(identity.database, provenAs(account.id), acts.signIn, async (tx) => {
    const current = await lockAccount(tx, account.id);
    if (!current.active) throw new AppError('sign-in.wrong');
    const result = await start(tx, current, method, known, identity.now());
    return { result, ...unnamed(identity, tx, account.id, { method }) };
  });
}

/**
 * What the log says of who signed in or out: nothing that others can read, because anybody could hold it beside the moment at which
 * a protected record was filed. Whoever has the installation's key can tell by the hash whether it was a given account.
 */
const unnamed = (
  { vault }: Identity,
  { act }: WriteTx,
  account: string,
  detail: Readonly<Record<string, Json>> = {},
) => ({
  subject: null,
  withheld: true,
  detail: { ...detail, account: signedInAs(vault, act, account) },
});

/** The hash of an account in the entry of its signing in or out. @param act of the entry, so that no two hashes are alike */
export const signedInAs = (vault: Vault, act: string, account: string): string =>
  vault.hash(`signed in ${act} ${account}`).toString('hex');

async function start(
  tx: WriteTx,
  { id, roles }: StoredAccount,
  method: 'password' | 'sign-on',
  known: boolean,
  now: Date,
): Promise<Begun> {
  return {
    token: await beginSession(tx, { account: id, roles, method, pending: false }, now),
    device: known ? null : await rememberDevice(tx, id, now),
  };
}

/** Ends the session it is called with. */
export async function signOut(identity: Identity, account: string, session: string): Promise<void> {
  await perform(identity.database, provenAs(account), acts.signOut, async (tx) => {
    await endSession(tx, session, 'signed-out', identity.now());
    return { result: undefined, ...unnamed(identity, tx, account) };
  });
}

/** One entry for a series of failures: the ledger cannot be flooded by guessing. */
function noteFailures({ database }: Identity, account: string): Promise<void> {
  return perform(database, systemSession, acts.signInRefused, async () => ({
    result: undefined,
    subject: account,
    detail: { failures: FREE_FAILURES },
  }));
}

function attemptKey(
  { vault }: Identity,
  step: string,
  who: string,
  { address, device }: Origin,
  known: boolean,
): Buffer {
  return vault.hash(JSON.stringify(known ? [step, who, 'device', device] : [step, who, 'network', networkOf(address)]));
}
