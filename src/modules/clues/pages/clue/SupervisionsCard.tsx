import { Button, Card, Space, Tag } from 'antd';
import { fill } from '../../../../platform/words.ts';
import type { MatterView } from '../../../../web/api/matters.ts';
import { formatDay, formatMoment } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { supervisions } from '../../registers/handling.ts';

interface Props {
  readonly view: MatterView;
  readonly take: (action: string, start: Readonly<Record<string, string>>) => void;
}

/** Every letter by which somebody above supervises the clue, with what was reported back to it. */
export function SupervisionsCard({ view, take }: Props) {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const rows = view.beside.find(({ register }) => register === supervisions.name)?.rows ?? [];
  if (rows.length === 0) return null;
  const day = (value: unknown): string => (value ? formatDay(String(value), language) : '—');
  return (
    <Card size="small" title={<h2>{own.supervisions}</h2>}>
      <ul className="matter-lines">
        {rows.map(({ record, values }) => {
          const letterNo = String(values.letterNo);
          const standing = values.liftedOn === null;
          const runs = view.limits.some(
            ({ id, of, stoppedAt }) => id === 'SUPERVISION' && of === letterNo && !stoppedAt,
          );
          const reports = view.steps.filter(
            (step) => step.action === 'ANSWER_SUPERVISION' && step.input.letterNo === letterNo,
          );
          return (
            <li key={record}>
              <strong>{letterNo}</strong>{' '}
              <Tag color={standing ? 'processing' : 'default'}>
                {standing ? own.standing : fill(own.lifted, { day: day(values.liftedOn) })}
              </Tag>
              <span className="quiet">
                {say(supervisions.columns.supervisor.choices![String(values.supervisor)]!)} · {own.issued}{' '}
                {day(values.issuedOn)} · {own.due} {day(values.dueOn)}
              </span>
              {reports.length === 0 ? (
                <p className="card-hint">{own.noReports}</p>
              ) : (
                <ol className="steps" aria-label={own.reports}>
                  {reports.map((step) => (
                    <li key={step.number}>
                      <span className="quiet">
                        {step.by} · {formatMoment(step.at, language)}
                      </span>
                      <p className="prewrap">{String(step.input.progress)}</p>
                    </li>
                  ))}
                </ol>
              )}
              {runs && (
                <Space>
                  {view.actions.includes('ANSWER_SUPERVISION') && (
                    <Button size="small" onClick={() => take('ANSWER_SUPERVISION', { letterNo })}>
                      {own.report}
                    </Button>
                  )}
                  {view.actions.includes('LIFT') && (
                    <Button size="small" onClick={() => take('LIFT', { letterNo })}>
                      {own.lift}
                    </Button>
                  )}
                </Space>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
