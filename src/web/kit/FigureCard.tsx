import type { ReactNode } from 'react';
import { fill } from '../../platform/words.ts';
import type { FigureView } from '../api/figures.ts';
import { useSpeech } from '../locales/index.ts';
import { formatFigure, formatNumber } from './format.ts';

interface Props {
  readonly figure: FigureView;
  /** Marked as the one that a chart beside it shows. */
  readonly chosen?: boolean;
  readonly onChoose?: () => void;
  readonly children?: ReactNode;
}

/** A figure: name, value, unit, and how many records make it. */
export function FigureCard({ figure, chosen = false, onChoose, children }: Props) {
  const { t, say, language } = useSpeech();
  const { value, unit } = formatFigure(figure.value, figure.unit, language);
  const inside = (
    <>
      <span className="figure-name">{say(figure.words)}</span>
      <span className="figure-value numbers">
        {value} <small>{unit}</small>
      </span>
      <span className="quiet numbers">
        {figure.base === null
          ? fill(t.figure.records, { n: formatNumber(figure.records) })
          : fill(t.figure.recordsOf, { n: formatNumber(figure.records), base: formatNumber(figure.base) })}
      </span>
      {children}
    </>
  );
  if (!onChoose) return <div className="figure-card">{inside}</div>;
  return (
    <button
      type="button"
      className={chosen ? 'figure-card figure-chosen' : 'figure-card'}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      {inside}
    </button>
  );
}
