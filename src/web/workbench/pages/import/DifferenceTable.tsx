import { findRegister } from '../../../../modules/pages.ts';
import { fill } from '../../../../platform/words.ts';
import type { Difference } from '../../../api/imports.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { CellValue } from '../../../kit/CellValue.tsx';
import { formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** One line for each changed value: record, column, before, after. */
export function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  const { t, say } = useSpeech();
  return (
    <ScrollBox label={t.import.differences}>
      <table className="plain folding">
        <thead>
          <tr>
            <th scope="col">{t.record.title}</th>
            <th scope="col">{t.record.column}</th>
            <th scope="col">{t.record.before}</th>
            <th scope="col">{t.record.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.flatMap((difference) =>
            difference.changes.map((change) => {
              const column = findRegister(difference.register)?.columns[change.column];
              const shown = (value: string | null) =>
                column ? <CellValue column={column} value={value} title={value ?? undefined} /> : (value ?? '—');
              return (
                <tr key={`${difference.record} ${change.column}`}>
                  <th scope="row">
                    <Anchor to={paths.record(difference.register, difference.record)}>{difference.title}</Anchor>
                    {difference.row !== null && (
                      <span className="quiet"> {fill(t.import.rowPlace, { row: formatNumber(difference.row) })}</span>
                    )}
                  </th>
                  <td data-label={t.record.column}>{column ? say(column.words) : change.column}</td>
                  <td data-label={t.record.before}>
                    <del>{shown(change.before)}</del>
                  </td>
                  <td data-label={t.record.after}>
                    <ins>{shown(change.after)}</ins>
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}
