import type { Vault } from '../sealing/vault.ts';
import type { Column } from './columns.ts';
import type { Register } from './declare.ts';
import { maskSecret } from './masking.ts';
import { physicalColumns, snake } from './tables.ts';

/** A value as a record holds it in TypeScript; see `columns.ts` for what each kind looks like. */
export type Cell = string | number | boolean | null;

export type Values = Readonly<Record<string, Cell>>;

/** The stored columns of a register, in declaration order, with the hash of a secret beside it. */
export const storedColumns = (register: Register): string[] =>
  Object.entries(register.columns).flatMap(([key, column]) => physicalColumns(key, column).map(({ name }) => name));

/** One column's value out of a database row; secrets come masked (reference 2.4). */
function readCell(vault: Vault, column: Column, key: string, stored: Readonly<Record<string, unknown>>): Cell {
  const value = stored[snake(key)];
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return maskSecret(column, vault.decrypt(value));
  return value as Cell;
}

/** The values of a database row as people may see them. */
export const readValues = (vault: Vault, register: Register, stored: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(register.columns).map(([key, column]) => [key, readCell(vault, column, key, stored)]),
  );

/**
 * The content a version commits to: its register, identity and every value it holds, nulls left out, keys in code-point
 * order: canonical JSON (RFC 8785), written by hand because every row of an import comes through here. A secret stands there
 * by its keyed hash, so that verifying needs no key.
 */
export function contentOf(
  register: Register,
  record: string,
  version: number,
  stored: Readonly<Record<string, unknown>>,
): string {
  let content = `{"#":["${register.name}","${record}",${version}]`;
  for (const { key, name } of contentKeys(register)) {
    const value = stored[name];
    if (value === null || value === undefined) continue;
    if (typeof value === 'string') content += key + quoted(value);
    else if (Buffer.isBuffer(value)) content += `${key}"${value.toString('hex')}"`;
    else content += `${key}${value instanceof Date ? `"${value.toISOString()}"` : String(value)}`;
  }
  return `${content}}`;
}

/** Text as JSON has it. Nearly all of it has nothing to escape, and looking is cheaper than the general way. */
const quoted = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON must escape
  /[\u0000-\u001f"\\\ud800-\udfff]/.test(text) ? JSON.stringify(text) : `"${text}"`;

/** How one stored column stands in the content, worked out once for a register: this runs for every row of an import. */
interface ContentKey {
  /** The key as JSON, with its colon. */
  readonly key: string;
  /** The stored column. */
  readonly name: string;
}

const known = new WeakMap<Register, ContentKey[]>();

function contentKeys(register: Register): ContentKey[] {
  let keys = known.get(register);
  if (!keys) {
    keys = Object.entries(register.columns)
      .map(([key, column]) => ({ key, name: physicalColumns(key, column).at(-1)!.name }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, name }) => ({ key: `,${JSON.stringify(key)}:`, name }));
    known.set(register, keys);
  }
  return keys;
}

/** A version as the database holds it. */
export interface StoredRow extends Record<string, unknown> {
  readonly record: string;
  readonly version: number;
}
