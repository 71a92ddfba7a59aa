import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { type BulletinView, comparisonQuery } from '../../../web/api/bulletins.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatFigure } from '../../../web/kit/format.ts';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';

/** Each figure beside its value in the published bulletin before, with the change. */
export function ComparisonCard({ view }: { view: BulletinView }) {
  const { t, say, language } = useSpeech();
  const query = useQuery(comparisonQuery(view.id, view.version));
  const byId = new Map(view.figures.map((figure) => [figure.id, figure]));
  const unitOf = (id: string): string => byId.get(id)?.unit ?? '';
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
      <Asked query={query}>
        {(compared) =>
          compared.with === null ? (
            <p className="card-hint">{t.bulletins.compareNone}</p>
          ) : (
            <FoldingTable
              label={t.bulletins.compare}
              rows={compared.figures}
              keyOf={({ id }) => id}
              columns={[
                {
                  head: t.bulletins.figure,
                  names: true,
                  cell: ({ id }) => (byId.has(id) ? say(byId.get(id)!.words) : id),
                },
                { head: t.bulletins.before, number: true, cell: ({ id, before }) => said(before, unitOf(id)) },
                { head: t.bulletins.after, number: true, cell: ({ id, after }) => said(after, unitOf(id)) },
                { head: t.bulletins.change, number: true, cell: ({ id, change }) => saidChange(change, unitOf(id)) },
              ]}
            />
          )
        }
      </Asked>
    </Card>
  );
}
