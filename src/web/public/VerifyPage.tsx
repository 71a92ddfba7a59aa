import { type About, open, type PublicList } from '../api/public.ts';
import { Answered } from './Answered.tsx';
import { Heading } from './Heading.tsx';
import { languageOf } from './language-of.ts';
import { useSpeech } from './speech.ts';
import { useAnswer } from './use-answer.ts';

/** How anybody checks a bulletin without believing this site. */
export function VerifyPage() {
  const { t } = useSpeech();
  const list = useAnswer<PublicList>(open.bulletins);
  const about = useAnswer<About>(open.about);
  return (
    <>
      <Heading title={t.proof.title}>{t.proof.lead}</Heading>
      <p className="lead">{t.proof.proves}</p>
      <h2>{t.proof.steps}</h2>
      <ol className="steps">
        <li>
          {t.proof.bundle}
          <Answered answer={list}>
            {({ bulletins }) =>
              bulletins.length === 0 ? (
                <p className="hint">{t.proof.noBulletin}</p>
              ) : (
                <ul>
                  {bulletins.map(({ id, title, asOf }) => (
                    <li key={id}>
                      <a href={open.bundle(id)} download lang={languageOf(title)}>
                        {title} {asOf}
                      </a>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </li>
        <li>
          {t.proof.checker}
          <p>
            <a className="button main" href={open.checker} download="mingjing-checker.html">
              {t.proof.checkerButton}
            </a>
          </p>
        </li>
        <li>{t.proof.run}</li>
      </ol>
      <h2>{t.proof.key}</h2>
      <p className="hint">{t.proof.keyHint}</p>
      <Answered answer={about}>{({ verifierKey }) => <pre className="note">{verifierKey}</pre>}</Answered>
      <p>
        <a href={open.checkpoint}>{t.proof.ledger}</a>
      </p>
    </>
  );
}
