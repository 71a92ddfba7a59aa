import { permission } from '../http/permission.ts';
import { defineAct } from '../ledger/acts.ts';
import { words } from '../words.ts';

/** Keeping accounts gives no look at content: SYSTEM_ADMIN stands in no policy of a register (reference 2.5). */
export const manageAccounts = permission({
  name: 'accounts.manage',
  words: words('管理账户', 'Manage accounts'),
  roles: ['SYSTEM_ADMIN'],
});

const own = (name: string, zh: string, en: string) =>
  defineAct({ name: `identity.${name}`, words: words(zh, en), permission: null, rule: null });
const managed = (name: string, zh: string, en: string) =>
  defineAct({ name: `identity.${name}`, words: words(zh, en), permission: manageAccounts.name, rule: null });

export const acts = {
  signIn: own('sign-in', '登录', 'Sign in'),
  signInRefused: own('sign-in-refused', '多次登录失败', 'Sign-in refused after several failures'),
  signOut: own('sign-out', '退出', 'Sign out'),
  signOnBind: own('sign-on-bind', '绑定单点登录', 'Bind to single sign-on'),
  passwordChange: own('password-change', '修改密码', 'Change password'),
  secondFactorAdd: own('second-factor-add', '启用双重验证', 'Add a second factor'),
  secondFactorRemove: own('second-factor-remove', '停用双重验证', 'Remove the second factor'),
  accountCreate: managed('account-create', '新建账户', 'Create an account'),
  accountChange: managed('account-change', '修改账户', 'Change an account'),
  passwordReset: managed('password-reset', '重置密码', 'Reset a password'),
  sessionsEnd: managed('sessions-end', '结束登录', 'End the sign-ins of an account'),
} as const;
