import type { UseQueryResult } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Loading } from './Loading.tsx';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  /** What is said where the answer holds nothing, and how that is seen. */
  readonly none?: { readonly when: (data: T) => boolean; readonly says: string };
  /** What is shown of the answer; left out where it stands further down. */
  readonly children?: (data: T) => ReactNode;
}

/** What was asked of the server: on its way, refused (to be tried again), nothing, or there. */
export function Asked<T>({ query, none, children }: Props<T>) {
  const { data, error, isPending, refetch } = query;
  return (
    <>
      {isPending && <Loading />}
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {data !== undefined &&
        (none?.when(data) ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={none.says} /> : children?.(data))}
    </>
  );
}
