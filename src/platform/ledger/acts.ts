import type { Words } from '../words.ts';

/** Something the program can do that changes the record of the city: declared once, named in every entry it leaves. */
export interface Act {
  /** `module.verb`, as it stands in the ledger for good. */
  readonly name: string;
  readonly words: Words;
  /** The permission that allows it, null for the system's own work. */
  readonly permission: string | null;
  /** The rule that decides it, with its version (`leniency.grade@2`), null where the permission alone decides. */
  readonly rule: string | null;
}

const acts = new Map<string, Act>();

/** Declares an act. Two acts of one name, or a name that is not `module.verb`, keep the program from starting. */
export function defineAct(act: Act): Act {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(act.name)) throw new Error(`Not an act's name: ${act.name}`);
  if (acts.has(act.name)) throw new Error(`The act ${act.name} is declared twice`);
  acts.set(act.name, act);
  return act;
}

/** The act of a name found in the ledger; undefined for one that is no longer declared. */
export const actNamed = (name: string): Act | undefined => acts.get(name);
