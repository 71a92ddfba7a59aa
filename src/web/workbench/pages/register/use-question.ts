import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Register } from '../../../../platform/register/declare.ts';
import type { Where } from '../../../api/registers.ts';
import { isSortable } from '../../../kit/columns-shown.ts';
import { paths } from '../../../kit/paths.ts';
import { tidyWhere } from '../../../kit/where.ts';

export interface Question {
  readonly where?: Where;
  readonly sort?: string;
  readonly asOf?: string;
}

const tidySort = (sort: unknown, register: Register): string | undefined => {
  if (typeof sort !== 'string') return undefined;
  const column = register.columns[sort.replace(/^-/, '')];
  return column && isSortable(column) ? sort : undefined;
};

const tidyDay = (day: unknown): string | undefined =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;

/** What the list asks, kept in the address: it can be bookmarked, sent to a colleague, and gone back to. */
export function useQuestion(register: Register): [Question, (change: Question) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const question: Question = {
    where: tidyWhere(search.where, register.columns),
    sort: tidySort(search.sort, register),
    asOf: tidyDay(search.asOf),
  };
  const change = (part: Question): void => {
    void navigate({ to: paths.register(register.name), search: { ...question, ...part }, replace: true });
  };
  return [question, change];
}
