import type { z } from 'zod';
import { SealError, type SealReason, unseal } from '../../../../platform/sealing/envelope.ts';
import type { KeyPair } from '../../../../platform/sealing/keys.ts';
import type { OpenedReport } from '../../../../web/api/reports.ts';
import { belongsTo, textInside } from '../../contract/report.ts';

/** A text of the conversation, opened, or why it does not open. */
export interface DeskText {
  readonly hash: string;
  readonly author: 'REPORTER' | 'DESK';
  readonly sentOn: string;
  /** Fingerprints of every key that opens it or a later sealing of it. */
  readonly sealedTo: readonly string[];
  readonly inside: z.output<typeof textInside> | null;
  readonly fault: SealReason | null;
}

/** Opens every text of a report with the keys that are held; a later sealing of a text serves as well as the first. */
export async function openTexts(report: OpenedReport, keys: readonly KeyPair[]): Promise<DeskText[]> {
  const secrets = keys.map(({ secret }) => secret);
  const opened: DeskText[] = [];
  for (const { hash, author, sentOn, sealedTo, envelope, resealed } of report.texts) {
    const belongs = author === 'DESK' ? belongsTo.answer(report.answerTo) : belongsTo.text(report.answerTo);
    const found = await firstThatOpens([envelope, ...resealed.map((one) => one.envelope)], belongs, secrets);
    opened.push({
      hash,
      author,
      sentOn,
      sealedTo: [...sealedTo, ...resealed.flatMap((one) => one.sealedTo)],
      ...found,
    });
  }
  return opened;
}

async function firstThatOpens(
  envelopes: readonly string[],
  belongs: string,
  secrets: readonly string[],
): Promise<Pick<DeskText, 'inside' | 'fault'>> {
  let fault: SealReason = 'other-key';
  for (const envelope of envelopes) {
    try {
      // What a stranger wrote is held against the contract before anything is done with it.
      const read = textInside.safeParse(await unseal(envelope, belongs, secrets));
      if (read.success) return { inside: read.data, fault: null };
      fault = 'altered';
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      if (error.reason !== 'other-key') fault = error.reason;
    }
  }
  return { inside: null, fault };
}
