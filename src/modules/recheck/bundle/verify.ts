import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { continues, hashOf } from '../../../platform/ledger/offline/hash.ts';
import { words } from '../../../platform/words.ts';
import { type Chain, quicknet, randomnessOf, timeOfRound } from './beacon.ts';
import { drawCases } from './draw.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Finding, finding } from './findings.ts';
import { file as fileForm, type Opening, opening as openingForm, type Plan, type RecheckFile } from './format.ts';
import { type Entry, entryOf, type Head, headOf, keyOf } from './ledger.ts';
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
  const parsed = parse(text);
  if ('kind' in parsed) return { holds: false, findings: [parsed], facts: null };
  const { given, rewritten } = parsed;
  const findings: Finding[] = [];
  if (rewritten) findings.push(finding('rewritten', ''));
  const key = keyOf(given, options.key, findings);
  const head = headOf(given.proof.checkpoint, key, 'proof.checkpoint', what.newest, findings);
  const planned = headOf(given.proof.planned.checkpoint, key, 'proof.planned', what.plan, findings);
  const entry = checkPlan(given, head, planned, findings);
  checkFrame(given, findings);
  const seed = checkSeed(given, head, entry, options.chains ?? [quicknet], findings);
  checkDrawn(given, seed, head, findings);
  if (options.opening !== undefined) checkOpening(options.opening, given, findings);
  return { holds: findings.length === 0, findings, facts: factsOf(given, entry?.at ?? null, planned) };
}

function parse(text: string): Finding | { given: RecheckFile; rewritten: boolean } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return finding('damaged', '');
  }
  const read = fileForm.safeParse(json);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    return finding('shape', path.join('.'), { where: `${path.join('.')} ${message}` });
  }
  return { given: read.data, rewritten: spelled(json as Json) !== text };
}

/** The file's one way to be written, so that a key that stands there twice is seen; half a surrogate pair stands in none. */
function spelled(value: Json): string | null {
  try {
    return canonical(value);
  } catch {
    return null;
  }
}

function checkPlan(given: RecheckFile, head: Head | null, planned: Head | null, findings: Finding[]): Entry | null {
  const { plan, proof } = given;
  const expected = { act: 'recheck.plan', subject: plan.id };
  const entry = entryOf(proof.plan, head, expected, 'proof.plan', what.plan, findings);
  entryOf({ ...proof.plan, path: proof.planned.path }, planned, expected, 'proof.planned', what.plan, findings);
  if (head && planned && !continues(planned, head, proof.planned.consistency)) {
    findings.push(finding('history', 'proof.planned.consistency'));
  }
  const found = planParts(plan);
  const held = (entry?.detail.parts ?? {}) as Readonly<Record<string, string>>;
  const altered = Object.keys({ ...held, ...found }).filter((name) => held[name] !== found[name]);
  for (const name of altered) findings.push(finding('plan', `plan.${name}`, { name }));
  if (altered.length === 0 && entry?.detail.content !== planHash(plan)) {
    findings.push(finding('plan', 'plan', { name: 'content' }));
  }
  checkTotals(plan, findings);
  return entry;
}

/** The counts of a plan must agree with each other: the frame is all of its conclusion, and all clues are counted beside it. */
function checkTotals({ frame, totals, register, figure, population }: Plan, findings: Finding[]): void {
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
    if (!holds) findings.push(finding('totals', `plan.${name}`, { name }));
  }
}

function checkFrame({ plan, frame }: RecheckFile, findings: Finding[]): void {
  const counts = plan.frame.strata.map(() => 0);
  let disordered = 0;
  for (const [at, [stratum, name]] of frame.entries()) {
    if (at > 0 && frame[at - 1]![1] >= name) {
      disordered += 1;
      if (disordered <= LISTED) findings.push(finding('frameOrder', `frame.${at}`, { number: at + 1 }));
    }
    if (stratum in counts) counts[stratum]! += 1;
  }
  if (frame.length !== plan.frame.count) {
    findings.push(finding('frameCount', 'frame', { expected: plan.frame.count, found: frame.length }));
  }
  for (const [at, { count }] of plan.frame.strata.entries()) {
    if (counts[at] !== count) {
      findings.push(
        finding('stratumCount', `plan.frame.strata.${at}`, { number: at + 1, expected: count, found: counts[at] }),
      );
    }
  }
  if (frameRoot(frame) !== plan.frame.root) findings.push(finding('frameRoot', 'frame'));
}

/** @returns the seed as the sampler takes it; null where there is none yet, or none that could be checked */
function checkSeed(
  { plan, seed, proof }: RecheckFile,
  head: Head | null,
  planEntry: Entry | null,
  chains: readonly Chain[],
  findings: Finding[],
): string | null {
  if (!seed) return null;
  const entry = entryOf(seed.proof, head, { act: 'recheck.seed', subject: plan.id }, 'seed', what.seed, findings);
  if (seed.proof.index <= proof.plan.index) findings.push(finding('seedOrder', 'seed'));
  const { proof: _proof, ...own } = seed;
  const told = seed.kind === 'dice' ? { kind: seed.kind, rolls: seed.rolls, blind: seed.blind } : own;
  if (entry && hashOf(told as Json) !== hashOf(entry.detail.seed as Json)) {
    findings.push(finding('otherAct', 'seed', { what: what.seed }));
  }
  const named = planHash(plan);
  if (seed.kind === 'beacon') {
    const source = plan.seed.kind === 'beacon' ? plan.seed : null;
    const chain = source && chains.find(({ hash }) => hash === source.chain);
    if (!source || !chain || source.round !== seed.round) {
      findings.push(finding('seedSource', 'seed'));
      return null;
    }
    const time = timeOfRound(chain, seed.round);
    if (source.at !== new Date(time).toISOString() || !planEntry || !(Date.parse(planEntry.at) < time)) {
      findings.push(finding('seedTime', 'plan.seed'));
    }
    const randomness = randomnessOf(chain, seed.round, seed.signature);
    if (randomness === null) findings.push(finding('beacon', 'seed.signature', { round: seed.round }));
    return randomness && beaconSeed(named, seed.round, randomness);
  }
  if (plan.seed.kind !== 'dice' || plan.seed.rolls !== seed.rolls.length || blindHash(seed.blind) !== plan.seed.blind) {
    findings.push(finding('seedSource', 'seed'));
  }
  checkDice({ plan, seed, proof }, head, planEntry, findings);
  return diceSeed(named, seed.rolls, seed.blind);
}

/** Two people, neither of them the planner, each committed to the same rolls after the plan and before the seed. */
function checkDice(
  { plan, seed, proof }: Pick<RecheckFile, 'plan' | 'seed' | 'proof'>,
  head: Head | null,
  planEntry: Entry | null,
  findings: Finding[],
): void {
  if (seed?.kind !== 'dice') return;
  const actors = new Set([planEntry?.actor]);
  for (const [at, one] of seed.entries.entries()) {
    const where = `seed.entries.${at}`;
    const entry = entryOf(one.proof, head, { act: 'recheck.dice', subject: plan.id }, where, what.dice, findings);
    actors.add(entry?.actor);
    if (plan.seed.kind === 'dice' && !(entry && Date.parse(entry.at) >= Date.parse(plan.seed.at))) {
      findings.push(finding('diceEarly', where));
    }
    const { index } = one.proof;
    if (index <= proof.plan.index || index >= seed.proof.index) findings.push(finding('seedOrder', where));
    if (entry?.detail.mark !== diceMark(one.salt, plan.id, seed.rolls)) findings.push(finding('dice', where));
  }
  if (seed.entries.length !== 2 || actors.size !== 3 || !/^[1-6]+$/.test(seed.rolls)) {
    findings.push(finding('dice', 'seed.entries'));
  }
}

function checkDrawn(given: RecheckFile, seed: string | null, head: Head | null, findings: Finding[]): void {
  const { plan, frame, drawn } = given;
  if (seed === null) {
    // Without a seed nothing can have been drawn; with one that does not hold, the findings above say so.
    if (!given.seed && drawn.length + given.asides.length + given.results.length > 0) {
      findings.push(finding('drawnCount', 'drawn', { expected: 0, found: drawn.length }));
    }
    return;
  }
  const expected = drawCases(plan, frame, seed);
  if (drawn.length !== expected.length) {
    findings.push(finding('drawnCount', 'drawn', { expected: expected.length, found: drawn.length }));
  }
  const wrong = expected.flatMap(({ item, ticket }, at) =>
    drawn[at]?.case === item && drawn[at].ticket === ticket ? [] : [at],
  );
  for (const at of wrong.slice(0, LISTED)) findings.push(finding('drawn', `drawn.${at}`, { number: at + 1 }));
  checkRecheckers(given, seed, head, findings);
}

function checkOpening(text: string, { plan, frame }: RecheckFile, findings: Finding[]): void {
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
  if (!fits) findings.push(finding('case', 'case'));
}
