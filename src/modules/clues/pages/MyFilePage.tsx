import './my-file/my-file.css';
import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { fill, type Words } from '../../../platform/words.ts';
import { myFileQuery, type OwnFile } from '../../../web/api/my-file.ts';
import { Asked } from '../../../web/kit/Asked.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { reviewRequests } from '../officer/registers.ts';
import { ClearingCard } from './my-file/ClearingCard.tsx';
import { HearingCard } from './my-file/HearingCard.tsx';
import { midSentence, texts } from './my-file/texts.ts';

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

interface Line {
  readonly record: string;
  readonly number: string;
  readonly lastDay: string;
  readonly kind: string;
  readonly says: string;
}

/**
 * What waits for the officer's answer, as many as the home page counts, and apart from it what may be asked for but need not be:
 * in both those that end first on top.
 */
function WaitingCard({ hearings, clearings }: OwnFile) {
  const { say, language } = useSpeech();
  const kinds = reviewRequests.columns.kind.choices!;
  const on = (text: Words, day: string, kind = ''): string =>
    fill(say(text), { day: formatDay(day, language), kind: midSentence(kind, language) });
  const answers: Line[] = [
    ...hearings
      .filter(({ state }) => state === 'TOLD')
      .flatMap(({ record, number, limits }) =>
        limits
          .filter(({ id }) => id === 'STATE')
          .map(({ lastDay, overdue }) => ({
            record,
            number,
            lastDay,
            kind: 'STATE',
            says: on(overdue ? texts.mayStillState : texts.mayState, lastDay),
          })),
      ),
    ...clearings.flatMap(({ record, number, state, limit }) =>
      state === 'APPROVED' && limit
        ? [{ record, number, lastDay: limit.lastDay, kind: 'CONSENT', says: on(texts.mayAnswer, limit.lastDay) }]
        : [],
    ),
  ];
  const rights: Line[] = hearings.flatMap(({ record, number, rights: all }) =>
    all
      .filter(({ open }) => open)
      .map(({ kind, lastDay, silentSince }) => ({
        record,
        number,
        lastDay,
        kind,
        says: on(silentSince ? texts.maySilent : texts.mayAsk, lastDay, say(kinds[kind as keyof typeof kinds]!)),
      })),
  );
  return (
    <Card size="small" title={<h2>{say(texts.waiting)}</h2>}>
      {answers.length === 0 ? <p className="card-hint">{say(texts.nothing)}</p> : <Lines of={answers} />}
      {rights.length > 0 && (
        <section>
          <h3>{say(texts.mayBeAsked)}</h3>
          <Lines of={rights} />
        </section>
      )}
    </Card>
  );
}

const Lines = ({ of }: { of: readonly Line[] }) => (
  <ul className="my-file-lines">
    {of
      .toSorted((a, b) => a.lastDay.localeCompare(b.lastDay))
      .map(({ record, number, kind, says }) => (
        <li key={`${record} ${kind}`}>
          <a href={`#${number}`}>{says}</a>
          <span className="quiet">{number}</span>
        </li>
      ))}
  </ul>
);
