import { useQuery } from '@tanstack/react-query';
import { Card, Progress } from 'antd';
import { type BatchStanding, batchesQuery } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../../web/kit/FoldingTable.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { Page } from '../../../../web/kit/Page.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { batches } from '../../registers/clues.ts';
import { ClosedTag, ListTag, NotListed } from './BatchState.tsx';

/** Every batch: what was handed over, what is registered, what is closed. */
export default function BatchesPage() {
  const { t, say, language } = useSpeech();
  const own = t.clues;
  const query = useQuery(batchesQuery);
  return (
    <Page title={own.batches} lead={own.batchesLead}>
      <Card size="small">
        <Asked query={query} none={{ when: ({ total }) => total === 0, says: own.noBatches }}>
          {({ batches: all, total }) => (
            <>
              <FoldingTable
                label={own.batches}
                rows={all}
                keyOf={({ record }) => record}
                columns={[
                  {
                    head: own.batch,
                    names: true,
                    cell: ({ record, number }) => <Anchor to={paths.clueBatch(record)}>{number}</Anchor>,
                  },
                  { head: own.source, cell: ({ source }) => say(batches.columns.source.choices![source]!) },
                  { head: own.received2, cell: ({ receivedOn }) => formatDay(receivedOn, language) },
                  { head: own.size, number: true, cell: ({ size }) => formatNumber(size) },
                  { head: own.registered, number: true, cell: ({ registered }) => formatNumber(registered) },
                  { head: own.list, cell: (batch) => <ListTag batch={batch} /> },
                  {
                    head: own.progress,
                    cell: (batch) => <BatchProgress batch={batch} label={`${batch.number} ${own.progress}`} />,
                  },
                  { head: own.batchState, cell: ({ closed }) => <ClosedTag closed={closed} /> },
                ]}
              />
              <NotListed
                shown={all.length}
                of={total}
                more={<Anchor to={paths.register(batches.name)}>{own.openBatches}</Anchor>}
              />
            </>
          )}
        </Asked>
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
