import type { Tx } from '../../../platform/database/transact.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import type { LedgerDesk } from '../../../platform/register/records/proof.ts';
import type { ProvedEntry } from '../bundle/entries.ts';
import { LENIENCY_FORMAT, type LeniencyProof } from '../bundle/leniency-format.ts';
import { proverAt } from '../proving.ts';
import { leniencyFacts, type Moment, type Position } from './rules.ts';

/** What the file is about; places of the two decisions and of every moment that is in the ledger. */
export interface Proving {
  readonly decision: string;
  readonly report: string;
  readonly clue: string | null;
  readonly decided: number;
  readonly approved: number;
  readonly timeline: Readonly<Partial<Record<Moment, number>>>;
}

/**
 * The one file that an officer keeps: the entries concerned under one signed tree head. It holds no name and no text of the report.
 * @throws AppError `record.noProof` while the log has no signed tree head over all of them
 */
export async function leniencyProofFile(tx: Tx, ledger: LedgerDesk, about: Proving): Promise<string> {
  const { checkpoint, prove } = await proverAt(tx, ledger);
  const timeline: Partial<Record<Moment, ProvedEntry>> = {};
  for (const [moment, seq] of Object.entries(about.timeline)) timeline[moment as Moment] = await prove(seq);
  const decided = await prove(about.decided);
  const { told } = (JSON.parse(decided.entry) as { detail: { told: Record<string, string> } }).detail;
  const { ruleVersion: rule, content, finding } = told as never as Record<string, never>;
  const proof: LeniencyProof = {
    format: LENIENCY_FORMAT,
    decision: about.decision,
    report: about.report,
    clue: about.clue,
    rule: rule!,
    content: content!,
    fact: leniencyFacts(rule!, timeline as Partial<Record<Moment, Position>>, content!).fact,
    finding: finding!,
    decided,
    approved: await prove(about.approved),
    timeline,
    checkpoint,
    verifierKey: ledger.verifierKey,
  };
  return canonical(proof as unknown as Json);
}
