import type { OfficialDocument } from './official-document.ts';

/** An invented document with every part in it, for the tests of both forms. */
export const sample: OfficialDocument = {
  issuer: '明镜市教育整顿领导小组办公室文件',
  number: '明教整办〔2021〕5号',
  title: '明镜市教育整顿领导小组办公室\n关于第一阶段工作情况的通报',
  recipient: '各区县教育整顿办，市直各政法单位',
  body: [
    { kind: 'paragraph', runs: ['现将第一阶段工作情况通报如下。'] },
    { kind: 'heading', level: 1, runs: ['学习教育扎实推进'] },
    { kind: 'heading', level: 2, runs: ['集中学习'] },
    {
      kind: 'paragraph',
      runs: [
        '全市共组织集中学习',
        { id: 'education.sessions', text: '1286', link: 'https://example.org/figures/education.sessions' },
        '场次，参加',
        { id: 'education.persons', text: '19000余', link: '#education.persons' },
        '人次。<b>&"引号"</b>',
      ],
    },
    { kind: 'heading', level: 2, runs: ['警示教育'] },
    { kind: 'heading', level: 3, runs: ['观看警示教育片。'] },
    { kind: 'heading', level: 4, runs: ['分批组织。'] },
    { kind: 'heading', level: 1, runs: ['查纠整改有序开展'] },
    { kind: 'heading', level: 2, runs: ['线索核查'] },
    { kind: 'paragraph', runs: ['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十'.repeat(14)] },
  ],
  annexes: [
    {
      title: '各单位学习教育情况表',
      columns: ['序号', '单位', '场次', '人次'],
      rows: Array.from({ length: 40 }, (_, i) => [`${i + 1}`, `演示单位${i + 1}`, `${30 + i}`, `${400 + 7 * i}`]),
    },
    { title: '线索办理情况表', columns: ['来源', '件数'], rows: [['群众举报', '12']] },
  ],
  signedBy: '明镜市教育整顿领导小组办公室',
  date: '2021-06-02',
  demoMark: '演示数据　纯属虚构',
};
