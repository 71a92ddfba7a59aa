import { formatNumber } from '../kit/format-values.ts';
import { cellText, type Rows } from './cell-text.ts';
import { useSpeech } from './speech.ts';

/** Masked records one under the other, for a phone; what is empty is left out. */
export function RecordCards({ columns, rows }: Rows) {
  const { t, language, say } = useSpeech();
  return (
    <ol className="record-cards">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a row is its number in the frozen tree.
        <li key={at}>
          <p className="number">
            {t.records.number} {formatNumber(at + 1)}
          </p>
          <dl>
            {columns.map((column, place) =>
              row[place] === null || row[place] === '' ? null : (
                <div key={column.key}>
                  <dt>{say(column.words)}</dt>
                  <dd>{cellText(column, row[place], language, t.records)}</dd>
                </div>
              ),
            )}
          </dl>
        </li>
      ))}
    </ol>
  );
}
