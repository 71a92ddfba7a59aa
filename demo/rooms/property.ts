import { counts, disposals, items, movements, places } from '../../src/modules/property/index.ts';
import { units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { invent } from '../names.ts';
import type { People } from '../people.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';

const things = {
  ELECTRONIC: ['手机', '笔记本电脑'],
  CASH: ['人民币现金'],
  VEHICLE: ['小型轿车', '电动自行车'],
  PRECIOUS: ['金项链', '手表'],
  DOCUMENT: ['账册', '合同'],
  WEAPON: ['管制刀具'],
} as const;

/** What is kept in cases: where it lies, who moved it, what the counts found and what became of it. */
export function propertyTables(seed: string, people: People): Table[] {
  const random = randomFor(seed, 'property');
  const police = units.filter(({ system, level }) => system === 'POLICE' && level === 'DISTRICT');
  const shelves = police.flatMap((unit) =>
    (['SEIZED', 'SCENE_EVIDENCE', 'VEHICLES', 'SPECIAL'] as const).map(
      (zone, at): RowOf<typeof places> => ({
        code: `KW-${unit.regionCode}-${at + 1}`,
        unit: unit.name,
        warehouse: `${unit.place}涉案财物管理中心`,
        zone,
        shelf: `${String.fromCharCode(65 + at)}-01`,
        openedOn: '2020-10-01',
      }),
    ),
  );
  const seized = workingDays('2020-11-02', '2021-06-25');
  const kept = Array.from({ length: 360 }, (_, at): RowOf<typeof items> => {
    const unit = police[at % police.length]!;
    const [, ...staff] = people.taking(unit);
    const kind = random.pick(Object.keys(things) as (keyof typeof things)[]);
    const day = seized[Math.floor((at * seized.length) / 360)]!;
    const state =
      day > '2021-05-01' ? 'STORED' : random.weighted({ STORED: 55, TRANSFERRED_RIGHT: 20, DISPOSED: 22, LENT: 3 });
    return {
      itemNo: `CW-${unit.regionCode}-${String(at + 1).padStart(4, '0')}`,
      caseNumber: `A${unit.regionCode}${day.slice(0, 4)}${String(700_000 + at)}`,
      unit: unit.name,
      handlingUnit: unit.name,
      holder: invent(random, 'MALE'),
      victimClaim: random.chance(0.2),
      kind,
      name: random.pick(things[kind]),
      quantity: '1.00',
      quantityUnit: kind === 'CASH' ? '笔' : '件',
      photographed: true,
      value: `${random.int(2, 800) * 100}.00`,
      measure: 'SEIZED',
      decisionNumber: `扣押决定〔${day.slice(0, 4)}〕${at + 1}号`,
      seizedOn: day,
      seizedAt: `${day} 15:20`,
      seizedBy: staff[10 + (at % 20)]!.officerNo,
      witness: invent(random, 'FEMALE'),
      handedOverAt: `${addDays(day, 1)} 09:10`,
      keeper: staff[40]!.officerNo,
      place: `KW-${unit.regionCode}-${kind === 'VEHICLE' ? 3 : kind === 'WEAPON' ? 4 : 1}`,
      rightHolder: state === 'TRANSFERRED_RIGHT' ? 'PROCURATORATE' : 'POLICE',
      state,
    };
  });
  const moved = kept.flatMap((item, at): RowOf<typeof movements>[] => {
    const common = { item: item.itemNo, unit: item.unit, keeper: item.keeper!, handler: item.seizedBy! };
    const first: RowOf<typeof movements> = {
      ...common,
      number: `LZ-CW-${at + 1}-1`,
      kind: 'IN',
      movedAt: item.handedOverAt!,
      toPlace: item.place,
    };
    if (item.state === 'LENT')
      return [
        first,
        {
          ...common,
          number: `LZ-CW-${at + 1}-2`,
          kind: 'LEND',
          movedAt: '2021-06-10 10:00',
          fromPlace: item.place,
          purpose: '鉴定',
          dueBackOn: '2021-07-10',
        },
      ];
    if (item.state === 'TRANSFERRED_RIGHT')
      return [
        first,
        {
          ...common,
          number: `LZ-CW-${at + 1}-2`,
          kind: 'TRANSFER',
          movedAt: '2021-05-20 14:00',
          toHolder: 'PROCURATORATE',
        },
      ];
    return [first];
  });
  const counted = police.flatMap((unit, at) =>
    (['SHELF', 'CASE', 'MONEY'] as const).map((kind, order): RowOf<typeof counts> => {
      const expected = kept.filter((item) => item.unit === unit.name && item.state === 'STORED').length;
      const short = at === 3 && order === 0;
      return {
        number: `PD-${unit.regionCode}-${order + 1}`,
        kind,
        unit: unit.name,
        countedOn: '2021-06-15',
        expected,
        found: short ? expected - 1 : expected,
        result: short ? 'SHORT' : 'EQUAL',
        difference: short ? '一件在鉴定机构，补办调用手续' : null,
        resolvedOn: short ? '2021-06-18' : null,
        state: short ? 'RESOLVED' : 'COUNTED',
      };
    }),
  );
  const gone = kept
    .filter(({ state }) => state === 'DISPOSED')
    .map((item, at): RowOf<typeof disposals> => {
      const kind = item.victimClaim
        ? 'RETURNED'
        : random.pick(['CONFISCATED_TO_TREASURY', 'RETURNED', 'AUCTIONED'] as const);
      return {
        number: `CZ-2021-${String(at + 1).padStart(3, '0')}`,
        item: item.itemNo,
        unit: item.unit,
        kind,
        decisionNumber: `处理决定〔2021〕${at + 1}号`,
        decidedOn: '2021-05-20',
        isEarly: false,
        receiver: kind === 'RETURNED' ? item.holder : '财政专户',
        amount: item.value,
        disposedOn: random.pick(workingDays('2021-05-24', '2021-06-18')),
      };
    });
  return [
    table(places, shelves),
    table(items, kept),
    table(movements, moved),
    table(counts, counted),
    table(disposals, gone),
  ];
}
