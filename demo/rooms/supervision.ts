import { actions, circulars, findings, groups, opinions, visits } from '../../src/modules/supervision/index.ts';
import { units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { drawKind } from '../problem-kinds.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { days } from '../story.ts';

const central = '中央第九督导组';
const provincial = '省第二指导组';

/** Point-to-point visits on site held by the cut-off. */
export const onSiteVisits = 189;

/** The groups from above, what they did and said, and the visits of the city's own teams: every unit at least three times. */
export function supervisionTables(seed: string): Table[] {
  const random = randomFor(seed, 'supervision');
  const from = '2021-03-06';
  const all: RowOf<typeof groups>[] = [
    { level: 'CENTRAL', number: 9, name: central, unitsCovered: '全省', from: '2021-04-08', to: '2021-05-14' },
    { level: 'PROVINCIAL', number: 2, name: provincial, unitsCovered: '本市', from, to: days.end },
    // The next round's group comes after the cut-off.
    { level: 'PROVINCIAL', number: 5, name: '省第五指导组', unitsCovered: '回头看', from: '2021-06-28' },
    ...[1, 2, 3, 4, 5].map(
      (number): RowOf<typeof groups> => ({
        level: 'CITY',
        number,
        name: `市第${number}督导组`,
        from: '2021-03-08',
        to: days.end,
      }),
    ),
  ];
  const kinds = ['DISPATCH', 'CLUE_TRANSFER', 'FIELD', 'CIRCULAR'] as const;
  const acted = workingDays(from, '2021-06-21')
    .filter((_, at) => at % 3 === 0)
    .map(
      (actedOn, at): RowOf<typeof actions> => ({
        number: `DG-2021-${String(at + 1).padStart(3, '0')}`,
        group: at % 6 === 5 ? '市第1督导组' : provincial,
        kind: kinds[at % kinds.length]!,
        actedOn,
        content: random.pick(['调度线索核查进度', '下沉基层所队', '通报共性问题', '移交问题线索']),
      }),
    );
  const rounds = [0, 1, 2, 3].flatMap((round) => units.map((unit, at) => ({ unit, round, at })));
  const heldDays = workingDays('2021-03-10', '2021-06-18');
  const visited = rounds.slice(0, onSiteVisits).map(({ unit, round, at }, index): RowOf<typeof visits> => {
    const heldOn = heldDays[Math.floor((index * heldDays.length) / onSiteVisits)]!;
    return {
      number: `DD-2021-${String(index + 1).padStart(3, '0')}`,
      team: `市第${(at % 5) + 1}督导组`,
      unit: unit.name,
      kind: 'POINT_TO_POINT_ON_SITE',
      heldOn,
      leader: `第${(at % 5) + 1}督导组组长`,
      checklist: '听汇报、查台账、谈话、随机测试',
      findingsCount: round === 0 ? 2 : 1,
      feedbackOn: addDays(heldOn, 2),
      state: round < 2 ? 'CLOSED' : 'ANSWERED',
    };
  });
  const others = (['FIELD', 'SECRET', 'LOOK_BACK'] as const).flatMap((kind, order) =>
    units.slice(0, 12).map(
      (unit, at): RowOf<typeof visits> => ({
        number: `DD-2021-${String(300 + order * 12 + at)}`,
        team: `市第${(at % 5) + 1}督导组`,
        unit: unit.name,
        kind,
        heldOn: random.pick(heldDays),
        state: 'FED_BACK',
      }),
    ),
  );
  const planned = units.slice(0, 6).map(
    (unit, at): RowOf<typeof visits> => ({
      number: `DD-2021-${400 + at}`,
      team: '市第1督导组',
      unit: unit.name,
      kind: 'POINT_TO_POINT_ON_SITE',
      // Two are entered ahead of the cut-off but were not held; the rest come later.
      heldOn: at < 2 ? '2021-06-21' : '2021-06-29',
      state: 'PLANNED',
    }),
  );
  const problems = visited.flatMap((visit, index) =>
    Array.from(
      { length: visit.findingsCount! },
      (_, at): RowOf<typeof findings> => ({
        number: `DW-2021-${String(index + 1).padStart(3, '0')}-${at + 1}`,
        visit: visit.number,
        unit: visit.unit,
        problem: random.pick([
          '台账填报不及时',
          '谈心谈话记录简单',
          '整改措施不具体',
          '宣讲政策有死角',
          '案件评查率偏低',
        ]),
        problemKind: random.chance(0.4) ? drawKind(random) : null,
        foundOn: visit.heldOn,
        claimedOn: addDays(visit.heldOn, 2),
        dueOn: addDays(visit.heldOn, 20),
        rectifiedOn: visit.state === 'CLOSED' ? addDays(visit.heldOn, 15) : null,
        state: visit.state === 'CLOSED' ? 'VERIFIED' : 'RECTIFYING',
      }),
    ),
  );
  const said: RowOf<typeof opinions>[] = [
    {
      number: 'YJ-1',
      group: central,
      text: '对全市教育整顿工作给予充分肯定',
      tone: 'POSITIVE',
      givenOn: '2021-05-12',
      source: '督导反馈意见',
    },
    {
      number: 'YJ-2',
      group: provincial,
      text: '工作扎实，线索核查有力，给予充分肯定',
      tone: 'POSITIVE',
      givenOn: '2021-06-15',
      source: '指导组通报',
    },
    {
      number: 'YJ-3',
      group: provincial,
      text: '个别区（市）自查发动不够深入',
      tone: 'MIXED',
      givenOn: '2021-04-02',
      source: '指导组提示函',
    },
    { number: 'YJ-4', group: '市第1督导组', text: '市直单位整改到位', tone: 'POSITIVE', givenOn: '2021-06-10' },
  ];
  const told = ['2021-03-26', '2021-04-23', '2021-05-21', '2021-06-18'].map(
    (issuedOn, at): RowOf<typeof circulars> => ({
      number: `第${at + 1}期通报`,
      group: at % 2 === 0 ? provincial : '市第1督导组',
      issuedOn,
      scope: '全市政法单位',
      praised: random.pick(units).shortName,
      criticised: random.pick(units).shortName,
    }),
  );
  return [
    table(groups, all),
    table(actions, acted),
    table(visits, [...visited, ...others, ...planned]),
    table(findings, problems),
    table(opinions, said),
    table(circulars, told),
  ];
}
