import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { differencesQuery, type ImportView } from '../../../api/imports.ts';
import { Asked } from '../../../kit/Asked.tsx';
import { useSpeech } from '../../../locales/index.ts';
import { DifferenceTable } from './DifferenceTable.tsx';

/** What a corrected workbook changes, record by record. */
export function DifferenceCard({ view, stage }: { view: ImportView; stage: string }) {
  const { t } = useSpeech();
  const query = useInfiniteQuery(differencesQuery(view.id, stage));
  const differences = query.data?.pages.flatMap((page) => page.differences) ?? [];
  return (
    <Card size="small" title={<h2>{t.import.differences}</h2>}>
      <p className="quiet card-hint">{t.import.differencesHint}</p>
      <Asked query={query} />
      {differences.length > 0 && <DifferenceTable differences={differences} />}
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage} className="more">
          {t.import.moreDifferences}
        </Button>
      )}
    </Card>
  );
}
