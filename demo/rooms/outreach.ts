import {
  contacts,
  events,
  practicalItems,
  projectLiaisons,
  projects,
  satisfactionSurveys,
  suggestions,
} from '../../src/modules/outreach/index.ts';
import { units } from '../city.ts';
import { addDays, monthOf, workingDays } from '../days.ts';
import type { People } from '../people.ts';
import { itemPublication, practicalItemCount } from '../publications.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { spread } from '../spread.ts';
import { city, days, districts } from '../story.ts';

type Event = RowOf<typeof events>;

/** Events held by the cut-off. */
export const eventCounts = {
  OPEN_DOOR_SUGGESTION: 1230,
  PRACTICAL_SERVICE: 4774,
  OPEN_DAY: 574,
  BIG_VISIT: 220,
  BIG_SURVEY: 110,
  BIG_MEDIATION: 165,
} as const satisfies Record<Event['kind'], number>;

export const projectCount = 77;

const titles: Readonly<Record<Event['kind'], readonly string[]>> = {
  OPEN_DOOR_SUGGESTION: ['代表委员座谈会', '律师代表座谈会', '企业家恳谈会', '特约监督员座谈会', '群众代表征求意见会'],
  PRACTICAL_SERVICE: [
    '法律咨询进社区',
    '户籍业务上门办',
    '反诈宣传进小区',
    '送法进企业',
    '巡回审判进乡村',
    '公证服务进养老院',
  ],
  OPEN_DAY: ['政法机关开放日', '检察开放日', '警营开放日', '法院公众开放日'],
  BIG_VISIT: ['大走访'],
  BIG_SURVEY: ['大调研'],
  BIG_MEDIATION: ['大调处'],
};

/** Every event of every unit, month by month. */
export function inventEvents(seed: string): Event[] {
  const random = randomFor(seed, 'events');
  const before = workingDays('2021-03-08', days.asOf);
  const after = workingDays('2021-06-23', days.end);
  const made: Event[] = [];
  for (const [kind, total] of Object.entries(eventCounts) as [Event['kind'], number][]) {
    const share = spread(total, units);
    for (const unit of units) {
      const count = share.get(unit)!;
      // A twentieth of each month's work comes after the cut-off.
      const more = Math.ceil(count / 25);
      for (let at = 0; at < count + more; at++) {
        const heldOn = at < count ? before[Math.floor((at * before.length) / count)]! : random.pick(after);
        const opinions = kind === 'OPEN_DOOR_SUGGESTION' ? random.int(2, 14) : null;
        made.push({
          number: `KM-${unit.code}-${kind.slice(0, 2)}${kind.slice(-2)}${String(at + 1).padStart(4, '0')}`,
          kind,
          title: `${unit.shortName}${random.pick(titles[kind])}（第${at + 1}场）`,
          unit: unit.name,
          heldOn,
          startsAt: `${heldOn} ${random.pick(['09:00', '09:30', '14:30', '15:00'])}`,
          place: `${unit.place === '市' ? city.name : unit.place}${random.pick(['便民服务中心', '社区广场', '党群服务中心', '诉讼服务大厅', '商会会议室'])}`,
          participants: random.int(8, 120),
          opinions,
        });
      }
    }
  }
  return made;
}

export const eventMonth = (made: readonly Event[], month: string): Table =>
  table(
    events,
    made.filter(({ heldOn }) => monthOf(heldOn) === month),
  );

/** Suggestions made at events, surveys of the public, practical items. */
export function outreachTables(seed: string, made: readonly Event[]): Table[] {
  const random = randomFor(seed, 'outreach');
  const open = made.filter(({ kind }) => kind === 'OPEN_DOOR_SUGGESTION');
  const texts = [
    '增加夜间办证窗口',
    '简化立案材料',
    '加大执行力度',
    '公开办案进度',
    '加强校园周边巡逻',
    '完善停车管理',
    '延长法律咨询时间',
  ];
  const made_ = random.shuffle(open).slice(0, 640);
  const said = made_.map((event, at): RowOf<typeof suggestions> => {
    const adopted = random.weighted({ YES: 58, PARTLY: 27, NO: 15 });
    return {
      number: `YJ-2021-${String(at + 1).padStart(4, '0')}`,
      event: event.number,
      text: `建议${random.pick(texts)}`,
      fromGroup: random.pick(['DEPUTY', 'CPPCC_MEMBER', 'LAWYER', 'FIRM', 'SUPERVISOR', 'CITIZEN']),
      madeOn: event.heldOn,
      unit: event.unit,
      adopted,
      reply: adopted === 'NO' ? '已说明理由' : '已列入整改措施',
      dueOn: addDays(event.heldOn, 15),
      repliedOn: addDays(event.heldOn, random.int(3, 14)),
      state: random.pick(['REPLIED', 'DONE']),
    };
  });
  const surveys = [city.regionCode, ...districts.map(({ regionCode }) => regionCode)].flatMap(
    (regionCode, at): RowOf<typeof satisfactionSurveys>[] =>
      (['SECURITY', 'SATISFACTION'] as const).map((kind) => ({
        number: `MY-2021-${regionCode}-${kind.slice(0, 2)}`,
        kind,
        regionCode,
        surveyedOn: '2021-06-04',
        source: '第三方电话调查',
        answers: at === 0 ? 6000 : 600,
        rate: `9${random.int(4, 8)}.${String(random.int(0, 99)).padStart(2, '0')}`,
      })),
  );
  const things = [
    '户籍业务一次办好',
    '老旧小区增设照明',
    '网上立案辅导',
    '法律援助绿色通道',
    '涉企案件快办',
    '校园安全护航',
    '社区矫正帮扶',
    '便民警务站',
  ];
  const items = Array.from({ length: practicalItemCount + 26 }, (_, at): RowOf<typeof practicalItems> => {
    const unit = units[at % units.length]!;
    const published = at < practicalItemCount;
    const withdrawn = at >= practicalItemCount + 20;
    return {
      number: `SS-2021-${String(at + 1).padStart(3, '0')}`,
      unit: unit.name,
      title: `${unit.shortName}${things[at % things.length]}`,
      beneficiaries: random.pick(['辖区群众', '企业', '老年人', '学生和家长', '进城务工人员']),
      measure: '明确责任人、时限和标准，定期回访',
      dueOn: '2021-12-31',
      publication: published ? itemPublication(at) : withdrawn ? 'GS-SS-901' : null,
      publishedOn: published
        ? workingDays('2021-04-12', '2021-06-16')[Math.floor(at / 10)]!
        : withdrawn
          ? '2021-05-06'
          : null,
      doneOn: published && random.chance(0.6) ? random.pick(workingDays('2021-06-17', '2021-06-30')) : null,
      state: published ? (random.chance(0.6) ? 'DONE' : 'PUBLISHED') : 'PLANNED',
    };
  });
  return [table(suggestions, said), table(satisfactionSurveys, surveys), table(practicalItems, items)];
}

/** Key projects, shared by all leaders of the 55 teams, and the contacts they keep. Two projects have no leader yet. */
export function projectTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'projects');
  const kinds = [
    '智能制造产业园',
    '新材料基地',
    '冷链物流中心',
    '轨道交通延长线',
    '滨水文旅综合体',
    '生物医药园',
    '数据中心',
  ];
  const all = Array.from({ length: projectCount + 2 }, (_, at): RowOf<typeof projects> => {
    const district = districts[at % districts.length]!;
    return {
      code: `XM-2021-${String(at + 1).padStart(3, '0')}`,
      year: 2021,
      name: `${district.stem}${kinds[at % kinds.length]}${at < 70 ? '' : '二期'}（${at + 1}号）`,
      company: `${city.shortName}${random.pick(['建投', '城发', '海汇', '中拓'])}有限公司`,
      regionCode: district.regionCode,
      investment: `${random.int(2, 90) * 1000}.00`,
    };
  });
  const linked = people.leaders.flatMap((leader, at): RowOf<typeof projectLiaisons>[] => {
    const first = {
      project: all[at % projectCount]!.code,
      leader: leader.officerNo,
      unit: leader.of.name,
      from: '2021-03-15',
    };
    // Some changed their project: an ended liaison beside the present one.
    return at % 19 === 0
      ? [first, { ...first, project: all[(at + 7) % projectCount]!.code, to: '2021-05-10' }]
      : [first];
  });
  const kept = linked
    .filter(({ to }) => !to)
    .map((one, at): RowOf<typeof contacts> => {
      const asks = random.chance(0.35);
      const contactedOn = random.pick(workingDays('2021-03-22', '2021-06-25'));
      return {
        number: `LX-2021-${String(at + 1).padStart(4, '0')}`,
        project: one.project,
        leader: one.leader,
        unit: one.unit,
        contactedOn,
        way: random.pick(['VISIT', 'PHONE', 'MEETING']),
        demand: asks ? random.pick(['周边道路拥堵', '合同纠纷希望调解', '施工噪声投诉协调', '用工风险咨询']) : null,
        answer: asks ? '已协调有关部门答复' : null,
        dueOn: asks ? addDays(contactedOn, 10) : null,
        answeredOn: asks ? addDays(contactedOn, 7) : null,
        state: asks ? 'SOLVED' : 'NO_DEMAND',
      };
    });
  return [table(projects, all), table(projectLiaisons, linked), table(contacts, kept)];
}
