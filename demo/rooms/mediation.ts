import { agreements, confirmations, disputes, organisations, sessions } from '../../src/modules/mediation/index.ts';
import { cityUnit, units } from '../city.ts';
import { addDays, workingDays } from '../days.ts';
import { invent, mobileNumber } from '../names.ts';
import { randomFor } from '../random.ts';
import { type RowOf, type Table, table } from '../rows.ts';
import { districts } from '../story.ts';

/** Mediation bodies of every district, disputes they took, what was agreed and what the courts confirmed. */
export function mediationTables(seed: string): Table[] {
  const random = randomFor(seed, 'mediation');
  const justice = units.filter(({ level, system }) => level === 'DISTRICT' && system === 'JUSTICE_BUREAU');
  const bodies = justice.flatMap((unit): RowOf<typeof organisations>[] => [
    {
      code: `TJ-${unit.regionCode}-1`,
      name: `${unit.place}人民调解委员会`,
      kind: 'PEOPLES',
      unit: unit.name,
      members: 9,
      womenMembers: 3,
      termEndsOn: '2023-05-31',
      establishedOn: '2020-06-01',
    },
    {
      code: `TJ-${unit.regionCode}-2`,
      name: `${unit.place}物业纠纷调解委员会`,
      kind: 'INDUSTRY',
      unit: unit.name,
      members: 7,
      womenMembers: 2,
      establishedOn: '2020-08-01',
    },
  ]);
  bodies.push({
    code: 'TJ-990100-1',
    name: '市商事调解中心',
    kind: 'COMMERCIAL',
    unit: cityUnit('JUSTICE_BUREAU').name,
    members: 15,
    womenMembers: 5,
    establishedOn: '2019-04-01',
  });
  const submitted = workingDays('2021-03-01', '2021-06-25');
  const facts = {
    NEIGHBOUR: '相邻通行和漏水纠纷',
    FAMILY: '赡养费用分担纠纷',
    LABOUR: '工资支付纠纷',
    CONSUMER: '预付卡退费纠纷',
    PROPERTY_MANAGEMENT: '物业服务费纠纷',
    LOAN: '民间借款纠纷',
  } as const;
  const cases = Array.from({ length: 320 }, (_, at): RowOf<typeof disputes> => {
    const unit = justice[at % justice.length]!;
    const day = submitted[Math.floor((at * submitted.length) / 320)]!;
    const kind = random.pick(Object.keys(facts) as (keyof typeof facts)[]);
    const ended = day < '2021-06-01';
    const state = !ended
      ? 'IN_MEDIATION'
      : random.weighted({ PERFORMED: 46, AGREED: 10, CONFIRMED: 12, FAILED: 26, WITHDRAWN: 6 });
    return {
      number: `JF-2021-${String(at + 1).padStart(4, '0')}`,
      channel: random.pick(['WINDOW', 'SCAN', 'WEB', 'COURT', 'POLICE', 'HOTLINE']),
      submittedAt: `${day} ${String(random.int(9, 16)).padStart(2, '0')}:30`,
      unit: unit.name,
      applicantName: invent(random, random.pick(['MALE', 'FEMALE'])),
      applicantMobile: mobileNumber(40_000_000 + at),
      respondentName: invent(random, random.pick(['MALE', 'FEMALE'])),
      parties: 2,
      kind,
      facts: facts[kind],
      amount: kind === 'NEIGHBOUR' ? null : `${random.int(5, 900) * 100}.00`,
      risk: random.chance(0.06),
      route: kind === 'PROPERTY_MANAGEMENT' ? 'INDUSTRY_MEDIATION' : 'PEOPLES_MEDIATION',
      applicantConsentOn: day,
      respondentConsentOn: addDays(day, 2),
      organisation: `TJ-${unit.regionCode}-${kind === 'PROPERTY_MANAGEMENT' ? 2 : 1}`,
      mediator: invent(random, random.pick(['MALE', 'FEMALE'])),
      dueOn: addDays(day, 30),
      endedOn: ended ? addDays(day, random.int(6, 27)) : null,
      failureReason: state === 'FAILED' ? '双方差距较大' : null,
      otherRoutesTold: state === 'FAILED' ? true : null,
      state,
    };
  });
  const held = cases
    .filter(({ state }) => state !== 'WITHDRAWN')
    .flatMap((one, at): RowOf<typeof sessions>[] => {
      const day = one.submittedAt.slice(0, 10);
      const number = (order: number): string => `BL-2021-${String(at + 1).padStart(4, '0')}-${order}`;
      const common = { dispute: one.number, unit: one.unit, mediator: one.mediator, place: '调解室' };
      const first: RowOf<typeof sessions> = {
        ...common,
        number: number(1),
        heldAt: `${addDays(day, 4)} 09:30`,
        outcome: 'CONTINUED',
      };
      if (!one.endedOn) return [first];
      return [
        first,
        {
          ...common,
          number: number(2),
          heldAt: `${one.endedOn} 14:30`,
          outcome: one.state === 'FAILED' ? 'FAILED' : 'AGREED',
        },
      ];
    });
  const agreed = cases
    .filter(({ state }) => state === 'PERFORMED' || state === 'AGREED' || state === 'CONFIRMED')
    .map(
      (one, at): RowOf<typeof agreements> => ({
        number: `XY-2021-${String(at + 1).padStart(4, '0')}`,
        dispute: one.number,
        unit: one.unit,
        form: random.chance(0.9) ? 'WRITTEN' : 'ORAL',
        terms: '双方自愿达成一致，按约定期限履行',
        amount: one.amount,
        agreedOn: one.endedOn!,
        performBy: addDays(one.endedOn!, 15),
        performedOn: one.state === 'PERFORMED' ? addDays(one.endedOn!, 9) : null,
        performance: one.state === 'PERFORMED' ? 'PERFORMED' : 'PENDING',
      }),
    );
  const byNumber = new Map(cases.map((one) => [one.number, one]));
  const courts = new Map(
    districts.map(({ regionCode }) => [
      regionCode,
      units.find((unit) => unit.regionCode === regionCode && unit.system === 'COURT')!.name,
    ]),
  );
  const confirmed = agreed
    .filter(({ dispute }) => byNumber.get(dispute)!.state === 'CONFIRMED')
    .map((one, at): RowOf<typeof confirmations> => {
      const requestedOn = addDays(one.agreedOn, 6);
      return {
        number: `QR-2021-${String(at + 1).padStart(3, '0')}`,
        agreement: one.number,
        unit: one.unit,
        court: courts.get(units.find(({ name }) => name === one.unit)!.regionCode)!,
        requestedOn,
        acceptedOn: addDays(requestedOn, 2),
        decidedOn: addDays(requestedOn, 11),
        decision: 'CONFIRMED',
      };
    });
  return [
    table(organisations, bodies),
    table(disputes, cases),
    table(sessions, held),
    table(agreements, agreed),
    table(confirmations, confirmed),
  ];
}
