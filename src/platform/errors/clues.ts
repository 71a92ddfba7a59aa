import { known } from './known.ts';

/** Clues and who may handle them. */
export const cluesErrors = {
  'clue.handlers': known(400, '须由两名不同的承办人办理。', 'Two different handlers are needed.'),
  'clue.barred': known(
    409,
    '{names}应当回避：{grounds}。请另行指定承办人。',
    '{names} must not handle this clue: {grounds}. Name somebody else.',
  ),
  'clue.standBack': known(
    403,
    '您与本线索应当回避：{grounds}。请由他人办理。',
    'You must stand back from this clue: {grounds}. Somebody else has to do this.',
  ),
  'clue.copied': known(
    400,
    '属上级管辖的举报不得摘抄、不录入平台：请不要填写摘要、问题类别和金额，登记后上报。',
    'A report that belongs to a higher body is not copied: leave out summary, kind of problem and amount, and pass it up.',
  ),
  'clue.notFalse': known(
    400,
    '只有查否的线索才能认定为诬告；错告、部分查实或无法查实的不是诬告。',
    'Only what was found untrue can have been reported falsely; a mistake, or what is partly true or cannot be verified, is no false report.',
  ),
  'clue.study': known(
    400,
    '处置意见和诬告认定须经集体研究：至少三人参加，填写研究日期，且不得晚于今天。',
    'A disposal, and a finding that a report was false, need a collective study: three people at least, on a day that is given and not to come.',
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
  'hearing.person': known(
    400,
    '请填写被反映人序号：须是本线索花名册内的被反映人。',
    'Give the number of the person reported: an officer of the roster whom this clue reports.',
  ),
  'hearing.twice': known(
    409,
    '已告知该干警，告知程序尚未结束；内容有变的，请在该告知中重新告知。',
    'This officer has been told and that is not ended yet; tell anew there if anything has changed.',
  ),
  'hearing.early': known(
    409,
    '干警的陈述申辩期限至{day}，期满或听取陈述申辩后方可决定。',
    'The officer may state and object until {day}; decide after that, or once the officer was heard.',
  ),
  'hearing.heavier': known(
    409,
    '决定不得重于告知时拟作的处理；确需加重的，须以新的事实重新告知。',
    'A decision is not heavier than what was told; for more, tell the officer anew.',
  ),
  'hearing.unanswered': known(
    409,
    '干警的陈述申辩尚未答复，不能办理；请先核实并说明理由答复。',
    'A statement of the officer has not been answered; check it and answer with reasons first.',
  ),
  'hearing.open': known(
    409,
    '告知程序尚未结束，不能办结；请先作出决定或不予处理。',
    'A hearing of an officer is still under way; decide on it or drop it before closing.',
  ),
  'hearing.undecided': known(
    409,
    '第二至第四种形态须先告知干警、听取陈述申辩并送达书面决定，方可办结。',
    'With the second to fourth form the officer must first be told, heard and given a written decision.',
  ),
  'clearing.unfounded': known(
    409,
    '只有结论为查否的线索可以澄清；以诬告为由的，须已集体认定诬告。',
    'A name is cleared of what proved unsubstantiated; of a false report only where that was found collectively.',
  ),
  'review.none': known(409, '对该决定现在不能提出这种申请。', 'This cannot be asked for against this decision now.'),
  'review.late': known(
    409,
    '申请期限已于{day}届满（{source}），不能再提出。',
    'The last day to ask for this was {day} ({source}).',
  ),
  'review.apart': known(
    403,
    '您参与过原核查或原决定，复审、复核、申诉须由他人办理。',
    'You took part in the first decision; somebody else must look at it again.',
  ),
  'review.heavier': known(
    400,
    '变更只能减轻：结果为“减轻”的须填写更轻的处理，其他结果不填。',
    'A change can only be lighter: name a lighter measure where it is reduced, and none otherwise.',
  ),
} as const;
