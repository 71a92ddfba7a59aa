import './my-file/my-file.css';
import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { fill } from '../../../platform/words.ts';
import { myFileQuery, type OwnFile } from '../../../web/api/my-file.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { reviewRequests } from '../officer/registers.ts';
import { ClearingCard } from './my-file/ClearingCard.tsx';
import { HearingCard } from './my-file/HearingCard.tsx';
import { texts } from './my-file/texts.ts';

/** The officer's own file, on a phone first: what waits on top, then everything that was told, newest first. */
export default function MyFilePage() {
  const { say } = useSpeech();
  const query = useQuery(myFileQuery);
  const { hearings, clearings } = query.data ?? { hearings: [], clearings: [] };
  const isEmpty = hearings.length + clearings.length === 0;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <div className="stack my-file">
        <Asked query={query} />
        {query.isSuccess && isEmpty && (
          <Card size="small">
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.empty)} />
          </Card>
        )}
        {!isEmpty && <WaitingCard hearings={hearings} clearings={clearings} />}
        {clearings.map((clearing) => (
          <ClearingCard key={clearing.record} clearing={clearing} />
        ))}
        {hearings.map((hearing) => (
          <HearingCard key={hearing.record} hearing={hearing} />
        ))}
      </div>
    </Page>
  );
}

/** What the officer may still do, those that end first on top. */
function WaitingCard({ hearings, clearings }: OwnFile) {
  const { say, language } = useSpeech();
  const kinds = reviewRequests.columns.kind.choices!;
  const answers = clearings.flatMap(({ record, number, state, limit }) =>
    state === 'APPROVED' && limit
      ? [{ record, number, lastDay: limit.lastDay, kind: 'CONSENT', text: texts.mayAnswer }]
      : [],
  );
  const lines = hearings
    .flatMap(({ record, number, limits, rights }) => [
      ...limits
        .filter(({ id, overdue }) => id === 'STATE' && !overdue)
        .map(({ lastDay }) => ({ record, number, lastDay, kind: 'STATE', text: texts.mayState })),
      ...rights
        .filter(({ open }) => open)
        .map(({ kind, lastDay, silentSince }) => ({
          record,
          number,
          lastDay,
          kind,
          text: silentSince ? texts.maySilent : texts.mayAsk,
        })),
    ])
    .concat(answers)
    .toSorted((a, b) => a.lastDay.localeCompare(b.lastDay));
  return (
    <Card size="small" title={<h2>{say(texts.waiting)}</h2>}>
      {lines.length === 0 && <p className="card-hint">{say(texts.nothing)}</p>}
      <ul className="my-file-lines">
        {lines.map(({ record, number, lastDay, kind, text }) => (
          <li key={`${record} ${kind}`}>
            <a href={`#${number}`}>
              {fill(say(text), {
                day: formatDay(lastDay, language),
                kind: kind in kinds ? say(kinds[kind as keyof typeof kinds]!) : '',
              })}
            </a>
            <span className="quiet">{number}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
