import { type RawBuilder, sql } from 'kysely';
import type { Register } from '../register/declare.ts';
import { tableOf } from '../register/tables.ts';
import { stateOf } from './advance.ts';

/**
 * What a matter's `rests` says of those that a workbook brought in with what was done about them on paper: they wait for nobody until
 * a step of them is taken here.
 * @param states those that somebody who looked into a matter left it in; who hands it in by a workbook says that this was done
 * @returns of an alias of the register's table: whether the matter rests
 */
export const settledOnPaper =
  (register: Register, steps: Register, states: readonly string[]) =>
  (t: string): RawBuilder<boolean> =>
    sql<boolean>`(
    ${sql.ref(`${t}.${stateOf(register)}`)} = any (${states}) and not exists (select from ${sql.raw(tableOf(steps).sql)} s
      where s.matter = ${sql.ref(`${t}.record`)} and s.retired_at is null))`;
