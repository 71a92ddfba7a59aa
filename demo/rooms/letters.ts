import { letters } from '../../src/modules/appeals/index.ts';
import { enterprises } from '../../src/modules/screening/index.ts';
import { cityUnit } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { invent } from '../names.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { city, days, districts } from '../story.ts';
import { inventedCreditCode } from './disclosure.ts';

const asked = [
  ['户口迁移需要哪些材料', '孩子转学，想问户口迁移需要带哪些材料，能不能网上先审。', 'POLICE'],
  ['路口信号灯时间太短', '学校门口的信号灯绿灯时间太短，老人小孩过不去，希望调整。', 'POLICE'],
  ['立案材料一次说清', '去法院立案跑了两趟，希望窗口一次说清楚缺什么材料。', 'COURT'],
  ['法律援助怎么申请', '被拖欠工资，想申请法律援助，不知道去哪里、要多久。', 'JUSTICE_BUREAU'],
  ['公证预约不方便', '公证处电话经常占线，建议开通网上预约。', 'JUSTICE_BUREAU'],
] as const;

/** Letters that came before the hotline was opened, as an old system handed them over. */
export function letterTable(seed: string): Table {
  const random = randomFor(seed, 'letters');
  const rows = Array.from({ length: 60 }, (_, at): RowOf<typeof letters> => {
    const [title, text, system] = asked[at % asked.length]!;
    const day = addDays('2019-06-03', at * 4);
    return {
      number: `LX-${String(at + 1).padStart(4, '0')}`,
      department: cityUnit(system).name,
      askedAt: `${day} ${String(8 + (at % 10)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
      answeredAt: at % 9 === 0 ? null : `${addDays(day, 3)} 16:00`,
      sender: invent(random, random.pick(['MALE', 'FEMALE'] as const)),
      title,
      text,
      reply: at % 9 === 0 ? null : '您好，您反映的问题已收悉并办理，具体安排请见我单位窗口公告。感谢您的关心。',
    };
  });
  return table(letters, rows);
}

/** Part of the register that the market regulator handed over for screening. */
export function enterpriseTable(seed: string): Table {
  const random = randomFor(seed, 'enterprises');
  const held = workingDays('2015-01-05', days.asOf);
  const rows = Array.from({ length: 120 }, (_, at): RowOf<typeof enterprises> => {
    const district = districts[at % districts.length]!;
    const name = `${city.shortName}${random.pick(['云帆', '恒越', '启明', '和润', '瑞丰', '远山'])}${at + 1}号${random.pick(['商贸', '餐饮', '物流', '科技'])}有限公司`;
    return {
      code: inventedCreditCode(random),
      name,
      kind: '有限责任公司',
      registeredOn: held[random.int(0, held.length - 1)]!,
      legalRepresentative: invent(random, random.pick(['MALE', 'FEMALE'] as const)),
      capital: `${random.int(1, 50) * 10}万元人民币`,
      scope: '日用百货、办公用品的销售；货物运输；餐饮服务。',
      region: district.name,
      address: `${district.name}演示路${random.int(1, 200)}号`,
    };
  });
  return table(enterprises, rows);
}
