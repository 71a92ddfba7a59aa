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

/**
 * One point a week up to the cut-off.
 * @param titled under a heading of its own, and not at all where there was nothing to count in all that time
 */
export function FigureTrend({ figure, asOf, titled }: { figure: FigureView; asOf: string; titled?: true }) {
  const { t, say } = useSpeech();
  const trend = useQuery(trendQuery(figure.id, weeksBefore(asOf, weeks), asOf, weeks + 1));
  if (trend.isPending) return <Loading />;
  if (trend.isError) return <ErrorNotice error={trend.error} retry={() => void trend.refetch()} />;
  const values = trend.data.points.map(({ value }) => value).filter((value) => typeof value === 'number');
  if (titled && !values.some((value) => value !== 0)) return null;
  if (values.length === 0) return <p className="quiet">{t.home.noTrend}</p>;
  const chart = (
    <Suspense fallback={<Loading />}>
      <TrendChart figure={figure} points={trend.data.points} />
    </Suspense>
  );
  if (!titled) return chart;
  return (
    <section className="headline-trend" aria-label={`${say(figure.words)}: ${t.home.trend}`}>
      <h3>
        {say(figure.words)} · {t.home.trend}
      </h3>
      {chart}
    </section>
  );
}
