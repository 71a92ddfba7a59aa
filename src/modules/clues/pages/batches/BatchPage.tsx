import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Card, Tag } from 'antd';
import { isStatus } from '../../../../web/api/client.ts';
import { batchQuery } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { CopyText } from '../../../../web/kit/CopyText.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { Loading } from '../../../../web/kit/Loading.tsx';
import { Notice } from '../../../../web/kit/Notice.tsx';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { ScrollBox } from '../../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { batches, clues } from '../../registers/clues.ts';
import { BatchProgress } from './BatchesPage.tsx';
import { ClosedTag, ListTag } from './BatchState.tsx';
import { Differences } from './Differences.tsx';

/** One batch, held against its list, with what is still open in it. */
export default function BatchPage() {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const { record = '' } = useParams({ strict: false }) as { record?: string };
  const query = useQuery(batchQuery(record));
  const back = { to: paths.clueBatches, label: own.batches };
  if (isStatus(query.error, 404)) return <Notice title={t.app.missing} link={back} />;
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
          {batch.open.length === 0 ? (
            <p className="card-hint">{own.nothingOpen}</p>
          ) : (
            <ScrollBox label={own.stillOpen}>
              <table className="plain folding">
                <thead>
                  <tr>
                    {[own.serial, own.state, own.due2].map((name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {batch.open.map((one) => (
                    <tr key={one.record}>
                      <th scope="row">
                        <Anchor to={paths.matter(clues.name, one.record)}>{one.serialNo}</Anchor>
                      </th>
                      <td data-label={own.state}>{say(clues.columns.state.choices![one.state]!)}</td>
                      <td data-label={own.due2}>
                        {one.dueAt ? formatDay(one.dueAt.slice(0, 10), language) : t.matters.noLimit}{' '}
                        {one.late && <Tag color="error">{own.late}</Tag>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )}
        </Card>
      </div>
    </Page>
  );
}
