import { Card, Tabs } from 'antd';
import { fill } from '../../../../platform/words.ts';
import type { FigureDetail } from '../../../api/figures.ts';
import { formatFigure, formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import { FigureTrend } from '../home/FigureTrend.tsx';
import { DefinitionCard } from './DefinitionCard.tsx';
import { DrillTable } from './DrillTable.tsx';

/** One figure at one cut-off day: what it came to, what it asks, how it grew, and its records. */
export function FigureDesk({ figure }: { figure: FigureDetail }) {
  const { t, language } = useSpeech();
  const { value, unit } = formatFigure(figure.value, figure.unit, language);
  const parts = figure.definition.parts.map((_, index) => (index === 0 ? 'records' : 'base') as 'records' | 'base');
  const drawn = typeof figure.value === 'number' && figure.kind !== 'label';
  return (
    <div className="stack">
      <Card size="small">
        <div className="figure-headline">
          <span className="figure-headline-value numbers">
            {value} <small>{unit}</small>
          </span>
          <dl className="inline-facts">
            <div>
              <dt>{t.figures.kind}</dt>
              <dd>{figure.kind === 'label' ? t.figures.slogan : t.figures.kinds[figure.kind]}</dd>
            </div>
            {figure.base !== null && (
              <div>
                <dt>{t.figures.base}</dt>
                <dd className="numbers">{formatNumber(figure.base)}</dd>
              </div>
            )}
            <div>
              <dt>{t.figures.records}</dt>
              <dd className="numbers">{formatNumber(figure.records)}</dd>
            </div>
            <div>
              <dt>{t.figures.version}</dt>
              <dd className="numbers">{fill(t.record.version, { n: figure.version })}</dd>
            </div>
            <div>
              <dt>{t.figures.id}</dt>
              <dd className="break">{figure.id}</dd>
            </div>
          </dl>
        </div>
        {figure.value === null && <p className="card-hint">{t.figures.noValue}</p>}
      </Card>
      <DefinitionCard figure={figure} />
      {drawn && (
        <Card size="small" title={<h2>{t.figures.trend}</h2>}>
          <FigureTrend figure={figure} asOf={figure.asOf} />
        </Card>
      )}
      {parts.length > 0 && (
        <Card size="small" title={<h2>{t.figures.recordsOf}</h2>}>
          {parts.length === 1 ? (
            <DrillTable id={figure.id} part="records" asOf={figure.asOf} counted={figure.records} />
          ) : (
            <Tabs
              destroyOnHidden
              items={parts.map((part) => ({
                key: part,
                label: part === 'records' ? t.figures.recordsOf : t.figures.baseOf,
                children: (
                  <DrillTable
                    id={figure.id}
                    part={part}
                    asOf={figure.asOf}
                    {...(part === 'records' && { counted: figure.records })}
                  />
                ),
              }))}
            />
          )}
        </Card>
      )}
    </div>
  );
}
