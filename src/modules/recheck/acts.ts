import { type Act, defineAct } from '../../platform/ledger/acts.ts';
import { words } from '../../platform/words.ts';
import { ALGORITHM } from './bundle/format.ts';

/** Its entry names the hash of every part of the plan: the anchor of the offline check. */
export const planning: Act = defineAct({
  name: 'recheck.plan',
  words: words('提交抽查计划', 'Commit to a re-check plan'),
  permission: 'recheck.plan',
  rule: ALGORITHM,
});
/** Its entry holds a salted commitment to what was typed; the rolls are shown with the seed. */
export const typingDice: Act = defineAct({
  name: 'recheck.dice',
  words: words('录入骰子点数', 'Enter the dice of a ceremony'),
  permission: 'recheck.seed',
  rule: ALGORITHM,
});
export const seeding: Act = defineAct({
  name: 'recheck.seed',
  words: words('确定种子并抽取', 'Fix the seed and draw'),
  permission: 'recheck.seed',
  rule: ALGORITHM,
});
export const taking: Act = defineAct({
  name: 'recheck.take',
  words: words('领取复查案件', 'Take a case to check again'),
  permission: 'recheck.check',
  rule: ALGORITHM,
});
export const steppingAside: Act = defineAct({
  name: 'recheck.aside',
  words: words('复查人回避', 'Step aside as re-checker'),
  permission: 'recheck.check',
  rule: ALGORITHM,
});
/** The next re-checker by the same seed follows one who let the limit pass. */
export const replacing: Act = defineAct({
  name: 'recheck.replace',
  words: words('逾期换人复查', 'Replace a late re-checker'),
  permission: 'recheck.plan',
  rule: ALGORITHM,
});
export const concluding: Act = defineAct({
  name: 'recheck.result',
  words: words('登记复查结果', 'Record the result of a re-check'),
  permission: 'recheck.check',
  rule: ALGORITHM,
});
export const auditing: Act = defineAct({
  name: 'recheck.audit',
  words: words('核对抽样框', 'Hold a frame against the register'),
  permission: 'recheck.audit',
  rule: ALGORITHM,
});
export const opening: Act = defineAct({
  name: 'recheck.open',
  words: words('出具个案开启文件', 'Open one case of a frame'),
  permission: 'recheck.oversee',
  rule: ALGORITHM,
});
