import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Pools, type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { defineAct } from '../../../platform/ledger/acts.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { retireVersions, writeVersions } from '../../../platform/register/write.ts';
import { fingerprintOf, newKeyPair } from '../../../platform/sealing/keys.ts';
import { words } from '../../../platform/words.ts';
import type { DeskKey } from '../contract.ts';
import { deskKeys } from '../registers/desk-keys.ts';

export const making = defineAct({
  name: 'desk-key.make',
  words: words('启用举报公钥', 'Bring a desk key into force'),
  permission: 'desk-keys.keep',
  rule: null,
});
export const ending = defineAct({
  name: 'desk-key.end',
  words: words('停用举报公钥', 'End a desk key'),
  permission: 'desk-keys.keep',
  rule: null,
});

interface Stored {
  readonly record: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly public_key: string;
  readonly holder: string;
  readonly valid_from: Date;
  readonly ended_at: Date | null;
  readonly end_reason: string | null;
}

/** Every key there ever was, the latest first. */
export async function listDeskKeys(tx: Tx): Promise<DeskKey[]> {
  const { rows } = await sql<Stored>`
    select record, version, fingerprint, public_key, holder, valid_from, ended_at, end_reason
    from organisation.desk_keys where retired_at is null order by valid_from desc, record`.execute(tx.db);
  return rows.map((row) => ({
    record: row.record,
    version: row.version,
    fingerprint: row.fingerprint,
    publicKey: row.public_key,
    holder: row.holder,
    validFrom: row.valid_from.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
  }));
}

/** The keys that whoever seals now seals to: all of them. Anybody may know them. */
export const deskKeysInForce = (pools: Pools): Promise<DeskKey[]> =>
  transact(pools, systemSession, 'read', async (tx) => (await listDeskKeys(tx)).filter(({ endedAt }) => !endedAt));

/**
 * Brings a public key into force, beside those that are.
 * @throws AppError `record.duplicate` for a key that was here before: a key that ended stays ended
 */
export async function makeDeskKey(
  pools: Pools,
  session: Session,
  { publicKey, holder }: { readonly publicKey: string; readonly holder: string },
): Promise<{ record: string; version: number }> {
  return perform(pools, session, making, async (tx) => {
    const fingerprint = fingerprintOf(publicKey);
    if ((await listDeskKeys(tx)).some((one) => one.publicKey === publicKey))
      throw new AppError('record.duplicate', { columns: deskKeys.columns.publicKey.words });
    const record = uuidv7();
    const stored = { fingerprint, public_key: publicKey, holder, valid_from: new Date(tx.recordedAt) };
    await writeVersions(tx, deskKeys, [{ record, version: 1, stored }]);
    return { result: { record, version: 1 }, subject: record, detail: { fingerprint } };
  });
}

/**
 * Ends a key: nothing is sealed to it from now on; what was is opened with the desk's old file.
 * @throws AppError `record.missing`, `record.changed`, `deskKey.last` when nobody could report any more
 */
export async function endDeskKey(
  pools: Pools,
  session: Session,
  record: string,
  asked: { readonly version: number; readonly reason: string },
): Promise<{ record: string; version: number }> {
  return perform(pools, session, ending, async (tx) => {
    // Two who end the last two keys at once would leave none: one waits for the other here.
    await sql`select pg_advisory_xact_lock(hashtextextended('organisation.deskKeys', 0))`.execute(tx.db);
    const keys = await listDeskKeys(tx);
    const key = keys.find((one) => one.record === record);
    if (!key) throw new AppError('record.missing');
    if (key.version !== asked.version || key.endedAt) throw new AppError('record.changed');
    if (keys.filter(({ endedAt }) => !endedAt).length === 1) throw new AppError('deskKey.last');
    const retired = await retireVersions(tx, deskKeys, [{ record, version: key.version }], 'superseded', asked.reason);
    if (retired !== 1) throw new AppError('record.changed');
    const version = key.version + 1;
    const stored = {
      fingerprint: key.fingerprint,
      public_key: key.publicKey,
      holder: key.holder,
      valid_from: new Date(key.validFrom),
      ended_at: new Date(tx.recordedAt),
      end_reason: asked.reason,
    };
    await writeVersions(tx, deskKeys, [{ record, version, stored }]);
    return { result: { record, version }, subject: record, detail: { fingerprint: key.fingerprint } };
  });
}

/**
 * The first key of a demo city, so that people can try the desk. In a city of its own the desk makes it in its browser.
 * @returns the secret, which is kept nowhere; null when there is a key already
 */
export async function ensureFirstDeskKey(pools: Pools, holder: string): Promise<string | null> {
  if ((await transact(pools, systemSession, 'read', listDeskKeys)).length > 0) return null;
  const { secret, publicKey } = await newKeyPair();
  await makeDeskKey(pools, systemSession, { publicKey, holder });
  return secret;
}
