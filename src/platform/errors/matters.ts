import { known } from './known.ts';

/** Matters, their steps and their limits. */
export const mattersErrors = {
  'matter.action': known(404, '没有名为“{action}”的操作。', 'There is no action "{action}".'),
  'matter.state': known(
    409,
    '当前状态“{state}”下不能“{action}”；请刷新后再看。',
    'In the state "{state}" the action "{action}" is not possible; reload and look again.',
  ),
  'matter.idle': known(
    409,
    '没有正在计时的“{limit}”，不能“{action}”。',
    'No limit "{limit}" is running, so "{action}" is not possible.',
  ),
  'matter.successor': known(
    400,
    '继任者须是另一名有在用账号的人员。',
    'The successor must be somebody else, with an account in office.',
  ),
  'matter.subject': known(
    403,
    '不得办理涉及本人的事项。',
    'Nobody may handle a matter that concerns himself or herself.',
  ),
  'matter.separation': known(
    403,
    '您已办理过本事项的“{earlier}”，“{action}”须由他人办理。',
    'You took the step "{earlier}" of this matter; "{action}" must be taken by somebody else.',
  ),
  'matter.byHand': known(
    409,
    '“{column}”只能通过办理步骤变更，不能直接修改。',
    '"{column}" is changed by the steps of the matter only, never by hand.',
  ),
  'matter.fields': known(400, '“{action}”须填写：{fields}。', '"{action}" needs: {fields}.'),
  'clock.start': known(
    400,
    '期限起算时间“{value}”无效：不是日期、晚于现在或早于该期限规则的施行日。',
    'The limit cannot start at "{value}": not a date, in the future, or before its rule was in force.',
  ),
  'clock.until': known(
    400,
    '截止日“{value}”无效：须为今后的日期。',
    'It cannot last until "{value}": that must be a day to come.',
  ),
  'clock.extension': known(
    409,
    '延长数额无效：累计最多延长 {max}，已延长 {used}。',
    'The extension is not allowed: at most {max} in all, {used} already given.',
  ),
  'clock.approver': known(403, '延长期限须由“{role}”批准。', 'An extension is approved by the role "{role}".'),
  'clock.inform': known(
    400,
    '延长期限须告知当事人，请填写告知方式和时间。',
    'The person concerned must be told of the extension: say how and when.',
  ),
  'clock.ended': known(
    409,
    '期限已届满或未在计时，不能延长。',
    'The limit has ended or is not running; it cannot be extended.',
  ),
} as const;
