import { useState } from 'react';
import type { Door } from '../../../modules/clues/contract/report.ts';
import { Answered } from '../Answered.tsx';
import { Go } from '../Go.tsx';
import { Heading } from '../Heading.tsx';
import { places } from '../place.ts';
import { useAnswer } from '../use-answer.ts';
import { addresses } from './addresses.ts';
import { LetterForm } from './LetterForm.tsx';
import type { Sent } from './reporter.ts';
import { SentLetter } from './SentLetter.tsx';
import { useReportTexts } from './speech.ts';
import './report.css';

/** Where somebody reports: what to know first, the letter, and then the receipt code. */
// biome-ignore lint/style/noDefaultExport: a page that is fetched when it is first opened
export default function ReportPage() {
  const { r } = useReportTexts();
  const door = useAnswer<Door>(addresses.door);
  const [sent, setSent] = useState<{ sent: Sent; files: readonly File[] } | null>(null);
  if (sent) return <SentLetter sent={sent.sent} files={sent.files} onDone={() => setSent(null)} />;
  return (
    <>
      <Heading title={r.title} />
      <p className="lead">{r.lead}</p>
      <p>
        <Go to={places.receipt} className="button">
          {r.follow}
        </Go>
      </p>
      <section className="notice" aria-label={r.before}>
        <h2>{r.before}</h2>
        <ul>
          {r.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      <Answered answer={door}>
        {(open) =>
          open.keys.length === 0 ? (
            <p className="notice bad">{r.noKeys}</p>
          ) : (
            <LetterForm door={open} onSent={(receipt, files) => setSent({ sent: receipt, files })} />
          )
        }
      </Answered>
    </>
  );
}
