import { defineAct } from '../../../platform/ledger/acts.ts';
import { words } from '../../../platform/words.ts';

/** Its entry names nobody, whoever asks: that the discipline desk asks for a talk would tell of a clue. */
export const asking = defineAct({
  name: 'conduct.talk.ask',
  words: words('登记必谈事项', 'Ask for a talk'),
  permission: 'talks.ask',
  rule: null,
});
export const noting = defineAct({
  name: 'conduct.talk.note',
  words: words('填写谈话记录', 'Write the notes of a talk'),
  permission: 'talks.record',
  rule: null,
});
