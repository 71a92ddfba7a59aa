import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card, Tag } from 'antd';
import { isMissing } from '../../../../web/api/client.ts';
import { batchQuery } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { CopyText } from '../../../../web/kit/CopyText.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { Loading } from '../../../../web/kit/Loading.tsx';
import { Notice } from '../../../../web/kit/Notice.tsx';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { batches, clues } from '../../registers/clues.ts';
import { BatchProgress } from './BatchesPage.tsx';
import { ClosedTag, ListTag, NotListed } from './BatchState.tsx';
import { Differences } from './Differences.tsx';

/** One batch, held against its list, with what is still open in it. */
export default function BatchPage() {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const { record = '' } = useParams({ strict: false }) as { record?: string };
  const query = useQuery(batchQuery(record));
  const back = { to: paths.clueBatches, label: own.batches };
  if (isMissing(query.error)) return <Notice title={t.app.missing} link={back} />;
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const batch = query.data;
  const facts = [
    [own.source, say(batches.columns.source.choices![batch.source]!)],
    [own.received2, formatDay(batch.receivedOn, language)],
    [own.size, formatNumber(batch.size)],
    [own.registered, formatNumber(batch.registered)],
  ];
  return (
    <Page title={batch.number} back={back} lead={<ClosedTag closed={batch.closed} />}>
      <div className="stack">
        <Card size="small">
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>{own.progress}</dt>
              <dd>
                <BatchProgress batch={batch} label={own.progress} />
              </dd>
            </div>
            <div>
              <dt>{own.list}</dt>
              <dd>
                <ListTag batch={batch} />
              </dd>
            </div>
          </dl>
          <Differences batch={batch} />
          <details className="card-fold">
            <summary>{own.checksum}</summary>
            <p className="card-hint">{own.checksumHint}</p>
            <dl className="facts">
              <div className="facts-wide">
                <dt>{own.checksum}</dt>
                <dd>{batch.checksum ? <CopyText text={batch.checksum} label={own.checksum} /> : own.noChecksum}</dd>
              </div>
              {batch.listSum && (
                <div className="facts-wide">
                  <dt>{own.listSum}</dt>
                  <dd>
                    <CopyText text={batch.listSum} label={own.listSum} />
                  </dd>
                </div>
              )}
              <div className="facts-wide">
                <dt>{own.ours}</dt>
                <dd>
                  <CopyText text={batch.ours} label={own.ours} />
                </dd>
              </div>
            </dl>
          </details>
        </Card>
        <Card size="small" title={<h2>{own.stillOpen}</h2>}>
          <NotListed shown={batch.open.length} of={batch.openTotal} />
          {batch.open.length === 0 ? (
            <p className="card-hint">{own.nothingOpen}</p>
          ) : (
            <FoldingTable
              label={own.stillOpen}
              rows={batch.open}
              keyOf={(one) => one.record}
              columns={[
                {
                  head: own.serial,
                  names: true,
                  cell: (one) => <Anchor to={paths.matter(clues.name, one.record)}>{one.serialNo}</Anchor>,
                },
                { head: own.state, cell: ({ state }) => say(clues.columns.state.choices![state]!) },
                {
                  head: own.due2,
                  cell: ({ dueAt, late }) => (
                    <>
                      {dueAt ? formatDay(dueAt.slice(0, 10), language) : t.matters.noLimit}{' '}
                      {late && <Tag color="error">{own.late}</Tag>}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Card>
      </div>
    </Page>
  );
}
