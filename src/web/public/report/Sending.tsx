import { useEffect, useRef, useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { anonymously } from '../../api/client.ts';
import { mustBeginAnew } from '../../kit/attachments/begin-anew.ts';
import { Journey } from '../../kit/attachments/journey.ts';
import { formatSize } from '../../kit/format-values.ts';
import { reasonOf } from '../Answered.tsx';
import { useSpeech } from '../speech.ts';
import { Return } from './reporter.ts';
import { useReportTexts } from './speech.ts';

interface Props {
  readonly code: string;
  readonly text: string;
  readonly files: readonly File[];
  readonly onDone: () => void;
}

/** What is on its way: kept between two tries. */
interface Way {
  back?: Return;
  journey?: Journey<File>;
}

/** Sends a text with its attachments to a report. When the connection breaks, the reader goes on from there. */
export function Sending({ code, text, files, onDone }: Props) {
  const { t } = useSpeech();
  const { r } = useReportTexts();
  const way = useRef<Way>({});
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const [turn, setTurn] = useState(0);
  const running = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sent is fixed when this is shown; a turn is another try.
  useEffect(() => {
    if (running.current) return;
    running.current = true;
    setFailure(null);
    send(way.current, { code, text, files }, setShare)
      .then(onDone, (error: unknown) => {
        if (mustBeginAnew(error)) way.current = {};
        setFailure(error);
      })
      .finally(() => {
        running.current = false;
      });
  }, [turn]);
  const percent = Math.floor(share * 100);
  return (
    <div className="notice" role="status">
      <p>{r.uploading}</p>
      <ul>
        {files.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may be alike in all that is known of them
          <li key={at} className="break">
            {file.name} ({formatSize(file.size)})
          </li>
        ))}
      </ul>
      <p className="hint">{r.uploadingHint}</p>
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
  way: Way,
  { code, text, files }: Pick<Props, 'code' | 'text' | 'files'>,
  onShare: (share: number) => void,
): Promise<void> {
  way.back ??= await Return.by(anonymously, code);
  const { back } = way;
  way.journey ??= new Journey(files, (chosen) => back.uploads(chosen));
  await back.add(text, await way.journey.run(onShare));
}
