import { words } from '../../../../platform/words.ts';

export const texts = {
  title: words('三个规定统计', 'Statistics of the three provisions'),
  lead: words(
    '件数多不是坏事，长期为零才值得看。1 至 4 件不显示，以免指向记录人；时间只到月。',
    'A high count is not bad; a long row of zeros is what to look at. One to four are not shown, so that no recorder is pointed at; no time is finer than a month.',
  ),
  year: words('年度', 'Year'),
  empty: words('这一年没有记录。', 'There are no records of this year.'),
  total: words('记录', 'Records'),
  backFilled: words('补录', 'Back-filled'),
  briefings: words('宣讲', 'Briefings'),
  byHeads: words('其中四长宣讲', 'Held by one of the four heads'),
  audience: words('听讲领导干部人次', 'Officials present, in person-times'),
  hiddenToo: words('不显示', 'not shown'),
  months: words('每月记录（按发生月份）', 'Records per month of the event'),
  lag: words('发生到填报的间隔', 'Days from event to filing'),
  lagDays: words('{n} 天', '{n} days'),
  lagDay: words('1 天', '1 day'),
  lagHint: words(
    '3 天以内算及时；更晚的标为补录。',
    'Within three days counts as in time; later ones are marked as back-filled.',
  ),
  prompts: words('值得看的单位', 'Units to look at'),
  promptsHint: words(
    '只是提示，不是结论。每项检验都对全部单位一并校正（Holm），全市各单位若无差别，每项检验误报的机会不超过 5%。',
    'A prompt, never a finding. Each test is corrected for all units looked at (Holm): were all units alike, a test would point at any of them in at most 5 per cent of years.',
  ),
  noPrompts: words('没有单位的情况超出偶然。', 'No unit stands out beyond chance.'),
  chance: words('偶然如此的概率（校正后）{p}', 'chance of this, corrected: {p}'),
  tooSmall: words(
    '{n} 个单位人数太少，即使全年为零也说明不了什么；不在提示中不等于没有问题。',
    '{n} units are too small: even a whole year of zeros would say nothing of them. Not being listed does not mean that all is well.',
  ),
  kinds: {
    ZERO_SERIES: words('长期为零', 'Long series of zeros'),
    BEFORE_DEADLINE: words('集中在截止前填报', 'Filed just before the deadline'),
    ONLY_HARMLESS: words('只报无害的', 'Only harmless ones'),
  },
  explained: {
    ZERO_SERIES: words(
      '按人数所占比例，在全市这么多条记录中该单位一条也轮不到的概率。',
      'The chance that none of so many records of the city falls on this unit, given its share of the officers.',
    ),
    BEFORE_DEADLINE: words(
      '若填报均匀分布在各天，这么多条落在签报截止前三天内的概率。',
      'The chance that so many fall into the three days before a return is due, were filings spread evenly over the days.',
    ),
    ONLY_HARMLESS: words(
      '按全市无害记录所占比例，该单位已认定的全部无害的概率。',
      'The chance that all of the unit’s judged records are harmless, at the city’s share of harmless ones.',
    ),
  },
  observed: {
    ZERO_SERIES: words('其间全市其他单位 {of} 件', '{of} records of other units since its last'),
    BEFORE_DEADLINE: words('{of} 件中 {number} 件', '{number} of {of}'),
    ONLY_HARMLESS: words('{of} 件全部无害', 'all {of} of them'),
  },
  units: words('各单位比较', 'Units compared'),
  unitsHint: words(
    '蓝条为记录件数，橙线为按人数所占比例应有的件数。不是排名：少于应有不等于少报，多于应有更不是坏事。',
    'The bar is what was recorded, the orange line what its share of the officers would give. It is no ranking: less is not yet under-reporting, and more is not bad.',
  ),
  unitHidden: words('不显示（应有 {expected}）', 'not shown (expected {expected})'),
  unitText: words('{number} 件（应有 {expected}）', '{number} (expected {expected})'),
  groups: {
    category: words('按认定类别', 'By category'),
    stage: words('按诉讼环节', 'By stage'),
    way: words('按方式', 'By way'),
    state: words('按状态', 'By state'),
  },
  none: words('尚未分类', 'Not classified yet'),
};
