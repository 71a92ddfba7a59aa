import * as oidc from 'openid-client';
import { z } from 'zod';
import type { OidcConfig } from '../config.ts';
import { systemSession } from '../database/session.ts';
import { transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Ctx } from '../http/context.ts';
import { Redirect } from '../http/reply.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { perform } from '../ledger/perform.ts';
import { words } from '../words.ts';
import { acts } from './acts.ts';
import { originOf, SIGN_IN_PATH, welcome } from './cookies.ts';
import { type Identity, provenAs } from './identity.ts';
import { knowsDevice } from './sessions.ts';
import { begin } from './sign-in.ts';
import { accountByName, type StoredAccount } from './store.ts';

const PATH = `${SIGN_IN_PATH}/single`;
const COOKIE = 'mingjing-single';

/** What must come back unchanged (RFC 9700, 2.1: PKCE, state and nonce). */
const journey = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });
type Journey = z.infer<typeof journey>;

/**
 * Single sign-on by OpenID Connect, authorization code flow. It opens accounts that an administrator has created, and creates
 * none: the first time by the username in the configured claim, from then on by the provider's subject alone.
 * @returns no routes where it is not configured
 */
export function singleSignOnRoutes(identity: Identity): Route[] {
  const { oidc: config, origin } = identity;
  if (!config || !origin) return [];
  const provider = providerOf(config);
  const back = new URL(`${PATH}/return`, origin);
  return [
    defineRoute({
      method: 'GET',
      path: PATH,
      words: words('单点登录', 'Single sign-on'),
      permission: 'public',
      async handle(ctx) {
        const { address, sealed } = await depart(identity, await provider(), back);
        ctx.setCookie(COOKIE, sealed, { path: PATH, seconds: 600 });
        return new Redirect(address);
      },
    }),
    defineRoute({
      method: 'GET',
      path: `${PATH}/return`,
      words: words('单点登录返回', 'Return from single sign-on'),
      permission: 'public',
      acts: [acts.signIn, acts.signOnBind],
      query: z.record(z.string(), z.string()),
      async handle(ctx, { query }) {
        ctx.setCookie(COOKIE, null, { path: PATH });
        const url = new URL(`?${new URLSearchParams(query)}`, back);
        return new Redirect(await arrive(ctx, identity, config, await provider(), url));
      },
    }),
  ];
}

/** Asks the provider for its addresses and keys, once; again only after a failure. */
function providerOf(config: OidcConfig): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | undefined;
  return () => {
    // A provider on this machine may be reached without TLS: nobody is in between.
    const issuer = new URL(config.issuer);
    const near = issuer.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
    found ??= oidc
      .discovery(issuer, config.client, config.secret, undefined, near ? { execute: [oidc.allowInsecureRequests] } : {})
      .catch((cause) => {
        found = undefined;
        throw new AppError('sign-in.provider', {}, { cause });
      });
    return found;
  };
}

async function depart({ vault, now }: Identity, provider: oidc.Configuration, back: URL) {
  const state: Journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    until: now().getTime() + 600_000,
  };
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: back.href,
    scope: 'openid profile',
    state: state.state,
    nonce: state.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(state.verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, sealed: vault.encrypt(JSON.stringify(state)).toString('base64url') };
}

/** @returns where the browser goes on: the workbench, with the code of what went wrong if something did */
async function arrive(
  ctx: Ctx,
  identity: Identity,
  config: OidcConfig,
  provider: oidc.Configuration,
  url: URL,
): Promise<string> {
  try {
    const expected = opened(identity, ctx.cookie(COOKIE));
    const claims = await claimsOf(provider, url, expected);
    const account = await accountOf(identity, claims.sub, String(claims[config.claim] ?? ''));
    const origin = originOf(ctx);
    const known = await transact(identity.database, systemSession, 'read', (tx) =>
      knowsDevice(tx, account.id, origin.device, identity.now()),
    );
    welcome(ctx, await begin(identity, account, 'sign-on', known));
    return '/';
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('sign-in.')) return `/?problem=${error.code}`;
    throw error;
  }
}

function opened({ vault, now }: Identity, sealed: string | undefined): Journey {
  try {
    const found = journey.parse(JSON.parse(vault.decrypt(Buffer.from(sealed ?? '', 'base64url'))));
    if (found.until > now().getTime()) return found;
  } catch {
    // Absent, altered or of another installation: as good as expired.
  }
  throw new AppError('sign-in.expired');
}

async function claimsOf(provider: oidc.Configuration, url: URL, { state, nonce, verifier }: Journey) {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    return tokens.claims()!;
  } catch (cause) {
    throw new AppError('sign-in.provider', {}, { cause });
  }
}

/** The account bound to the subject, else the unbound one of that username, which is bound now. */
async function accountOf({ database }: Identity, subject: string, username: string): Promise<StoredAccount> {
  const found = await transact(database, systemSession, 'read', async (tx) => {
    const bound = await tx.client.query<{ username: string }>(
      'select username from identity.accounts where sign_on_subject = $1',
      [subject],
    );
    const unbound = await tx.client.query<{ username: string }>(
      'select username from identity.accounts where username = $1 and sign_on_subject is null',
      [username.toLowerCase()],
    );
    const name = bound.rows[0]?.username ?? unbound.rows[0]?.username;
    const account = name === undefined ? undefined : await accountByName(tx, name);
    return account?.active ? { account, bind: bound.rowCount === 0 } : undefined;
  });
  if (!found) throw new AppError('sign-in.unknown');
  const { account, bind } = found;
  if (!bind) return account;
  return perform(database, provenAs(account.id), acts.signOnBind, async ({ client }) => {
    const { rowCount } = await client.query(
      'update identity.accounts set sign_on_subject = $2 where id = $1 and sign_on_subject is null',
      [account.id, subject],
    );
    if (rowCount === 0) throw new AppError('sign-in.unknown');
    return { result: account, subject: account.id };
  });
}
