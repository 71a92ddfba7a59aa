import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AuditReport,
  aside,
  DrawnCase,
  drawnCases,
  newPlan,
  PlanList,
  PlanPreview,
  PlanView,
  result,
  TakenCase,
  unreadyPool,
} from '../../modules/recheck/contract.ts';
import { get, post } from './client.ts';

export type { AuditReport, DrawnCase, PlanList, PlanPreview, PlanView, TakenCase };
export type NewPlan = z.input<typeof newPlan>;

const plans = '/api/recheck/plans';

export const plansQuery = queryOptions({ queryKey: ['recheck', 'list'], queryFn: () => get<PlanList>(plans) });
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['recheck', 'one', id],
    queryFn: () => get<PlanView>(`${plans}/${id}`),
    // Until the draw is made it may be made by others at any moment; and the hour of the seed may come.
    refetchInterval: ({ state: { data } }) => {
      if (!data || data.seed) return false;
      const left = Date.parse(data.seedAt) - Date.now();
      return left > 0 ? Math.min(left + 250, 20_000) : 20_000;
    },
  });
export const drawnQuery = (id: string) =>
  queryOptions({
    queryKey: ['recheck', 'cases', id],
    queryFn: () => get<z.infer<typeof drawnCases>>(`${plans}/${id}/cases`),
  });
export const ownQuery = queryOptions({
  queryKey: ['recheck', 'own'],
  queryFn: () => get<z.infer<typeof drawnCases>>('/api/recheck/own'),
});

/** Officers of a plan's pool who have no account that could do the work. */
export const unreadyQuery = (id: string) =>
  queryOptions({
    queryKey: ['recheck', 'unready', id],
    queryFn: () => get<z.infer<typeof unreadyPool>>(`${plans}/${id}/unready`),
  });

/** Where the file stands that a draw is repeated from. */
export const recheckFileAt = (id: string): string => `${plans}/${id}/file`;

export const previewPlan = (plan: NewPlan) => post<PlanPreview>(`${plans}/preview`, plan);
export const commitPlan = (plan: NewPlan) => post<{ id: string }>(plans, plan);
export const enterBeacon = (id: string, seed: { round: number; signature: string }) =>
  post<PlanView>(`${plans}/${id}/beacon`, seed);
export const askRelay = (id: string) => post<PlanView>(`${plans}/${id}/relay`);
export const enterDice = (id: string, rolls: string) => post<PlanView>(`${plans}/${id}/dice`, { rolls });
export const auditPlan = (id: string) => post<AuditReport>(`${plans}/${id}/audit`);

const caseAt = ({ plan, number }: Pick<DrawnCase, 'plan' | 'number'>): string => `${plans}/${plan}/cases/${number}`;
export const takeCase = (one: DrawnCase) => post<TakenCase>(`${caseAt(one)}/take`);
export const stepAside = (one: DrawnCase, body: z.input<typeof aside>) => post<undefined>(`${caseAt(one)}/aside`, body);
export const replaceLate = (one: DrawnCase) => post<undefined>(`${caseAt(one)}/replace`);
export const recordResult = (one: DrawnCase, body: z.input<typeof result>) =>
  post<undefined>(`${caseAt(one)}/result`, body);
