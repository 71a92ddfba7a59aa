import { useEffect, useRef, useState } from 'react';
import type { SealedFileNote } from '../../../modules/clues/contract/report.ts';
import { fill } from '../../../platform/words.ts';
import { anonymously } from '../../api/client.ts';
import { reasonOf } from '../Answered.tsx';
import { useSpeech } from '../speech.ts';
import { Return } from './reporter.ts';
import { useReportTexts } from './speech.ts';
import type { Upload } from './upload.ts';

interface Props {
  readonly code: string;
  readonly text: string;
  readonly files: readonly File[];
  readonly onDone: () => void;
}

/** What is on its way: kept between two tries, so that a second one goes on where the first broke off. */
interface Journey {
  back?: Return;
  uploads?: Upload[];
  notes: SealedFileNote[];
}

/** Sends a text with its attachments to a report. When the connection breaks, the reader goes on from there. */
export function Sending({ code, text, files, onDone }: Props) {
  const { t } = useSpeech();
  const { r } = useReportTexts();
  const journey = useRef<Journey>({ notes: [] });
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const running = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sent is fixed when this is shown; a turn is another try.
  useEffect(() => {
    if (running.current) return;
    running.current = true;
    setFailure(null);
    send(journey.current, { code, text, files }, setShare)
      .then(onDone, setFailure)
      .finally(() => {
        running.current = false;
      });
  }, [turn]);
  const percent = Math.floor(share * 100);
  return (
    <div className="notice" role="status">
      <p>{r.uploading}</p>
      <progress value={percent} max={100} aria-label={r.uploading} />
      {failure !== null && (
        <>
          <p>
            {fill(r.broken, { share: percent })} {reasonOf(failure, t)}
          </p>
          <button type="button" onClick={() => setTurn((last) => last + 1)}>
            {r.resume}
          </button>
        </>
      )}
    </div>
  );
}

async function send(
  journey: Journey,
  { code, text, files }: Pick<Props, 'code' | 'text' | 'files'>,
  onShare: (share: number) => void,
): Promise<void> {
  journey.back ??= await Return.by(anonymously, code);
  journey.uploads ??= files.length > 0 ? await journey.back.uploads(files) : [];
  const all = files.reduce((sum, { size }) => sum + size, 0) || 1;
  let before = 0;
  for (const [at, upload] of journey.uploads.entries()) {
    const { size } = files[at]!;
    const from = before;
    journey.notes[at] ??= await upload.run((part) => onShare((from + part * size) / all));
    before += size;
  }
  const sent = journey.uploads.map((upload, at) => ({ upload, note: journey.notes[at]! }));
  await journey.back.add(text, sent);
}
