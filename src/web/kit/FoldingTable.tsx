import type { ReactNode } from 'react';
import { ScrollBox } from './ScrollBox.tsx';

/** A column of a small table. Exactly one column `names` its rows. */
export interface TableColumn<Row> {
  /** Its heading; on a phone the label of its line. */
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly names?: boolean;
  /** Digits to be compared down the column. */
  readonly number?: boolean;
  /** What is in the cells says itself what it is (buttons): no label beside it on a phone. */
  readonly bare?: boolean;
  /** Further classes of its cells. */
  readonly look?: string;
}

interface Props<Row> {
  /** What the table holds, said to screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string | number;
  readonly look?: string;
}

/** A small table that needs no paging or sorting of its own. On a phone each row becomes a block of lines. */
export function FoldingTable<Row>({ label, columns, rows, keyOf, look }: Props<Row>) {
  return (
    <ScrollBox label={label}>
      <table className={classes('plain folding', look)}>
        <thead>
          <tr>
            {columns.map(({ head, number }) => (
              <th key={head} scope="col" className={number ? 'right' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              {columns.map((column) => (
                <Cell key={column.head} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Cell<Row>({ column, row }: { column: TableColumn<Row>; row: Row }) {
  const { head, cell, names, number, bare, look } = column;
  const className = classes(number && 'right numbers', look) || undefined;
  if (names) {
    return (
      <th scope="row" className={className}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-label={bare ? undefined : head}>
      {cell(row)}
    </td>
  );
}

const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
