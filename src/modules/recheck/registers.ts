import { clueWork, type Policy } from '../../platform/access/policies.ts';
import { choice, date, decimal, integer, prose, ref, text } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { words } from '../../platform/words.ts';

/** How a draw was made is no secret: anyone may repeat it. What came out of it is clue work. */
const drawWork: Policy = {
  read: { ...clueWork.read, OFFICE_STAFF: 'all', PRESS_EDITOR: 'all' },
  write: { CLUE_MANAGER: 'all' },
};

/** One tier of the hundred, thousand and ten-thousand check (百千万). The report does not say what a tier holds. */
export const campaigns = register('recheck.campaigns', {
  words: words('核查行动', 'Campaigns'),
  record: words('级', 'tier'),
  key: ['code'],
  date: 'from',
  policy: drawWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'tier', 'size', 'from', 'to'],
  columns: {
    code: text('行动编码', 'Code', { max: 40, aliases: ['编号'] }),
    name: text('行动名称', 'Name', { aliases: ['名称'] }),
    tier: choice('层级', 'Tier', {
      HUNDRED: ['百', 'Hundred'],
      THOUSAND: ['千', 'Thousand'],
      TEN_THOUSAND: ['万', 'Ten thousand'],
    }),
    size: integer('计划数量', 'Size', { optional: true, aliases: ['规模'] }),
    description: prose('说明', 'Description', { optional: true, aliases: ['备注'] }),
    from: date('开始日期', 'From'),
    to: date('结束日期', 'To', { optional: true }),
  },
});

/** A population frozen before the draw: nobody can add or drop a clue afterwards (reference 12). */
export const frames = register('recheck.frames', {
  words: words('抽样框', 'Frames'),
  record: words('个', 'frame'),
  key: ['number'],
  date: 'frozenOn',
  policy: drawWork,
  open: ['number', 'population', 'frozenOn', 'size', 'checksum'],
  columns: {
    number: text('抽样框编号', 'Frame no.', { max: 60, aliases: ['编号'] }),
    campaign: ref('核查行动', 'Campaign', 'recheck.campaigns', { optional: true, aliases: ['行动编码'] }),
    population: choice('抽取总体', 'Population', {
      UNSUBSTANTIATED_REPORT: ['已查否的群众举报', 'Reports found unsubstantiated'],
      DATA_MATCH_CLUE: ['大数据比对的重点线索', 'Key clues from data matching'],
    }),
    filter: prose('筛选条件', 'Filter', { optional: true }),
    frozenOn: date('冻结日期', 'Frozen on', { aliases: ['日期'] }),
    size: integer('总体数量', 'Size', { aliases: ['数量'] }),
    checksum: text('清单校验值', 'Checksum', { max: 128 }),
  },
});

/** One draw. Seed and algorithm are published so that anyone can repeat it (reference 12). */
export const draws = register('recheck.draws', {
  words: words('随机抽取', 'Draws'),
  record: words('次', 'draw'),
  key: ['number'],
  date: 'drawnOn',
  policy: drawWork,
  open: ['number', 'frame', 'method', 'size', 'seed', 'algorithm', 'drawnOn', 'checksum', 'closedOn'],
  columns: {
    number: text('抽取编号', 'Draw no.', { max: 60, aliases: ['编号'] }),
    frame: ref('抽样框', 'Frame', 'recheck.frames', { aliases: ['抽样框编号'] }),
    method: choice('抽取方法', 'Method', {
      SIMPLE: ['简单随机', 'Simple random'],
      STRATIFIED_BY_UNIT: ['按单位分层', 'Stratified by unit'],
      STRATIFIED_BY_KIND: ['按类别分层', 'Stratified by kind'],
      STRATIFIED_BY_LEVEL: ['按层级分层', 'Stratified by level'],
    }),
    ratio: decimal('抽取比例', 'Ratio', { optional: true, scale: 4, aliases: ['比例'] }),
    size: integer('抽取数量', 'Size', { aliases: ['数量'] }),
    seed: text('随机种子', 'Seed', { max: 128, aliases: ['种子'] }),
    algorithm: text('抽取算法', 'Algorithm', { max: 100, aliases: ['算法'] }),
    drawnOn: date('抽取日期', 'Drawn on', { aliases: ['日期'] }),
    drawnBy: text('抽取人', 'Drawn by', { mask: 'name' }),
    firstWitness: text('见证人一', 'First witness', { mask: 'name', aliases: ['见证人'] }),
    secondWitness: text('见证人二', 'Second witness', { mask: 'name' }),
    checksum: text('结果清单校验值', 'Checksum of the list', { optional: true, max: 128 }),
    closedOn: date('完成日期', 'Closed on', { optional: true }),
  },
});

/** One clue drawn and what checking it again showed. Earlier handlers, their unit and relatives are excluded. */
export const results = register('recheck.results', {
  words: words('复查结果', 'Re-check results'),
  record: words('件', 're-check'),
  key: ['draw', 'clue'],
  date: 'drawnOn',
  unit: 'recheckUnit',
  policy: clueWork,
  open: ['draw', 'drawnOn', 'result', 'state'],
  columns: {
    draw: ref('抽取', 'Draw', 'recheck.draws', { aliases: ['抽取编号'] }),
    clue: ref('线索', 'Clue', 'clues.clues', { aliases: ['线索编号'] }),
    position: integer('抽取序号', 'Position', { aliases: ['序号'] }),
    drawnOn: date('抽取日期', 'Drawn on'),
    firstUnit: ref('原承办单位', 'First handling unit', 'organisation.units', { optional: true }),
    recheckUnit: ref('复查单位', 'Re-checking unit', 'organisation.units', { optional: true }),
    rechecker: ref('复查人', 'Re-checker', 'organisation.officers', { optional: true, aliases: ['复查人编号'] }),
    excluded: prose('回避情况', 'Excluded', { optional: true }),
    result: choice(
      '复查结论',
      'Result',
      {
        UPHELD: ['维持', 'Upheld'],
        CHANGED: ['改变', 'Changed'],
        SUPPLEMENT: ['补充核查', 'To be supplemented'],
      },
      { optional: true, aliases: ['结论'] },
    ),
    difference: prose('差异说明', 'Difference', { optional: true }),
    cause: prose('差异原因', 'Cause', { optional: true }),
    accountability: prose('追责情况', 'Accountability', { optional: true }),
    completedOn: date('完成日期', 'Completed on', { optional: true }),
    state: choice('状态', 'State', {
      DRAWN: ['已抽取', 'Drawn'],
      ASSIGNED: ['已分派', 'Assigned'],
      IN_RECHECK: ['复查中', 'In re-check'],
      DONE: ['已完成', 'Done'],
    }),
  },
});
