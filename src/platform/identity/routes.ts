import { z } from 'zod';
import { isRole, roles } from '../access/roles.ts';
import { type Tx, transact } from '../database/transact.ts';
import type { Ctx } from '../http/context.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { words } from '../words.ts';
import * as accounts from './accounts.ts';
import { acts, manageAccounts } from './acts.ts';
import * as contract from './contract.ts';
import { keepPending, originOf, pendingOf, SIGN_IN_PATH, welcome } from './cookies.ts';
import type { Identity } from './identity.ts';
import * as own from './own-account.ts';
import { SESSION_COOKIE } from './sessions.ts';
import { giveSecondFactor, signIn, signOut } from './sign-in.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { listAccounts } from './store.ts';

export interface IdentityRoutes {
  readonly demo: boolean;
  /** What a unit is called; the platform does not know the units register. */
  unitName(tx: Tx, unit: string): Promise<string | null>;
  /** Where accounts can belong: every unit, or the officer with exactly that number. */
  places(of: 'units' | 'officers', number: string): Promise<{ record: string; title: string }[]>;
}

const byId = z.object({ id: z.uuid() });
const managing = { permission: manageAccounts } as const;

/** Who is signed in. Present by the route's permission: only routes that somebody must be signed in for may ask. */
export const selfOf = ({ account, session, signIn: through }: Ctx): own.Self => ({
  account: account!,
  session,
  signIn: through!,
});

/** The routes of signing in, of one's own account and of the accounts of others. */
export function identityRoutes(identity: Identity, options: IdentityRoutes): Route[] {
  return [
    ...signInRoutes(identity),
    ...singleSignOnRoutes(identity),
    ...ownRoutes(identity, options),
    ...accountRoutes(identity, options),
  ];
}

const signInRoutes = (identity: Identity): Route[] => [
  defineRoute({
    method: 'GET',
    path: SIGN_IN_PATH,
    words: words('登录方式', 'Ways to sign in'),
    permission: 'public',
    response: contract.ways,
    handle: async () => ({ singleSignOn: identity.oidc !== undefined }),
  }),
  defineRoute({
    method: 'POST',
    path: SIGN_IN_PATH,
    words: words('登录', 'Sign in'),
    permission: 'public',
    acts: [acts.signIn, acts.signInRefused],
    body: contract.signIn,
    response: contract.signedIn,
    async handle(ctx, { body }) {
      const result = await signIn(identity, body, originOf(ctx));
      if ('begun' in result) welcome(ctx, result.begun);
      else keepPending(ctx, result.pending);
      return { secondFactor: 'pending' in result };
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${SIGN_IN_PATH}/second-factor`,
    words: words('双重验证', 'Second factor'),
    permission: 'public',
    acts: [acts.signIn],
    body: contract.code,
    async handle(ctx, { body }) {
      welcome(ctx, await giveSecondFactor(identity, pendingOf(ctx), body.code, originOf(ctx)));
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/sign-out',
    words: words('退出', 'Sign out'),
    permission: 'signedIn',
    acts: [acts.signOut],
    beforePasswordChange: true,
    async handle(ctx) {
      const self = selfOf(ctx);
      await signOut(identity, self.account.id, self.signIn);
      ctx.setCookie(SESSION_COOKIE, null);
    },
  }),
];

const ownRoutes = (identity: Identity, { demo, unitName }: IdentityRoutes): Route[] => [
  defineRoute({
    method: 'GET',
    path: '/api/me',
    words: words('我的账户', 'My account'),
    permission: 'signedIn',
    beforePasswordChange: true,
    response: contract.me,
    async handle({ account, session, database }) {
      const { unit } = session;
      const name = unit === null ? null : await transact(database, session, 'read', (tx) => unitName(tx, unit));
      return {
        account: account!,
        roles: session.roles.filter(isRole),
        unit: unit === null ? null : { record: unit, name: name ?? '' },
        officer: session.officer,
        draftKey: identity.vault.keyFor(`drafts of ${account!.id}`).toString('hex'),
        demo,
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/password',
    words: words('修改密码', 'Change my password'),
    permission: 'signedIn',
    acts: [acts.passwordChange],
    beforePasswordChange: true,
    body: contract.passwordChange,
    handle: (ctx, { body }) => own.changePassword(identity, selfOf(ctx), body),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/second-factor',
    words: words('开始启用双重验证', 'Begin to add a second factor'),
    permission: 'signedIn',
    acts: [acts.secondFactorAdd],
    response: contract.enrolment,
    handle: (ctx) => own.enrolSecondFactor(identity, selfOf(ctx)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/second-factor/confirm',
    words: words('启用双重验证', 'Add a second factor'),
    permission: 'signedIn',
    acts: [acts.secondFactorAdd],
    body: contract.code,
    response: contract.recoveryCodes,
    handle: async (ctx, { body }) => ({ codes: await own.confirmSecondFactor(identity, selfOf(ctx), body.code) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/me/second-factor/remove',
    words: words('停用双重验证', 'Remove my second factor'),
    permission: 'signedIn',
    acts: [acts.secondFactorRemove],
    body: contract.code,
    handle: (ctx, { body }) => own.removeSecondFactor(identity, selfOf(ctx), body.code),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/roles',
    words: words('角色', 'Roles'),
    permission: 'signedIn',
    response: contract.roleList,
    handle: async () => ({
      roles: Object.entries(roles).flatMap(([name, said]) => (isRole(name) ? [{ name, words: said }] : [])),
    }),
  }),
];

const accountRoutes = (identity: Identity, { places }: IdentityRoutes): Route[] => [
  defineRoute({
    ...managing,
    method: 'GET',
    path: '/api/accounts',
    words: words('账户列表', 'Accounts'),
    query: contract.accountQuery,
    response: contract.accountList,
    handle: ({ database, session }, { query }) => transact(database, session, 'read', (tx) => listAccounts(tx, query)),
  }),
  defineRoute({
    ...managing,
    method: 'GET',
    path: '/api/accounts/places',
    words: words('账户可属的单位和干警', 'Units and officers an account can belong to'),
    query: contract.placeQuery,
    response: contract.placeList,
    handle: async (_ctx, { query }) => ({ places: await places(query.of, query.number) }),
  }),
  defineRoute({
    ...managing,
    method: 'POST',
    path: '/api/accounts',
    words: words('新建账户', 'Create an account'),
    acts: [acts.accountCreate],
    body: contract.newAccount,
    response: contract.handedOver,
    handle: ({ session }, { body }) => accounts.createAccount(identity, session, body),
  }),
  defineRoute({
    ...managing,
    method: 'PUT',
    path: '/api/accounts/:id',
    words: words('修改账户', 'Change an account'),
    acts: [acts.accountChange],
    params: byId,
    body: contract.changedAccount,
    handle: ({ session }, { params, body }) => accounts.changeAccount(identity, session, params.id, body),
  }),
  defineRoute({
    ...managing,
    method: 'POST',
    path: '/api/accounts/:id/reset-password',
    words: words('重置密码', 'Reset a password'),
    acts: [acts.passwordReset],
    params: byId,
    body: contract.reset,
    response: contract.handedOver,
    handle: ({ session }, { params, body }) => accounts.resetPassword(identity, session, params.id, body),
  }),
  defineRoute({
    ...managing,
    method: 'POST',
    path: '/api/accounts/:id/end-sessions',
    words: words('结束登录', 'End the sign-ins of an account'),
    acts: [acts.sessionsEnd],
    params: byId,
    handle: ({ session }, { params }) => accounts.endSessions(identity, session, params.id),
  }),
];
