import { useQueries } from '@tanstack/react-query';
import { findRegister } from '../../modules/pages.ts';
import { lookOnce } from '../api/look-once.ts';
import { recordQuery } from '../api/registers.ts';
import { titleColumn } from './columns-shown.ts';

/** What the records of a register are called, by identity: for references that stand in an address or a form. */
export function useTitles(name: string, records: readonly string[]): ReadonlyMap<string, string> {
  const register = findRegister(name);
  return useQueries({
    queries: register
      ? records.map((record) => ({
          ...recordQuery(name, record),
          staleTime: 60_000,
          ...(register.policy.confidential && lookOnce),
        }))
      : [],
    combine: (answers) => {
      const titles = new Map<string, string>();
      for (const { data } of answers) {
        const current = data?.versions[0];
        if (!register || !current) continue;
        const column = titleColumn(register);
        titles.set(current.record, current.titles[column] ?? String(current.values[column] ?? ''));
      }
      return titles;
    },
  });
}
