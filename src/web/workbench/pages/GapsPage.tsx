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
import { Loading } from '../../kit/Loading.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { HandOverDialog } from './matter/HandOverDialog.tsx';

/** The register of the people who hold matters: whoever hands over chooses from it. */
const ROSTER = 'organisation.officers';

/** What single rooms have to say of work that was left out. */
const ofRooms = rooms.flatMap(({ matters }) =>
  matters.flatMap(({ register, gaps }) => (gaps ? [{ name: register.name, Part: lazy(gaps) }] : [])),
);

/** Open work without anybody who can do it, by whoever had it; one act hands all of a person's over. */
export default function GapsPage() {
  const { t, say } = useSpeech();
  const query = useQuery(gapsQuery);
  const me = useQuery(meQuery).data;
  const [handing, setHanding] = useState<{ readonly people: string; readonly from?: string }>();
  const own = t.matters;
  const byOfficer = Object.entries(Object.groupBy(query.data ?? [], ({ officer }) => officer)) as [string, Gap[]][];
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
        {query.data?.length === 0 && (
          <Card size="small">
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={own.noGaps} />
          </Card>
        )}
        {byOfficer.map(([officer, gaps]) => (
          <Card
            key={officer}
            size="small"
            title={
              <h2 lang={gaps[0]!.name === null ? undefined : 'zh-CN'}>
                {fill(own.gapOf, { name: gaps[0]!.name ?? own.unknownHolder, n: gaps.length })}
              </h2>
            }
            extra={
              may && (
                <Button type="primary" onClick={() => setHanding({ people: gaps[0]!.people, from: officer })}>
                  {own.handOver}
                </Button>
              )
            }
          >
            <FoldingTable
              label={own.gaps}
              rows={gaps}
              keyOf={({ record }) => record}
              columns={[
                {
                  head: own.matter,
                  names: true,
                  cell: ({ register, record, title }) => <Anchor to={paths.matter(register, record)}>{title}</Anchor>,
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
          </Card>
        ))}
      </div>
      {handing && <HandOverDialog {...handing} onClose={() => setHanding(undefined)} />}
    </Page>
  );
}
