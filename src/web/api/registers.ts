import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  cell,
  changedRecord,
  List,
  RecordHistory,
  registerSummary,
  test,
  version,
  voiding,
} from '../../platform/register/contract.ts';
import { get, post, put, withQuery } from './client.ts';

export type Cell = z.infer<typeof cell>;
export type Values = Readonly<Record<string, Cell>>;
export type Condition = z.infer<typeof test>;
/** Conditions by column, as the server takes them. */
export type Where = Readonly<Record<string, Condition>>;
export type RegisterSummary = z.infer<typeof registerSummary>;
export type Version = z.infer<typeof version>;
export interface Choice {
  readonly record: string;
  readonly title: string;
}

export interface ListRequest {
  readonly where?: Where;
  /** A column; with `-` before it, descending. */
  readonly sort?: string;
  readonly cursor?: string;
  readonly limit?: number;
  readonly asOf?: string;
}

const address = (name: string, ...rest: string[]): string =>
  ['/api/registers', ...[name, ...rest].map(encodeURIComponent)].join('/');

/** Conditions as the value of the `where` parameter; undefined when there are none. */
export const encodeWhere = (where: Where | undefined): string | undefined =>
  where && Object.keys(where).length > 0 ? JSON.stringify(where) : undefined;

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: () => get<RegisterSummary[]>('/api/registers'),
});

export const listQuery = (name: string, { where, ...rest }: ListRequest) =>
  queryOptions({
    queryKey: ['registers', name, 'list', where, rest],
    queryFn: () => get<List>(withQuery(address(name, 'records'), { where: encodeWhere(where), ...rest })),
    placeholderData: keepPreviousData,
  });

export const recordQuery = (name: string, record: string) =>
  queryOptions({
    queryKey: ['registers', name, 'record', record],
    queryFn: () => get<RecordHistory>(address(name, 'records', record)),
  });

/** Records of a register whose title or key holds the text: what a reference can point to. */
export const choicesQuery = (name: string, q: string) =>
  queryOptions({
    queryKey: ['registers', name, 'choices', q],
    queryFn: () => get<Choice[]>(withQuery(address(name, 'choices'), { q })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const addRecord = (name: string, values: Values) => post<unknown>(address(name, 'records'), { values });

export const changeRecord = (name: string, record: string, change: z.infer<typeof changedRecord>) =>
  put<unknown>(address(name, 'records', record), change);

export const voidRecord = (name: string, record: string, asked: z.infer<typeof voiding>) =>
  post<unknown>(address(name, 'records', record, 'void'), asked);

export const proofAddress = (name: string, record: string): string => address(name, 'records', record, 'proof');

export const exportAddress = (name: string, format: 'xlsx' | 'csv', where?: Where, asOf?: string): string =>
  withQuery(address(name, 'export'), { format, where: encodeWhere(where), asOf });
