import { type RawBuilder, sql } from 'kysely';
import type { Register } from '../register/declare.ts';
import { id, snake } from '../register/tables.ts';
import { COMMON } from './history.ts';

/** Columns of a row as one JSON object, by their keys. */
export const asObject = (alias: string, keys: readonly string[]): RawBuilder<Record<string, unknown>> =>
  keys.length === 0
    ? sql`'{}'::json`
    : sql`json_build_object(${sql.join(keys.flatMap((key) => [sql.lit(key), sql.raw(`${alias}.${id(snake(key))}`)]))})`;

/** What limits ask for of a step that was handed in. */
export const pastFields = ({ columns }: Register, alias: string): RawBuilder<Record<string, unknown>> =>
  asObject(
    alias,
    Object.keys(columns).filter((key) => !COMMON.includes(key)),
  );
