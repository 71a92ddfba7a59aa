import { known } from './known.ts';

/** Sign-in, sessions, passwords and accounts. */
export const accountsErrors = {
  'session.missing': known(401, '请先登录。', 'Please sign in.'),
  'session.passwordDue': known(
    403,
    '首次登录请先修改密码，然后才能使用其他功能。',
    'Change the password you were given first; then everything else is open to you.',
  ),
  'sign-in.wrong': known(401, '用户名或密码不正确。', 'The username or the password is not right.'),
  'sign-in.wrongCode': known(
    401,
    '验证码不正确或已使用过，请输入新的验证码。',
    'The code is not right or was used before; enter a new one.',
  ),
  'sign-in.expired': known(
    401,
    '登录已超时，请重新输入用户名和密码。',
    'The sign-in took too long; start again with username and password.',
  ),
  'sign-in.throttled': known(
    429,
    '失败次数过多，请在 {seconds} 秒后再试。',
    'Too many failures; try again in {seconds} seconds.',
  ),
  'sign-in.unknown': known(
    403,
    '单点登录成功，但本系统没有与之对应的账户。请联系系统管理员。',
    'Single sign-on succeeded, but no account here belongs to it. Ask the system administrator.',
  ),
  'sign-in.provider': known(
    503,
    '单点登录服务没有给出有效的答复，请稍后再试或使用密码登录。',
    'The single sign-on service gave no valid answer; try again or sign in with your password.',
  ),
  'password.wrong': known(403, '当前密码不正确。', 'The current password is not right.'),
  'password.weak': known(
    400,
    '新密码不能与当前密码相同，也不能包含用户名。',
    'The new password must differ from the current one and must not contain the username.',
  ),
  'second-factor.there': known(409, '双重验证已启用。', 'There is a second factor already.'),
  'account.missing': known(404, '没有这个账户。', 'There is no such account.'),
  'account.taken': known(409, '用户名“{username}”已被使用。', 'The username "{username}" is taken.'),
  'account.own': known(
    403,
    '不能更改自己的角色、单位或状态，也不能重置自己的密码；须由另一位系统管理员办理。',
    'Nobody changes the rights of his or her own account or resets its password; another administrator must do it.',
  ),
  'account.lastAdministrator': known(
    409,
    '这是最后一位有效的系统管理员，不能停用或撤销其角色。',
    'This is the last active system administrator; the account must stay active and keep that role.',
  ),
  'access.unbound': known(
    403,
    '您的账户未绑定干警，无法确认您不是被记录人，因此不能进入受保护的记录。请联系系统管理员绑定。',
    'Your account belongs to no officer, so nobody can tell that you are not the person named. Protected records stay closed; ask the system administrator to say which officer you are.',
  ),
  'access.denied': known(403, '您没有“{permission}”权限。', 'You do not hold the permission "{permission}".'),
} as const;
