import { useState } from 'react';
import { open, type PublicClarifications } from '../api/public.ts';
import { formatDay } from '../kit/format-values.ts';
import { Answered } from './Answered.tsx';
import { Heading } from './Heading.tsx';
import { languageOf } from './language-of.ts';
import { useSpeech } from './speech.ts';
import { useAnswer } from './use-answer.ts';

/** Names that were cleared in public, the latest first. */
export function ClarificationsPage() {
  const { t } = useSpeech();
  const own = t.clarification;
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <>
      <Heading title={own.title} />
      <p className="lead">{own.intro}</p>
      {pages.map((cursor, at) => (
        <ClarificationList
          key={cursor ?? ''}
          cursor={cursor}
          onMore={at === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
        />
      ))}
    </>
  );
}

function ClarificationList({ cursor, onMore }: { cursor?: string; onMore?: (next: string) => void }) {
  const { t, language } = useSpeech();
  const own = t.clarification;
  const answer = useAnswer<PublicClarifications>(open.clarifications(cursor));
  return (
    <Answered answer={answer}>
      {({ clarifications, next }) =>
        clarifications.length === 0 ? (
          <p className="notice">{own.none}</p>
        ) : (
          <>
            <ul className="cards">
              {clarifications.map(({ number, unit, finding, clarifiedOn }) => (
                <li key={number}>
                  <h2 lang={languageOf(unit)}>{unit}</h2>
                  <p lang={languageOf(finding)}>{finding}</p>
                  <p className="facts">
                    <span>{formatDay(clarifiedOn, language)}</span>
                    <span>{number}</span>
                  </p>
                </li>
              ))}
            </ul>
            {next && onMore && (
              <p>
                <button type="button" className="button" onClick={() => onMore(next)}>
                  {own.more}
                </button>
              </p>
            )}
          </>
        )
      }
    </Answered>
  );
}
