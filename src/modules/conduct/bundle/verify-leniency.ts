import type { Entry } from '../../../platform/ledger/entry.ts';
import { words } from '../../../platform/words.ts';
import { clockFaults, facts, leniencyFacts, type Moment, moments, type Position } from '../leniency/rules.ts';
import { FileCheck, type FileResult, noSuchFile, type ProvedEntry, readFile } from './entries.ts';
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
  const proof = readFile(leniencyProof, text);
  if (!proof) return { holds: false, findings: [noSuchFile], file: null };
  const check = new FileCheck(proof, text, expectedKey);
  for (const [name, one] of Object.entries(proof.timeline) as [Moment, ProvedEntry][])
    checkMoment(check, proof, name, one);
  const timeline = proof.timeline as Partial<Record<Moment, Position>>;
  for (const [earlier, later] of clockFaults(timeline))
    check.find(
      `timeline.${later}`,
      `“${moments[later].zh}”位次在后而时间在前于“${moments[earlier].zh}”：时钟被拨动`,
      `"${moments[later].en}" stands after "${moments[earlier].en}" but bears an earlier time: a clock was moved`,
    );
  const computed = leniencyFacts(proof.rule, timeline, proof.content);
  if (computed.fact !== proof.fact)
    check.find('fact', `所称“${facts[proof.fact].zh}”与重新计算不符`, `"${facts[proof.fact].en}" is not what follows`);
  checkDecision(check, proof, computed.line ? timeline[computed.line]!.seq : null);
  return { holds: check.findings.length === 0, findings: check.findings, file: proof };
}

/**
 * An entry must be of the kind its moment is, and about the report, or about the one clue. Which clue that is follows from the place of
 * the line, which the decision told; where nothing drew a line no act on a clue counts.
 */
function checkMoment(check: FileCheck, proof: LeniencyProof, name: Moment, one: ProvedEntry): void {
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
  if (!isThat) check.find(where, `条目不是“${moments[name].zh}”`, `The entry is not that of "${moments[name].en}"`);
}

/** The decision told what it rests on, so that no moment that counts can be left out or put in; another person approved it. */
function checkDecision(check: FileCheck, proof: LeniencyProof, line: number | null): void {
  const decided = check.under('decided', words('认定', 'the decision'), proof.decided);
  const told = toldIn(decided);
  const isDecision =
    ['conduct.leniency.decide', 'conduct.leniency.decide-again'].includes(decided?.act ?? '') &&
    decided?.subject === proof.decision;
  const same = told.finding === proof.finding && told.content === proof.content && told.ruleVersion === proof.rule;
  if (!isDecision || !same) check.find('decided', '认定与存证不符', 'The decision is not what is in the ledger');
  if ((told.sealedPlace ?? null) !== (proof.timeline.sealed?.seq ?? null) || (told.linePlace ?? null) !== line)
    check.find('timeline', '时间线与认定所依据的位次不符', 'The timeline is not the one the decision rests on');
  const approved = check.under('approved', words('批准', 'the approval'), proof.approved);
  const isApproval =
    approved?.act === 'conduct.leniency.approve' &&
    approved.subject === proof.decision &&
    approved.actor !== decided?.actor &&
    proof.approved.seq > proof.decided.seq;
  if (!isApproval)
    check.find('approved', '批准与存证不符，或不是他人所批', 'The approval is not that of another person');
}

const toldIn = (entry: Entry | null): Readonly<Record<string, unknown>> =>
  ((entry?.detail as { told?: Record<string, unknown> } | undefined)?.told ?? {}) as Record<string, unknown>;
