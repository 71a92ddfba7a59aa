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
