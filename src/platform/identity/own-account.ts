import type { Session } from '../database/session.ts';
import { transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { SignedIn } from '../http/context.ts';
import { perform } from '../ledger/perform.ts';
import { acts } from './acts.ts';
import type { Identity } from './identity.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { confirmFactor, hasFactor, removeFactor, startFactor, takeCode } from './second-factor.ts';
import { endSessionsOf } from './sessions.ts';
import { addPassword, passwordOf } from './store.ts';
import { countAttempt, forgive } from './throttle.ts';

/** Who changes what is his own, and through which sign-in. */
export interface Self {
  readonly account: SignedIn;
  readonly session: Session;
  readonly signIn: string;
}

/**
 * Changes one's own password and ends one's other sessions.
 * @throws AppError `password.wrong`, `password.weak`
 */
export async function changePassword(
  identity: Identity,
  self: Self,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  const { account, session, signIn } = self;
  await provePassword(identity, self, current);
  if (next === current || next.toLowerCase().includes(account.username)) throw new AppError('password.weak');
  const hash = await hashPassword(next);
  await perform(identity.database, session, acts.passwordChange, async (tx) => {
    await addPassword(tx, { account: account.id, setAt: tx.recordedAt, hash, mustChange: false, act: tx.act });
    const ended = await endSessionsOf(tx, account.id, 'password', identity.now(), signIn);
    return { result: undefined, subject: account.id, detail: { ended } };
  });
}

/** Begins to add a second factor. @throws AppError `second-factor.there` while there is one */
export async function enrolSecondFactor(identity: Identity, { account, session }: Self) {
  return transact(identity.database, session, 'write', async (tx) => {
    if (await hasFactor(tx, account.id)) throw new AppError('second-factor.there');
    return startFactor(tx, identity.vault, { account: account.id, username: account.username }, identity.now());
  });
}

/**
 * Completes it by a code, and ends one's other sessions, which had proved less.
 * @returns recovery codes
 * @throws AppError `sign-in.wrongCode`
 */
export async function confirmSecondFactor(identity: Identity, self: Self, code: string): Promise<string[]> {
  const { account, session, signIn } = self;
  return perform(identity.database, session, acts.secondFactorAdd, async (tx) => {
    if (await hasFactor(tx, account.id)) throw new AppError('second-factor.there');
    const codes = await confirmFactor(tx, identity.vault, account.id, code, identity.now());
    if (!codes) throw new AppError('sign-in.wrongCode');
    const ended = await endSessionsOf(tx, account.id, 'account', identity.now(), signIn);
    return { result: codes, subject: account.id, detail: { ended } };
  });
}

/** Takes one's second factor away, by a code of it. @throws AppError `sign-in.wrongCode` */
export async function removeSecondFactor(identity: Identity, self: Self, code: string): Promise<void> {
  const { account, session } = self;
  const key = identity.vault.hash(JSON.stringify(['remove factor', account.id]));
  await countAttempt(identity.database, key, identity.now());
  await perform(identity.database, session, acts.secondFactorRemove, async (tx) => {
    if (!(await takeCode(tx, identity.vault, account.id, code, identity.now())))
      throw new AppError('sign-in.wrongCode');
    await removeFactor(tx, account.id, identity.now());
    return { result: undefined, subject: account.id };
  });
  await forgive(identity.database, key);
}

/** How somebody shows once more that it is he who sits there: by the password, or by a code of the second factor. */
export type Presence = { readonly password: string } | { readonly code: string };

/**
 * Asks once more, within a session, who sits there: before a signature, for example. Wrong answers are slowed down.
 * @returns what it was shown by
 * @throws AppError `password.wrong`, `sign-in.wrongCode`, `sign-in.throttled`
 */
export async function confirmPresence(
  identity: Identity,
  self: Self,
  given: Presence,
): Promise<'PASSWORD' | 'SECOND_FACTOR'> {
  if ('password' in given) {
    await provePassword(identity, self, given.password);
    return 'PASSWORD';
  }
  const { database, vault, now } = identity;
  const key = vault.hash(JSON.stringify(['own code', self.account.id]));
  await countAttempt(database, key, now());
  const right = await transact(database, self.session, 'write', (tx) =>
    takeCode(tx, vault, self.account.id, given.code, now()),
  );
  if (!right) throw new AppError('sign-in.wrongCode');
  await forgive(database, key);
  return 'SECOND_FACTOR';
}

/** Somebody at an unlocked desk must not guess the password at leisure. */
async function provePassword({ database, vault, now }: Identity, { account, session }: Self, password: string) {
  const key = vault.hash(JSON.stringify(['own password', account.id]));
  await countAttempt(database, key, now());
  const hash = await transact(database, session, 'read', (tx) => passwordOf(tx, account.id));
  if (!(await verifyPassword(password, hash))) throw new AppError('password.wrong');
  await forgive(database, key);
}
