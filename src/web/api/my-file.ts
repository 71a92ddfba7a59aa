import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  asking,
  OwnClearing,
  OwnFile,
  OwnHearing,
  OwnRequest,
  Statement,
  stated,
} from '../../modules/clues/contract/my-file.ts';
import { get, post } from './client.ts';

export type { OwnClearing, OwnFile, OwnHearing, OwnRequest, Statement };

export const myFileQuery = queryOptions({ queryKey: ['my-file'], queryFn: () => get<OwnFile>('/api/my-file') });

export const stateOwn = (hearing: string, body: z.input<typeof stated>) =>
  post<unknown>(`/api/my-file/hearings/${hearing}/statements`, body);
export const waiveOwn = (hearing: string, version: number) =>
  post<unknown>(`/api/my-file/hearings/${hearing}/waiver`, { version });
export const askForReview = (body: z.input<typeof asking>) => post<unknown>('/api/my-file/requests', body);
export const withdrawRequest = (request: string, version: number) =>
  post<unknown>(`/api/my-file/requests/${request}/withdrawal`, { version });
export const answerClearing = (clearing: string, version: number, agrees: boolean) =>
  post<unknown>(`/api/my-file/clearings/${clearing}/${agrees ? 'consent' : 'refusal'}`, { version });
