import type { Shape } from '../shape.ts';

/** Texts of those who answer the awareness survey. They are loaded with their page. */
export const surveyZh = {
  title: '三个规定知晓率调查',
  lead: '凭手中的编码作答，一码一答，约十秒钟。',
  facts: '编码与人没有对应；本系统不使用 Cookie，不保存您的地址，也不保存单张答卷，只把四个计数之一加一。',
  code: '编码（16 位数字）',
  codeWrong: '编码不对：应为 16 位数字，请核对后再试。',
  aware: '您是否知道防止干预司法的“三个规定”？',
  awareYes: '知道',
  awareNo: '不知道',
  supportive: '您是否支持对过问案件一律记录？',
  supportiveYes: '支持',
  supportiveNo: '不支持',
  unanswered: '请回答两个问题。',
  send: '提交',
  sending: '正在提交……',
  thanks: '谢谢，已计入',
  thanksHint: '这个编码已作废。没有人能看到您是怎么答的。',
} as const;

export const surveyEn: Shape<typeof surveyZh> = {
  title: 'Awareness of the three provisions',
  lead: 'Answer with the code you drew: one code, one answer, ten seconds.',
  facts:
    'No code belongs to a person. No cookie and no address is kept, and no answer by itself: one of four counters rises by one.',
  code: 'Code (16 digits)',
  codeWrong: 'That is not a code: it has 16 digits. Check it and try again.',
  aware: 'Do you know of the three provisions against interference with justice?',
  awareYes: 'Yes',
  awareNo: 'No',
  supportive: 'Are you in favour of recording whoever asks about a case?',
  supportiveYes: 'Yes',
  supportiveNo: 'No',
  unanswered: 'Please answer both questions.',
  send: 'Send',
  sending: 'Sending …',
  thanks: 'Thank you, counted',
  thanksHint: 'This code is spent. Nobody can see what you answered.',
};
