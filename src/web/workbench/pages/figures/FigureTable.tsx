import type { FigureView } from '../../../api/figures.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatFigure, formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

/** Figures of one room. A slogan is shown with its value too, but says that it is one: it claims nothing. */
export function FigureTable({ figures, asOf }: { figures: readonly FigureView[]; asOf: string | undefined }) {
  const { t, say, language } = useSpeech();
  return (
    <table className="plain folding figure-table">
      <thead>
        <tr>
          <th scope="col">{t.figures.name}</th>
          <th scope="col" className="right">
            {t.figures.value}
          </th>
          <th scope="col" className="right">
            {t.figures.base}
          </th>
          <th scope="col" className="right">
            {t.figures.records}
          </th>
          <th scope="col">{t.figures.kind}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const { value, unit } = formatFigure(figure.value, figure.unit, language);
          return (
            <tr key={figure.id}>
              <th scope="row">
                <Anchor to={paths.figure(figure.id)} search={asOf ? { asOf } : {}}>
                  {say(figure.words)}
                </Anchor>
                <div className="quiet break figure-id">{figure.id}</div>
              </th>
              <td className="right numbers" data-label={t.figures.value}>
                <strong>{value}</strong> {unit}
              </td>
              <td className="right numbers" data-label={t.figures.base}>
                {figure.base === null ? '—' : formatNumber(figure.base)}
              </td>
              <td className="right numbers" data-label={t.figures.records}>
                {formatNumber(figure.records)}
              </td>
              <td data-label={t.figures.kind}>
                {figure.kind === 'label' ? t.figures.slogan : t.figures.kinds[figure.kind]}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
