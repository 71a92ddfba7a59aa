import type { RawBuilder } from 'kysely';
import type { Role } from '../access/roles.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Tx } from '../database/transact.ts';
import type { AppError } from '../errors.ts';
import { type Act, defineAct } from '../ledger/acts.ts';
import type { WriteTx } from '../ledger/perform.ts';
import type { Register } from '../register/declare.ts';
import type { Registry } from '../register/list.ts';
import type { StoredRow } from '../register/rows.ts';
import type { Words } from '../words.ts';
import type { Companions } from './companions.ts';
import { permissionOf } from './decide.ts';
import { type AnyLifecycle, actionsOf } from './declare.ts';

/** What a module's own code is told after a step was decided and before it is written. */
export interface StepContext {
  readonly record: string;
  /** The version the step is taken on; null where it opens the matter. */
  readonly before: StoredRow | null;
  /** Stored values of the record as they will be; whatever is set here is written with the step. */
  readonly stored: Record<string, unknown>;
  /** The form as it was given: fields and reason. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly now: Date;
  readonly registry: Registry;
  /** Takes a step that follows from this one, in the same act: on this matter or another of its kind. The ledger entry names it. */
  also(record: string, action: string, input?: Readonly<Record<string, unknown>>): Promise<void>;
  readonly calendar: WorkCalendar;
}

/** More that one action does, in the same transaction: grants, letters, refusals. */
export type Effect = (tx: WriteTx, step: StepContext) => Promise<void>;

/**
 * What keeps the session from steps on one matter whatever its roles, asked once for all those in question: the refusal of one of them, or null. A
 * step that is refused is not written, and no page offers it.
 */
export type StandingBack = (
  tx: Tx,
  record: string,
  actions: readonly string[],
) => Promise<(action: string) => AppError | null>;

/** Who has a matter in hand: officers named in columns of its register, who hand it over by a step that refuses before it writes. */
export interface Held {
  /** Columns of the register that name the officers, in the order of the step's form. */
  readonly by: readonly string[];
  /** The step that names others; its form has those columns. */
  readonly action: string;
  /** Roles that see where a holder is missing. */
  readonly seenBy: readonly Role[];
  /** Grounds on which an officer must not hold a matter, as an array of codes in SQL; empty for none. @param t alias of the register's table */
  barred(t: string, officer: RawBuilder<string>): RawBuilder<string[]>;
  readonly grounds: Readonly<Record<string, Words>>;
  /** Where nobody at all may take the step a matter waits for, whoever holds it; in words, and in SQL. @param t alias of the register's table */
  readonly stuck?: { readonly words: Words; when(t: string): RawBuilder<boolean> };
}

interface Declaration {
  readonly lifecycle: AnyLifecycle;
  /** Its `state` column holds where the matter stands. */
  readonly register: Register;
  readonly companions: Companions;
  /** Where the rungs are recorded that its limits reach, where its lifecycle has a ladder. */
  readonly escalations?: Register;
  /** Records of the officers the matter concerns; nobody else's matter where left out. */
  subjects?(tx: Tx, record: string): Promise<readonly string[]>;
  readonly held?: Held;
  readonly standingBack?: StandingBack;
  /** Matters that wait for nobody though their state leads on: their life was led on paper. @param t alias of the register's table */
  rests?(t: string): RawBuilder<boolean>;
  readonly effects?: Readonly<Record<string, Effect>>;
  /** Registers whose records point to the matter without hanging on it, with the column that does: shown to whoever reads them. */
  readonly beside?: readonly { readonly register: Register; readonly column: string }[];
  /** What follows once a step is written: steps of other matters (a duplicate's reporter is told when the clue closes). */
  readonly after?: Readonly<Record<string, Effect>>;
}

/** A matter (办件): a register whose records live by a lifecycle. */
export interface Matter extends Declaration {
  /** Name of its register. */
  readonly name: string;
  readonly acts: Readonly<Record<string, Act>>;
}

/** Declares a matter and the act of each of its actions. A register without a `state` column stops the program at start. */
export function defineMatter(declaration: Declaration): Matter {
  const { lifecycle, register, effects = {}, after = {} } = declaration;
  if (register.state === undefined)
    throw new Error(`${register.name} is a matter, so it must say which column is its state`);
  for (const name of [...Object.keys(effects), ...Object.keys(after)])
    if (!Object.hasOwn(lifecycle.actions, name)) throw new Error(`${lifecycle.name} has no action ${name}`);
  const acts = Object.fromEntries(
    actionsOf(lifecycle).map(([name, { words }]) => [
      name,
      defineAct({
        name: `${kebab(lifecycle.name)}.${kebab(name)}`,
        words,
        permission: permissionOf(lifecycle, name),
        rule: `${lifecycle.name}@${lifecycle.version}`,
      }),
    ]),
  );
  return { ...declaration, name: register.name, acts };
}

/** `ASSIGN_WITH_REPORT` and `selfReport` as names of acts have them. */
const kebab = (name: string): string =>
  (/[a-z]/.test(name) ? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : name.toLowerCase()).replaceAll(
    '_',
    '-',
  );
