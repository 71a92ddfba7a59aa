import { systemSession } from '../database/session.ts';
import { type Pools, transact } from '../database/transact.ts';

/** What accounts are called, for pages that show who did what; an account that is not known is left out. */
export const accountNames =
  (pools: Pools) =>
  async (accounts: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (accounts.length === 0) return new Map();
    const { rows } = await transact(pools, systemSession, 'read', ({ client }) =>
      client.query<{ id: string; name: string }>('select id, name from identity.names where id = any ($1::uuid[])', [
        accounts,
      ]),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
