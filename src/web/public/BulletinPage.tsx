import { fill } from '../../platform/words.ts';
import { open, type PublicBulletin } from '../api/public.ts';
import { formatDay, formatMoment } from '../kit/format-values.ts';
import { Answered } from './Answered.tsx';
import { Corrections } from './Corrections.tsx';
import { FigureList } from './FigureList.tsx';
import { FigureSheet } from './FigureSheet.tsx';
import { Go } from './Go.tsx';
import { Heading } from './Heading.tsx';
import { languageOf } from './language-of.ts';
import { Prose } from './Prose.tsx';
import { places } from './place.ts';
import { useSpeech } from './speech.ts';
import { Take } from './Take.tsx';
import { useAnswer } from './use-answer.ts';

/** One bulletin; with `figure`, that figure open over it. */
export function BulletinPage({ id, figure }: { id: string; figure: string | null }) {
  const { t } = useSpeech();
  const answer = useAnswer<PublicBulletin>(open.bulletin(id));
  return (
    <>
      <p className="back">
        <Go to={places.bulletins}>← {t.bulletin.back}</Go>
      </p>
      {answer.error !== undefined && <Heading title={t.bulletins} />}
      <Answered answer={answer}>
        {(bulletin) => (
          <>
            <Bulletin bulletin={bulletin} />
            {figure && <FigureSheet key={figure} bulletin={bulletin} id={figure} />}
          </>
        )}
      </Answered>
    </>
  );
}

function Bulletin({ bulletin }: { bulletin: PublicBulletin }) {
  const { t, language, say } = useSpeech();
  const { text, publishedAt, by, figures, annex } = bulletin;
  const written = languageOf(text.title);
  const translated = written !== 'en' && language === 'en';
  const listed = translated ? figures : figures.filter(({ id }) => annex.includes(id));
  const last = (id: string) => bulletin.corrections.findLast(({ figure }) => figure === id);
  return (
    <article>
      <Heading title={text.title}>
        <span lang={written}>{text.title}</span>
      </Heading>
      <p className="facts">
        <span>{fill(t.bulletin.asOf, { day: formatDay(text.asOf, language) })}</span>
        {text.sequence !== null && <span>{fill(t.bulletin.sequence, { n: text.sequence })}</span>}
        {publishedAt && <span>{fill(t.bulletin.published, { moment: formatMoment(publishedAt, language) })}</span>}
        {by && <span>{fill(t.bulletin.by, { name: by })}</span>}
      </p>
      <p className="hint screen">
        {t.bulletin.tap} {translated && t.bulletin.language}
      </p>
      {bulletin.corrections.length > 0 && <Corrections bulletin={bulletin} />}
      <Prose bulletin={bulletin} />
      {listed.length > 0 && (
        <section>
          <h2>{translated ? t.bulletin.figures : t.bulletin.annex}</h2>
          <FigureList
            figures={listed.map((figure) => ({ figure, label: say(figure.words), corrected: last(figure.id)?.after }))}
            addressOf={(figure) => places.figure(bulletin.id, figure)}
          />
        </section>
      )}
      <Take bulletin={bulletin} />
    </article>
  );
}
