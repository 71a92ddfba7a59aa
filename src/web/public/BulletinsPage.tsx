import { fill } from '../../platform/words.ts';
import { open, type PublicList } from '../api/public.ts';
import { formatDay, formatMoment } from '../kit/format-values.ts';
import { Answered } from './Answered.tsx';
import { Go } from './Go.tsx';
import { Heading } from './Heading.tsx';
import { languageOf } from './language-of.ts';
import { places } from './place.ts';
import { useSpeech } from './speech.ts';
import { useAnswer } from './use-answer.ts';

/** All published bulletins, the latest first. */
export function BulletinsPage() {
  const { t } = useSpeech();
  const answer = useAnswer<PublicList>(open.bulletins);
  return (
    <>
      <Heading title={t.bulletins} />
      <p className="lead">{t.list.intro}</p>
      <Answered answer={answer}>{(list) => <BulletinCards list={list} />}</Answered>
    </>
  );
}

function BulletinCards({ list: { bulletins } }: { list: PublicList }) {
  const { t, language } = useSpeech();
  if (bulletins.length === 0) {
    return (
      <div className="notice">
        <p>
          <strong>{t.list.none}</strong>
        </p>
        <p>{t.list.noneHint}</p>
      </div>
    );
  }
  return (
    <ul className="cards">
      {bulletins.map(({ id, title, asOf, publishedAt, state }) => (
        <li key={id}>
          <h2 lang={languageOf(title)}>
            <Go to={places.bulletin(id)}>{title}</Go>
          </h2>
          <p className="facts">
            <span>{fill(t.list.asOf, { day: formatDay(asOf, language) })}</span>
            {publishedAt && <span>{fill(t.list.published, { moment: formatMoment(publishedAt, language) })}</span>}
            {state === 'corrected' && <span className="tag">{t.list.corrected}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
