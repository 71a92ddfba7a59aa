import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { type Entry, readEntry } from '../../../platform/ledger/entry.ts';
import { leafHash } from '../../../platform/ledger/merkle.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import { verifyInclusion } from '../../../platform/ledger/proofs.ts';
import { type Words, words } from '../../../platform/words.ts';
import { type LeniencyProof, leniencyProof, type ProvedEntry } from './proof.ts';
import { clockFaults, facts, leniencyFacts, type Moment, moments, type Position } from './rules.ts';

/** One thing that is wrong with a proof file, and where. */
export interface LeniencyFinding {
  readonly where: string;
  readonly words: Words;
}

export interface LeniencyResult {
  readonly holds: boolean;
  readonly findings: readonly LeniencyFinding[];
  readonly proof: LeniencyProof | null;
}

/** The disposal an approval must tell to be the moment. */
const disposals: Readonly<Partial<Record<Moment, string>>> = {
  inquiry: 'TALK_OR_LETTER',
  verificationApproved: 'PRELIMINARY_VERIFICATION',
  caseFiled: 'FILING',
};
const acts: Readonly<Record<Moment, readonly string[]>> = {
  sealed: ['conduct.self-report.submit'],
  // A clue that came in a workbook has its import act for both.
  clueReceived: ['clues.clue.receive', 'imports.register'],
  clueRegistered: ['clues.clue.register', 'imports.register'],
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
export function verifyLeniencyProof(text: string, expectedKey?: string): LeniencyResult {
  const read = leniencyProof.safeParse(parsed(text));
  if (!read.success)
    return result([{ where: '', words: words('文件不符合格式', 'The file is not in its form') }], null);
  const proof = read.data;
  const found: LeniencyFinding[] = [];
  const find = (where: string, zh: string, en: string): void => void found.push({ where, words: words(zh, en) });
  if (canonical(proof as unknown as Json) !== text) find('', '文件的写法被改动过', 'The file was written anew');
  if (expectedKey !== undefined && expectedKey.trim() !== proof.verifierKey)
    find('verifierKey', '公钥不是您指定的那一个', 'The key is not the one you asked for');

  const head = headOf(proof);
  if (!head) find('checkpoint', '检查点不是由所附公钥签名，或被改动', 'The tree head is not signed by the key given');
  const under = (where: string, called: Words, { seq, at, entry: line, path }: ProvedEntry): Entry | null => {
    const logged =
      head !== null &&
      verifyInclusion({
        leaf: leafHash(Buffer.from(line)),
        index: seq,
        size: head.size,
        root: head.root,
        proof: path.map((hash) => Buffer.from(hash, 'hex')),
      });
    if (!logged)
      find(
        where,
        `“${called.zh}”的存证条目或位次被改动`,
        `The entry of "${called.en}" or its place in the ledger was altered`,
      );
    const entry = readEntry(line);
    if (entry?.at !== at) find(where, `“${called.zh}”的时间被改动`, `The time of "${called.en}" was altered`);
    return entry;
  };

  for (const [name, one] of Object.entries(proof.timeline) as [Moment, ProvedEntry][]) {
    const where = `timeline.${name}`;
    const entry = under(where, moments[name], one);
    const told = toldIn(entry);
    const isThat =
      acts[name].includes(entry?.act ?? '') &&
      (disposals[name] === undefined || told.disposal === disposals[name]) &&
      (name !== 'sealed' || entry?.subject === proof.report);
    if (!isThat) find(where, `条目不是“${moments[name].zh}”`, `The entry is not that of "${moments[name].en}"`);
  }
  const timeline = proof.timeline as Partial<Record<Moment, Position>>;
  for (const [earlier, later] of clockFaults(timeline))
    find(
      `timeline.${later}`,
      `“${moments[later].zh}”位次在后而时间在前于“${moments[earlier].zh}”：时钟被拨动`,
      `"${moments[later].en}" stands after "${moments[earlier].en}" but bears an earlier time: a clock was moved`,
    );
  const computed = leniencyFacts(proof.rule, timeline, proof.content);
  if (computed.fact !== proof.fact)
    find('fact', `所称“${facts[proof.fact].zh}”与重新计算不符`, `"${facts[proof.fact].en}" is not what follows`);

  const decided = under('decided', words('认定', 'the decision'), proof.decided);
  const told = toldIn(decided);
  const isDecision =
    ['conduct.leniency.decide', 'conduct.leniency.decide-again'].includes(decided?.act ?? '') &&
    decided?.subject === proof.decision;
  const same = told.finding === proof.finding && told.content === proof.content && told.ruleVersion === proof.rule;
  if (!isDecision || !same) find('decided', '认定与存证不符', 'The decision is not what is in the ledger');
  // The decision named the places it rests on, so that no moment can be left out of the file.
  const line = computed.line ? timeline[computed.line]!.seq : null;
  if ((told.sealedPlace ?? null) !== (timeline.sealed?.seq ?? null) || (told.linePlace ?? null) !== line)
    find('timeline', '时间线与认定所依据的位次不符', 'The timeline is not the one the decision rests on');
  const approved = under('approved', words('批准', 'the approval'), proof.approved);
  const isApproval =
    approved?.act === 'conduct.leniency.approve' &&
    approved.subject === proof.decision &&
    approved.actor !== decided?.actor &&
    proof.approved.seq > proof.decided.seq;
  if (!isApproval) find('approved', '批准与存证不符，或不是他人所批', 'The approval is not that of another person');
  return result(found, proof);
}

const result = (findings: readonly LeniencyFinding[], proof: LeniencyProof | null): LeniencyResult => ({
  holds: findings.length === 0,
  findings,
  proof,
});

const toldIn = (entry: Entry | null): Readonly<Record<string, unknown>> =>
  ((entry?.detail as { told?: Record<string, unknown> } | undefined)?.told ?? {}) as Record<string, unknown>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function headOf({ checkpoint, verifierKey }: LeniencyProof): ReturnType<typeof openCheckpoint> {
  try {
    return openCheckpoint(checkpoint, parseVerifierKey(verifierKey));
  } catch {
    return null;
  }
}
