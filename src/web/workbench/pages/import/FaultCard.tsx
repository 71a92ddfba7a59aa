import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { faultsQuery, type ImportView, markedAddress } from '../../../api/imports.ts';
import { ErrorNotice } from '../../../kit/ErrorNotice.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { Loading } from '../../../kit/Loading.tsx';
import { useSpeech } from '../../../locales/index.ts';
import { FaultTable } from './FaultTable.tsx';

/** Every fault at its cell, and the same workbook with the faults marked in it. */
export function FaultCard({ view, stage }: { view: ImportView; stage: string }) {
  const { t } = useSpeech();
  const query = useInfiniteQuery({ ...faultsQuery(view.id, stage), enabled: view.faults > 0 });
  const faults = query.data?.pages.flatMap((page) => page.faults) ?? [];
  return (
    <Card size="small" title={<h2>{t.import.faults}</h2>}>
      {view.faults > 0 && (
        <p className="card-hint">
          <Button icon={<DownloadOutlined aria-hidden />} href={markedAddress(view.id)} download>
            {t.import.marked}
          </Button>
        </p>
      )}
      {view.faults === 0 && <p className="card-hint">{t.import.noFaults}</p>}
      {view.faults > 0 && query.isPending && <Loading />}
      {query.isError && <ErrorNotice error={query.error} retry={() => void query.refetch()} />}
      {faults.length > 0 && (
        <>
          <FaultTable faults={faults} />
          <div className="pager">
            <span className="quiet numbers" role="status">
              {fill(t.import.shown, { shown: formatNumber(faults.length), all: formatNumber(view.faults) })}
            </span>
            {query.hasNextPage && (
              <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                {t.import.moreFaults}
              </Button>
            )}
          </div>
        </>
      )}
    </Card>
  );
}
