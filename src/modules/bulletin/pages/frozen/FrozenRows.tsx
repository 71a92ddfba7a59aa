import { useQuery } from '@tanstack/react-query';
import { fill } from '../../../../platform/words.ts';
import { frozenRowsQuery } from '../../../../web/api/bulletins.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatNumber } from '../../../../web/kit/format.ts';
import { Loading } from '../../../../web/kit/Loading.tsx';
import { Pager } from '../../../../web/kit/Pager.tsx';
import { ScrollBox } from '../../../../web/kit/ScrollBox.tsx';
import { useCursors } from '../../../../web/kit/use-cursors.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { sayPublicCell } from '../prose/say-public-cell.ts';

interface Props {
  readonly id: string;
  readonly figure: string;
  readonly part: 'records' | 'base';
}

const pageSize = 50;

/** One page of a frozen record set, in the order of its tree. */
export function FrozenRows({ id, figure, part }: Props) {
  const { t, say, language } = useSpeech();
  const cursors = useCursors(JSON.stringify([id, figure, part]));
  const query = useQuery(
    frozenRowsQuery('/api/bulletins', id, figure, { part, cursor: cursors.cursor, limit: pageSize }),
  );
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const { columns, rows, total, next, register } = query.data;
  const first = cursors.page * pageSize + 1;
  return (
    <>
      <p className="quiet numbers">{fill(t.bulletins.opened, { n: formatNumber(total) })}</p>
      {columns.length === 0 && (
        <p className="card-hint">{register === null ? t.bulletins.fromTotal : t.bulletins.noColumns}</p>
      )}
      {columns.length > 0 && (
        <>
          <ScrollBox label={t.bulletins.frozenRecords}>
            <table className="plain whole-words">
              <thead>
                <tr>
                  <th scope="col">{t.bulletins.numbered}</th>
                  {columns.map((column) => (
                    <th key={column.key} scope="col">
                      {say(column.words)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a frozen row is known by its place in the tree
                  <tr key={first + index}>
                    <td className="numbers">{formatNumber(first + index)}</td>
                    {columns.map((column, place) => (
                      <td key={column.key}>{sayPublicCell(column, row[place] ?? null, language)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <Pager
            from={first}
            shown={rows.length}
            onPrevious={cursors.page > 0 ? cursors.back : undefined}
            onNext={next ? () => cursors.forward(next) : undefined}
          />
        </>
      )}
    </>
  );
}
