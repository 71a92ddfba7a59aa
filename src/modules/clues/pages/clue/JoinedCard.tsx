import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { joinedQuery } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { clueLifecycle } from '../../lifecycle.ts';
import { clues } from '../../registers/clues.ts';

/** The clues joined with this one, each with its own trail; nothing where there are none. */
export function JoinedCard({ record }: { record: string }) {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const joined = useQuery(joinedQuery(record)).data ?? [];
  if (joined.length === 0) return null;
  const { state, source } = clues.columns;
  return (
    <Card size="small" title={<h2>{own.joined}</h2>}>
      <p className="card-hint">{own.joinedHint}</p>
      <ul className="matter-lines">
        {joined.map((one) => (
          <li key={one.record}>
            <Anchor to={paths.matter(clues.name, one.record)}>{one.serialNo}</Anchor>{' '}
            {one.main && <Tag color="blue">{own.joinedMain}</Tag>}
            <span className="quiet">
              {say(state.choices![one.state]!)} · {say(source.choices![one.source]!)}
            </span>
            {one.steps.length === 0 ? (
              <p className="card-hint">{own.noSteps}</p>
            ) : (
              <details className="card-fold">
                <summary>{fill(own.joinedSteps, { n: one.steps.length })}</summary>
                <ol className="steps">
                  {one.steps.map((step) => (
                    <li key={`${step.at} ${step.action}`}>
                      {say(clueLifecycle.actions[step.action as keyof typeof clueLifecycle.actions].words)}{' '}
                      <span className="quiet">
                        {step.by ?? t.ledger.system} · {formatMoment(step.at, language)}
                      </span>
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
