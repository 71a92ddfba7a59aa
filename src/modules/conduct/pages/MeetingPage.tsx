import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../platform/words.ts';
import { get, isMissing } from '../../../web/api/client.ts';
import { openMatter } from '../../../web/api/matters.ts';
import { meQuery } from '../../../web/api/me.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { problemItemLifecycle } from '../lifecycle.ts';
import type { Board } from '../meetings/contract.ts';
import { problemItems } from '../registers.ts';
import './conduct.css';

const texts = {
  missing: words('没有这次会议', 'There is no such meeting'),
  back: words('生活会问题', 'Life meetings'),
  raise: words('提出问题', 'Raise a point'),
  owner: words('认领人：{name}', 'Owner: {name}'),
  due: words('{day} 前', 'By {day}'),
  late: words('逾期', 'Late'),
  none: words('无', 'None'),
};

const { text, problemKind } = problemItems.columns;
const form = { ...problemItems, name: 'conduct.problemItems.raise', columns: { text, problemKind } };

/** The points of one meeting as a board: a column for each state. */
export default function MeetingPage() {
  const { say, language } = useSpeech();
  const cache = useQueryClient();
  const { record = '' } = useParams({ strict: false }) as { record?: string };
  const [raising, setRaising] = useState(false);
  const roles = useQuery(meQuery).data?.roles ?? [];
  const query = useQuery({
    queryKey: ['conduct', 'meetings', 'board', record],
    queryFn: () => get<Board>(`/api/conduct/life-meetings/${record}`),
  });
  const back = { to: paths.meetings, label: say(texts.back) };
  if (isMissing(query.error)) return <Notice title={say(texts.missing)} link={back} />;
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const meeting = query.data;
  const mayRaise = roles.some((role) => ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICE_STAFF'].includes(role));
  return (
    <Page
      title={meeting.title}
      lead={`${meeting.unitName} · ${formatDay(meeting.heldOn, language)}`}
      back={back}
      actions={
        mayRaise && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setRaising(true)}>
            {say(texts.raise)}
          </Button>
        )
      }
    >
      <div className="board">
        {Object.entries(problemItemLifecycle.states).map(([state, name]) => {
          const points = meeting.board.filter((point) => point.state === state);
          return (
            <section key={state} aria-label={say(name)}>
              <h2>
                {say(name)} <span className="quiet numbers">{points.length}</span>
              </h2>
              {points.length === 0 && <p className="quiet">{say(texts.none)}</p>}
              <ul className="record-cards">
                {points.map((point) => (
                  <li key={point.record}>
                    <Anchor to={paths.matter(problemItems.name, point.record)}>{point.text}</Anchor>
                    {point.ownerName && <div>{fill(say(texts.owner), { name: point.ownerName })}</div>}
                    {point.dueOn && (
                      <div className="quiet">
                        {fill(say(texts.due), { day: formatDay(point.dueOn, language) })}{' '}
                        {point.overdue && <Tag color="error">{say(texts.late)}</Tag>}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {raising && (
        <RecordForm
          register={form}
          title={say(texts.raise)}
          saveAs={say(texts.raise)}
          onSave={async (given) => {
            await openMatter(problemItems.name, 'RAISE', { ...given, meeting: record });
            await cache.invalidateQueries({ queryKey: ['conduct', 'meetings'] });
            setRaising(false);
          }}
          onClose={() => setRaising(false)}
        />
      )}
    </Page>
  );
}
