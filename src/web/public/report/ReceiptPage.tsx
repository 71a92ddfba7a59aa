import { type FormEvent, useId, useState } from 'react';
import { parseReceiptCode } from '../../../platform/identifiers/receipt.ts';
import { anonymously } from '../../api/client.ts';
import { reasonOf } from '../Answered.tsx';
import { Go } from '../Go.tsx';
import { Heading } from '../Heading.tsx';
import { places } from '../place.ts';
import { useSpeech } from '../speech.ts';
import { type Reading, Return } from './reporter.ts';
import { Lost } from './SentLetter.tsx';
import { useReportTexts } from './speech.ts';
import { Talk } from './Talk.tsx';
import './report.css';

/** Where the holder of a receipt code finds the way back to the report. */
// biome-ignore lint/style/noDefaultExport: a page that is fetched when it is first opened
export default function ReceiptPage() {
  const { t } = useSpeech();
  const { r } = useReportTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ code: string; reading: Reading } | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');

  const look = async (code: string): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      setFound({ code, reading: await (await Return.by(anonymously, code)).read() });
    } catch (error) {
      setFault(reasonOf(error, t));
    }
    setBusy(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = parseReceiptCode(typed);
    if (code.ok) void look(code.value);
    else setFault(r.codeWrong);
  };
  const clear = (): void => {
    setTyped('');
    setFound(null);
  };
  return (
    <>
      <p className="back">
        <Go to={places.report}>← {r.title}</Go>
      </p>
      <Heading title={r.receiptTitle} />
      {found ? (
        <Talk code={found.code} reading={found.reading} onAdded={() => look(found.code)} onLeave={clear} />
      ) : (
        <form className="letter" onSubmit={submit} autoComplete="off" noValidate>
          <p className="lead">{r.receiptLead}</p>
          <div className="field">
            <label htmlFor={id}>{r.code}</label>
            <input
              id={id}
              className="code"
              inputMode="numeric"
              maxLength={24}
              placeholder="0000 0000 0000 0000"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          <button type="submit" className="button main wide" disabled={busy}>
            {r.look}
          </button>
        </form>
      )}
      {busy && (
        <p className="hint" role="status">
          {r.looking}
        </p>
      )}
      {fault && (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      )}
      <Lost />
    </>
  );
}
