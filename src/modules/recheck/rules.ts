import type { Plan } from './bundle/format.ts';

/** The rule below, with its version; a plan names it. */
export const RISK_RULE = 'recheck.risk@1';

/** What the risk of a clue goes by. */
export interface RiskFacts {
  readonly source: string;
  readonly reporterMode: string;
  /** Yuan, as the database writes decimals; null where none is named. */
  readonly amount: string | null;
  readonly confidentiality: string | null;
}

const FROM_ABOVE: readonly string[] = ['CENTRAL_GROUP', 'PROVINCIAL_GROUP', 'PROVINCIAL_OFFICE', 'DISCIPLINE'];
const LARGE = 50_000;

/**
 * How much harm a wrong answer would do: HIGH for clues that groups above handed down, that are under strict confidence, or that
 * name a large amount; MEDIUM where the reporter gave a name, and so waits for an answer; LOW for the rest. Product choice: the
 * reference (12) asks for strata by level and names no thresholds.
 */
export function riskOf({
  source,
  reporterMode,
  amount,
  confidentiality,
}: RiskFacts): Plan['frame']['strata'][number]['risk'] {
  if (FROM_ABOVE.includes(source) || confidentiality === 'STRICT' || Number(amount ?? 0) >= LARGE) return 'HIGH';
  return reporterMode === 'NAMED' || reporterMode === 'SIGNED_UNVERIFIED' ? 'MEDIUM' : 'LOW';
}

/** The quarter of a day, `2021-Q2`: worked out, so that nobody escapes the rule of one draw a quarter by another name for it. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** A plan that was made before, as far as the next one must look at it. */
export interface EarlierPlan {
  readonly id: string;
  readonly number: number;
  readonly population: string;
  readonly period: string;
  readonly asOf: string;
}

/** What speaks against another plan. */
export type PlanFault = { readonly code: 'recheck.again' | 'recheck.backwards'; readonly number: number };

/**
 * Whether a plan may be made after those there are, newest last. One draw for each population and quarter: a second one needs a
 * reason, which is published, and stands for the last one; and cut-off days never go back, so that no earlier quarter is drawn anew.
 * @returns the plan it replaces, null for none, or what speaks against it
 */
export function mayPlan(
  earlier: readonly EarlierPlan[],
  asked: { readonly population: string; readonly asOf: string; readonly reason: string | null },
): EarlierPlan | PlanFault | null {
  const last = earlier.findLast(({ population }) => population === asked.population);
  if (!last) return null;
  if (asked.asOf < last.asOf) return { code: 'recheck.backwards', number: last.number };
  if (quarterOf(asked.asOf) !== last.period) return null;
  return asked.reason ? last : { code: 'recheck.again', number: last.number };
}

/** Whether something was done before the moment set for it; at the moment itself it was not. */
export const isEarly = (at: string, set: string): boolean => Date.parse(at) < Date.parse(set);
