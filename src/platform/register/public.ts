import type { Tx } from '../database/transact.ts';
import type { Words } from '../words.ts';
import type { Column } from './columns.ts';
import type { Register } from './declare.ts';
import type { Registry } from './list.ts';
import { maskForPublic } from './masking.ts';
import type { StoredRow } from './rows.ts';
import { type Cell, readValues } from './rows.ts';
import { titleColumn, titlesOf } from './titles.ts';

/** A column as the public sees it; the words of a choice's codes come with it. */
export interface PublicColumn {
  readonly key: string;
  readonly words: Words;
  readonly choices?: Readonly<Record<string, Words>>;
}

/** The columns of a register that a published figure shows; none unless the register opens some. */
export const publicColumns = (register: Register): PublicColumn[] =>
  openKeys(register).map((key) => {
    const { words, choices } = register.columns[key]!;
    return choices ? { key, words, choices } : { key, words };
  });

/**
 * Rows as the public sees them, masked on the server (reference 2.4), in the order of `publicColumns`. A reference shows what
 * it points to, masked as that register masks its own title: an officer's name stays a surname behind a reference too.
 */
export async function publicCells(
  tx: Tx,
  registry: Registry,
  register: Register,
  stored: readonly StoredRow[],
): Promise<Cell[][]> {
  const keys = openKeys(register);
  if (keys.length === 0) return stored.map(() => []);
  const open = opened(register);
  const values = stored.map((row) => readValues(registry.vault, open, row));
  const titles = await titlesOf(tx, registry.catalogue, open, values);
  return values.map((row, at) =>
    keys.map((key) => {
      const column = register.columns[key]!;
      if (column.kind !== 'ref') return maskForPublic(column, row[key] ?? null);
      return maskForPublic(titled(registry, column), titles[at]![key] ?? null);
    }),
  );
}

/** The register as far as the public sees it: nothing else is read, deciphered or looked up. */
export const opened = (register: Register): Register => ({
  ...register,
  columns: Object.fromEntries(openKeys(register).map((key) => [key, register.columns[key]!])),
});

/** A secret is never opened, whatever a declaration says. */
const openKeys = (register: Register): string[] =>
  (register.open ?? []).filter((key) => !['citizenId', 'mobile'].includes(register.columns[key]!.kind));

function titled(registry: Registry, column: Column): Column {
  const target = registry.catalogue.get(column.to!);
  return target.columns[titleColumn(target)]!;
}
