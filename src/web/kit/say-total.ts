import type { List } from '../../platform/register/contract.ts';
import { fill } from '../../platform/words.ts';
import { formatNumber } from './format.ts';

/** A total, or an estimate that says it is one. */
export const sayTotal = (total: List['total'], exact: string, about: string): string =>
  fill(total.exact ? exact : about, { n: formatNumber(total.number) });
