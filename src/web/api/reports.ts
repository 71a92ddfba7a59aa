import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  HandingOn,
  OpenedReport,
  openedContact,
  ReportRow,
  ReportState,
} from '../../modules/clues/contract/report.ts';
import type { DeskKey } from '../../modules/organisation/contract.ts';
import { get, post, withQuery } from './client.ts';
import { lookOnce } from './look-once.ts';

export type { DeskKey, OpenedReport, ReportRow, ReportState };

const address = (record: string, ...rest: string[]): string => ['/api/reports', record, ...rest].join('/');

interface Sealed {
  readonly envelope: string;
  readonly sealedTo: readonly string[];
}

export const deskKeysQuery = queryOptions({
  queryKey: ['reports', 'keys'],
  queryFn: async () => (await get<{ keys: DeskKey[] }>('/api/desk-keys')).keys,
});
export const makeDeskKey = (publicKey: string, holder: string) => post('/api/desk-keys', { publicKey, holder });
export const endDeskKey = ({ record, version }: DeskKey, reason: string) =>
  post(`/api/desk-keys/${record}/end`, { version, reason });

export const reportsQuery = (which: 'waiting' | 'all', cursor?: string) =>
  queryOptions({
    queryKey: ['reports', 'list', which, cursor],
    queryFn: () => get<{ reports: ReportRow[]; next: string | null }>(withQuery('/api/reports', { which, cursor })),
  });

export const openedReportQuery = (record: string) =>
  queryOptions({
    queryKey: ['reports', 'opened', record],
    queryFn: () => post<OpenedReport>(address(record, 'open')),
    ...lookOnce,
    retry: false,
  });

export const openContact = (record: string) => post<z.infer<typeof openedContact>>(address(record, 'contact'));
export const answerReport = (record: string, text: Sealed) => post(address(record, 'answers'), { text });
export const resealText = (record: string, of: string, text: Sealed) =>
  post(address(record, 'reseal'), { of, contact: false, text });
export const decideReport = (record: string, version: number, state: ReportState, reason: string) =>
  post(address(record, 'decide'), { version, state, reason });
export const handOn = (record: string, given: HandingOn) => post<{ clue: string }>(address(record, 'hand-on'), given);
export const fileAddress = (record: string, hash: string): string => address(record, 'files', hash);
