import type { Tx } from '../../platform/database/transact.ts';
import { AppError } from '../../platform/errors.ts';
import { openCheckpoint } from '../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../platform/ledger/notes.ts';
import type { LedgerDesk } from '../../platform/register/records/proof.ts';
import type { ProvedEntry } from './bundle/entries.ts';

/** One signed tree head, and what proves that an entry is under it. */
export interface Prover {
  readonly checkpoint: string;
  /** @throws AppError `record.noProof` for a place that the head does not reach yet */
  prove(seq: number): Promise<ProvedEntry>;
}

/** Takes the newest tree head; places and entries are public, so any session may read them. */
export async function proverAt(tx: Tx, ledger: LedgerDesk): Promise<Prover> {
  const checkpoint = await ledger.store.note();
  const head = openCheckpoint(checkpoint, parseVerifierKey(ledger.verifierKey));
  return {
    checkpoint,
    async prove(seq) {
      const { rows } = await tx.client.query<{ entry: string }>(
        'select a.entry from ledger.entries e join ledger.acts a on a.id = e.act where e.seq = $1',
        [seq],
      );
      if (!head || !rows[0] || seq >= head.size) throw new AppError('record.noProof');
      const path = (await ledger.store.inclusion(seq, head.size)).map((hash) => hash.toString('hex'));
      return { seq, at: (JSON.parse(rows[0].entry) as { at: string }).at, entry: rows[0].entry, path };
    },
  };
}
