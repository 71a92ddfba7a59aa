import { findRegister } from '../../../../modules/pages.ts';
import { fill } from '../../../../platform/words.ts';
import type { Difference } from '../../../api/imports.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { CellValue } from '../../../kit/CellValue.tsx';
import { FoldingTable } from '../../../kit/FoldingTable.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

type Change = Difference['changes'][number];

/** One line for each changed value: record, column, before, after. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  const { t, say } = useSpeech();
  const columnOf = ({ register }: Difference, { column }: Change) => findRegister(register)?.columns[column];
  const shown = (difference: Difference, change: Change, value: string | null) => {
    const column = columnOf(difference, change);
    return column ? <CellValue column={column} value={value} title={value ?? undefined} /> : (value ?? '—');
  };
  return (
    <FoldingTable
      label={t.import.differences}
      rows={differences.flatMap((difference) => difference.changes.map((change) => ({ difference, change })))}
      keyOf={({ difference, change }) => `${difference.record} ${change.column}`}
      columns={[
        {
          head: t.record.title,
          names: true,
          cell: ({ difference: { register, record, title, row } }) => (
            <>
              <Anchor to={paths.record(register, record)}>{title}</Anchor>
              {row !== null && <span className="quiet"> {fill(t.import.rowPlace, { row: formatNumber(row) })}</span>}
            </>
          ),
        },
        {
          head: t.record.column,
          cell: ({ difference, change }) => {
            const column = columnOf(difference, change);
            return column ? say(column.words) : change.column;
          },
        },
        {
          head: t.record.before,
          cell: ({ difference, change }) => <del>{shown(difference, change, change.before)}</del>,
        },
        {
          head: t.record.after,
          cell: ({ difference, change }) => <ins>{shown(difference, change, change.after)}</ins>,
        },
      ]}
    />
  );
}
