import { known } from './known.ts';

/** Self-reports and decisions on leniency; papers, talks and life meetings. */
export const conductErrors = {
  'selfReport.entered': known(
    409,
    '这份报告的事项已经登记过，请刷新后查看。',
    'The matters of this report are entered already; reload to see them.',
  ),
  'leniency.unsealed': known(
    409,
    '该报告不是经本系统封存提交的，其先后位次无从证明，不能在此作出认定。',
    'This report was not sealed and handed in here, so nothing proves its place; no decision can be taken on it here.',
  ),
  'leniency.clue': known(409, '该线索反映的不是这名干警。', 'This clue is not about the officer who wrote the report.'),
  'leniency.otherReport': known(
    409,
    '重新认定不能换成另一份报告。',
    'A decision that is taken again stays with its report.',
  ),
  'leniency.places': known(
    409,
    '时间线已有变化，请刷新后按新的位次重新认定。',
    'The timeline has changed; reload, and decide on the places as they are now.',
  ),
  'paper.superseded': known(
    409,
    '该文书已有新版本，请办理新版本。',
    'There is a newer version of this paper; answer the newer one.',
  ),
  'paper.version': known(
    409,
    '您看到的内容与该版本不符，请刷新后重新阅读。',
    'What you read is not this version; reload the page and read it again.',
  ),
  'paper.signed': known(409, '您已签署该文书。', 'You have signed this paper.'),
  'paper.noSignature': known(
    409,
    '该文书无需在线签署，或其内容未在本系统发布。',
    'This paper asks for no signature here, or its content was not published here.',
  ),
  'paper.replaced': known(
    409,
    '该版本已被更新的版本替代，请在最新版本上发布。',
    'A newer version replaces this one already; publish on top of the newest.',
  ),
  'paper.notPdf': known(
    400,
    '“{name}”不是 PDF 文件。请提供 PDF，或直接填写正文。',
    '"{name}" is no PDF. Give a PDF, or type the text.',
  ),
  'paper.nobody': known(
    400,
    '范围内没有尚未发放的在职干警。',
    'Nobody in this circle is in post and still without this paper.',
  ),
  'talk.self': known(400, '谈话人和谈话对象不能是同一人。', 'The talker and the officer cannot be the same person.'),
  'talk.talker': known(
    403,
    '只有谈话人本人能在自己的账户中办理。请确认您的账户已关联干警。',
    'Only the talker can do this, in the own account; that account must be bound to its officer.',
  ),
  'talk.talkerFirst': known(
    409,
    '谈话人尚未确认，请待其确认后再确认。',
    'The talker has not confirmed yet; confirm once that is done.',
  ),
  'talk.future': known(400, '谈话日期不能晚于今天。', 'The day of the talk cannot lie in the future.'),
  'talk.confirmed': known(
    409,
    '双方已确认，谈话记录不能再修改。',
    'Both have confirmed; the notes do not change any more.',
  ),
} as const;
