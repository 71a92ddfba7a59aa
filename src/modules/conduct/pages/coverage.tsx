import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatNumber } from '../../../web/kit/format.ts';
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
    <FoldingTable
      label={label}
      look="coverage"
      rows={rows.toSorted((a, b) => done(a) - done(b))}
      keyOf={({ key }) => key}
      columns={[
        { head: heads[0], names: true, cell: ({ name }) => name },
        { head: heads[1], bare: true, cell: ({ total, parts }) => <CoverageBar total={total} parts={parts} /> },
        ...(rows[0]?.parts ?? []).map((part, at) => ({
          head: part.label,
          number: true,
          cell: ({ parts }: CoverageRow) => formatNumber(parts[at]!.number),
        })),
        { head: heads[2], number: true, cell: ({ total }) => formatNumber(total) },
      ]}
    />
  );
}
