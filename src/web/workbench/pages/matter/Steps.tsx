import { Card } from 'antd';
import type { RoomMatter } from '../../../../modules/pages.ts';
import { fill } from '../../../../platform/words.ts';
import type { StepView } from '../../../api/matters.ts';
import type { Cell } from '../../../api/registers.ts';
import { CellValue } from '../../../kit/CellValue.tsx';
import { isProse } from '../../../kit/columns-shown.ts';
import { formatMoment } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';

/** What was done with a matter, newest first: by whom, when, with what given. */
export function Steps({ matter, steps }: { matter: RoomMatter; steps: readonly StepView[] }) {
  const { t, say, language } = useSpeech();
  const past = steps.find(({ source }) => source)?.source;
  return (
    <Card size="small" title={<h2>{t.matters.steps}</h2>}>
      {steps.length === 0 && <p className="card-hint">{t.matters.noSteps}</p>}
      {past && <p className="card-hint">{fill(t.matters.source, { ...past })}</p>}
      <ol className="steps" reversed>
        {steps.toReversed().map((step) => {
          const { words, fields = {} } = matter.lifecycle.actions[step.action]!;
          const given = Object.entries(fields).filter(([key]) => (step.input[key] ?? null) !== null);
          return (
            <li key={step.number}>
              <strong>{say(words)}</strong>{' '}
              <span className="quiet">
                {step.by ?? t.ledger.system} · {formatMoment(step.at, language)} ·{' '}
                {say(matter.lifecycle.states[step.to]!)}
                {step.source && ` · ${fill(t.matters.sourceRow, { row: step.source.row })}`}
              </span>
              {step.reason && <p className="prewrap">{step.reason}</p>}
              {given.length > 0 && (
                <dl className="facts">
                  {given.map(([key, column]) => (
                    <div key={key} className={isProse(column) ? 'facts-wide' : undefined}>
                      <dt>{say(column.words)}</dt>
                      <dd className="prewrap">
                        <CellValue column={column} value={step.input[key] as Cell} title={step.titles[key]} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
