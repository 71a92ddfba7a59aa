import { formatNumber } from '../../../web/kit/format.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
import './conduct.css';

/** A part of a bar: `kind` chooses its colour and pattern, which say the same. */
export interface Part {
  readonly kind: 'done' | 'begun' | 'against';
  readonly label: string;
  readonly number: number;
}

export interface CoverageRow {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly parts: readonly Part[];
}

const share = (number: number, total: number): number => (total === 0 ? 0 : (100 * number) / total);

/** One bar of parts of a whole; people who do not see it are told its numbers. */
export function CoverageBar({ total, parts }: Pick<CoverageRow, 'total' | 'parts'>) {
  const told = parts.map(({ label, number }) => `${label} ${formatNumber(number)}`).join(', ');
  return (
    <div className="coverage-bar" role="img" aria-label={`${told} / ${formatNumber(total)}`}>
      {parts.map(({ kind, number }) => (
        <span key={kind} className={`coverage-${kind}`} style={{ width: `${share(number, total)}%` }} />
      ))}
    </div>
  );
}

interface Props {
  readonly label: string;
  /** Headings of the name, the bar and the total. */
  readonly heads: readonly [name: string, bar: string, total: string];
  readonly rows: readonly CoverageRow[];
}

/** How far each unit is, as bars with their numbers, those that lag behind first. */
export function CoverageTable({ label, heads, rows }: Props) {
  const done = ({ total, parts }: CoverageRow): number => share(parts[0]?.number ?? 0, total);
  return (
    <ScrollBox label={label}>
      <table className="plain folding coverage">
        <thead>
          <tr>
            {[heads[0], heads[1], ...(rows[0]?.parts.map((part) => part.label) ?? []), heads[2]].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => done(a) - done(b))
            .map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td>
                  <CoverageBar total={row.total} parts={row.parts} />
                </td>
                {row.parts.map((part) => (
                  <td key={part.kind} data-label={part.label} className="numbers right">
                    {formatNumber(part.number)}
                  </td>
                ))}
                <td data-label={heads[2]} className="numbers right">
                  {formatNumber(row.total)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
