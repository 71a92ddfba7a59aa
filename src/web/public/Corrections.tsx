import { fill } from '../../platform/words.ts';
import { open, type PublicBulletin } from '../api/public.ts';
import { formatMoment } from '../kit/format-values.ts';
import { sayValue } from './say-value.ts';
import { useSpeech } from './speech.ts';

/** The corrections of a bulletin, or those of one of its figures: what stood there, what is right, and why. */
export function Corrections({ bulletin, figure }: { bulletin: PublicBulletin; figure?: string }) {
  const { t, language, say } = useSpeech();
  const told = bulletin.corrections
    .map((correction, at) => ({ ...correction, number: at + 1 }))
    .filter((correction) => figure === undefined || correction.figure === figure);
  if (told.length === 0) return null;
  return (
    <section className="notice corrections">
      <h2>{t.corrections.title}</h2>
      <p>{t.corrections.intro}</p>
      <ol>
        {told.map(({ number, figure: id, before, after, cause, at }) => {
          const corrected = bulletin.figures.find((one) => one.id === id) ?? { unit: '', words: { zh: id, en: id } };
          const params = {
            before: sayValue(corrected, before, language),
            after: sayValue(corrected, after, language),
          };
          return (
            <li key={number} value={number}>
              <strong>{say(corrected.words)}</strong>
              <p>
                {fill(t.corrections.change, params)} <small>{formatMoment(at, language)}</small>
              </p>
              <p>{fill(t.corrections.cause, { cause })}</p>
              <a className="screen" href={open.notice(bulletin.id, number)} download>
                {t.corrections.notice}
              </a>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
