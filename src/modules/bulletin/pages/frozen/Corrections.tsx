import { type BulletinView, type Door, noticeAddress } from '../../../../web/api/bulletins.ts';
import { formatFigure, formatMoment } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

/** Old value, new value, cause: what was wrong stays to be seen. */
export function Corrections({ view, door }: { view: BulletinView; door: Door }) {
  const { t, say, language } = useSpeech();
  return (
    <ul className="corrections">
      {view.corrections.map(({ figure, before, after, cause, at }, index) => {
        const known = view.figures.find(({ id }) => id === figure);
        const said = (value: number | string | null) => {
          const shown = formatFigure(value, known?.unit ?? '', language);
          return `${shown.value} ${shown.unit}`.trim();
        };
        return (
          <li key={at}>
            <strong>{known ? say(known.words) : figure}</strong> <del className="numbers">{said(before)}</del> →{' '}
            <ins className="numbers">{said(after)}</ins>
            <div>
              {cause} <span className="quiet">{formatMoment(at, language)}</span>{' '}
              <a
                href={noticeAddress(door, view.id, index + 1)}
                download
                aria-label={`${t.bulletins.notice} ${index + 1}`}
              >
                {t.bulletins.notice}
              </a>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
