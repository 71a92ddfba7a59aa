import { defineAct } from '../../platform/ledger/acts.ts';
import { words } from '../../platform/words.ts';

export const signing = defineAct({
  name: 'interference.sign-return',
  words: words('签报三个规定填报情况', 'Sign a periodic return'),
  permission: 'interference.sign',
  rule: 'interference.returns@1',
});
export const openingRound = defineAct({
  name: 'interference.open-survey',
  words: words('开始匿名调查', 'Open an anonymous survey'),
  permission: 'interference.survey',
  rule: null,
});
/** Its entry names the round and nothing else: neither code nor answer. */
export const answering = defineAct({
  name: 'interference.answer-survey',
  words: words('匿名作答', 'Answer a survey'),
  permission: null,
  rule: null,
});
export const closingRound = defineAct({
  name: 'interference.close-survey',
  words: words('结束匿名调查', 'Close an anonymous survey'),
  permission: 'interference.survey',
  rule: null,
});
