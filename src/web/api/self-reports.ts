import { queryOptions } from '@tanstack/react-query';
import type { SelfReportReceipt } from '../../modules/conduct/bundle/self-report-format.ts';
import type { DecisionFacts, Ground, OwnDecision } from '../../modules/conduct/contract/leniency.ts';
import type {
  DeskReport,
  Entering,
  OwnReport,
  ReportKeys,
  Submission,
  Unsealed,
} from '../../modules/conduct/contract/self-reports.ts';
import { get, post, withQuery } from './client.ts';
import { lookOnce } from './look-once.ts';

export type { DecisionFacts, DeskReport, Ground, OwnDecision, OwnReport };

const address = (...rest: string[]): string => ['/api/self-reports', ...rest].join('/');

export const reportKeysQuery = queryOptions({
  queryKey: ['self-reports', 'keys'],
  queryFn: () => get<ReportKeys>(address('keys')),
});
export const ownReportsQuery = queryOptions({
  queryKey: ['self-reports', 'own'],
  queryFn: async () => (await get<{ reports: OwnReport[] }>(address('own'))).reports,
});
export const ownDecisionsQuery = queryOptions({
  queryKey: ['self-reports', 'decisions'],
  queryFn: async () => (await get<{ decisions: OwnDecision[] }>('/api/leniency/own')).decisions,
});

export const handIn = (given: Submission) => post<{ record: string }>('/api/self-reports', given);
/** Where the desk takes a sealed attachment of an opened report. */
export const reportFileAddress = (record: string, hash: string): string => address(record, 'files', hash);
export const fetchReceipt = (record: string) => get<SelfReportReceipt>(address(record, 'receipt'));

export const deskReportsQuery = (which: 'waiting' | 'all', cursor?: string) =>
  queryOptions({
    queryKey: ['self-reports', 'desk', which, cursor],
    queryFn: () => get<{ reports: DeskReport[]; next: string | null }>(withQuery(address(), { which, cursor })),
  });
export const enterItems = (record: string, given: Entering) => post(address(record, 'items'), given);
export const unsealReport = (record: string, reason: string) => post<Unsealed>(address(record, 'unseal'), { reason });

export const groundQuery = (record: string) =>
  queryOptions({
    queryKey: ['self-reports', 'ground', record],
    queryFn: () => get<Ground>(address(record, 'ground')),
    ...lookOnce,
    retry: false,
  });

export const decisionFactsQuery = (record: string, version: number) =>
  queryOptions({
    queryKey: ['self-reports', 'facts', record, version],
    queryFn: () => get<DecisionFacts>(`/api/leniency/${record}/facts`),
    ...lookOnce,
    retry: false,
  });
export const proofAddress = (record: string): string => `/api/leniency/${record}/proof`;
