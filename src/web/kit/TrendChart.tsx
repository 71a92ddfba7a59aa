import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { FigureView, Trend } from '../api/figures.ts';
import { useSpeech } from '../locales/index.ts';
import { formatDay, formatFigure, formatNumber } from './format.ts';

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readonly figure: Pick<FigureView, 'words' | 'unit'>;
  readonly points: Trend['points'];
}

/** A figure over time as a line. Screen readers get its first and last value in words. */
export function TrendChart({ figure, points }: Props) {
  const { t, say, language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const chart = init(place, null, { renderer: 'svg' });
    const said = (value: unknown): string => {
      const { value: number, unit } = formatFigure(value as number, figure.unit, language);
      return `${number} ${unit}`.trim();
    };
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 20, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: { trigger: 'axis', confine: true, valueFormatter: said },
      xAxis: {
        type: 'category',
        data: points.map(({ asOf }) => formatDay(asOf, language)),
        boundaryGap: false,
        axisTick: { show: false },
        axisLabel: { hideOverlap: true, color: '#4d5867' },
        axisLine: { lineStyle: { color: '#9aa6b5' } },
      },
      yAxis: {
        type: 'value',
        minInterval: figure.unit === 'ratio' ? 0 : 1,
        splitNumber: 3,
        axisLabel: {
          color: '#4d5867',
          formatter: (value: number) => (figure.unit === 'ratio' ? said(value) : formatNumber(value)),
        },
        splitLine: { lineStyle: { color: '#e3e7ed' } },
      },
      series: [
        {
          type: 'line',
          name: say(figure.words),
          data: points.map(({ value }) => (typeof value === 'number' ? value : null)),
          symbolSize: 5,
          lineStyle: { color: '#1b4079', width: 2 },
          itemStyle: { color: '#1b4079' },
          areaStyle: { color: 'rgba(27, 64, 121, 0.08)' },
        },
      ],
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(place);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [points, figure, language, say]);

  const first = points[0];
  const last = points.at(-1);
  const tell = (point: Trend['points'][number] | undefined): string => {
    if (!point) return '';
    const { value, unit } = formatFigure(point.value, figure.unit, language);
    return `${formatDay(point.asOf, language)} ${value} ${unit}`;
  };
  return (
    <div
      ref={box}
      role="img"
      aria-label={`${say(figure.words)}, ${t.home.trend}: ${tell(first)} – ${tell(last)}`}
      className="trend-chart"
    />
  );
}
