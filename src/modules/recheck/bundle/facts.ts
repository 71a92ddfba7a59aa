import { bitsOf } from './dice.ts';
import { groupsOf } from './draw.ts';
import { clopperPearson, type Interval, type StratumOutcome, stratified } from './estimate.ts';
import type { FrameRow, Plan, RecheckFile, Stratum } from './format.ts';

/** What a file says about itself; to be believed only where nothing was found. */
export interface Facts {
  readonly title: string;
  readonly number: number;
  readonly demo: boolean;
  readonly population: Plan['population'];
  readonly asOf: string;
  /** When the plan was committed, UTC. */
  readonly plannedAt: string | null;
  /** The tree head that was published right after the plan. */
  readonly planned: { readonly size: number; readonly root: string } | null;
  readonly replaces: Plan['replaces'];
  readonly frame: number;
  readonly toDraw: number;
  readonly seed: Plan['seed'];
  /** Bits of chance of dice; null for a beacon. */
  readonly bits: number | null;
  readonly results: Results;
  readonly verifierKey: string;
}

/** What came of the cases drawn, over all and by the unit that handled first. */
export interface Results extends Tally {
  readonly byUnit: readonly (Tally & { readonly unit: Stratum['unit'] })[];
}

export interface Tally {
  readonly drawn: number;
  readonly done: number;
  readonly upheld: number;
  readonly changed: number;
  /** Share of first answers that were changed, of all cases of the frame, with its interval at 95%; null before there are results. */
  readonly error: Interval | null;
  /** True where strata were drawn at different rates, so that each counts by its size. */
  readonly weighted: boolean;
}

export function factsOf(given: RecheckFile, plannedAt: string | null, planned: Facts['planned']): Facts {
  const { plan, proof } = given;
  return {
    title: plan.title,
    number: plan.number,
    demo: plan.demo,
    population: plan.population,
    asOf: plan.asOf,
    plannedAt,
    planned,
    replaces: plan.replaces,
    frame: plan.frame.count,
    toDraw: groupsOf(plan).reduce((sum, { size }) => sum + size, 0),
    seed: plan.seed,
    bits: plan.seed.kind === 'dice' ? bitsOf(plan.seed.rolls) : null,
    results: resultsOf(given),
    verifierKey: proof.verifierKey,
  };
}

/** What the counts go by. */
interface Checked {
  readonly plan: Plan;
  readonly frame: readonly FrameRow[];
  readonly drawn: readonly Pick<RecheckFile['drawn'][number], 'case'>[];
  readonly results: readonly Pick<RecheckFile['results'][number], 'case' | 'outcome'>[];
}

/**
 * Counts the results. A case whose re-check is to be supplemented is not done. "Wrong" is an answer that was changed: one that was
 * upheld, however late, was right.
 */
export function resultsOf(given: Checked): Results {
  const { plan } = given;
  const strata = countStrata(given);
  const groups = groupsOf(plan);
  const joined = groups.map(({ strata: places }) => join(places.map((at) => strata[at]!)));
  const units = new Map<string | null, { unit: Stratum['unit']; places: number[] }>();
  for (const [at, { unit }] of plan.frame.strata.entries()) {
    const name = unit?.record ?? null;
    units.set(name, { unit, places: [...(units.get(name)?.places ?? []), at] });
  }
  const byUnit = [...units.values()].map(({ unit, places }) => {
    const own = places.map((at) => strata[at]!);
    // Within what was drawn at one rate the unit's cases are a simple sample; across rates each stratum counts by its size.
    const oneRate = plan.stratifiedBy === 'NONE' || plan.stratifiedBy === 'UNIT';
    return { unit, ...tally(oneRate ? [join(own)] : own) };
  });
  return { ...tally(joined), byUnit };
}

interface Counted extends StratumOutcome {
  readonly drawn: number;
}

function countStrata({ plan, frame, drawn, results }: Checked): Counted[] {
  const last = new Map(results.map(({ case: name, outcome }) => [name, outcome]));
  const chosen = new Set(drawn.map((one) => one.case));
  const strata = plan.frame.strata.map(({ count }) => ({ count, drawn: 0, done: 0, wrong: 0 }));
  for (const [at, name] of frame) {
    const stratum = strata[at];
    if (!stratum || !chosen.has(name)) continue;
    const outcome = last.get(name);
    stratum.drawn += 1;
    if (outcome === 'UPHELD' || outcome === 'CHANGED') stratum.done += 1;
    if (outcome === 'CHANGED') stratum.wrong += 1;
  }
  return strata;
}

const total = (strata: readonly Counted[], of: keyof Counted): number => strata.reduce((all, one) => all + one[of], 0);

const join = (strata: readonly Counted[]): Counted => ({
  count: total(strata, 'count'),
  drawn: total(strata, 'drawn'),
  done: total(strata, 'done'),
  wrong: total(strata, 'wrong'),
});

function tally(strata: readonly Counted[]): Tally {
  const { drawn, done, wrong } = join(strata);
  const weighted = strata.length > 1;
  return {
    drawn,
    done,
    upheld: done - wrong,
    changed: wrong,
    error: weighted ? stratified(strata) : clopperPearson(wrong, done),
    weighted,
  };
}
