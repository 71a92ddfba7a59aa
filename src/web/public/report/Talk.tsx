import { type FormEvent, useId, useState } from 'react';
import { type Door, MOST_CHARACTERS } from '../../../modules/clues/contract/report.ts';
import { fill } from '../../../platform/words.ts';
import { FilePicker } from '../../kit/attachments/FilePicker.tsx';
import { formatDay } from '../../kit/format-values.ts';
import { Answered } from '../Answered.tsx';
import { useAnswer } from '../use-answer.ts';
import { useHold } from '../use-hold.ts';
import { addresses } from './addresses.ts';
import type { Reading } from './reporter.ts';
import { Sending } from './Sending.tsx';
import { useReportTexts } from './speech.ts';

interface Props {
  readonly code: string;
  readonly reading: Reading;
  readonly onAdded: () => Promise<void>;
  readonly onLeave: () => void;
}

/** The conversation about a report, and a way to write again. */
export function Talk({ code, reading, onAdded, onLeave }: Props) {
  const { language, r } = useReportTexts();
  return (
    <>
      <p>
        {fill(r.number, { number: reading.number })} · {formatDay(reading.receivedOn, language)}
      </p>
      <section className="notice" aria-label={r.state}>
        <h2>{r.state}</h2>
        <p>{reading.state === 'HANDED_ON' && reading.concluded ? r.concluded : r.states[reading.state]}</p>
      </section>
      <h2>{r.talk}</h2>
      <ol className="talk">
        {reading.texts.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows at its end
          <li key={at} className={text.author === 'DESK' ? 'desk' : 'own'}>
            <strong>{text.author === 'DESK' ? r.desk : r.you}</strong>{' '}
            <span className="hint">{formatDay(text.sentOn, language)}</span>
            {text.author === 'DESK' ? (
              <p className="letter-text">{text.text ?? r.unopened}</p>
            ) : (
              <p className="hint">
                {r.yours} {text.files > 0 && fill(r.yoursFiles, { n: text.files })}
              </p>
            )}
          </li>
        ))}
      </ol>
      <Adding key={reading.texts.length} code={code} onAdded={onAdded} />
      <p>
        <button type="button" className="wide" onClick={onLeave}>
          {r.leave}
        </button>
      </p>
    </>
  );
}

function Adding({ code, onAdded }: Pick<Props, 'code' | 'onAdded'>) {
  const { r } = useReportTexts();
  const id = useId();
  const door = useAnswer<Door>(addresses.door);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState(false);
  useHold(text.trim() !== '' || files.length > 0, r.holdText);
  if (sending) return <Sending code={code} text={text.trim()} files={files} onDone={() => void onAdded()} />;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' || files.length > 0) setSending(true);
  };
  return (
    <form className="letter" onSubmit={send} autoComplete="off" noValidate>
      <h2>{r.add}</h2>
      <p className="hint">{r.addHint}</p>
      <div className="field">
        <label htmlFor={id}>{r.addText}</label>
        <textarea
          id={id}
          rows={5}
          maxLength={MOST_CHARACTERS}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <Answered answer={door}>
        {({ largestFile }) => (
          <FilePicker
            hint={r.filesHint}
            files={files}
            largest={largestFile}
            onAdd={(more) => setFiles([...files, ...more])}
            onRemove={(file) => setFiles(files.filter((one) => one !== file))}
          />
        )}
      </Answered>
      <button type="submit" className="button main wide" disabled={text.trim() === '' && files.length === 0}>
        {r.addSend}
      </button>
    </form>
  );
}
