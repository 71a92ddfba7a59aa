import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Progress } from 'antd';
import { type BatchStanding, batchesQuery } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { ScrollBox } from '../../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { batches } from '../../registers/clues.ts';
import { ClosedTag, ListTag } from './BatchState.tsx';

/** Every batch: what was handed over, what is registered, what is closed. */
export default function BatchesPage() {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const query = useQuery(batchesQuery);
  return (
    <Page title={own.batches} lead={own.batchesLead}>
      <Card size="small">
        <Asked query={query} />
        {query.data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={own.noBatches} />}
        {query.data && query.data.length > 0 && (
          <ScrollBox label={own.batches}>
            <table className="plain folding">
              <thead>
                <tr>
                  {[
                    own.batch,
                    own.source,
                    own.received2,
                    own.size,
                    own.registered,
                    own.list,
                    own.progress,
                    own.batchState,
                  ].map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {query.data.map((batch) => (
                  <tr key={batch.record}>
                    <th scope="row">
                      <Anchor to={paths.clueBatch(batch.record)}>{batch.number}</Anchor>
                    </th>
                    <td data-label={own.source}>{say(batches.columns.source.choices![batch.source]!)}</td>
                    <td data-label={own.received2}>{formatDay(batch.receivedOn, language)}</td>
                    <td data-label={own.size}>{formatNumber(batch.size)}</td>
                    <td data-label={own.registered}>{formatNumber(batch.registered)}</td>
                    <td data-label={own.list}>
                      <ListTag batch={batch} />
                    </td>
                    <td data-label={own.progress}>
                      <BatchProgress batch={batch} label={`${batch.number} ${own.progress}`} />
                    </td>
                    <td data-label={own.batchState}>
                      <ClosedTag closed={batch.closed} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Card>
    </Page>
  );
}

/** How far a batch is; one that differs from its list is never shown as done. */
export function BatchProgress({ batch, label }: { batch: BatchStanding; label: string }) {
  const { done, size, differences } = batch;
  return (
    <Progress
      aria-label={label}
      percent={size === 0 ? 0 : Math.floor((Math.min(done, size) / size) * 100)}
      format={() => `${done}/${size}`}
      style={{ minWidth: 160, maxWidth: 240 }}
      size="small"
      {...(differences.length > 0 && { status: 'exception' })}
    />
  );
}
