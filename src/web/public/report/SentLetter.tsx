import { useState } from 'react';
import { formatReceiptCode } from '../../../platform/identifiers/receipt.ts';
import { fill } from '../../../platform/words.ts';
import { Heading } from '../Heading.tsx';
import { useHold } from '../use-hold.ts';
import type { Sent } from './reporter.ts';
import { Sending } from './Sending.tsx';
import { useReportTexts } from './speech.ts';

interface Props {
  readonly sent: Sent;
  readonly files: readonly File[];
  readonly onDone: () => void;
}

/** The receipt code, shown this once, while the attachments follow. The page asks before it is left too early. */
export function SentLetter({ sent: { code, number }, files, onDone }: Props) {
  const { r } = useReportTexts();
  const [noted, setNoted] = useState(false);
  const [through, setThrough] = useState(files.length === 0);
  const early = !noted || !through;
  useHold(early, r.holdCode);
  return (
    <>
      <Heading title={r.sent} />
      <p>{fill(r.number, { number })}</p>
      <section className="receipt" aria-label={r.code}>
        <h2>{r.code}</h2>
        <p className="code" data-testid="receipt">
          {formatReceiptCode(code)}
        </p>
        <p>{r.codeHint}</p>
        <label className="choice">
          <input type="checkbox" checked={noted} onChange={({ target }) => setNoted(target.checked)} />
          <span>{r.noted}</span>
        </label>
      </section>
      {files.length > 0 && !through && <Sending code={code} text="" files={files} onDone={() => setThrough(true)} />}
      {files.length > 0 && through && (
        <p className="notice" role="status">
          {r.uploaded}
        </p>
      )}
      <Lost />
      <p>
        <button type="button" className="button main wide" disabled={early} onClick={onDone}>
          {r.done}
        </button>
      </p>
    </>
  );
}

/** What can and cannot be done for somebody who has lost the code. */
export function Lost() {
  const { r } = useReportTexts();
  return (
    <details>
      <summary>{r.lost}</summary>
      <p>{r.lostText}</p>
    </details>
  );
}
