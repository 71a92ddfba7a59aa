import { queryOptions } from '@tanstack/react-query';
import { get } from './client.ts';

/** State of the ledger, as `GET /api/ledger` describes it; its own declaration stands with the server's route. */
export interface LedgerView {
  readonly origin: string;
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly checkpoint: string | null;
  readonly publicKey: string;
  readonly pending: number;
  readonly recent: readonly {
    readonly seq: number | null;
    readonly at: string;
    readonly act: string;
    readonly words: { readonly zh: string; readonly en: string } | null;
    readonly actor: string;
    readonly actorName: string | null;
    readonly subject: string | null;
  }[];
}

export const ledgerQuery = queryOptions({ queryKey: ['ledger'], queryFn: () => get<LedgerView>('/api/ledger') });
