import { Fragment } from 'react';
import { printValue } from '../../modules/bulletin/prose.ts';
import { fill } from '../../platform/words.ts';
import type { PublicBulletin } from '../api/public.ts';
import { Go } from './Go.tsx';
import { languageOf } from './language-of.ts';
import { places } from './place.ts';
import { useSpeech } from './speech.ts';

/**
 * The text as it was published, each figure a mark that opens it. It stays in the language it was written in: a figure is
 * printed in the language of the sentence around it.
 */
export function Prose({ bulletin }: { bulletin: PublicBulletin }) {
  const { t, say } = useSpeech();
  const written = languageOf(bulletin.text.title);
  const figures = new Map(bulletin.figures.map((figure) => [figure.id, figure]));
  const corrected = new Set(bulletin.corrections.map(({ figure }) => figure));
  return (
    <div className="prose" lang={written}>
      {bulletin.text.sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text does not change its order.
        <section key={at}>
          <h2>{section.heading}</h2>
          {section.paragraphs.map(({ runs }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <p key={place}>
              {runs.map((run, index) => {
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                if ('text' in run) return <Fragment key={index}>{run.text}</Fragment>;
                const figure = figures.get(run.figure);
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                if (!figure) return <Fragment key={index}>—</Fragment>;
                const value = printValue(figure, run.printed, run.said, written === 'en' ? 'en' : 'zh');
                const mended = corrected.has(run.figure);
                // What is heard holds what is seen, so that the mark can be spoken to by its words (WCAG 2.5.3).
                const shown = mended ? `${value} ${t.corrections.mark}` : value;
                return (
                  <Go
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                    key={index}
                    to={places.figure(bulletin.id, run.figure)}
                    className="mark"
                    aria-label={fill(t.figure.open, { words: say(figure.words), value: shown })}
                  >
                    {value}
                    {mended && <sup> {t.corrections.mark}</sup>}
                  </Go>
                );
              })}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
