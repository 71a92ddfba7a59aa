import { sql } from 'kysely';
import type { Session } from '../database/session.ts';
import type { Tx } from '../database/transact.ts';
import { scope } from '../register/scope.ts';
import { compile, compileRunningCount, type Moment } from '../register/sets.ts';
import { type Words, words } from '../words.ts';
import type { Figure, Measure } from './declare.ts';
import { aggregate, evaluate, type FigureDesk, type Result } from './evaluate.ts';

/** What a cross-check found: whether it holds, and the numbers it compared. */
export interface CheckResult {
  readonly id: string;
  readonly words: Words;
  readonly holds: boolean;
  readonly detail: Words;
  /** The figures it speaks of: those that may not be published while it fails. */
  readonly figures: readonly string[];
}

/** Figures already evaluated at one moment, and a way to ask more of the same moment. */
export interface Evaluated {
  readonly desk: FigureDesk;
  readonly results: ReadonlyMap<string, Result>;
  /** The value of a measure that no figure declares. */
  measure(measure: Measure): Promise<number>;
  /** The value of a figure for each unit and for records of no unit; null for a figure whose register has none. */
  byUnit(figure: Figure): Promise<UnitSum | null>;
}

interface UnitSum {
  readonly sum: number;
  /** Records that name a unit the city did not have at that moment. */
  readonly strays: number;
}

export type Outcome = { readonly holds: boolean; readonly detail: Words; readonly figures?: readonly string[] };

/** A relation between figures that must hold whatever the numbers are. `check-kinds.ts` makes them. */
export interface CrossCheck {
  readonly id: string;
  readonly words: Words;
  /** Figures it needs. It is left out for whoever may not see one of them, and where one has no value. */
  readonly figures: readonly string[];
  run(known: Evaluated, value: (id: string) => number): Promise<Outcome>;
}

/** Figures with the checks that hold between them. */
export interface CheckedDesk extends FigureDesk {
  readonly checks: readonly CrossCheck[];
}

/** Cross-checks over the figures of a desk; one of a figure that does not exist, or two of one id, stop the program at start. */
export function crossChecks(desk: FigureDesk, checks: readonly CrossCheck[]): readonly CrossCheck[] {
  for (const [at, { id, figures }] of checks.entries()) {
    if (checks.findIndex((other) => other.id === id) !== at) throw new Error(`check "${id}" is declared twice`);
    const missing = figures.find((figure) => !desk.find(figure));
    if (missing) throw new Error(`check "${id}" speaks of a figure "${missing}" that does not exist`);
  }
  return checks;
}

/**
 * Runs cross-checks over values of one moment. A check one of whose figures the session may not see is left out.
 * @param results value of each figure at this very moment
 */
export async function runChecks(
  tx: Tx,
  desk: CheckedDesk,
  session: Session,
  results: ReadonlyMap<string, Result>,
  moment: Moment,
): Promise<CheckResult[]> {
  const known = ask(tx, desk, session, results, moment);
  const value = (id: string): number => Number(results.get(id)!.value);
  const found: CheckResult[] = [];
  for (const check of desk.checks) {
    if (check.figures.some((id) => (results.get(id)?.value ?? null) === null)) continue;
    const { id, words, figures } = check;
    found.push({ id, words, figures, ...(await check.run(known, value)) });
  }
  return found;
}

function ask(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  results: ReadonlyMap<string, Result>,
  moment: Moment,
): Evaluated {
  return {
    desk,
    results,
    async measure(value) {
      const unnamed: Figure = { id: '', words: words('', ''), unit: '', kind: 'measure', version: 1, value };
      return Number((await evaluate(tx, desk, session, unnamed, moment)).value);
    },
    byUnit: (figure) => byUnit(tx, desk, session, figure, moment),
  };
}

async function byUnit(
  tx: Tx,
  desk: FigureDesk,
  session: Session,
  { value: asked }: Figure,
  moment: Moment,
): Promise<UnitSum | null> {
  if (asked.how !== 'count' && asked.how !== 'sum' && asked.how !== 'distinct') return null;
  const { catalogue } = desk.registry;
  const { register } = asked.set;
  if (!register.unit) return null;
  const units = catalogue.get(register.columns[register.unit]!.to!);
  // The running count knows the unit but not the other columns of a sum or a distinct count.
  const running = asked.how === 'count' && register.rollup?.includes(register.unit);
  const counted = (running && compileRunningCount(catalogue, asked.set, moment)) || undefined;
  const compiled = counted ?? compile(catalogue, asked.set, moment);
  const number = counted ? sql`sum(t.number)` : aggregate(asked, (path) => compiled.column(path));
  const named = compiled.column(register.unit);
  const found = compiled.column(`${register.unit}.${units.key[0]}`);
  const { rows } = await sql<{ sum: string; strays: string }>`
    select coalesce(sum(number), 0) as sum, coalesce(sum(number) filter (where named is not null and found is null), 0) as strays
    from (
      select ${named} as named, ${found} as found, ${number} as number
      from ${compiled.from} where ${compiled.where} and ${scope(session, register, 't')} group by 1, 2) units`.execute(
    tx.db,
  );
  return { sum: Number(rows[0]!.sum), strays: Number(rows[0]!.strays) };
}
