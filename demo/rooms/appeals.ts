import {
  appeals,
  callbacks,
  categories,
  channels,
  demandCategories,
  demands,
  governanceEvents,
  letters,
  workOrders,
} from '../../src/modules/appeals/index.ts';
import type { events } from '../../src/modules/outreach/index.ts';
import { cityUnit, type Unit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { hotlineMonth, type Appeal as Outline } from '../hotline.ts';
import { invent, mobileNumber } from '../names.ts';
import { type Random, randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { districts } from '../story.ts';

type Appeal = RowOf<typeof appeals>;

/** The ten top classes (reference 15); three are named in the bulletin. */
const topics = [
  {
    name: '社会治理',
    named: true,
    system: 'LEGAL_AFFAIRS_COMMITTEE',
    texts: ['楼道堆放杂物堵塞通道', '夜间施工噪声扰民', '路灯不亮影响出行', '小区停车秩序混乱'],
  },
  {
    name: '执法办案',
    named: true,
    system: 'POLICE',
    texts: ['咨询报案后的办理进度', '希望尽快告知鉴定结果', '反映出警处置时间较长'],
  },
  {
    name: '法律咨询',
    named: true,
    system: 'JUSTICE_BUREAU',
    texts: ['咨询劳动合同到期补偿', '咨询遗产继承公证材料', '咨询房屋租赁纠纷如何处理'],
  },
  {
    name: '窗口服务',
    named: false,
    system: 'POLICE',
    texts: ['窗口排队时间较长', '希望增加周末办理时段', '取号机故障'],
  },
  {
    name: '作风纪律',
    named: false,
    system: 'PROCURATORATE',
    texts: ['反映接待态度生硬', '反映电话无人接听', '表扬办案人员耐心细致'],
  },
  {
    name: '户籍出入境',
    named: false,
    system: 'POLICE',
    texts: ['咨询购房落户条件', '咨询居住证签注', '咨询护照换发所需材料'],
  },
  {
    name: '交通管理',
    named: false,
    system: 'POLICE',
    texts: ['路口信号灯配时不合理', '申请增设人行横道', '对违停处理有疑问'],
  },
  {
    name: '诉讼服务',
    named: false,
    system: 'COURT',
    texts: ['网上立案审核较慢', '咨询开庭时间', '希望查询案件承办法官'],
  },
  {
    name: '执行',
    named: false,
    system: 'COURT',
    texts: ['执行款发放进度咨询', '申请恢复执行', '反映被执行人有履行能力'],
  },
  {
    name: '法律援助公证调解',
    named: false,
    system: 'JUSTICE_BUREAU',
    texts: ['申请法律援助', '咨询人民调解受理范围', '公证预约改期'],
  },
] as const;

const code = (at: number): string => `${String(at + 1).padStart(2, '0')}0000`;
const subcode = (at: number, order: number): string =>
  `${String(at + 1).padStart(2, '0')}${String(order + 1).padStart(2, '0')}00`;

const unitsOf = topics.map(({ system }) => units.filter((unit) => unit.system === system));

/** Categories, channels and the classes of demands. */
export const appealTables = (): Table[] => [
  table(
    categories,
    topics.flatMap(({ name, system, texts }, at): RowOf<typeof categories>[] => [
      { code: code(at), level: 1, name, defaultUnit: cityUnit(system).name },
      ...texts.map(
        (text, order): RowOf<typeof categories> => ({
          code: subcode(at, order),
          level: 2,
          name: `${name}·${text.slice(0, 8)}`,
          parent: code(at),
        }),
      ),
    ]),
  ),
  table(
    demandCategories,
    topics.flatMap(({ name, named }, at): RowOf<typeof demandCategories>[] => [
      { code: `D${code(at)}`, level: 1, name, named },
      { code: `D${subcode(at, 0)}`, level: 2, name: `${name}（其他）`, parent: `D${code(at)}`, named: false },
    ]),
  ),
  table(
    channels,
    (
      [
        ['PHONE', '12345政法专席'],
        ['WECHAT', '政法微信公众号'],
        ['APP', '民声倾听客户端'],
        ['WEB', '政法服务网'],
        ['GRID', '网格上报'],
        ['LETTER', '来信'],
      ] as const
    ).map(
      ([kind, name], at): RowOf<typeof channels> => ({
        code: `QD-${at + 1}`,
        name,
        kind,
        operator: cityUnit('LEGAL_AFFAIRS_COMMITTEE').name,
        flow: kind === 'LETTER' ? null : '一网治理事件流程',
        openedOn: '2020-03-02',
      }),
    ),
  ),
];

const hour = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Who answers an appeal: drawn from its number alone, so that its work order and its return visit find the same unit. */
function assigned(outline: Outline): { topic: number; unit: Unit } {
  const topic = (outline.index * 7 + (outline.index >> 4)) % topics.length;
  const able = unitsOf[topic]!;
  return { topic, unit: able[(outline.index * 13 + 5) % able.length]! };
}

function appeal(random: Random, outline: Outline): Appeal {
  const { topic, unit } = assigned(outline);
  const { texts } = topics[topic]!;
  const order = random.int(0, texts.length - 1);
  const kind = random.weighted({ CONSULT: 48, HELP: 24, COMPLAINT: 18, SUGGESTION: 8, REPORT: 2 });
  const named = random.chance(0.7);
  return {
    ticketNo: outline.ticketNo,
    channel: random.weighted({ PHONE: 62, WECHAT: 20, APP: 10, WEB: 7, LETTER: 1 }),
    receivedAt: `${outline.day} ${hour(outline.minute)}`,
    kind,
    category: subcode(topic, order),
    region: unit.district?.name ?? '市直',
    unit: unit.name,
    title: texts[order]!,
    text: `来电人${random.pick(['反映', '咨询', '表示'])}：${texts[order]!}，${random.pick(['希望尽快处理', '请告知办理途径', '请核实并答复', '此前已向社区反映'])}。`,
    callerName: named ? invent(random, random.pick(['MALE', 'FEMALE'])) : null,
    callerMobile: named ? mobileNumber(50_000_000 + random.int(0, 49_999_999)) : null,
    wantsReply: named && random.chance(0.8),
    confidential: random.chance(0.03),
    urgency: random.weighted({ NORMAL: 95, URGENT: 4, CRITICAL: 1 }),
    accepted: outline.accepted,
    refusalReason: outline.accepted ? null : random.pick(['OTHER_PROCEDURE', 'PETITION', 'SETTLED']),
    dueOn: outline.accepted ? addDays(outline.day, 7) : null,
    isRepeat: random.chance(0.04),
    closedOn: outline.closedOn,
    state: outline.accepted ? (outline.closedOn ? 'CLOSED' : 'IN_PROGRESS') : 'REFUSED',
  };
}

const appealColumns = [
  'ticketNo',
  'channel',
  'receivedAt',
  'kind',
  'category',
  'region',
  'unit',
  'title',
  'text',
  'callerName',
  'callerMobile',
  'wantsReply',
  'confidential',
  'urgency',
  'accepted',
  'refusalReason',
  'dueOn',
  'isRepeat',
  'closedOn',
  'state',
] as const;

/** The appeals of one month, made one after the other: memory does not grow with their number. */
export const appealMonth = (seed: string, month: string, full: boolean): Table =>
  table(
    appeals,
    function* () {
      const random = randomFor(seed, `appeals ${month}`);
      for (const outline of hotlineMonth(month, full)) yield appeal(random, outline);
    },
    appealColumns,
  );

/** Return visits of some months: one accepted appeal in ten. */
export const callbackMonths = (months: readonly string[], full: boolean): Table =>
  table(
    callbacks,
    function* () {
      for (const month of months) {
        for (const outline of hotlineMonth(month, full)) {
          const { callback } = outline;
          if (callback === null) continue;
          yield {
            appeal: outline.ticketNo,
            unit: assigned(outline).unit.name,
            calledOn: callback.calledOn,
            rating: callback.rating,
            solved:
              callback.rating === 'UNREACHABLE' || callback.rating === 'UNWILLING'
                ? null
                : !callback.rating.includes('DISSATISFIED'),
          };
        }
      }
    },
    ['appeal', 'unit', 'calledOn', 'rating', 'solved'],
  );

/** Work orders of the last two months, for one appeal in six. */
export const workOrderMonth = (seed: string, month: string): Table =>
  table(
    workOrders,
    [...hotlineMonth(month, false)]
      .filter(({ accepted, index }) => accepted && index % 6 === 0)
      .map((outline): RowOf<typeof workOrders> => {
        const random = randomFor(seed, outline.ticketNo);
        const next = addDays(outline.day, 1);
        return {
          number: `PD${outline.ticketNo.slice(2)}`,
          appeal: outline.ticketNo,
          unit: assigned(outline).unit.name,
          role: 'LEAD',
          dispatchedAt: `${next} 09:${random.int(10, 59)}`,
          signedAt: `${next} 14:${random.int(10, 59)}`,
          dueOn: addDays(outline.day, 7),
          repliedAt: outline.closedOn ? `${outline.closedOn} 10:30` : null,
          reply: outline.closedOn ? '已与来电人联系，事项办结' : null,
          remindedCount: outline.closedOn ? 0 : 1,
          state: outline.closedOn ? 'CLOSED' : 'IN_PROGRESS',
        };
      }),
  );

/** Demands put to the units and sorted by the cut-off. */
export const sortedDemands = 5328;

export function demandTable(seed: string, held: readonly RowOf<typeof events>[]): Table {
  const random = randomFor(seed, 'demands');
  const sources = held.filter(({ kind }) => kind === 'PRACTICAL_SERVICE' || kind === 'BIG_VISIT');
  const before = workingDays('2021-03-08', '2021-06-21');
  const rows = Array.from({ length: sortedDemands + 190 }, (_, at): RowOf<typeof demands> => {
    const topic = random.int(0, topics.length - 1);
    const { texts } = topics[topic]!;
    const unsorted = at >= sortedDemands && at < sortedDemands + 120;
    const raisedOn =
      at < sortedDemands + 120 ? before[Math.floor((at * before.length) / (sortedDemands + 120))]! : '2021-06-24';
    const done = !unsorted && raisedOn < '2021-06-01';
    return {
      number: `SQ-2021-${String(at + 1).padStart(5, '0')}`,
      category: unsorted ? null : `D${random.chance(0.8) ? code(topic) : subcode(topic, 0)}`,
      text: `群众${random.pick(['提出', '希望', '反映'])}${random.pick(texts)}`,
      event: random.chance(0.6) ? random.pick(sources).number : null,
      raisedOn,
      unit: random.pick(unitsOf[topic]!).name,
      wantsReply: random.chance(0.4),
      dueOn: addDays(raisedOn, 15),
      result: done ? '已办理并答复' : null,
      solved: done ? random.chance(0.93) : null,
      satisfied: done ? random.chance(0.95) : null,
      state: unsorted ? 'RAISED' : done ? 'ANSWERED' : 'IN_PROGRESS',
    };
  });
  return table(demands, rows);
}

/** Events of city governance: what broke or needs mending, where and who sees to it. No person, no dwelling. */
export function governanceTable(seed: string): Table {
  const random = randomFor(seed, 'governance');
  const reported = workingDays('2021-03-01', '2021-06-25');
  const rows = Array.from({ length: 240 }, (_, at): RowOf<typeof governanceEvents> => {
    const day = reported[Math.floor((at * reported.length) / 240)]!;
    const district = districts[at % districts.length]!;
    const kind = random.weighted({ FACILITY: 45, SAFETY_HAZARD: 20, ENVIRONMENT: 20, QUARREL: 10, SERVICE: 5 });
    const closed = day < '2021-06-10';
    return {
      number: `SJ-2021-${String(at + 1).padStart(4, '0')}`,
      channel: `QD-${random.int(1, 5)}`,
      kind,
      street: `${district.stem}${random.pick(['中山', '海滨', '文化', '建设', '和平'])}路`,
      text: random.pick(['路灯损坏', '井盖缺失', '消防通道被占', '垃圾未及时清运', '绿化带损坏']),
      reportedAt: `${day} ${hour(random.int(480, 1200))}`,
      acceptedAt: `${day} 21:00`,
      unit: units.find((unit) => unit.district === district && unit.system === 'LEGAL_AFFAIRS_COMMITTEE')!.name,
      route: '网格—街道—区中心',
      dueAt: `${addDays(day, 3)} 18:00`,
      result: closed ? '已处置' : null,
      closedAt: closed ? `${addDays(day, 2)} 17:00` : null,
      state: closed ? 'CLOSED' : 'IN_PROGRESS',
    };
  });
  return table(governanceEvents, rows);
}

/** Letters to the units and what they were answered, as the public mailbox shows them. */
export function letterTable(seed: string): Table {
  const random = randomFor(seed, 'letters');
  const written = workingDays('2021-03-01', '2021-06-25');
  const rows = Array.from({ length: 300 }, (_, at): RowOf<typeof letters> => {
    const topic = random.int(0, topics.length - 1);
    const text = random.pick(topics[topic]!.texts);
    const day = written[Math.floor((at * written.length) / 300)]!;
    const answered = day < '2021-06-15';
    return {
      number: `LX2021${String(at + 1).padStart(4, '0')}`,
      department: random.pick(unitsOf[topic]!).shortName,
      askedAt: `${day} ${hour(random.int(480, 1260))}`,
      answeredAt: answered ? `${addDays(day, random.int(2, 6))} ${hour(random.int(540, 1020))}` : null,
      sender: invent(random, random.pick(['MALE', 'FEMALE'])),
      title: text,
      text: `您好，${text}，请问应当如何办理？`,
      reply: answered ? '来信收悉，已转有关科室办理，并与您电话联系。' : null,
      likes: random.int(0, 40),
      dislikes: random.int(0, 5),
    };
  });
  return table(letters, rows);
}
