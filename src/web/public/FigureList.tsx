import type { PublicFigure } from '../api/public.ts';
import { Go } from './Go.tsx';
import { sayValue } from './say-value.ts';
import { useSpeech } from './speech.ts';

interface Listed {
  readonly figure: PublicFigure;
  readonly label: string;
  /** What a correction says now; undefined where there is none. */
  readonly corrected: PublicFigure['value'] | undefined;
}

/** Figures by name and value, each opening its records. */
export function FigureList({
  figures,
  addressOf,
}: {
  figures: readonly Listed[];
  addressOf: (figure: string) => string;
}) {
  const { t, language } = useSpeech();
  return (
    <ul className="figures">
      {figures.map(({ figure, label, corrected }) => (
        <li key={figure.id}>
          <Go to={addressOf(figure.id)}>
            <span>{label}</span>
            <span className="value">
              {sayValue(figure, figure.value, language)}
              {corrected !== undefined && (
                <small>
                  {t.corrections.mark}: {sayValue(figure, corrected, language)}
                </small>
              )}
            </span>
          </Go>
        </li>
      ))}
    </ul>
  );
}
