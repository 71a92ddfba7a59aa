import { systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import type { Proof, RecheckFile } from '../bundle/format.ts';
import type { RecheckDesk } from './desk.ts';

export interface Proofs {
  readonly entries: ReadonlyMap<string, Proof>;
  readonly proof: RecheckFile['proof'];
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

/**
 * Proofs of acts under the newest signed tree head, and of the plan under the first one that was signed after it.
 * @throws AppError `record.noProof` while the log has no signed tree head over them
 */
export async function proveRecheck(desk: RecheckDesk, plan: string, acts: readonly string[]): Promise<Proofs> {
  const found = await proofsNow(desk, plan, acts);
  if (found) return found;
  await desk.ledger.integrate();
  const integrated = await proofsNow(desk, plan, acts);
  if (!integrated) throw new AppError('record.noProof');
  return integrated;
}

async function proofsNow(
  { pools, ledger }: RecheckDesk,
  plan: string,
  acts: readonly string[],
): Promise<Proofs | null> {
  const checkpoint = await ledger.store.note();
  const head = openCheckpoint(checkpoint, parseVerifierKey(ledger.verifierKey));
  if (!head) return null;
  // Places and entries tell nothing personal, and the public's file needs them too.
  const { places, planned } = await transact(pools, systemSession, 'read', async ({ client }) => {
    const { rows } = await client.query<{ act: string; seq: string; entry: string }>(
      `select e.act, e.seq, a.entry from ledger.entries e join ledger.acts a on a.id = e.act where e.act = any ($1::uuid[])`,
      [[plan, ...acts]],
    );
    const places = new Map(rows.map((row) => [row.act, row]));
    const planned = await client.query<{ size: string; note: string }>(
      'select size, note from ledger.checkpoints where size > $1 order by size limit 1',
      [places.get(plan)?.seq ?? head.size],
    );
    return { places, planned: planned.rows[0] };
  });
  if (!planned) return null;
  const entries = new Map<string, Proof>();
  for (const act of new Set([plan, ...acts])) {
    const place = places.get(act);
    const index = Number(place?.seq);
    if (!place || index >= head.size) return null;
    entries.set(act, { entry: place.entry, index, path: hex(await ledger.store.inclusion(index, head.size)) });
  }
  const size = Number(planned.size);
  if (size > head.size) return null;
  const own = entries.get(plan)!;
  return {
    entries,
    proof: {
      plan: own,
      planned: {
        checkpoint: planned.note,
        path: hex(await ledger.store.inclusion(own.index, size)),
        consistency: hex(await ledger.store.consistency(size, head.size)),
      },
      checkpoint,
      verifierKey: ledger.verifierKey,
    },
  };
}
