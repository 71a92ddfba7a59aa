import { Secret, TOTP } from 'otpauth';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/transact.ts';
import type { Vault } from '../sealing/vault.ts';
import { readable } from './passwords.ts';

const ISSUER = '明镜 Mingjing';
const PERIOD = 30;
const CODES = 10;

/** RFC 6238 with what every authenticator understands: SHA-1, six digits, thirty seconds. */
const totp = (secret: Secret, label = ''): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret, digits: 6, period: PERIOD });

interface Factor {
  readonly id: string;
  readonly secret: Buffer;
  readonly used_step: number;
}

/** Begins the enrolment of a second factor; it counts once a code of it has been given. */
export async function startFactor(
  { client }: Tx,
  vault: Vault,
  { account, username }: { readonly account: string; readonly username: string },
  now: Date,
): Promise<{ secret: string; address: string }> {
  const secret = new Secret({ size: 20 });
  await client.query('insert into identity.second_factors (id, account, secret, started_at) values ($1, $2, $3, $4)', [
    uuidv7(),
    account,
    vault.encrypt(secret.base32),
    now,
  ]);
  return { secret: secret.base32, address: totp(secret, username).toString() };
}

/**
 * Confirms the enrolment begun last, within the last hour, by a code of it.
 * @returns recovery codes, to be shown once, or null for a wrong code
 */
export async function confirmFactor(
  { client }: Tx,
  vault: Vault,
  account: string,
  code: string,
  now: Date,
): Promise<string[] | null> {
  const { rows } = await client.query<Factor>(
    `select id, secret, used_step from identity.second_factors
     where account = $1 and confirmed_at is null and removed_at is null and started_at > $2
     order by started_at desc limit 1 for update`,
    [account, new Date(now.getTime() - 3_600_000)],
  );
  const step = rows[0] && stepOf(vault, rows[0], code, now);
  if (!step) return null;
  await client.query('update identity.second_factors set confirmed_at = $2, used_step = $3 where id = $1', [
    rows[0]!.id,
    now,
    step,
  ]);
  const codes = Array.from({ length: CODES }, () => readable(3));
  await client.query('insert into identity.recovery_codes (factor, account, hash) select $1, $2, unnest($3::bytea[])', [
    rows[0]!.id,
    account,
    codes.map((one) => vault.hash(recoveryText(one))),
  ]);
  return codes;
}

/** True when the account has a confirmed second factor. */
export async function hasFactor({ client }: Tx, account: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from identity.second_factors where account = $1 and confirmed_at is not null and removed_at is null',
    [account],
  );
  return rowCount === 1;
}

/** Takes a code of the second factor or a recovery code, each only once. */
export async function takeCode(
  { client }: Tx,
  vault: Vault,
  account: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await client.query<Factor>(
    `select id, secret, used_step from identity.second_factors
     where account = $1 and confirmed_at is not null and removed_at is null for update`,
    [account],
  );
  const factor = rows[0];
  if (!factor) return false;
  const step = stepOf(vault, factor, code, now);
  if (step) {
    await client.query('update identity.second_factors set used_step = $2 where id = $1', [factor.id, step]);
    return true;
  }
  const used = await client.query(
    'update identity.recovery_codes set used_at = $3 where factor = $1 and hash = $2 and used_at is null',
    [factor.id, vault.hash(recoveryText(code)), now],
  );
  return used.rowCount === 1;
}

/** @returns true when there was one to remove */
export async function removeFactor({ client }: Tx, account: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'update identity.second_factors set removed_at = $2 where account = $1 and confirmed_at is not null and removed_at is null',
    [account, now],
  );
  return rowCount === 1;
}

/** The time step of a right code that is newer than the last one taken; one step early or late is right. */
function stepOf(vault: Vault, factor: Factor, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totp(Secret.fromBase32(vault.decrypt(factor.secret))).validate({
    token: digits,
    timestamp: now.getTime(),
    window: 1,
  });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1_000 / PERIOD) + delta;
  return step > factor.used_step ? step : null;
}

/** Codes are taken with or without hyphens, in either case. */
const recoveryText = (code: string): string => `recovery ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
