import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { get, withQuery } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { Pager } from '../../../web/kit/Pager.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useCursors } from '../../../web/kit/use-cursors.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import type { Duty, Talk, UnitTalks } from '../talks/contract.ts';
import { AskDialog } from './AskDialog.tsx';
import { CoverageTable } from './coverage.tsx';
import { DueCard } from './DueCard.tsx';
import { RecordTalk } from './RecordTalk.tsx';
import { TalkState } from './TalkState.tsx';
import { talkTexts } from './talks-words.ts';

const texts = {
  title: words('必谈落实', 'Talks due and held'),
  lead: words(
    '应谈名单由花名册按“五个必谈”情形得出，也可人工登记。谈话须双方各自确认。',
    'What is due follows from the roster by the five must-talk rules, or is entered by hand. Both sides confirm, each in the own account.',
  ),
  record: words('登记谈话', 'Record a talk'),
  ask: words('登记必谈事项', 'Ask for a talk'),
  coverage: words('各单位覆盖情况', 'Coverage of the units'),
  duties: words('应谈', 'To be held'),
  late: words('逾期未谈', 'Overdue'),
  progress: words('进度', 'Progress'),
  noDuties: words('没有应谈事项。', 'No talk has to be held.'),
  waiting: words('待双方确认', 'Held, not confirmed by both'),
  noneWaiting: words('没有待确认的谈话。', 'None waits.'),
  state: words('状态', 'State'),
};

/** Talks on a page of the list, as the server gives them. */
const PAGE = 50;

/** The desk of talks: what is due, what waits for a confirmation, how far each unit is. */
export default function TalksPage() {
  const { say } = useSpeech();
  const cache = useQueryClient();
  const [recording, setRecording] = useState<Duty | 'new'>();
  const [asking, setAsking] = useState(false);
  const roles = useQuery(meQuery).data?.roles ?? [];
  const mayRecord = roles.some((role) => ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICE_STAFF'].includes(role));
  const mayAsk = mayRecord || roles.some((role) => ['OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'].includes(role));
  const refresh = () => cache.invalidateQueries({ queryKey: ['conduct', 'talks'] });
  return (
    <Page
      title={say(texts.title)}
      lead={say(texts.lead)}
      actions={
        <>
          {mayAsk && <Button onClick={() => setAsking(true)}>{say(texts.ask)}</Button>}
          {mayRecord && (
            <Button type="primary" onClick={() => setRecording('new')}>
              {say(texts.record)}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <DueCard onRecord={mayRecord ? setRecording : undefined} />
        <Coverage />
        <Unconfirmed />
      </div>
      {recording && (
        <RecordTalk
          duty={recording === 'new' ? undefined : recording}
          onDone={refresh}
          onClose={() => setRecording(undefined)}
        />
      )}
      {asking && <AskDialog onDone={refresh} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function Unconfirmed() {
  const { say, language } = useSpeech();
  const { cursor, page, forward, back } = useCursors('');
  const query = useQuery({
    queryKey: ['conduct', 'talks', 'unconfirmed', cursor],
    queryFn: () => get<{ talks: Talk[]; next: string | null }>(withQuery('/api/conduct/talks/unconfirmed', { cursor })),
    placeholderData: keepPreviousData,
  });
  const next = query.data?.next;
  return (
    <Card size="small" title={<h2>{say(texts.waiting)}</h2>}>
      <Asked query={query} none={{ when: ({ talks }) => talks.length === 0, says: say(texts.noneWaiting) }}>
        {({ talks }) => (
          <FoldingTable
            label={say(texts.waiting)}
            rows={talks}
            keyOf={({ record }) => record}
            columns={[
              {
                head: say(talkTexts.officer),
                names: true,
                cell: ({ record, officerName }) => <Anchor to={paths.talk(record)}>{officerName}</Anchor>,
              },
              { head: say(talkTexts.talker), cell: ({ talkerName }) => talkerName },
              { head: say(talkTexts.heldOn), cell: ({ heldOn }) => formatDay(heldOn, language) },
              { head: say(texts.state), cell: (talk) => <TalkState talk={talk} /> },
            ]}
          />
        )}
      </Asked>
      {(next || page > 0) && (
        <Pager
          from={page * PAGE + 1}
          shown={query.data?.talks.length ?? 0}
          onPrevious={page > 0 ? back : undefined}
          onNext={next ? () => forward(next) : undefined}
        />
      )}
    </Card>
  );
}

function Coverage() {
  const { say } = useSpeech();
  const query = useQuery({
    queryKey: ['conduct', 'talks', 'coverage'],
    queryFn: () => get<{ units: UnitTalks[] }>('/api/conduct/talks/coverage'),
  });
  return (
    <Card size="small" title={<h2>{say(texts.coverage)}</h2>}>
      <Asked query={query} none={{ when: ({ units }) => units.length === 0, says: say(texts.noDuties) }}>
        {({ units }) => (
          <CoverageTable
            label={say(texts.coverage)}
            heads={[say(talkTexts.unit), say(texts.progress), say(texts.duties)]}
            rows={units.map(({ unit, name, duties, confirmed, held, overdue }) => ({
              key: unit,
              name,
              total: duties,
              parts: [
                { kind: 'done', label: say(talkTexts.confirmed), number: confirmed },
                { kind: 'begun', label: say(texts.waiting), number: held },
                { kind: 'against', label: say(texts.late), number: overdue },
              ],
            }))}
          />
        )}
      </Asked>
    </Card>
  );
}
