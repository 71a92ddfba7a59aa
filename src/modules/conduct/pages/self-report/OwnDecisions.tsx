import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { words } from '../../../../platform/words.ts';
import { ownDecisionsQuery } from '../../../../web/api/self-reports.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatDay } from '../../../../web/kit/format.ts';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { facts } from '../../leniency/rules.ts';
import { leniencyLifecycle } from '../../lifecycle.ts';
import { leniencyDecisions } from '../../registers.ts';

const texts = {
  title: words('对我的从宽认定', 'Decisions on leniency about me'),
  open: words('查看依据、下载证明、陈述申辩', 'See what it rests on, take the proof, state a defence'),
};

/** What was decided about the officer; left out while there is nothing. */
export function OwnDecisions() {
  const { say, language } = useSpeech();
  const query = useQuery(ownDecisionsQuery);
  const { columns } = leniencyDecisions;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data?.length) return null;
  return (
    <Card size="small" className="card-gap" title={<h2>{say(texts.title)}</h2>}>
      <ul className="record-cards">
        {query.data.map((one) => (
          <li key={one.record}>
            <div className="record-card-title">
              {say(facts[one.finding])}{' '}
              <Tag>{say(leniencyLifecycle.states[one.state as keyof typeof leniencyLifecycle.states])}</Tag>
            </div>
            <div className="quiet">
              {one.number} · {formatDay(one.decidedOn, language)}
            </div>
            <dl className="record-lines">
              <div>
                <dt>{say(columns.report.words)}</dt>
                <dd>{one.reportNumber}</dd>
              </div>
              <div>
                <dt>{say(columns.decidedBy.words)}</dt>
                <dd>{one.decidedBy}</dd>
              </div>
              <div>
                <dt>{say(columns.approvedBy.words)}</dt>
                <dd>{one.approvedBy ?? '—'}</dd>
              </div>
              <div>
                <dt>{say(columns.reasons.words)}</dt>
                <dd className="prewrap">{one.reasons}</dd>
              </div>
              <div>
                <dt>{say(columns.measure.words)}</dt>
                <dd className="prewrap">{one.measure}</dd>
              </div>
            </dl>
            <Anchor to={paths.matter(leniencyDecisions.name, one.record)}>{say(texts.open)}</Anchor>
          </li>
        ))}
      </ul>
    </Card>
  );
}
