import { FileCheck, type FileFinding } from '../../../platform/ledger/offline/check.ts';
import { type Words, words } from '../../../platform/words.ts';

/** What can be wrong with a bundle beside what can be wrong with any file. */
const kinds = {
  part: words('“{name}”与冻结时存证的内容不符', '"{name}" is not what was frozen'),
  missing: words('缺少“{name}”', '"{name}" is missing'),
  added: words('“{name}”在冻结时并不存在', '"{name}" was not there when the bulletin was frozen'),
  root: words('内容总根与存证不符', 'The content root is not the one in the ledger'),
  records: words('“{name}”的{part}记录集与冻结的根不符', 'The {part} of "{name}" do not give the frozen root'),
  record: words(
    '“{name}”的{part}第{number}条记录被改动：{row}',
    'Record {number} of the {part} of "{name}" was altered: {row}',
  ),
  marks: words('“{name}”的{part}记录校验表被改动', 'The list of marks of the {part} of "{name}" was altered'),
  count: words(
    '“{name}”的{part}应有{expected}条，实有{found}条',
    'The {part} of "{name}" must be {expected}, there are {found}',
  ),
  correction: words('第{number}号更正与存证不符', 'Correction {number} is not what is in the ledger'),
} as const satisfies Record<string, Words>;

/** One thing that is wrong with a bundle; a part is named as it stands in the ledger (`figure:education.partyLectures`, `asOf`). */
export type BundleFinding = FileFinding<keyof typeof kinds>;

export class BundleCheck extends FileCheck<keyof typeof kinds> {
  constructor() {
    super(kinds);
  }
}

const named: Readonly<Record<string, Words>> = {
  format: words('格式', 'Format'),
  bulletin: words('通报编号', 'Id of the bulletin'),
  demo: words('演示标记', 'Demo mark'),
  asOf: words('截至日期', 'Cut-off date'),
  knownAt: words('冻结时刻', 'Moment of the freeze'),
  title: words('标题', 'Title'),
  sequence: words('发布会次序', 'Sequence of the press conference'),
};

/** What a part is called: a figure by its own words, a section by its number. */
export function partName(part: string, figures: ReadonlyMap<string, Words>): Words {
  const [kind, ...rest] = part.split(':');
  const id = rest.join(':');
  if (kind === 'figure') {
    const own = figures.get(id);
    return own ? words(`${own.zh}（${id}）`, `${own.en} (${id})`) : words(id, id);
  }
  if (kind === 'section') return words(`正文第${id}部分`, `Section ${id} of the text`);
  return named[part] ?? words(part, part);
}

export const setName = {
  records: words('', 'records'),
  base: words('分母', 'base records'),
} as const;
