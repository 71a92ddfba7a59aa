import type { FigureView } from '../../../api/figures.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { FoldingTable } from '../../../kit/FoldingTable.tsx';
import { formatFigure, formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

/** Figures of one room. A slogan is shown with its value too, but says that it is one: it claims nothing. */
export function FigureTable({ figures, asOf }: { figures: readonly FigureView[]; asOf: string | undefined }) {
  const { t, say, language } = useSpeech();
  return (
    <FoldingTable
      label={t.figures.title}
      look="figure-table"
      rows={figures}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t.figures.name,
          names: true,
          cell: ({ id, words }) => (
            <>
              <Anchor to={paths.figure(id)} search={asOf ? { asOf } : {}}>
                {say(words)}
              </Anchor>
              <div className="quiet break figure-id">{id}</div>
            </>
          ),
        },
        {
          head: t.figures.value,
          number: true,
          cell: (figure) => {
            const { value, unit } = formatFigure(figure.value, figure.unit, language);
            return (
              <>
                <strong>{value}</strong> {unit}
              </>
            );
          },
        },
        { head: t.figures.base, number: true, cell: ({ base }) => (base === null ? '—' : formatNumber(base)) },
        { head: t.figures.records, number: true, cell: ({ records }) => formatNumber(records) },
        { head: t.figures.kind, cell: ({ kind }) => (kind === 'label' ? t.figures.slogan : t.figures.kinds[kind]) },
      ]}
    />
  );
}
