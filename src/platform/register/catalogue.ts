import type { Settle } from './breach.ts';
import type { Register } from './declare.ts';
import { createTableSql } from './tables.ts';

/** All registers of the program, by name, with every reference checked. */
export interface Catalogue {
  readonly registers: readonly Register[];
  /** @throws when no register has this name: a programming error, not a user's. */
  get(name: string): Register;
  find(name: string): Register | undefined;
  /** What follows from rows of the register beyond themselves. */
  settle(register: Register): Settle | undefined;
}

/**
 * Collects the registers of all modules. Two of one name, or a reference to none, stop the program at start.
 * @param settles what follows from rows of some registers, once for each
 */
export function catalogue(
  registers: readonly Register[],
  settles: Iterable<readonly [Register, Settle]> = [],
): Catalogue {
  const byName = new Map<string, Register>();
  const settled = new Map<Register, Settle>();
  for (const [register, settle] of settles) {
    if (settled.has(register)) throw new Error(`two things follow from rows of ${register.name}`);
    settled.set(register, settle);
  }
  for (const register of registers) {
    if (byName.has(register.name)) throw new Error(`register "${register.name}" is declared twice`);
    byName.set(register.name, register);
  }
  for (const register of registers) {
    for (const [key, column] of Object.entries(register.columns)) {
      if (column.kind === 'ref' && !byName.has(column.to!)) {
        throw new Error(`${register.name}.${key} refers to "${column.to}", which is no register`);
      }
    }
    for (const check of register.checks ?? []) {
      if (check.rule === 'atMost' && !byName.has(check.of))
        throw new Error(`${register.name} counts "${check.of}", which is no register`);
    }
    createTableSql(register);
  }
  const find = (name: string): Register | undefined => byName.get(name);
  return {
    registers,
    find,
    settle: (register) => settled.get(register),
    get(name) {
      const register = find(name);
      if (!register) throw new Error(`there is no register "${name}"`);
      return register;
    },
  };
}
