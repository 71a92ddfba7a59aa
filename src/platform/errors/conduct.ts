import { known } from './known.ts';

/** Papers, talks and life meetings. */
export const conductErrors = {
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
