import { officeWork, unitWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** Named platforms and the group each belongs to (names 130 to 137 of the report). Of the four 谷 only the names are known. */
export const platforms = register('services.platforms', {
  words: words('服务平台', 'Platforms'),
  record: words('个', 'platform'),
  key: ['code'],
  date: 'openedOn',
  ends: 'closedOn',
  unit: 'unit',
  policy: unitWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'group', 'theme', 'unit', 'openedOn', 'services', 'visits'],
  columns: {
    code: text('平台编码', 'Code', { max: 40, aliases: ['编码', '平台编号'] }),
    name: text('平台名称', 'Name', { max: 100, aliases: ['名称', '平台'] }),
    group: choice(
      '平台分组',
      'Group',
      {
        FOUR_PLATFORMS: ['四个平台', 'Four platforms'],
        ONE_STOP: ['窗口化一站式一码通', 'One-stop window'],
        SMART_LEGAL_AFFAIRS: ['智慧政法', 'Smart legal affairs'],
        OTHER: ['其他', 'Other'],
      },
      { aliases: ['分组', '所属平台群'] },
    ),
    theme: choice(
      '服务主题',
      'Theme',
      {
        LAW: ['法律', 'Law'],
        PSYCHOLOGY: ['心理', 'Psychology'],
        FINANCE: ['金融', 'Finance'],
        PORT: ['港航', 'Port'],
        GENERAL: ['综合', 'General'],
      },
      { optional: true, aliases: ['主题'] },
    ),
    unit: ref('牵头单位', 'Lead unit', 'organisation.units', { optional: true, aliases: ['单位', '建设单位'] }),
    operator: text('运营单位', 'Operator', { optional: true, aliases: ['运营方'] }),
    openedOn: date('启用日期', 'Opened on', { optional: true, aliases: ['上线日期', '成立日期'] }),
    closedOn: date('停用日期', 'Closed on', { optional: true }),
    services: integer('累计服务次数', 'Services so far', { optional: true, aliases: ['服务次数'] }),
    visits: integer('累计访问次数', 'Visits so far', { optional: true, aliases: ['访问量'] }),
    description: prose('平台简介', 'Description', { optional: true, aliases: ['简介', '主要功能'] }),
  },
});

/** A feature of a platform: 窗口化, 一站式, 一码通. It belongs to the platform and to no unit; the office keeps the list. */
export const platformFeatures = register('services.platformFeatures', {
  words: words('平台功能', 'Platform features'),
  record: words('项', 'feature'),
  key: ['code'],
  date: 'openedOn',
  policy: officeWork,
  lookup: ['name'],
  title: 'name',
  open: ['platform', 'name', 'openedOn'],
  columns: {
    code: text('功能编码', 'Code', { max: 40, aliases: ['编码', '功能编号'] }),
    platform: ref('平台', 'Platform', 'services.platforms', { aliases: ['平台编码', '平台名称'] }),
    name: text('功能名称', 'Name', { max: 100, aliases: ['名称', '功能'] }),
    openedOn: date('启用日期', 'Opened on', { optional: true, aliases: ['上线日期'] }),
    description: prose('功能说明', 'Description', { optional: true, aliases: ['说明'] }),
  },
});

/** Service centres (reference 22). That one is the first in the country is a claim: its source stands beside it. */
export const centres = register('services.centres', {
  words: words('服务中心', 'Centres'),
  record: words('个', 'centre'),
  key: ['code'],
  date: 'openedOn',
  ends: 'closedOn',
  unit: 'unit',
  policy: unitWork,
  lookup: ['name'],
  title: 'name',
  open: ['name', 'kind', 'unit', 'openedOn', 'claim', 'claimSource'],
  columns: {
    code: text('中心编码', 'Code', { max: 40, aliases: ['编码', '中心编号'] }),
    name: text('中心名称', 'Name', { aliases: ['名称'] }),
    kind: choice('中心类别', 'Kind', {
      SUPPLY_CHAIN_LEGAL: ['供应链行业法律公共服务中心', 'Legal service for supply chains'],
      PUBLIC_LEGAL: ['公共法律服务中心', 'Public legal service'],
      LITIGATION: ['诉讼服务中心', 'Litigation service'],
      DISPUTE: ['一站式纠纷化解中心', 'One-stop dispute resolution'],
      OTHER: ['其他', 'Other'],
    }),
    unit: ref('主管单位', 'Unit', 'organisation.units', { optional: true, aliases: ['单位', '牵头单位'] }),
    place: text('中心地址', 'Place', { optional: true, aliases: ['地址', '地点'] }),
    openedOn: date('成立日期', 'Opened on', { optional: true, aliases: ['启用日期'] }),
    closedOn: date('撤销日期', 'Closed on', { optional: true }),
    claim: text('宣传表述', 'Claim', { optional: true, aliases: ['首创表述'] }),
    claimSource: text('表述出处', 'Source of the claim', { optional: true, max: 500, aliases: ['出处'] }),
    services: integer('累计服务人次', 'Persons served so far', { optional: true, aliases: ['服务人次'] }),
  },
});
