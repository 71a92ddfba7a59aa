import type { DeadlinePolicy } from '../../../platform/lifecycle/declare.ts';
import { words } from '../../../platform/words.ts';

const SUPERVISION_LAW = '监察法 第四十九条（2024年修正后为第五十六条）';
const SERVANTS_95 = '公务员法 第九十五条';
const SERVANTS_96 = '公务员法 第九十六条';

/** The laws were in force before the programme began, and decisions of earlier years are reviewed too. */
const FROM = '2019-06-01';

/** Time to hear an officer. The Sanctions Law (art. 43) names no number of days. */
export const hearingLimits = {
  STATE: [
    {
      words: words('陈述申辩期限', 'Time to state and object'),
      amount: 5,
      unit: 'WORKING_DAYS',
      source: '公职人员政务处分法 第四十三条；天数为产品设定',
      validFrom: FROM,
    },
  ],
  ANSWER: [
    {
      words: words('答复陈述申辩期限', 'Time to answer a statement'),
      amount: 10,
      unit: 'WORKING_DAYS',
      source: '公职人员政务处分法 第四十三条；天数为产品设定',
      validFrom: FROM,
    },
  ],
} as const satisfies Record<string, readonly DeadlinePolicy[]>;

/** Time to clear a name. The Sanctions Law (art. 53) asks for it and names no number of days. */
export const clearingLimits = {
  CONSENT: [
    {
      words: words('本人答复期限', "Officer's time to agree"),
      amount: 10,
      unit: 'WORKING_DAYS',
      source: '公职人员政务处分法 第五十三条；天数为产品设定',
      validFrom: FROM,
    },
  ],
  PUBLISH: [
    {
      words: words('发布澄清期限', 'Time to publish'),
      amount: 10,
      unit: 'WORKING_DAYS',
      source: '公职人员政务处分法 第五十三条；天数为产品设定',
      validFrom: FROM,
    },
  ],
} as const satisfies Record<string, readonly DeadlinePolicy[]>;

/** Time to decide what was asked for, from the day it was asked (reference 29). */
export const reviewLimits = {
  RE_EXAMINATION: [
    {
      words: words('复审决定期限', 'Time to re-examine'),
      amount: 1,
      unit: 'MONTHS',
      source: SUPERVISION_LAW,
      validFrom: FROM,
    },
  ],
  SUPERIOR_REVIEW: [
    {
      words: words('复核决定期限（上一级机关）', 'Time of the body above'),
      amount: 2,
      unit: 'MONTHS',
      source: SUPERVISION_LAW,
      validFrom: FROM,
    },
  ],
  PERSONNEL_REVIEW: [
    {
      words: words('复核决定期限（原处理机关）', 'Time of the same body'),
      amount: 30,
      unit: 'CALENDAR_DAYS',
      source: SERVANTS_96,
      validFrom: FROM,
    },
  ],
  PERSONNEL_APPEAL: [
    {
      words: words('申诉处理期限', 'Time to decide an appeal'),
      amount: 60,
      unit: 'CALENDAR_DAYS',
      extension: { max: 30, approver: 'APPROVER', mustInform: false },
      source: SERVANTS_96,
      validFrom: FROM,
    },
  ],
} as const satisfies Record<string, readonly DeadlinePolicy[]>;

/**
 * Time to ask, from the day the decision before was delivered. They are no clocks: a right that is not used is not late. The
 * articles know no request after the last day, so one is refused.
 */
export const askingLimits = {
  RE_EXAMINATION: [
    {
      words: words('申请复审期限', 'Time to ask for re-examination'),
      amount: 1,
      unit: 'MONTHS',
      source: SUPERVISION_LAW,
      validFrom: FROM,
    },
  ],
  SUPERIOR_REVIEW: [
    {
      words: words('申请上一级复核期限', 'Time to ask the body above'),
      amount: 1,
      unit: 'MONTHS',
      source: SUPERVISION_LAW,
      validFrom: FROM,
    },
  ],
  PERSONNEL_REVIEW: [
    {
      words: words('申请复核期限', 'Time to ask the same body'),
      amount: 30,
      unit: 'CALENDAR_DAYS',
      source: SERVANTS_95,
      validFrom: FROM,
    },
  ],
  PERSONNEL_APPEAL: [
    {
      words: words('直接申诉期限', 'Time to appeal at once'),
      amount: 30,
      unit: 'CALENDAR_DAYS',
      source: SERVANTS_95,
      validFrom: FROM,
    },
  ],
  /**
   * Neither law says what becomes of the next step where the one before is not decided in time. Silence must not take it away: it is
   * open from the day after the decision was due, and stays so until as long after that decision as it would have been.
   */
  SUPERIOR_REVIEW_IN_SILENCE: [
    {
      words: words('逾期未复审时申请上一级复核期限', 'Time to ask the body above where the first is silent'),
      amount: 1,
      unit: 'MONTHS',
      source: `${SUPERVISION_LAW}；逾期未决定即可申请为产品设定`,
      validFrom: FROM,
    },
  ],
  APPEAL_IN_SILENCE: [
    {
      words: words('逾期未复核时申诉期限', 'Time to appeal where the review is silent'),
      amount: 15,
      unit: 'CALENDAR_DAYS',
      source: `${SERVANTS_95}；逾期未决定即可申诉为产品设定`,
      validFrom: FROM,
    },
  ],
  APPEAL_AFTER_REVIEW: [
    {
      words: words('复核后申诉期限', 'Time to appeal after a review'),
      amount: 15,
      unit: 'CALENDAR_DAYS',
      source: SERVANTS_95,
      validFrom: FROM,
    },
  ],
} as const satisfies Record<string, readonly DeadlinePolicy[]>;

export type AskingLimit = keyof typeof askingLimits;
