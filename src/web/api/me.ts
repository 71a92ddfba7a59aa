import { queryOptions } from '@tanstack/react-query';
import type { Role } from '../../platform/access/roles.ts';
import { get, isStatus, post } from './client.ts';

export interface Me {
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly mustChangePassword: boolean;
    readonly secondFactor: boolean;
  };
  readonly roles: readonly Role[];
  readonly unit: { readonly record: string; readonly name: string } | null;
  /** Record of the officer whose account this is. */
  readonly officer: string | null;
  /** Encrypts the account's drafts in its browsers (`kit/drafts`). */
  readonly draftKey: string;
  readonly demo: boolean;
}

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await get<Me>('/api/me');
    } catch (error) {
      if (isStatus(error, 401)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** How the server lets people sign in, beside a user name and a password. */
export const waysQuery = queryOptions({
  queryKey: ['ways-to-sign-in'],
  queryFn: () => get<{ singleSignOn: boolean }>('/api/sign-in'),
});

/** Leads away to the organisation's own sign-in page, and back. */
export const singleSignOnAddress = '/api/sign-in/single';

export const signIn = (username: string, password: string) =>
  post<{ secondFactor: boolean }>('/api/sign-in', { username, password });
export const giveSecondFactor = (code: string) => post<void>('/api/sign-in/second-factor', { code });
export const signOut = () => post<void>('/api/sign-out');
export const changePassword = (current: string, next: string) => post<void>('/api/me/password', { current, next });
