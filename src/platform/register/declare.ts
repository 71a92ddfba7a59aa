import type { Policy } from '../access/policies.ts';
import type { Words } from '../words.ts';
import type { Column } from './columns.ts';

export type Columns = Readonly<Record<string, Column>>;

/**
 * A rule over many rows that a register's workbooks must keep, checked in the database while a workbook is registered.
 * - `noOverlap`: one `person` cannot be at two records whose times overlap.
 * - `atMost`: the number in `column` may not exceed the number of current records of `of` whose `by` is this record's `per`.
 * - `onlyOnce`: records that agree in all `columns` are one event; a second one (another unit counting it again) is a fault.
 */
export type Check<K extends string = string> =
  | { readonly rule: 'noOverlap'; readonly person: K; readonly from: K; readonly to: K }
  | {
      readonly rule: 'atMost';
      readonly column: K;
      readonly of: string;
      readonly by: string;
      readonly per: K;
    }
  | { readonly rule: 'onlyOnce'; readonly columns: readonly K[] };

/** The column that refers to the matter, and the matter's register. */
export interface Follows<K extends string = string> {
  readonly column: K;
  readonly register: Register;
}

/** `K` names the columns: while declaring, those of `C`; afterwards any, so that registers of all kinds fit one list. */
interface Declaration<C extends Columns, K extends string> {
  readonly words: Words;
  /** What one record is, with its counter: `words('场', 'session')`. */
  readonly record: Words;
  /** The natural key: two current records never agree in all of these. */
  readonly key: readonly K[];
  /** The record's own date: it counts in a figure when this day is on or before the cut-off (截至). */
  readonly date?: K;
  /** The day from which the record no longer counts (left office, liaison ended). */
  readonly ends?: K;
  /** The responsible unit: decides who may read and write the record. */
  readonly unit?: K;
  /**
   * The officer the record is about: that officer may read it where the policy says `own`. `record` where the record itself
   * is the officer.
   */
  readonly officer?: K | 'record';
  /**
   * The matter this record hangs on: whoever reaches that reads this too, and a role the policy lets write may do so there only
   * (a clue's evidence is open to those who may see the clue).
   */
  readonly follows?: Follows<K>;
  /** The state of a matter with a lifecycle: it moves by the lifecycle's steps only, and no form or workbook moves it. */
  readonly state?: K;
  /** Records wait in the order of one column until another is filled: an index holds those that still wait. */
  readonly queue?: { readonly order: K; readonly until: K };
  /**
   * A protected store (reference 13): no account of an officer on a record's list of hidden officers (`access.hidden`, filled by the
   * database itself) reaches the record in any way, whatever its roles; and the log does not say who acted where that is the
   * officer whose record it is. With `true` an account that is no officer's is not let in at all; with `listed` it is, since
   * nobody but the officers listed is to be kept out.
   */
  readonly shielded?: true | 'listed';
  /**
   * A register whose readers must not read this one, whatever else they are: what this one counts would tell them how much of the
   * other is hidden from them.
   */
  readonly apart?: Register;
  /** Written by the program's own use cases only: no form and no workbook adds, changes or voids a record. */
  readonly kept?: true;
  readonly policy: Policy;
  /** Columns by which a cell of another register may name a record, beside the key. */
  readonly lookup?: readonly K[];
  /** How one record is called on a page; the first key column unless said. */
  readonly title?: K;
  /** Columns shown to the public (masked) when a published figure opens its records. */
  readonly open?: readonly K[];
  readonly checks?: readonly Check<K>[];
  /** Columns of a running count kept beside the table, for registers that grow to millions (facts: roll-ups). */
  readonly rollup?: readonly K[];
  readonly columns: C;
}

/** A typed table of one kind of record (台账), declared once. `name` is `module.register`, also its schema and table. */
export interface Register<C extends Columns = Columns> extends Declaration<C, string> {
  readonly name: string;
  readonly module: string;
}

/** What a record of a register holds, by column. */
export type RecordOf<R> =
  R extends Register<infer C> ? { [K in keyof C]: C[K] extends Column<infer V> ? V : never } : never;

/**
 * Declares a register. Wrong declarations stop the program at start: a key, date or unit that is no column, a `unit` that is
 * not a reference, or a policy that reaches by a column the register does not have.
 */
export function register<const C extends Columns>(
  name: string,
  declaration: Declaration<C, keyof C & string>,
): Register<C> {
  const [module, table, ...rest] = name.split('.');
  if (!module || !table || rest.length > 0 || !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name)) {
    throw new Error(`register name "${name}" is not "module.register"`);
  }
  const named = [
    ...declaration.key,
    ...(declaration.lookup ?? []),
    ...(declaration.open ?? []),
    ...(declaration.rollup ?? []),
    ...[
      declaration.date,
      declaration.ends,
      declaration.unit,
      declaration.title,
      declaration.state,
      declaration.queue?.order,
      declaration.queue?.until,
    ].filter((column) => column !== undefined),
  ];
  for (const column of named) {
    if (!(column in declaration.columns)) throw new Error(`${name}: "${column}" is not a column`);
  }
  for (const column of declaration.key) {
    if (declaration.columns[column]!.optional) throw new Error(`${name}: key column "${column}" must not be optional`);
  }
  if (!declaration.follows) mustBeReachable(name, declaration);
  for (const column of [declaration.unit, declaration.officer, declaration.follows?.column]) {
    if (column !== undefined && column !== 'record' && declaration.columns[column]?.kind !== 'ref') {
      throw new Error(`${name}: "${column}" decides who may read, so it must be a reference`);
    }
  }
  return { name, module, ...declaration };
}

/** `unit` and `own` reach records by a column. Without it they promise a role records that no list would ever give it. */
function mustBeReachable(name: string, { policy, unit, officer }: Declaration<Columns, string>): void {
  const needed = { unit, own: officer } as const;
  for (const [role, reach] of [...Object.entries(policy.read), ...Object.entries(policy.write)]) {
    if (reach in needed && needed[reach as keyof typeof needed] === undefined) {
      const what = reach === 'own' ? 'officer' : 'unit';
      throw new Error(`${name}: ${role} reaches "${reach}", but the register names no column as its ${what}`);
    }
  }
}
