import type { Json } from '../../../platform/ledger/canonical.ts';
import { readEntry } from '../../../platform/ledger/entry.ts';
import type { Head } from '../../../platform/ledger/offline/check.ts';
import { hashOf } from '../../../platform/ledger/offline/hash.ts';
import { words } from '../../../platform/words.ts';
import { assign, successor } from './assign.ts';
import type { RecheckCheck } from './findings.ts';
import type { Proof, RecheckFile } from './format.ts';
import { excludedMark } from './parts.ts';

const DAY_MS = 86_400_000;

const what = {
  aside: words('回避或换人', 'who left a case'),
  result: words('复查结果', 'a result'),
} as const;

type Leaving = RecheckFile['asides'][number];

/** The re-checkers of a file against its seed: who was drawn, who followed whom and for which reason, and that each result is by the one whose case it was then. */
export function checkRecheckers(given: RecheckFile, seed: string, head: Head | null, check: RecheckCheck): void {
  const { plan, frame, drawn } = given;
  const marks = new Map(frame.map(([, name, mark]) => [name, mark]));
  for (const [at, { case: name, salt, excluded }] of drawn.entries()) {
    if (marks.get(name) !== excludedMark(salt, excluded)) check.find('excluded', `drawn.${at}`, { name });
  }
  const first = assign(seed, drawn, plan.pool);
  const cases = new Map(drawn.map((one) => [one.case, one]));
  /** Whose case it was when the ledger had so many entries. */
  const memberAt = (name: string, index: number): string | null => {
    const gone = given.asides.filter((one) => one.case === name && one.proof.index < index);
    const one = cases.get(name);
    if (!one || gone.length === 0) return first.get(name) ?? null;
    return successor(
      seed,
      one,
      plan.pool,
      gone.map(({ member }) => member),
    );
  };
  for (const [at, aside] of given.asides.entries()) {
    const { proof, ...told } = aside;
    const where = `asides.${at}`;
    const act = aside.reason === 'LATE' ? 'recheck.replace' : 'recheck.aside';
    const entry = check.act(proof, head, { act, subject: plan.id }, where, what.aside);
    const answered = given.results.some(
      (one) => one.case === aside.case && one.outcome !== 'SUPPLEMENT' && one.proof.index < proof.index,
    );
    const own = memberAt(aside.case, proof.index) === aside.member;
    if (!own || answered || (entry && hashOf(told) !== hashOf(entry.detail as Json))) {
      check.find('aside', where, { number: at + 1 });
    }
    if (aside.reason === 'LATE' && !wasLate(given, aside)) check.find('late', where, { number: at + 1 });
    if (!given.seed || proof.index <= given.seed.proof.index) check.find('seedOrder', where);
  }
  for (const [at, { case: name, rechecker }] of drawn.entries()) {
    if (memberAt(name, Number.POSITIVE_INFINITY) !== rechecker) {
      check.find('rechecker', `drawn.${at}`, { name });
    }
  }
  checkResults(given, memberAt, head, check);
}

/**
 * Whether a re-checker can have been late: working days are never more than days, so nobody is late before the plan's number of days has
 * passed since the case came to that person. Which of them were holidays is not asked: the calendar is no part of the file.
 */
function wasLate({ plan, seed, asides, results }: RecheckFile, { case: name, proof }: Leaving): boolean {
  const begun = [
    ...(seed ? [seed.proof] : []),
    ...asides.filter((one) => one.case === name).map((one) => one.proof),
    ...results.filter((one) => one.case === name && one.outcome === 'SUPPLEMENT').map((one) => one.proof),
  ]
    .filter(({ index }) => index < proof.index)
    .map(timeOf);
  return plan.limit !== undefined && timeOf(proof) - Math.max(...begun) > plan.limit * DAY_MS;
}

function checkResults(
  given: RecheckFile,
  memberAt: (name: string, index: number) => string | null,
  head: Head | null,
  check: RecheckCheck,
): void {
  const told = new Map<string, string>();
  for (const [at, result] of given.results.entries()) {
    const where = `results.${at}`;
    const { case: name, outcome, proof } = result;
    const expected = { act: 'recheck.result', subject: given.plan.id };
    const entry = check.act(proof, head, expected, where, what.result);
    const content = { case: name, outcome, member: memberAt(name, proof.index) };
    // A case has one result; only one that was to be supplemented gets another.
    const again = told.has(name) && told.get(name) !== 'SUPPLEMENT';
    if (again || (entry && hashOf(content) !== hashOf(entry.detail as Json))) check.find('result', where, { name });
    if (!given.seed || proof.index <= given.seed.proof.index) check.find('seedOrder', where);
    told.set(name, outcome);
  }
}

/** When a proved act was done, in milliseconds; NaN where its entry does not say. */
const timeOf = ({ entry }: Proof): number => Date.parse(readEntry(entry)?.at ?? '');
