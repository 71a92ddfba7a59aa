import { known } from './known.ts';

/** Clues and who may handle them. */
export const cluesErrors = {
  'clue.handlers': known(400, '须由两名不同的承办人办理。', 'Two different handlers are needed.'),
  'clue.barred': known(
    409,
    '{names}应当回避：{grounds}。请另行指定承办人。',
    '{names} must not handle this clue: {grounds}. Name somebody else.',
  ),
  'clue.study': known(
    400,
    '处置意见须经集体研究：至少三人参加，研究日期不得晚于今天。',
    'A disposal needs a collective study: three people at least, on a day that is not to come.',
  ),
  'clue.differs': known(
    409,
    '您确认的“{column}”与承办人提出的不一致；请退回重议或核对后再办。',
    'The "{column}" you confirm is not the one proposed; send it back or look again.',
  ),
  'clue.duplicate': known(
    400,
    '不能并入自身或另一件已并入的线索；已有线索并入的，请先并入同一主线索。',
    'A clue cannot be joined to itself or to one that is itself joined, nor while others are joined to it.',
  ),
  'clue.letter': known(
    409,
    '本线索没有文号为“{letter}”的未解除督办。',
    'No supervision by the letter "{letter}" stands on this clue.',
  ),
  'clue.letterTwice': known(
    409,
    '文号“{letter}”的督办尚未解除，不能重复督办。',
    'The supervision by the letter "{letter}" still stands.',
  ),
  'clue.quarter': known(
    409,
    '{quarter}尚未结束，或该单位在本季度没有承办线索，不能报送。',
    '{quarter} is not over, or the unit handled no clue in it; there is nothing to report.',
  ),
} as const;
