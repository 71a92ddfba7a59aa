import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { Register } from '../../../../platform/register/declare.ts';
import { lookOnce } from '../../../api/look-once.ts';
import { addRecord, listQuery, registersQuery } from '../../../api/registers.ts';
import { ActiveFilters } from '../../../kit/ActiveFilters.tsx';
import { withoutColumns } from '../../../kit/columns-shown.ts';
import { ErrorNotice } from '../../../kit/ErrorNotice.tsx';
import { FilterDrawer } from '../../../kit/FilterDrawer.tsx';
import { Loading } from '../../../kit/Loading.tsx';
import { Page } from '../../../kit/Page.tsx';
import { Pager } from '../../../kit/Pager.tsx';
import { paths } from '../../../kit/paths.ts';
import { RecordCards } from '../../../kit/RecordCards.tsx';
import { RecordForm } from '../../../kit/RecordForm.tsx';
import { RegisterTable } from '../../../kit/RegisterTable.tsx';
import { sayTotal } from '../../../kit/say-total.ts';
import { useColumns } from '../../../kit/use-columns.ts';
import { useCursors } from '../../../kit/use-cursors.ts';
import { useWide } from '../../../kit/use-wide.ts';
import { useSpeech } from '../../../locales/index.ts';
import { RegisterActions } from './RegisterActions.tsx';
import { RegisterToolbar } from './RegisterToolbar.tsx';
import { useQuestion } from './use-question.ts';

const pageSizes = { table: 50, cards: 20 } as const;

/** A register's records: filter, sort, look back to a day, choose columns, export, add. All of it from the declaration. */
export function RegisterView({ register }: { register: Register }) {
  const { t, say } = useSpeech();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const wide = useWide();
  const [question, ask] = useQuestion(register);
  const summary = useQuery(registersQuery).data?.find(({ name }) => name === register.name);
  const shown = useMemo(() => withoutColumns(register, summary?.hidden ?? []), [register, summary]);
  const [columns, chooseColumns] = useColumns(shown);
  const pageSize = wide ? pageSizes.table : pageSizes.cards;
  const cursors = useCursors(JSON.stringify([register.name, question, pageSize]));
  const [open, setOpen] = useState<'filters' | 'form' | undefined>();
  const list = useQuery({
    ...listQuery(register.name, { ...question, cursor: cursors.cursor, limit: pageSize }),
    ...(register.policy.confidential && lookOnce),
  });
  const mayWrite = summary?.mayWrite ?? false;
  const rows = list.data?.rows ?? [];
  const next = list.data?.next;
  const asked = question.where !== undefined || question.asOf !== undefined;

  return (
    <Page
      title={say(register.words)}
      lead={list.data && sayTotal(list.data.total, t.register.total, t.register.aboutTotal)}
      back={{ to: paths.registers, label: t.register.all }}
      actions={
        <RegisterActions register={register} question={question} onNew={mayWrite ? () => setOpen('form') : undefined} />
      }
    >
      <RegisterToolbar
        register={shown}
        question={question}
        ask={ask}
        onFilters={() => setOpen('filters')}
        columns={columns}
        chooseColumns={chooseColumns}
        narrow={!wide}
      />
      {question.where && (
        <ActiveFilters register={register} where={question.where} onChange={(where) => ask({ where })} />
      )}
      {list.isError && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.isSuccess &&
        (rows.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              <>
                <div>{asked ? t.register.emptyFiltered : t.register.empty}</div>
                {!asked && mayWrite && <div className="quiet">{t.register.emptyHint}</div>}
              </>
            }
          />
        ) : (
          <>
            {wide ? (
              <RegisterTable
                register={shown}
                rows={rows}
                columns={columns}
                loading={list.isPlaceholderData}
                sort={question.sort}
                onSort={(sort) => ask({ sort })}
              />
            ) : (
              <RecordCards register={shown} rows={rows} columns={columns} />
            )}
            <Pager
              from={cursors.page * pageSize + 1}
              shown={rows.length}
              onPrevious={cursors.page > 0 ? cursors.back : undefined}
              onNext={next ? () => cursors.forward(next) : undefined}
            />
          </>
        ))}
      {open === 'filters' && (
        <FilterDrawer
          register={shown}
          where={question.where}
          onApply={(where) => {
            setOpen(undefined);
            ask({ where });
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'form' && (
        <RecordForm
          register={register}
          title={`${t.register.new} · ${say(register.words)}`}
          onSave={async (values) => {
            await addRecord(register.name, values);
            setOpen(undefined);
            message.success(t.register.saved);
            await queries.invalidateQueries({ queryKey: ['registers'] });
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}
