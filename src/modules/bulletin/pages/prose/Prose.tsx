import type { ReactNode } from 'react';
import type { BulletinText, BulletinView } from '../../../../web/api/bulletins.ts';
import { printValue } from '../../prose.ts';

export type ShownFigure = BulletinView['figures'][number];

interface Props {
  readonly text: Pick<BulletinText, 'sections'>;
  readonly figures: readonly ShownFigure[];
  /** How a mark is shown: a link, a button, or plain words. */
  readonly renderMark: (figure: ShownFigure, printed: string) => ReactNode;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The prose of a bulletin as it is read, its figures printed in place. The prose is Chinese, so its numbers are too. */
export function Prose({ text, figures, renderMark }: Props) {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return (
    <div className="prose" lang="zh-CN">
      {text.sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no identity but their place
        <section key={at}>
          <h2>
            {numerals[at] ?? at + 1}、{section.heading}
          </h2>
          {section.paragraphs.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
            <p key={index}>
              {paragraph.runs.map((run, place) => {
                // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
                if ('text' in run) return <span key={place}>{run.text}</span>;
                const figure = byId.get(run.figure);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
                  <span key={place}>
                    {figure ? renderMark(figure, printValue(figure, run.printed, run.said, 'zh')) : '—'}
                  </span>
                );
              })}
            </p>
          ))}
        </section>
      ))}
    </div>
  );
}
