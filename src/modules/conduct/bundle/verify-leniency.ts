import type { Entry } from '../../../platform/ledger/entry.ts';
import { words } from '../../../platform/words.ts';
import { clockFaults, facts, leniencyFacts, type Moment, moments, type Position } from '../leniency/rules.ts';
import { type FileResult, OfficerFileCheck, type ProvedEntry } from './entries.ts';
import { type LeniencyProof, leniencyProof } from './leniency-format.ts';

/** The disposal an approval must tell to be the moment. */
const disposals: Readonly<Partial<Record<Moment, string>>> = {
  inquiry: 'TALK_OR_LETTER',
  verificationApproved: 'PRELIMINARY_VERIFICATION',
  caseFiled: 'FILING',
};
/** A clue that came in a workbook has its import act for both; that act is about the file and names no clue. */
const IMPORT = 'imports.register';
const acts: Readonly<Record<Moment, readonly string[]>> = {
  sealed: ['conduct.self-report.submit'],
  clueReceived: ['clues.clue.receive', 'report.hand-on', IMPORT],
  clueRegistered: ['clues.clue.register', IMPORT],
  inquiry: ['clues.clue.approve'],
  verificationApproved: ['clues.clue.approve'],
  caseFiled: ['clues.clue.approve'],
  firstInterview: ['clues.clue.interview'],
  custody: ['clues.clue.custody'],
};

/**
 * Checks an officer's proof file by itself, without a server: every entry against the signed tree head, every place, time and kind
 * of act against its entry, the fact recomputed, and that another than the decider approved what was decided.
 * @param expectedKey verifier key got elsewhere; without it a forger could replace everything and the key
 */
export function verifyLeniencyProof(text: string, expectedKey?: string): FileResult<LeniencyProof> {
  const check = new OfficerFileCheck();
  const proof = check.open(leniencyProof, text, expectedKey);
  if (!proof) return { holds: false, findings: check.findings, file: null };
  for (const [name, one] of Object.entries(proof.timeline) as [Moment, ProvedEntry][])
    checkMoment(check, proof, name, one);
  const timeline = proof.timeline as Partial<Record<Moment, Position>>;
  for (const [earlier, later] of clockFaults(timeline))
    check.find('clock', `timeline.${later}`, { later: moments[later], earlier: moments[earlier] });
  const computed = leniencyFacts(proof.rule, timeline, proof.content);
  if (computed.fact !== proof.fact) check.find('fact', 'fact', { name: facts[proof.fact] });
  checkDecision(check, proof, computed.line ? timeline[computed.line]!.seq : null);
  return { holds: check.holds, findings: check.findings, file: proof };
}

/**
 * An entry must be of the kind its moment is, and about the report, or about the one clue. Which clue that is follows from the place of
 * the line, which the decision told; where nothing drew a line no act on a clue counts.
 */
function checkMoment(check: OfficerFileCheck, proof: LeniencyProof, name: Moment, one: ProvedEntry): void {
  const where = `timeline.${name}`;
  const entry = check.under(where, moments[name], one);
  const of = name === 'sealed' ? proof.report : proof.clue;
  const clue = (entry?.detail as { clue?: string } | undefined)?.clue;
  const isAbout =
    entry?.act === IMPORT || (entry?.act === 'report.hand-on' ? clue === of : entry?.subject === of && of !== null);
  const isThat =
    acts[name].includes(entry?.act ?? '') &&
    isAbout &&
    (disposals[name] === undefined || toldIn(entry).disposal === disposals[name]);
  if (!isThat) check.find('otherMoment', where, { name: moments[name] });
}

/** The decision told what it rests on, so that no moment that counts can be left out or put in; another person approved it. */
function checkDecision(check: OfficerFileCheck, proof: LeniencyProof, line: number | null): void {
  const decided = check.under('decided', words('认定', 'the decision'), proof.decided);
  const told = toldIn(decided);
  const isDecision =
    ['conduct.leniency.decide', 'conduct.leniency.decide-again'].includes(decided?.act ?? '') &&
    decided?.subject === proof.decision;
  const same = told.finding === proof.finding && told.content === proof.content && told.ruleVersion === proof.rule;
  if (!isDecision || !same) check.find('decision', 'decided');
  if ((told.sealedPlace ?? null) !== (proof.timeline.sealed?.seq ?? null) || (told.linePlace ?? null) !== line)
    check.find('restsOn', 'timeline');
  const approved = check.under('approved', words('批准', 'the approval'), proof.approved);
  const isApproval =
    approved?.act === 'conduct.leniency.approve' &&
    approved.subject === proof.decision &&
    approved.actor !== decided?.actor &&
    proof.approved.seq > proof.decided.seq;
  if (!isApproval) check.find('approval', 'approved');
}

const toldIn = (entry: Entry | null): Readonly<Record<string, unknown>> =>
  ((entry?.detail as { told?: Record<string, unknown> } | undefined)?.told ?? {}) as Record<string, unknown>;
