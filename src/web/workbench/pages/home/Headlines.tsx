import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { figuresQuery } from '../../../api/figures.ts';
import { Asked } from '../../../kit/Asked.tsx';
import { FigureCard } from '../../../kit/FigureCard.tsx';
import { formatDay } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import { FigureTrend } from './FigureTrend.tsx';
import { headlines } from './headlines.ts';

/** The figures people ask for first; choosing one shows its trend. */
export function Headlines() {
  const { t, language } = useSpeech();
  const query = useQuery(figuresQuery());
  const [wanted, setWanted] = useState<string | undefined>();
  const byId = new Map(query.data?.figures.map((figure) => [figure.id, figure]));
  // A figure that rests on nothing the reader may see says nothing to that person.
  const figures = headlines
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ value, records }) => value !== null && records > 0);
  const chosen = figures.find(({ id }) => id === wanted) ?? figures[0];
  return (
    <Card
      size="small"
      title={<h2>{t.home.figures}</h2>}
      extra={query.data && fill(t.home.asOf, { day: formatDay(query.data.asOf, language) })}
    >
      <Asked query={query} />
      {query.isSuccess && !chosen && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.home.noFigures} />}
      <div className="figure-cards">
        {figures.map((figure) => (
          <FigureCard
            key={figure.id}
            figure={figure}
            chosen={figure === chosen}
            onChoose={() => setWanted(figure.id)}
          />
        ))}
      </div>
      {chosen && query.data && <FigureTrend figure={chosen} asOf={query.data.asOf} titled />}
    </Card>
  );
}
