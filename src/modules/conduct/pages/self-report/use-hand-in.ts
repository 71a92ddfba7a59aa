import { useState } from 'react';
import { signedIn } from '../../../../web/api/client.ts';
import { beginUploads } from '../../../../web/api/self-report-uploads.ts';
import { handIn } from '../../../../web/api/self-reports.ts';
import { mustBeginAnew } from '../../../../web/kit/attachments/begin-anew.ts';
import { Journey } from '../../../../web/kit/attachments/journey.ts';
import type { SealedWhole } from '../../../../web/kit/attachments/sealed-upload.ts';
import type { OpenedText, ReportText } from '../../contract/self-reports.ts';
import { sealReport } from '../../self-reports/seal.ts';
import type { Draft } from './draft.ts';

/** What is left of a report that was just handed in, until the page closes. */
export interface Sent {
  readonly record: string;
  readonly number: string;
  readonly opened: OpenedText;
}

interface Attached {
  readonly wholes: readonly (SealedWhole & { readonly upload?: string | undefined })[];
  /** Told the server's names of the uploads: with them another page, another day, goes on; none when the server forgot them. */
  readonly onBegun: (uploads: readonly (string | undefined)[]) => void;
}

/** Sends attachments, seals the report over them and hands it in. What broke off goes on with the next try. */
export function useHandIn() {
  /** The share of the attachments that has arrived; null while none are on their way. */
  const [share, setShare] = useState<number | null>(null);

  const send = async (
    draft: Draft,
    report: ReportText,
    { wholes, onBegun }: Attached,
    keys: readonly string[],
  ): Promise<Sent> => {
    if (wholes.length > 0) setShare((before) => before ?? 0);
    try {
      const uploads = await beginUploads(signedIn, wholes);
      onBegun(uploads.map(({ name }) => name));
      const sizes = wholes.map(({ note }) => note);
      const sent = await new Journey(sizes, async () => uploads).run(setShare);
      const whole = sent.length > 0 ? { ...report, files: sent.map(({ note }) => note) } : report;
      const { envelope, commitment, salt } = await sealReport(whole, draft.number, keys);
      const { record } = await handIn({
        number: draft.number,
        envelope,
        commitment,
        files: sent.map(({ upload, note }) => ({ upload: upload.name, hash: note.hash })),
        ...(draft.amends && { amends: draft.amends.record }),
        ...(draft.talk?.linked && { talk: draft.talk.record }),
      });
      setShare(null);
      return { record, number: draft.number, opened: { report: whole, salt } };
    } catch (error) {
      if (mustBeginAnew(error)) onBegun(wholes.map(() => undefined));
      throw error;
    }
  };
  return { send, share };
}
