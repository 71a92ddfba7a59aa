import type { FrameRow, Plan } from './format.ts';
import { byTicket, sample, type Ticket } from './sampler.ts';

/** Rates are whole ten-thousandths, so that no machine rounds them differently. */
const WHOLE = 10_000;

/** Strata that are drawn from together. */
export interface Group {
  /** Places of the strata in the plan. */
  readonly strata: readonly number[];
  readonly count: number;
  /** How many of its cases are drawn. */
  readonly size: number;
}

type Drawing = Pick<Plan, 'stratifiedBy' | 'sizing'> & { readonly frame: Pick<Plan['frame'], 'strata'> };

/**
 * The groups of a plan with their sizes. Rounding rule: count × rate, rounded up, so that no group with a rate above zero is left
 * out; a fixed number is never more than there are.
 */
export function groupsOf({ frame, stratifiedBy, sizing }: Drawing): Group[] {
  const groups = new Map<string, { strata: number[]; count: number; rate: string }>();
  for (const [at, { unit, risk, count }] of frame.strata.entries()) {
    const byRisk = stratifiedBy === 'RISK' || stratifiedBy === 'UNIT_RISK';
    const byUnit = stratifiedBy === 'UNIT' || stratifiedBy === 'UNIT_RISK';
    const name = `${byUnit ? unit?.record : ''}/${byRisk ? risk : ''}`;
    const group = groups.get(name) ?? { strata: [], count: 0, rate: byRisk ? risk : 'ALL' };
    group.strata.push(at);
    group.count += count;
    groups.set(name, group);
  }
  return [...groups.values()].map(({ strata, count, rate }) => ({ strata, count, size: sizeOf(count, rate, sizing) }));
}

function sizeOf(count: number, rate: string, sizing: Plan['sizing']): number {
  if ('size' in sizing) return Math.min(count, sizing.size);
  const of: Readonly<Record<string, number | undefined>> = sizing.rates;
  return Math.ceil((count * (of[rate] ?? 0)) / WHOLE);
}

/** The cases that a seed draws from a frame, smallest ticket first; of each group as many as the plan says. */
export function drawCases(plan: Drawing, rows: readonly FrameRow[], seed: string): Ticket[] {
  const items = plan.frame.strata.map((): string[] => []);
  for (const [stratum, name] of rows) items[stratum]?.push(name);
  return groupsOf(plan)
    .flatMap(({ strata, size }) =>
      sample(
        seed,
        strata.flatMap((at) => items[at]!),
        size,
      ),
    )
    .sort(byTicket);
}
