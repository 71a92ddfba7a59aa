import { addMonths, type Day, dayNumber, dayText } from '../../../platform/calendar/day.ts';
import { choice } from '../../../platform/register/columns.ts';

/** What may be decided on an officer, from the lightest to the heaviest (Sanctions Law art. 7; Civil Servant Law art. 95). */
const measures = {
  CRITICISM: ['批评教育、提醒谈话', 'Criticism or reminder'],
  PERSONNEL: ['其他人事处理', 'Other personnel measure'],
  WARNING: ['警告', 'Warning'],
  DEMERIT: ['记过', 'Demerit'],
  MAJOR_DEMERIT: ['记大过', 'Major demerit'],
  DEMOTION: ['降级', 'Demotion'],
  REMOVAL: ['撤职', 'Removal from post'],
  DISMISSAL: ['开除', 'Dismissal'],
} as const;

const order = Object.keys(measures);

export const measure = (zh: string, en: string) => choice(zh, en, measures);
export const optionalMeasure = (zh: string, en: string) => choice(zh, en, measures, { optional: true });

/** Whether one measure weighs more than another. */
export const isHeavier = (one: string, than: string): boolean => order.indexOf(one) > order.indexOf(than);

/** Months a sanction lasts; it ends by itself (Sanctions Law art. 8 and 26). Dismissal and what is no sanction have no end. */
const months: Readonly<Record<string, number>> = {
  WARNING: 6,
  DEMERIT: 12,
  MAJOR_DEMERIT: 18,
  DEMOTION: 24,
  REMOVAL: 24,
};

/** The day on which a measure ends by itself, or null. */
export const endOfMeasure = (measure: string, from: Day): Day | null =>
  months[measure] === undefined ? null : dayText(addMonths(dayNumber(from), months[measure]));
