import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type FigureView, trendQuery } from '../../../api/figures.ts';
import { weeksBefore } from '../../../kit/days.ts';
import { ErrorNotice } from '../../../kit/ErrorNotice.tsx';
import { Loading } from '../../../kit/Loading.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** The charts are the heaviest part of the workbench, so they come only where one is drawn. */
const TrendChart = lazy(async () => ({ default: (await import('../../../kit/TrendChart.tsx')).TrendChart }));

const weeks = 16;

/** One point a week up to the cut-off. */
export function FigureTrend({ figure, asOf }: { figure: FigureView; asOf: string }) {
  const { t } = useSpeech();
  const trend = useQuery(trendQuery(figure.id, weeksBefore(asOf, weeks), asOf, weeks + 1));
  if (trend.isPending) return <Loading />;
  if (trend.isError) return <ErrorNotice error={trend.error} retry={() => void trend.refetch()} />;
  if (!trend.data.points.some(({ value }) => typeof value === 'number'))
    return <p className="quiet">{t.home.noTrend}</p>;
  return (
    <Suspense fallback={<Loading />}>
      <TrendChart figure={figure} points={trend.data.points} />
    </Suspense>
  );
}
