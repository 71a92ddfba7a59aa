import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Account,
  accountList,
  ChangedAccount,
  enrolment,
  handedOver,
  NewAccount,
  placeList,
  recoveryCodes,
} from '../../platform/identity/contract.ts';
import { get, post, put, withQuery } from './client.ts';

export type { Account, ChangedAccount, NewAccount };
export type Enrolment = z.infer<typeof enrolment>;
type HandedOver = z.infer<typeof handedOver>;

const address = (id: string, ...rest: string[]): string => ['/api/accounts', id, ...rest].join('/');

export const accountsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', q],
    queryFn: ({ pageParam }) => get<z.infer<typeof accountList>>(withQuery('/api/accounts', { q, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Units an account can belong to, or the officer with exactly that number. */
export const placesQuery = (of: 'units' | 'officers', number = '') =>
  queryOptions({
    queryKey: ['places', of, number],
    queryFn: () => get<z.infer<typeof placeList>>(withQuery('/api/accounts/places', { of, number })),
    staleTime: 60_000,
  });

export const createAccount = (account: NewAccount) => post<HandedOver>('/api/accounts', account);
export const changeAccount = (id: string, account: ChangedAccount) => put<void>(address(id), account);
export const resetPassword = (id: string, secondFactor: boolean) =>
  post<HandedOver>(address(id, 'reset-password'), { secondFactor });
export const endSessions = (id: string) => post<void>(address(id, 'end-sessions'));

export const enrolSecondFactor = () => post<Enrolment>('/api/me/second-factor');
export const confirmSecondFactor = (code: string) =>
  post<z.infer<typeof recoveryCodes>>('/api/me/second-factor/confirm', { code });
export const removeSecondFactor = (code: string) => post<void>('/api/me/second-factor/remove', { code });
