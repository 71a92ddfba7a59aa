import type { Entry } from '../../../platform/ledger/entry.ts';
import { FileCheck, type FileFinding, type Head } from '../../../platform/ledger/offline/check.ts';
import { type Words, words } from '../../../platform/words.ts';
import type { Proof } from './format.ts';

/** What can be wrong with a re-check file beside what can be wrong with any, in both languages. */
const kinds = {
  history: words(
    '计划提交时的检查点与最新检查点不是同一历史',
    'The tree head of the plan and the newest one are not of one history',
  ),
  otherAct: words('{what}的存证条目说的是另一件事', 'The ledger entry of {what} speaks of something else'),
  plan: words(
    '计划与存证不符：“{name}”等内容被改动',
    'The plan is not what the ledger holds: "{name}" or another part was altered',
  ),
  frameOrder: words(
    '抽样框第 {number} 行不在应有的次序，或重复',
    'Row {number} of the frame is out of its order, or stands there twice',
  ),
  frameCount: words(
    '抽样框应有 {expected} 件，实有 {found} 件',
    'The frame must hold {expected} cases, it holds {found}',
  ),
  frameRoot: words(
    '抽样框与提交的根不符：有案件被藏起、加入或改动',
    'The frame does not give the committed root: a case was hidden, added or altered',
  ),
  stratumCount: words(
    '第 {number} 层应有 {expected} 件，实有 {found} 件',
    'Stratum {number} must hold {expected} cases, it holds {found}',
  ),
  totals: words('各类总数对不上：{name}', 'The totals do not add up: {name}'),
  seedOrder: words('种子先于计划，或结果先于种子', 'The seed stands before the plan, or a result before the seed'),
  seedTime: words('种子在计划提交时已可得知', 'The seed could be known when the plan was committed'),
  seedSource: words('种子的来源不是计划事先定下的', 'The seed is not from the source that the plan fixed'),
  beacon: words('随机信标第 {round} 轮的签名无效', 'The signature of round {round} of the beacon is not valid'),
  dice: words('骰子记录与两人各自录入的承诺不符', 'The dice are not what two people entered, each alone'),
  diceEarly: words('骰子在约定的时间之前录入', 'The dice were entered before the hour that was announced'),
  drawn: words('第 {number} 个抽中的案件不是种子抽出的', 'Number {number} of the list was not drawn by the seed'),
  drawnCount: words('应抽 {expected} 件，名单有 {found} 件', '{expected} cases must be drawn, the list has {found}'),
  excluded: words('案件 {name} 的回避名单与提交的不符', 'Who may not check case {name} is not what was committed'),
  rechecker: words('案件 {name} 的复查人不是种子抽出的', 'The re-checker of case {name} was not drawn by the seed'),
  aside: words(
    '第 {number} 次回避或换人与存证不符，或说的不是当时的复查人',
    'Number {number} of those who left a case is not what the ledger holds, or was not the re-checker then',
  ),
  late: words(
    '第 {number} 次换人时复查期限尚未届满，或计划未定期限',
    'Number {number} was replaced before the limit of the plan had passed, or the plan has none',
  ),
  result: words(
    '案件 {name} 的复查结果与存证不符，或不是抽出的复查人所作',
    'The result of case {name} is not what the ledger holds, or is not by the re-checker drawn',
  ),
  case: words(
    '案件的开启文件与抽样框不符：这件案件不在框内',
    'What was given to open a case does not give one of the frame: that case is not in it',
  ),
} as const satisfies Record<string, Words>;

/** One thing that is wrong with a re-check file, naming what was altered. */
export type Finding = FileFinding<keyof typeof kinds>;

export class RecheckCheck extends FileCheck<keyof typeof kinds> {
  constructor() {
    super(kinds);
  }

  /** An entry under the tree head that must be of one act upon one subject. It is given even where it is not. */
  act(
    proof: Proof,
    head: Head | null,
    expected: { readonly act: string; readonly subject: string },
    where: string,
    what: Words,
  ): Entry | null {
    const entry = this.entry(proof, head, where, what);
    if (entry?.act !== expected.act || entry.subject !== expected.subject) this.find('otherAct', where, { what });
    return entry;
  }
}
