import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { differingBatchesQuery } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { NotListed } from './BatchState.tsx';
import { useDifferences } from './Differences.tsx';

/** Batches that differ from their lists, among the gaps: a clue that nobody registered has no holder either. */
export default function BatchGaps() {
  const own = useSpeech().t.clues;
  const saying = useDifferences();
  const query = useQuery(differingBatchesQuery);
  const { batches: apart, total } = query.data ?? { batches: [], total: 0 };
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (apart.length === 0) return null;
  return (
    <Card size="small" title={<h2>{own.differingBatches}</h2>}>
      <p className="card-hint">{own.differingHint}</p>
      <ul className="matter-lines">
        {apart.map((batch) => (
          <li key={batch.record}>
            <Anchor to={paths.clueBatch(batch.record)}>{batch.number}</Anchor>
            <span className="quiet">{saying(batch).join(' ')}</span>
          </li>
        ))}
      </ul>
      <NotListed shown={apart.length} of={total} />
    </Card>
  );
}
