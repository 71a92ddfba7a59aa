import type { DeadlinePolicy } from '../../platform/lifecycle/declare.ts';
import { words } from '../../platform/words.ts';

/**
 * How long a re-checker has for a case. No rule sets it; a plan may name another number of working days, which is then part of what
 * was committed to before the draw.
 */
const check = {
  words: words('复查期限', 'Time to check a case again'),
  amount: 15,
  unit: 'WORKING_DAYS',
  source: '产品设定：抽查计划未另定的，自抽取之日起15个工作日；规定未设期限',
  validFrom: '2021-02-01',
} as const satisfies DeadlinePolicy;

export const CHECK_DAYS: number = check.amount;
