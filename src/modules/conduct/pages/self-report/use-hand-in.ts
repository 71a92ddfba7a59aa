import { useRef, useState } from 'react';
import type { SealedFileNote } from '../../../../platform/sealing/attachment.ts';
import { Problem, signedIn } from '../../../../web/api/client.ts';
import { beginUploads } from '../../../../web/api/self-report-uploads.ts';
import { handIn } from '../../../../web/api/self-reports.ts';
import { Journey } from '../../../../web/kit/attachments/journey.ts';
import type { OpenedText, ReportText } from '../../contract/self-reports.ts';
import { sealReport } from '../../self-reports/seal.ts';
import type { Draft } from './draft.ts';

/** What is left of a report that was just handed in, until the page closes. */
export interface Sent {
  readonly record: string;
  readonly number: string;
  readonly opened: OpenedText;
}

interface Way {
  readonly files: readonly File[];
  readonly journey: Journey;
}

/** Sends attachments, seals the report over them and hands it in. What broke off goes on with the next try, as long as the page is open. */
export function useHandIn() {
  const way = useRef<Way | null>(null);
  /** The share of the attachments that has arrived; null while none are on their way. */
  const [share, setShare] = useState<number | null>(null);

  const send = async (
    draft: Draft,
    report: ReportText,
    files: readonly File[],
    keys: readonly string[],
  ): Promise<Sent> => {
    // Other files are another way; the same ones go on where they were.
    if (way.current?.files !== files)
      way.current = { files, journey: new Journey(files, (chosen) => beginUploads(signedIn, chosen)) };
    if (files.length > 0) setShare((before) => before ?? 0);
    try {
      const sent = await way.current.journey.run(setShare);
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
      way.current = null;
      setShare(null);
      return { record, number: draft.number, opened: { report: whole, salt } };
    } catch (error) {
      // The server no longer knows the uploads (a day has passed): the next try begins anew.
      if (error instanceof Problem && error.code.startsWith('upload.')) way.current = null;
      throw error;
    }
  };
  return { send, share };
}

/** What the report will say of a file that is not sealed yet, in the same number of bytes: so the page knows what room is left. */
export const unsealedNote = ({ name, size }: File): SealedFileNote => ({
  hash: '0'.repeat(64),
  name,
  size,
  secret: '0'.repeat(74),
  content: '0'.repeat(64),
});
