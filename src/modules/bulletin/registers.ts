import { officeWork, type Policy } from '../../platform/access/policies.ts';
import { date, integer, prose, ref, text } from '../../platform/register/columns.ts';
import { register } from '../../platform/register/declare.ts';
import { words } from '../../platform/words.ts';

const pressWork: Policy = { read: officeWork.read, write: { OFFICE_DIRECTOR: 'all', PRESS_EDITOR: 'all' } };

/** One press conference of the programme (reference 26). The bulletin released there names its sequence. */
export const pressConferences = register('bulletin.pressConferences', {
  words: words('新闻发布会', 'Press conferences'),
  record: words('次', 'press conference'),
  key: ['number'],
  date: 'heldOn',
  policy: pressWork,
  title: 'title',
  open: ['sequence', 'title', 'heldOn', 'speakers', 'outlets', 'url'],
  checks: [{ rule: 'onlyOnce', columns: ['sequence'] }],
  columns: {
    number: text('发布会编号', 'Conference no.', { max: 40, aliases: ['编号'] }),
    sequence: integer('场次序号', 'Sequence', { aliases: ['第几次', '次序', '序号'] }),
    title: text('发布会名称', 'Title', { aliases: ['名称', '主题'] }),
    heldOn: date('召开日期', 'Held on', { aliases: ['日期', '时间', '发布日期'] }),
    place: text('地点', 'Place', { optional: true, aliases: ['发布地点'] }),
    host: text('主持人', 'Host', { optional: true, aliases: ['主持'] }),
    unit: ref('主办单位', 'Host unit', 'organisation.units', { optional: true, aliases: ['单位', '发布单位'] }),
    speakers: text('发布人', 'Speakers', { optional: true, max: 500, aliases: ['发言人'] }),
    outlets: text('参加媒体', 'Outlets', { optional: true, max: 1000, aliases: ['媒体'] }),
    url: text('报道链接', 'Link', { optional: true, max: 500, aliases: ['链接'] }),
    note: prose('备注', 'Note', { optional: true }),
  },
});
