import { z } from 'zod';
import type { Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { openCheckpoint } from '../../../platform/ledger/checkpoint.ts';
import { parseVerifierKey } from '../../../platform/ledger/notes.ts';
import type { LedgerDesk } from '../../../platform/register/records/proof.ts';
import { contents, facts, leniencyFacts, type Moment, moments, type Position, rules } from './rules.ts';

/** Name and version of the form; the file's name ends in `.mingjing.json`. */
export const LENIENCY_FORMAT = 'mingjing-leniency/1';

const codes = <T extends Record<string, unknown>>(of: T) => z.enum(Object.keys(of) as [keyof T & string]);
const proved = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  entry: z.string(),
  path: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type ProvedEntry = z.infer<typeof proved>;

export const leniencyProof = z.strictObject({
  format: z.literal(LENIENCY_FORMAT),
  decision: z.uuid(),
  report: z.uuid(),
  rule: codes(rules),
  content: codes(contents),
  /** What follows from places, rule and content. */
  fact: codes(facts),
  /** What the person decided. */
  finding: codes(facts),
  decided: proved,
  approved: proved,
  timeline: z.partialRecord(codes(moments), proved),
  checkpoint: z.string(),
  verifierKey: z.string(),
});
export type LeniencyProof = z.infer<typeof leniencyProof>;

/** What the file is about; places of the two decisions and of every moment that is in the ledger. */
export interface Proving {
  readonly decision: string;
  readonly report: string;
  readonly decided: number;
  readonly approved: number;
  readonly timeline: Readonly<Partial<Record<Moment, number>>>;
}

/**
 * The one file that an officer keeps: the entries concerned under one signed tree head. It holds no name and no text of the report.
 * @throws AppError `record.noProof` while the log has no signed tree head over all of them
 */
export async function leniencyProofFile(tx: Tx, ledger: LedgerDesk, about: Proving): Promise<string> {
  const checkpoint = await ledger.store.note();
  const head = openCheckpoint(checkpoint, parseVerifierKey(ledger.verifierKey));
  const prove = async (seq: number): Promise<ProvedEntry> => {
    const { rows } = await tx.client.query<{ entry: string }>(
      'select a.entry from ledger.entries e join ledger.acts a on a.id = e.act where e.seq = $1',
      [seq],
    );
    if (!head || !rows[0] || seq >= head.size) throw new AppError('record.noProof');
    const path = (await ledger.store.inclusion(seq, head.size)).map((hash) => hash.toString('hex'));
    return { seq, at: (JSON.parse(rows[0].entry) as { at: string }).at, entry: rows[0].entry, path };
  };
  const timeline: Partial<Record<Moment, ProvedEntry>> = {};
  for (const [moment, seq] of Object.entries(about.timeline)) timeline[moment as Moment] = await prove(seq);
  const decided = await prove(about.decided);
  const { told } = (JSON.parse(decided.entry) as { detail: { told: Record<string, string> } }).detail;
  const { ruleVersion: rule, content, finding } = told as never as Record<string, never>;
  const proof: LeniencyProof = {
    format: LENIENCY_FORMAT,
    decision: about.decision,
    report: about.report,
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
