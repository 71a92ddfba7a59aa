import type { Ctx } from '../http/context.ts';
import { KNOWN_DAYS, SESSION_COOKIE } from './sessions.ts';
import type { Begun, Origin } from './sign-in.ts';

/** The cookies of signing in are sent to these addresses only. */
export const SIGN_IN_PATH = '/api/sign-in';
const DEVICE_COOKIE = 'mingjing-device';
const PENDING_COOKIE = 'mingjing-pending';

/** Where a sign-in comes from. */
export const originOf = (ctx: Ctx): Origin => ({ address: ctx.address, device: ctx.cookie(DEVICE_COOKIE) });

/** The sign-in whose second factor is due. */
export const pendingOf = (ctx: Ctx): string | undefined => ctx.cookie(PENDING_COOKIE);

export const keepPending = (ctx: Ctx, token: string): void =>
  ctx.setCookie(PENDING_COOKIE, token, { path: SIGN_IN_PATH });

/** Puts a session that has begun into the browser. */
export function welcome(ctx: Ctx, { token, device }: Begun): void {
  ctx.setCookie(SESSION_COOKIE, token);
  ctx.setCookie(PENDING_COOKIE, null, { path: SIGN_IN_PATH });
  if (device) ctx.setCookie(DEVICE_COOKIE, device, { path: SIGN_IN_PATH, seconds: KNOWN_DAYS * 86_400 });
}
