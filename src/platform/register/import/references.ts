import { sql } from 'kysely';
import type { Tx } from '../../database/transact.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Register } from '../declare.ts';
import { id, snake, tableOf } from '../tables.ts';

/** Names kept of one register before they are forgotten: callbacks name millions of appeals, each once. */
const KEPT = 200_000;

/** What a cell's text names: one record, none, or several. */
export type Named = { readonly record: string } | 'unknown' | 'ambiguous';

/**
 * Finds records by what people write in a cell: the natural key, the title or a look-up column. One query for each register
 * and batch, remembered for the rest of the import.
 */
export class References {
  readonly #tx: Tx;
  readonly #catalogue: Catalogue;
  readonly #known = new Map<string, Map<string, Named>>();

  constructor(tx: Tx, catalogue: Catalogue) {
    this.#tx = tx;
    this.#catalogue = catalogue;
  }

  /** Those of a batch's texts that were not looked up yet, each once. */
  unheard(register: string, texts: Iterable<string>): string[] {
    const known = this.#known.get(register);
    if (known && known.size > KEPT) known.clear();
    const fresh = new Set<string>();
    for (const text of texts) if (!known?.has(text)) fresh.add(text);
    return [...fresh];
  }

  /** Looks up texts that are unheard. */
  async learn(register: string, fresh: readonly string[]): Promise<void> {
    const known = this.#known.get(register) ?? new Map<string, Named>();
    this.#known.set(register, known);
    const target = this.#catalogue.get(register);
    for (const text of fresh) known.set(text, 'unknown');
    for (const { name, record } of await this.#find(target, fresh)) {
      const before = known.get(name);
      if (before === 'unknown') known.set(name, { record });
      else if (before !== 'ambiguous' && before?.record !== record) known.set(name, 'ambiguous');
    }
  }

  /** Forgets what was not found in a register, because rows were just added to it. */
  forgetUnknown(register: string): void {
    const known = this.#known.get(register);
    if (!known) return;
    for (const [text, named] of known) if (named === 'unknown') known.delete(text);
  }

  get(register: string, text: string): Named {
    return this.#known.get(register)?.get(text) ?? 'unknown';
  }

  async #find(target: Register, names: readonly string[]): Promise<{ name: string; record: string }[]> {
    const columns = namingColumns(target);
    if (columns.length === 0) return [];
    const { sql: table } = tableOf(target);
    const queries = columns.map((column) => {
      const name = sql.raw(id(snake(column)));
      return sql`select ${name} as name, record from ${sql.raw(table)} where ${name} = any (${names}::text[]) and retired_at is null`;
    });
    const { rows } = await sql<{ name: string; record: string }>`${sql.join(queries, sql` union all `)}`.execute(
      this.#tx.db,
    );
    return rows;
  }
}

/** Text columns by which a record can be named: a key of one column, the title, and the declared look-ups. */
export function namingColumns(register: Register): string[] {
  const own = register.key.length === 1 ? [register.key[0]!] : [];
  const all = new Set([...own, ...(register.lookup ?? [])]);
  return [...all].filter(
    (key) => register.columns[key]!.kind === 'text' || register.columns[key]!.kind === 'creditCode',
  );
}
