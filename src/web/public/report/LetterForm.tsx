import { type FormEvent, useId, useRef, useState } from 'react';
import { type Door, MOST_CHARACTERS } from '../../../modules/clues/contract/report.ts';
import { anonymously } from '../../api/client.ts';
import { FilePicker } from '../../kit/attachments/FilePicker.tsx';
import { reasonOf } from '../Answered.tsx';
import { useSpeech } from '../speech.ts';
import { useHold } from '../use-hold.ts';
import { type Letter, Outgoing, type Sent, wasRefused } from './reporter.ts';
import { useReportTexts } from './speech.ts';

interface Props {
  readonly door: Door;
  readonly onSent: (sent: Sent, files: readonly File[]) => void;
}

/** The letter. It stays on the page until it was sent, and is kept nowhere else. */
export function LetterForm({ door, onSent }: Props) {
  const { t } = useSpeech();
  const { r } = useReportTexts();
  const id = useId();
  const [about, setAbout] = useState('');
  const [text, setText] = useState('');
  const [named, setNamed] = useState(false);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  // Unchanged and not answered, it is sent again as it was: the same report, not a second one.
  const outgoing = useRef<{ readonly letter: Letter; readonly sealed: Outgoing }>(undefined);
  useHold([about, text, name, contact].some((one) => one.trim() !== '') || files.length > 0, r.holdText);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim().length < 10) return setFault(r.textShort);
    if (named && (name.trim() === '' || contact.trim() === '')) return setFault(r.contactShort);
    setFault('');
    setBusy(true);
    try {
      const signed = named ? { name: name.trim(), contact: contact.trim() } : null;
      const letter = { about: about.trim(), text: text.trim(), contact: signed };
      if (JSON.stringify(outgoing.current?.letter) !== JSON.stringify(letter))
        outgoing.current = { letter, sealed: await Outgoing.seal(anonymously, letter) };
      onSent(await outgoing.current!.sealed.send(), files);
    } catch (error) {
      if (wasRefused(error)) outgoing.current = undefined;
      setFault(`${r.failed} ${reasonOf(error, t)}`);
      setBusy(false);
    }
  };
  return (
    <form className="letter" onSubmit={(event) => void send(event)} autoComplete="off" noValidate>
      <div className="field">
        <label htmlFor={`${id}-about`}>{r.about}</label>
        <p className="hint" id={`${id}-about-hint`}>
          {r.aboutHint}
        </p>
        <input
          id={`${id}-about`}
          aria-describedby={`${id}-about-hint`}
          maxLength={500}
          value={about}
          onChange={({ target }) => setAbout(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{r.text}</label>
        <p className="hint" id={`${id}-text-hint`}>
          {r.textHint}
        </p>
        <textarea
          id={`${id}-text`}
          aria-describedby={`${id}-text-hint`}
          rows={8}
          maxLength={MOST_CHARACTERS}
          required
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <fieldset className="field">
        <legend>{r.mode}</legend>
        {([false, true] as const).map((one) => (
          <label key={String(one)} className="choice">
            <input type="radio" name={`${id}-mode`} checked={named === one} onChange={() => setNamed(one)} />
            <span>
              <strong>{one ? r.named : r.anonymous}</strong>
              <span className="hint">{one ? r.namedHint : r.anonymousHint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {named && (
        <>
          <div className="field">
            <label htmlFor={`${id}-name`}>{r.name}</label>
            <input id={`${id}-name`} maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
          </div>
          <div className="field">
            <label htmlFor={`${id}-contact`}>{r.contact}</label>
            <input
              id={`${id}-contact`}
              maxLength={500}
              value={contact}
              onChange={({ target }) => setContact(target.value)}
            />
          </div>
        </>
      )}
      <FilePicker
        hint={r.filesHint}
        files={files}
        largest={door.largestFile}
        onAdd={(more) => setFiles([...files, ...more])}
        onRemove={(file) => setFiles(files.filter((one) => one !== file))}
      />
      <details>
        <summary>{r.keys}</summary>
        <p className="hint">{r.keysHint}</p>
        <ul>
          {door.keys.map(({ fingerprint, holder }) => (
            <li key={fingerprint}>
              <span lang="zh-CN">{holder}</span> <code>{fingerprint}</code>
            </li>
          ))}
        </ul>
      </details>
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="button main wide" disabled={busy}>
        {r.send}
      </button>
      {busy && (
        <p className="hint" role="status">
          {r.sending}
        </p>
      )}
    </form>
  );
}
