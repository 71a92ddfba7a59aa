import { Card } from 'antd';
import type { ReactNode } from 'react';
import type { BulletinView } from '../../../web/api/bulletins.ts';
import { formatNumber } from '../../../web/kit/format.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { printValue } from './../prose.ts';
import type { ShownFigure } from './prose/Prose.tsx';

interface Props {
  readonly view: Pick<BulletinView, 'annex' | 'figures'>;
  readonly renderMark: (figure: ShownFigure, printed: string) => ReactNode;
}

/** The figures that the prose does not place. */
export function AnnexCard({ view, renderMark }: Props) {
  const { t, say } = useSpeech();
  const byId = new Map(view.figures.map((figure) => [figure.id, figure]));
  const figures = view.annex.flatMap((id) => byId.get(id) ?? []);
  return (
    <Card size="small" title={<h2>{t.bulletins.annex}</h2>} extra={formatNumber(figures.length)}>
      <p className="card-hint">{figures.length === 0 ? t.bulletins.annexEmpty : t.bulletins.annexHint}</p>
      <ul className="annex">
        {figures.map((figure) => (
          <li key={figure.id}>
            <span>
              {say(figure.words)}
              {figure.kind === 'label' && <span className="quiet"> · {t.figures.slogan}</span>}
            </span>
            {renderMark(figure, printValue(figure, 'exact', undefined, 'zh'))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
