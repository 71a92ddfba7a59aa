import { hotlineWork, type Policy } from '../../../platform/access/policies.ts';
import { integer, prose, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

const { HANDLING_UNIT: _, ...readers } = hotlineWork.read;

/** A letter names a department and no unit, so no unit has letters of its own: what it has to answer reaches it as an appeal. */
const letterWork: Policy = { read: readers, write: hotlineWork.write };

/**
 * Letters and messages that citizens wrote to the city before or beside the hotline, with the answers they got (reference
 * 15): kept as they were handed over, so the department stands as it was called then and is no reference.
 */
export const letters = register('appeals.letters', {
  words: words('群众来信留言', 'Letters and messages'),
  record: words('封', 'letter'),
  // Old systems number anew, so a number is one letter only together with its time.
  key: ['number', 'askedAt'],
  date: 'askedAt',
  policy: letterWork,
  open: ['askedAt', 'department', 'answeredAt'],
  columns: {
    number: text('来信编号', 'Letter no.', { max: 60, aliases: ['id', '编号', '留言编号', '信件编号'] }),
    department: text('答复部门', 'Department', { optional: true, aliases: ['承办部门', '回复单位', '受理部门'] }),
    askedAt: time('来信时间', 'Asked at', { aliases: ['asked', 'time', '留言时间', '写信时间', '提交时间'] }),
    answeredAt: time('答复时间', 'Answered at', { optional: true, aliases: ['answered', 'reply_time', '回复时间'] }),
    sender: text('来信人', 'Sender', {
      optional: true,
      max: 60,
      mask: 'name',
      aliases: ['user', '留言用户', '写信人'],
    }),
    title: text('来信标题', 'Title', { optional: true, max: 300, aliases: ['title', '留言主题', '标题', '主题'] }),
    text: prose('来信内容', 'Text', { aliases: ['text', '留言详情', '内容', '信件内容'] }),
    reply: prose('答复内容', 'Reply', { optional: true, aliases: ['reply', '答复意见', '回复内容'] }),
    likes: integer('点赞数', 'Likes', { optional: true, aliases: ['up', '支持数'] }),
    dislikes: integer('反对数', 'Dislikes', { optional: true, aliases: ['down', '不支持数'] }),
  },
});
