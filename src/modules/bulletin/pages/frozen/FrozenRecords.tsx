import { Drawer, Tabs } from 'antd';
import { fill } from '../../../../platform/words.ts';
import type { BulletinView } from '../../../../web/api/bulletins.ts';
import { formatFigure, formatMoment, formatNumber } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { ShownFigure } from '../prose/Prose.tsx';
import { FrozenRows } from './FrozenRows.tsx';

interface Props {
  readonly view: BulletinView;
  readonly figure: ShownFigure;
  readonly onClose: () => void;
}

/** Exactly the records that were frozen with a figure, beside the bulletin. */
export function FrozenRecords({ view, figure, onClose }: Props) {
  const { t, say, language } = useSpeech();
  const { value, unit } = formatFigure(figure.value, figure.unit, language);
  const rows = (part: 'records' | 'base') => <FrozenRows id={view.id} figure={figure.id} part={part} />;
  return (
    <Drawer open size={880} title={say(figure.words)} onClose={onClose}>
      <p className="figure-headline-value numbers">
        {value} <small>{unit}</small>
      </p>
      <dl className="definition">
        {figure.base !== null && (
          <>
            <dt>{t.bulletins.base}</dt>
            <dd className="numbers">{formatNumber(figure.base)}</dd>
          </>
        )}
        <dt>{t.figures.version}</dt>
        <dd>{fill(t.record.version, { n: figure.version })}</dd>
        <dt>{t.bulletins.frozenAt}</dt>
        <dd>{view.frozenAt ? formatMoment(view.frozenAt, language) : '—'}</dd>
        <dt>{t.bulletins.root}</dt>
        <dd className="code">{figure.root}</dd>
      </dl>
      {figure.base === null ? (
        rows('records')
      ) : (
        <Tabs
          destroyOnHidden
          items={[
            { key: 'records', label: t.bulletins.frozenRecords, children: rows('records') },
            { key: 'base', label: t.bulletins.baseRecords, children: rows('base') },
          ]}
        />
      )}
    </Drawer>
  );
}
