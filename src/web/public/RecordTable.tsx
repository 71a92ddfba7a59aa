import { formatNumber } from '../kit/format-values.ts';
import { cellText, type Rows } from './cell-text.ts';
import { useSpeech } from './speech.ts';

/** Masked records as a table, which scrolls inside its own box. */
export function RecordTable({ columns, rows }: Rows) {
  const { t, language, say } = useSpeech();
  return (
    // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section className="scroll" aria-label={t.records.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.records.number}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {say(column.words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a row is its number in the frozen tree.
            <tr key={at}>
              <th scope="row">{formatNumber(at + 1)}</th>
              {columns.map((column, place) => (
                <td key={column.key}>{cellText(column, row[place], language, t.records)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
