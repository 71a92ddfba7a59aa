import { officeWork, type Policy } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, yesNo } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { appealChannels } from './appeals.ts';

/** The trees are known to all who classify; the dispatchers of the hotline keep them. */
const treeWork: Policy = { read: officeWork.read, write: { ...officeWork.write, HOTLINE_DISPATCHER: 'all' } };

/** The category tree of appeals: three levels with codes of 2+2+2 digits (reference 15). */
export const categories = register('appeals.categories', {
  words: words('诉求分类', 'Categories of appeals'),
  record: words('类', 'category'),
  key: ['code'],
  policy: treeWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'level', 'name'],
  columns: {
    code: text('分类编码', 'Code', { max: 20, aliases: ['编码', '分类代码'] }),
    level: integer('分类级别', 'Level', { aliases: ['级别', '层级'] }),
    name: text('分类名称', 'Name', { max: 100, aliases: ['名称', '类别名称'] }),
    parent: ref('上级分类', 'Parent', 'appeals.categories', { optional: true, aliases: ['上级编码', '父级编码'] }),
    defaultUnit: ref('默认承办单位', 'Unit by default', 'organisation.units', {
      optional: true,
      aliases: ['责任单位'],
    }),
  },
});

/** The categories into which demands from open-door work are sorted; level 1 are the ten large classes (大类). */
export const demandCategories = register('appeals.demandCategories', {
  words: words('诉求大类', 'Categories of demands'),
  record: words('类', 'category'),
  key: ['code'],
  policy: treeWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'level', 'name'],
  columns: {
    code: text('类别编码', 'Code', { max: 20, aliases: ['编码', '类别代码'] }),
    level: integer('类别级别', 'Level', { aliases: ['级别', '层级'] }),
    name: text('类别名称', 'Name', { max: 100, aliases: ['名称', '大类名称', '类别'] }),
    parent: ref('上级类别', 'Parent', 'appeals.demandCategories', { optional: true, aliases: ['上级编码'] }),
    // A bulletin says "such as" and names some of them; which ones is decided here, once.
    named: yesNo('是否在通报中列举', 'Named in bulletins', { optional: true, aliases: ['重点类别'] }),
  },
});

/** Intake channels and the flow they feed (多网融合、一网治理: many channels, one flow; names 154 and 155 of the report). */
export const channels = register('appeals.channels', {
  words: words('诉求渠道', 'Intake channels'),
  record: words('个', 'channel'),
  key: ['code'],
  date: 'openedOn',
  ends: 'closedOn',
  policy: treeWork,
  lookup: ['name'],
  title: 'name',
  open: ['code', 'name', 'kind', 'flow'],
  columns: {
    code: text('渠道编码', 'Code', { max: 40, aliases: ['编码'] }),
    name: text('渠道名称', 'Name', { max: 100, aliases: ['名称', '渠道'] }),
    kind: choice(
      '渠道类别',
      'Kind',
      { ...appealChannels, GRID: ['网格上报', 'Grid worker on duty'], OFFICE: ['部门移交', 'Other department'] },
      { aliases: ['类别'] },
    ),
    operator: ref('运行单位', 'Operator', 'organisation.units', { optional: true, aliases: ['主管单位', '单位'] }),
    // Empty while the channel keeps a flow of its own.
    flow: text('接入的事件流程', 'Event flow', { optional: true, max: 60, aliases: ['接入流程', '流转平台'] }),
    openedOn: date('启用日期', 'Opened on', { optional: true, aliases: ['开通日期'] }),
    closedOn: date('停用日期', 'Closed on', { optional: true }),
    note: prose('备注', 'Note', { optional: true }),
  },
});
