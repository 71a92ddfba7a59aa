import { Table, type TableColumnType } from 'antd';
import type { Row } from '../../platform/register/contract.ts';
import type { Register } from '../../platform/register/declare.ts';
import { fill } from '../../platform/words.ts';
import { useSpeech } from '../locales/index.ts';
import { Anchor } from './Anchor.tsx';
import { CellValue } from './CellValue.tsx';
import { isNumber, isSortable, widthOf } from './columns-shown.ts';
import { formatCell } from './format.ts';
import { paths } from './paths.ts';

interface Props {
  readonly register: Register;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly loading: boolean;
  /** A column; with `-` before it, descending. */
  readonly sort?: string;
  readonly onSort?: (sort: string | undefined) => void;
}

/** Records of one register side by side. Wide tables scroll inside their box; the first column stays and opens the record. */
export function RegisterTable({ register, rows, columns, loading, sort, onSort }: Props) {
  const { t, say, language } = useSpeech();

  const shape = (key: string, first: boolean): TableColumnType<Row> => {
    const column = register.columns[key]!;
    const sortable = onSort !== undefined && isSortable(column);
    return {
      key,
      title: say(column.words),
      width: widthOf(column),
      align: isNumber(column) ? 'right' : 'left',
      className: isNumber(column) ? 'numbers' : undefined,
      fixed: first ? 'left' : undefined,
      ellipsis: { showTitle: false },
      ...(sortable && {
        sorter: true,
        showSorterTooltip: false,
        sortOrder: sort === key ? 'ascend' : sort === `-${key}` ? 'descend' : null,
      }),
      render: (_, row) => {
        const value = <CellValue column={column} value={row.values[key]} title={row.titles[key]} />;
        const whole = formatCell(column, row.values[key], row.titles[key], language) ?? undefined;
        return first ? (
          <Anchor to={paths.record(register.name, row.record)}>{value}</Anchor>
        ) : (
          <span title={whole}>{value}</span>
        );
      },
    };
  };

  return (
    <section aria-label={fill(t.register.table, { name: say(register.words) })} aria-busy={loading}>
      <Table<Row>
        size="small"
        bordered
        rowKey="record"
        pagination={false}
        sticky={{ offsetHeader: 56 }}
        loading={loading}
        dataSource={[...rows]}
        columns={columns.map((key, index) => shape(key, index === 0))}
        scroll={{ x: columns.reduce((sum, key) => sum + widthOf(register.columns[key]!), 0) }}
        onChange={(_pages, _filters, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? sorter[0]! : sorter;
          onSort?.(order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined);
        }}
      />
    </section>
  );
}
