import { fill } from '../../../../platform/words.ts';
import { formatMonth } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { DueReturn } from '../../contract.ts';
import { texts } from './texts.ts';

/** What a period is called: the month or quarter of its year. */
export function usePeriodName(): (of: Pick<DueReturn, 'periodKind' | 'start'>) => string {
  const { say, language } = useSpeech();
  return ({ periodKind, start }) => {
    const [year, month] = start.split('-').map(Number) as [number, number];
    return periodKind === 'MONTH'
      ? formatMonth(start.slice(0, 7), language)
      : fill(say(texts.quarter), { year, n: (month + 2) / 3 });
  };
}
