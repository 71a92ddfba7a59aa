import { useQueries } from '@tanstack/react-query';
import { figureQuery } from '../../../api/figures.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatFigure } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

/** The figures that a total adds up, each with its value and the way to its records. */
export function PartFigures({ ids, asOf }: { ids: readonly string[]; asOf: string }) {
  const { say, language } = useSpeech();
  const answers = useQueries({ queries: ids.map((id) => figureQuery(id, asOf)) });
  return (
    <ul>
      {ids.map((id, index) => {
        const figure = answers[index]?.data;
        const said = figure && formatFigure(figure.value, figure.unit, language);
        return (
          <li key={id}>
            <Anchor to={paths.figure(id)} search={{ asOf }}>
              {figure ? say(figure.words) : id}
            </Anchor>{' '}
            {said && (
              <span className="numbers">
                {said.value} {said.unit}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
