import { known } from './known.ts';

/** Interference records and the awareness survey. */
export const interferenceErrors = {
  'interference.future': known(400, '过问日期不能晚于今天。', 'The day it happened cannot lie in the future.'),
  'interference.unknownOfficer': known(
    400,
    '花名册中没有编号为“{number}”的干警。',
    'There is no officer with the number "{number}" on the roster.',
  ),
  'interference.periodOpen': known(
    409,
    '该填报周期尚未结束，结束后才能签报。',
    'The period is not over yet; it can be signed for once it is.',
  ),
  'interference.returnThere': known(409, '该周期已签报。', 'The return of this period has been signed.'),
  'survey.code': known(
    404,
    '编码无效、已使用或调查已截止，请核对后再试。',
    'The code is not valid, was used, or the survey is closed; check it and try again.',
  ),
  'survey.open': known(409, '调查尚未截止。', 'The survey is not closed yet.'),
} as const;
