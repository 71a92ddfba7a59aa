import type { Json } from '../../../platform/ledger/canonical.ts';
import type { Entry } from '../../../platform/ledger/entry.ts';
import { detailOf, type Head } from '../../../platform/ledger/offline/check.ts';
import { continues, hashOf } from '../../../platform/ledger/offline/hash.ts';
import { words } from '../../../platform/words.ts';
import { type Chain, quicknet, randomnessOf, timeOfRound } from './beacon.ts';
import { drawCases } from './draw.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Finding, RecheckCheck } from './findings.ts';
import { file as fileForm, type Opening, opening as openingForm, type Plan, type RecheckFile } from './format.ts';
import { beaconSeed, blindHash, caseOf, diceMark, diceSeed, frameRoot, planHash, planParts } from './parts.ts';
import { checkRecheckers } from './recheckers.ts';

export interface RecheckResult {
  readonly holds: boolean;
  readonly findings: readonly Finding[];
  readonly facts: Facts | null;
}

export interface VerifyOptions {
  /** The verifier key of the city's ledger, as one line, got elsewhere. */
  readonly key?: string;
  /** What opens one case, given to the person it concerns: must be a case of the frame. */
  readonly opening?: string;
  /** Beacons that are believed. */
  readonly chains?: readonly Chain[];
}

/** At most so many findings of one kind are listed; a list that is wholly another has thousands. */
const LISTED = 20;

const what = {
  plan: words('计划', 'the plan'),
  dice: words('骰子录入', 'the dice'),
  seed: words('种子', 'the seed'),
  newest: words('文件', 'the file'),
} as const;

/**
 * Repeats a draw from its file alone, without a server: the frame against its committed root and counts, the order plan, seed,
 * results by their places in the ledger, the seed against its source, and the list and the re-checkers against the seed. Pure, for
 * Node and browsers alike.
 * A forger who replaces everything must also replace the key: compare `facts.verifierKey` with one got elsewhere, or give it; and
 * `facts.planned` with the tree head that was published when the plan was made.
 */
export function verifyRecheck(text: string, options: VerifyOptions = {}): RecheckResult {
  const check = new RecheckCheck();
  const given = check.read(fileForm, text);
  if (!given) return { holds: false, findings: check.findings, facts: null };
  const key = check.key(given.proof.verifierKey, 'proof.verifierKey', options.key);
  const head = check.head(given.proof.checkpoint, key, 'proof.checkpoint', what.newest);
  const planned = check.head(given.proof.planned.checkpoint, key, 'proof.planned', what.plan);
  const entry = checkPlan(given, head, planned, check);
  checkFrame(given, check);
  const seed = checkSeed(given, head, entry, options.chains ?? [quicknet], check);
  checkDrawn(given, seed, head, check);
  if (options.opening !== undefined) checkOpening(options.opening, given, check);
  return { holds: check.holds, findings: check.findings, facts: factsOf(given, entry?.at ?? null, planned) };
}

function checkPlan(given: RecheckFile, head: Head | null, planned: Head | null, check: RecheckCheck): Entry | null {
  const { plan, proof } = given;
  const expected = { act: 'recheck.plan', subject: plan.id };
  const entry = check.act(proof.plan, head, expected, 'proof.plan', what.plan);
  check.act({ ...proof.plan, path: proof.planned.path }, planned, expected, 'proof.planned', what.plan);
  if (head && planned && !continues(planned, head, proof.planned.consistency)) {
    check.find('history', 'proof.planned.consistency');
  }
  const found = planParts(plan);
  const held = (detailOf(entry).parts ?? {}) as Readonly<Record<string, string>>;
  const altered = Object.keys({ ...held, ...found }).filter((name) => held[name] !== found[name]);
  for (const name of altered) check.find('plan', `plan.${name}`, { name });
  if (altered.length === 0 && detailOf(entry).content !== planHash(plan)) {
    check.find('plan', 'plan', { name: 'content' });
  }
  checkTotals(plan, check);
  return entry;
}

/** The counts of a plan must agree with each other: the frame is all of its conclusion, and all clues are counted beside it. */
function checkTotals({ frame, totals, register, figure, population }: Plan, check: RecheckCheck): void {
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const { byConclusion, dataMatches } = totals;
  const expected = population === 'DATA_MATCH_CLUE' ? dataMatches.concluded : byConclusion.UNSUBSTANTIATED;
  const agree: Readonly<Record<string, boolean>> = {
    byConclusion: sum(Object.values(byConclusion)) === totals.all,
    register: register.count === totals.all,
    figure: figure.count === frame.count,
    frame: frame.count === expected,
    strata: sum(frame.strata.map(({ count }) => count)) === frame.count,
    dataMatches: dataMatches.concluded + dataMatches.open <= totals.all,
  };
  for (const [name, holds] of Object.entries(agree)) {
    if (!holds) check.find('totals', `plan.${name}`, { name });
  }
}

function checkFrame({ plan, frame }: RecheckFile, check: RecheckCheck): void {
  const counts = plan.frame.strata.map(() => 0);
  let disordered = 0;
  for (const [at, [stratum, name]] of frame.entries()) {
    if (at > 0 && frame[at - 1]![1] >= name) {
      disordered += 1;
      if (disordered <= LISTED) check.find('frameOrder', `frame.${at}`, { number: at + 1 });
    }
    if (stratum in counts) counts[stratum]! += 1;
  }
  if (frame.length !== plan.frame.count) {
    check.find('frameCount', 'frame', { expected: plan.frame.count, found: frame.length });
  }
  for (const [at, { count }] of plan.frame.strata.entries()) {
    if (counts[at] !== count) {
      check.find('stratumCount', `plan.frame.strata.${at}`, { number: at + 1, expected: count, found: counts[at] });
    }
  }
  if (frameRoot(frame) !== plan.frame.root) check.find('frameRoot', 'frame');
}

/** @returns the seed as the sampler takes it; null where there is none yet, or none that could be checked */
function checkSeed(
  { plan, seed, proof }: RecheckFile,
  head: Head | null,
  planEntry: Entry | null,
  chains: readonly Chain[],
  check: RecheckCheck,
): string | null {
  if (!seed) return null;
  const entry = check.act(seed.proof, head, { act: 'recheck.seed', subject: plan.id }, 'seed', what.seed);
  if (seed.proof.index <= proof.plan.index) check.find('seedOrder', 'seed');
  const { proof: _proof, ...own } = seed;
  const told = seed.kind === 'dice' ? { kind: seed.kind, rolls: seed.rolls, blind: seed.blind } : own;
  if (entry && hashOf(told as Json) !== hashOf(detailOf(entry).seed as Json)) {
    check.find('otherAct', 'seed', { what: what.seed });
  }
  const named = planHash(plan);
  if (seed.kind === 'beacon') {
    const source = plan.seed.kind === 'beacon' ? plan.seed : null;
    const chain = source && chains.find(({ hash }) => hash === source.chain);
    if (!source || !chain || source.round !== seed.round) {
      check.find('seedSource', 'seed');
      return null;
    }
    const time = timeOfRound(chain, seed.round);
    if (source.at !== new Date(time).toISOString() || !planEntry || !(Date.parse(planEntry.at) < time)) {
      check.find('seedTime', 'plan.seed');
    }
    const randomness = randomnessOf(chain, seed.round, seed.signature);
    if (randomness === null) check.find('beacon', 'seed.signature', { round: seed.round });
    return randomness && beaconSeed(named, seed.round, randomness);
  }
  if (plan.seed.kind !== 'dice' || plan.seed.rolls !== seed.rolls.length || blindHash(seed.blind) !== plan.seed.blind) {
    check.find('seedSource', 'seed');
  }
  checkDice({ plan, seed, proof }, head, planEntry, check);
  return diceSeed(named, seed.rolls, seed.blind);
}

/** Two people, neither of them the planner, each committed to the same rolls after the plan and before the seed. */
function checkDice(
  { plan, seed, proof }: Pick<RecheckFile, 'plan' | 'seed' | 'proof'>,
  head: Head | null,
  planEntry: Entry | null,
  check: RecheckCheck,
): void {
  if (seed?.kind !== 'dice') return;
  const actors = new Set([planEntry?.actor]);
  for (const [at, one] of seed.entries.entries()) {
    const where = `seed.entries.${at}`;
    const entry = check.act(one.proof, head, { act: 'recheck.dice', subject: plan.id }, where, what.dice);
    actors.add(entry?.actor);
    if (plan.seed.kind === 'dice' && !(entry && Date.parse(entry.at) >= Date.parse(plan.seed.at))) {
      check.find('diceEarly', where);
    }
    const { index } = one.proof;
    if (index <= proof.plan.index || index >= seed.proof.index) check.find('seedOrder', where);
    if (detailOf(entry).mark !== diceMark(one.salt, plan.id, seed.rolls)) check.find('dice', where);
  }
  if (seed.entries.length !== 2 || actors.size !== 3 || !/^[1-6]+$/.test(seed.rolls)) {
    check.find('dice', 'seed.entries');
  }
}

function checkDrawn(given: RecheckFile, seed: string | null, head: Head | null, check: RecheckCheck): void {
  const { plan, frame, drawn } = given;
  if (seed === null) {
    // Without a seed nothing can have been drawn; with one that does not hold, the findings above say so.
    if (!given.seed && drawn.length + given.asides.length + given.results.length > 0) {
      check.find('drawnCount', 'drawn', { expected: 0, found: drawn.length });
    }
    return;
  }
  const expected = drawCases(plan, frame, seed);
  if (drawn.length !== expected.length) {
    check.find('drawnCount', 'drawn', { expected: expected.length, found: drawn.length });
  }
  const wrong = expected.flatMap(({ item, ticket }, at) =>
    drawn[at]?.case === item && drawn[at].ticket === ticket ? [] : [at],
  );
  for (const at of wrong.slice(0, LISTED)) check.find('drawn', `drawn.${at}`, { number: at + 1 });
  checkRecheckers(given, seed, head, check);
}

function checkOpening(text: string, { plan, frame }: RecheckFile, check: RecheckCheck): void {
  let given: Opening | null = null;
  try {
    given = openingForm.parse(JSON.parse(text));
  } catch {
    // Not such a file: the finding below says so.
  }
  const name = given && caseOf(given.salt, given.content);
  const row = frame.find(([, one]) => one === name);
  const stratum = row && plan.frame.strata[row[0]];
  const fits =
    given?.plan === plan.id &&
    stratum?.risk === given.content.risk &&
    (stratum.unit?.record ?? null) === given.content.unit;
  if (!fits) check.find('case', 'case');
}
