import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { findMatter, rooms } from '../../../modules/pages.ts';
import { fill } from '../../../platform/words.ts';
import { type Gap, gapsQuery } from '../../api/matters.ts';
import { meQuery } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { Asked } from '../../kit/Asked.tsx';
import { FoldingTable } from '../../kit/FoldingTable.tsx';
import { formatNumber } from '../../kit/format.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { Locked } from './matter/DeskLines.tsx';
import { HandOverDialog } from './matter/HandOverDialog.tsx';

/** The register of the people who hold matters: whoever hands over chooses from it. */
const ROSTER = 'organisation.officers';

/** What single rooms have to say of work that was left out. */
const ofRooms = rooms.flatMap(({ matters }) =>
  matters.flatMap(({ register, gaps }) => (gaps ? [{ name: register.name, Part: lazy(gaps) }] : [])),
);

/** Open work without anybody who can do it, by whoever had it; one act hands all of a person's over. */
export default function GapsPage() {
  const { t } = useSpeech();
  const query = useQuery(gapsQuery);
  const me = useQuery(meQuery).data;
  const [handing, setHanding] = useState<{ readonly people: string; readonly from?: string }>();
  const own = t.matters;
  const byOfficer = [...Map.groupBy(query.data?.gaps ?? [], ({ officer }) => officer)];
  const more = query.data ? query.data.total - query.data.gaps.length : 0;
  const may = me?.roles.includes('CLUE_MANAGER') ?? false;
  return (
    <Page
      title={own.gaps}
      lead={own.gapsLead}
      actions={may && <Button onClick={() => setHanding({ people: ROSTER })}>{own.handOverAny}</Button>}
    >
      <div className="stack">
        {ofRooms.map(({ name, Part }) => (
          <Suspense key={name} fallback={<Loading />}>
            <Part />
          </Suspense>
        ))}
        <Asked query={query} />
        {query.data?.total === 0 && (
          <Card size="small">
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={own.noGaps} />
          </Card>
        )}
        {byOfficer.map(([officer, gaps]) => (
          <Card
            key={officer}
            size="small"
            title={
              officer === null ? (
                <h2>{fill(own.gapOfDecider, { n: gaps.length })}</h2>
              ) : (
                <h2 lang={gaps[0]!.name === null ? undefined : 'zh-CN'}>
                  {fill(own.gapOf, { name: gaps[0]!.name ?? own.unknownHolder, n: gaps.length })}
                </h2>
              )
            }
            extra={
              may &&
              officer !== null && (
                <Button type="primary" onClick={() => setHanding({ people: gaps[0]!.people, from: officer })}>
                  {own.handOver}
                </Button>
              )
            }
          >
            {officer === null && <p className="card-hint">{own.gapOfDeciderHint}</p>}
            <GapTable gaps={gaps} />
          </Card>
        ))}
        {more > 0 && query.data && (
          <p className="quiet">
            {fill(own.moreGaps, { shown: formatNumber(query.data.gaps.length), n: formatNumber(more) })}
          </p>
        )}
      </div>
      {handing && <HandOverDialog {...handing} onClose={() => setHanding(undefined)} />}
    </Page>
  );
}

function GapTable({ gaps }: { gaps: readonly Gap[] }) {
  const { t, say } = useSpeech();
  const own = t.matters;
  return (
    <FoldingTable
      label={own.gaps}
      rows={gaps}
      keyOf={({ record }) => record}
      columns={[
        {
          head: own.matter,
          names: true,
          cell: ({ register, record, title, opens }) => (
            <>
              <Anchor to={paths.matter(register, record)}>{title}</Anchor> {!opens && <Locked />}
            </>
          ),
        },
        {
          head: own.state,
          cell: ({ register, state }) => say(findMatter(register)!.lifecycle.states[state]!),
        },
        {
          head: own.why,
          cell: ({ grounds }) =>
            grounds.map(({ code, words }) => (
              <Tag key={code} color="warning">
                {say(words)}
              </Tag>
            )),
        },
      ]}
    />
  );
}
