import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { type BulletinView, comparisonQuery } from '../../../web/api/bulletins.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatFigure } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import { useSpeech } from '../../../web/locales/index.ts';

/** Each figure beside its value in the published bulletin before, with the change. */
export function ComparisonCard({ view }: { view: BulletinView }) {
  const { t, say, language } = useSpeech();
  const query = useQuery(comparisonQuery(view.id, view.version));
  const byId = new Map(view.figures.map((figure) => [figure.id, figure]));
  const said = (value: number | string | null, unit: string): string => {
    const shown = formatFigure(value, unit, language);
    return `${shown.value} ${shown.unit}`.trim();
  };
  const saidChange = (change: number | null, unit: string): string => {
    if (change === null) return '—';
    if (change === 0) return t.bulletins.unchanged;
    return `${change > 0 ? '+' : '−'}${said(Math.abs(change), unit)}`;
  };
  return (
    <Card
      size="small"
      title={<h2>{t.bulletins.compare}</h2>}
      extra={query.data?.with && <Anchor to={paths.bulletin(query.data.with)}>{t.bulletins.compareWith}</Anchor>}
    >
      {query.isPending && <Loading />}
      {query.isError && <ErrorNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && query.data.with === null && <p className="card-hint">{t.bulletins.compareNone}</p>}
      {query.isSuccess && query.data.with !== null && (
        <ScrollBox label={t.bulletins.compare}>
          <table className="plain folding">
            <thead>
              <tr>
                <th scope="col">{t.bulletins.figure}</th>
                <th scope="col" className="right">
                  {t.bulletins.before}
                </th>
                <th scope="col" className="right">
                  {t.bulletins.after}
                </th>
                <th scope="col" className="right">
                  {t.bulletins.change}
                </th>
              </tr>
            </thead>
            <tbody>
              {query.data.figures.map(({ id, before, after, change }) => {
                const figure = byId.get(id);
                const unit = figure?.unit ?? '';
                return (
                  <tr key={id}>
                    <th scope="row">{figure ? say(figure.words) : id}</th>
                    <td className="right numbers" data-label={t.bulletins.before}>
                      {said(before, unit)}
                    </td>
                    <td className="right numbers" data-label={t.bulletins.after}>
                      {said(after, unit)}
                    </td>
                    <td className="right numbers" data-label={t.bulletins.change}>
                      {saidChange(change, unit)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Card>
  );
}
