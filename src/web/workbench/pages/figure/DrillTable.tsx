import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { findRegister } from '../../../../modules/pages.ts';
import { drillQuery, figureExportAddress } from '../../../api/figures.ts';
import { firstColumns } from '../../../kit/columns-shown.ts';
import { ErrorNotice } from '../../../kit/ErrorNotice.tsx';
import { Loading } from '../../../kit/Loading.tsx';
import { Pager } from '../../../kit/Pager.tsx';
import { RecordCards } from '../../../kit/RecordCards.tsx';
import { RegisterTable } from '../../../kit/RegisterTable.tsx';
import { sayTotal } from '../../../kit/say-total.ts';
import { useCursors } from '../../../kit/use-cursors.ts';
import { useWide } from '../../../kit/use-wide.ts';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly id: string;
  readonly part: 'records' | 'base';
  readonly asOf: string;
  /** How many there are, where the figure has already counted them; a long list only estimates. */
  readonly counted?: number;
}

const pageSizes = { table: 50, cards: 20 } as const;

/** Exactly the records that a figure, or its base, is made of: to read, open and take away. */
export function DrillTable({ id, part, asOf, counted }: Props) {
  const { t } = useSpeech();
  const wide = useWide();
  const pageSize = wide ? pageSizes.table : pageSizes.cards;
  const cursors = useCursors(JSON.stringify([id, part, asOf, pageSize]));
  const query = useQuery(drillQuery(id, { part, asOf, cursor: cursors.cursor, limit: pageSize }));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const { rows, next, total, register: name } = query.data;
  const register = findRegister(name);
  if (!register || rows.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.figures.noRecords} />;
  }
  const columns = firstColumns(register);
  return (
    <>
      <div className="toolbar">
        <span className="quiet numbers">
          {sayTotal(
            counted === undefined ? total : { number: counted, exact: true },
            t.figures.opened,
            t.figures.aboutOpened,
          )}
        </span>
        <span className="toolbar-end actions">
          {(['xlsx', 'csv'] as const).map((format) => (
            <Button
              key={format}
              icon={<DownloadOutlined aria-hidden />}
              href={figureExportAddress(id, format, { part, asOf })}
              download
            >
              {format === 'xlsx' ? t.register.exportXlsx : t.register.exportCsv}
            </Button>
          ))}
        </span>
      </div>
      {wide ? (
        <RegisterTable register={register} rows={rows} columns={columns} loading={query.isPlaceholderData} />
      ) : (
        <RecordCards register={register} rows={rows} columns={columns} />
      )}
      <Pager
        from={cursors.page * pageSize + 1}
        shown={rows.length}
        onPrevious={cursors.page > 0 ? cursors.back : undefined}
        onNext={next ? () => cursors.forward(next) : undefined}
      />
    </>
  );
}
