import type { Vault } from '../sealing/vault.ts';
import type { Column } from './columns.ts';
import type { Register } from './declare.ts';
import { maskSecret } from './masking.ts';
import { physicalColumns, snake } from './tables.ts';

/** A value as a record holds it in TypeScript; see `columns.ts` for what each kind looks like. */
export type Cell = string | number | boolean | null;

export type Values = Readonly<Record<string, Cell>>;

/**
 * What a version stores, as a list in the order of `storedColumns`. Rows of an import are such lists from the cell to the
 * database: looking values up by computed names in an object costs several times as much.
 */
export type StoredValues = readonly unknown[];

/** The stored columns of a register, in declaration order, with the hash of a secret beside it. */
export const storedColumns = (register: Register): readonly string[] => shapeOf(register).names;

/** A row by names (a form, a row out of the database) as its list of stored values. */
export const listed = (register: Register, stored: Readonly<Record<string, unknown>>): StoredValues =>
  shapeOf(register).names.map((name) => stored[name] ?? null);

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
export function contentOf(register: Register, record: string, version: number, stored: StoredValues): string {
  let content = `{"#":["${register.name}","${record}",${version}]`;
  for (const { key, place } of shapeOf(register).content) {
    const value = stored[place];
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

interface Shape {
  readonly names: readonly string[];
  /** What stands in the content, in its order: the key as JSON with its colon, and the place of its value. */
  readonly content: readonly { readonly key: string; readonly place: number }[];
}

const shapes = new WeakMap<Register, Shape>();

/** How a register's versions are stored and committed to, worked out once: this serves every row of an import. */
function shapeOf(register: Register): Shape {
  let shape = shapes.get(register);
  if (!shape) {
    const columns = Object.entries(register.columns).map(([key, column]) => ({
      key,
      names: physicalColumns(key, column).map(({ name }) => name),
    }));
    const names = columns.flatMap((column) => column.names);
    shape = {
      names,
      content: columns
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map((column) => ({ key: `,${JSON.stringify(column.key)}:`, place: names.indexOf(column.names.at(-1)!) })),
    };
    shapes.set(register, shape);
  }
  return shape;
}

/** A version as the database holds it. */
export interface StoredRow extends Record<string, unknown> {
  readonly record: string;
  readonly version: number;
}
