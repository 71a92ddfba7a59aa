import type { units as unitRegister } from '../src/modules/organisation/index.ts';
import type { RecordOf } from '../src/platform/register/declare.ts';
import { city, type District, districts, rosterSize } from './story.ts';

export type System = 'LEGAL_AFFAIRS_COMMITTEE' | 'COURT' | 'PROCURATORATE' | 'POLICE' | 'JUSTICE_BUREAU';

type Unit_ = RecordOf<typeof unitRegister>;

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly system: System;
  readonly level: Extract<Unit_['level'], 'CITY' | 'DISTRICT'>;
  readonly regionCode: string;
  /** 市 or the district's name: the group that hands in together. */
  readonly place: string;
  /** Undefined for the city's own units. */
  readonly district?: District;
  /** Officers on its roster. */
  readonly size: number;
}

/** Code of the system within unit codes and officer numbers. */
export const systemCodes: Readonly<Record<System, string>> = {
  LEGAL_AFFAIRS_COMMITTEE: '1',
  COURT: '2',
  PROCURATORATE: '3',
  POLICE: '4',
  JUSTICE_BUREAU: '5',
};

const citySizes: Readonly<Record<System, number>> = {
  LEGAL_AFFAIRS_COMMITTEE: 64,
  COURT: 436,
  PROCURATORATE: 318,
  POLICE: 0,
  JUSTICE_BUREAU: 247,
};

/** Officers of a district of weight 10. */
const districtSizes: Readonly<Record<System, number>> = {
  LEGAL_AFFAIRS_COMMITTEE: 28,
  COURT: 172,
  PROCURATORATE: 117,
  POLICE: 1088,
  JUSTICE_BUREAU: 96,
};

const cityNames: Readonly<Record<System, readonly [name: string, short: string]>> = {
  LEGAL_AFFAIRS_COMMITTEE: [`中共${city.name}委政法委员会`, '市委政法委'],
  COURT: [`${city.name}中级人民法院`, '市中级法院'],
  PROCURATORATE: [`${city.name}人民检察院`, '市检察院'],
  POLICE: [`${city.name}公安局`, '市公安局'],
  JUSTICE_BUREAU: [`${city.name}司法局`, '市司法局'],
};

function districtNames(system: System, { name, stem }: District): readonly [name: string, short: string] {
  switch (system) {
    case 'LEGAL_AFFAIRS_COMMITTEE':
      return [`中共${name}委政法委员会`, `${stem}政法委`];
    case 'COURT':
      return [`${name.endsWith('区') ? city.name : ''}${name}人民法院`, `${stem}法院`];
    case 'PROCURATORATE':
      return [`${name.endsWith('区') ? city.name : ''}${name}人民检察院`, `${stem}检察院`];
    case 'POLICE':
      return name.endsWith('区')
        ? [`${city.name}公安局${stem}分局`, `${stem}公安分局`]
        : [`${name}公安局`, `${stem}公安局`];
    case 'JUSTICE_BUREAU':
      return [`${name}司法局`, `${stem}司法局`];
  }
}

const systems = Object.keys(systemCodes) as System[];

function makeUnits(): Unit[] {
  const below = districts.flatMap((district) =>
    systems.map((system): Unit => {
      const [name, shortName] = districtNames(system, district);
      const size = Math.round((districtSizes[system] * district.weight) / 10);
      const code = `${district.regionCode}-${systemCodes[system]}`;
      return {
        code,
        name,
        shortName,
        system,
        level: 'DISTRICT',
        regionCode: district.regionCode,
        place: district.name,
        district,
        size,
      };
    }),
  );
  const above = systems.map((system): Unit => {
    const [name, shortName] = cityNames[system];
    const code = `${city.regionCode}-${systemCodes[system]}`;
    return {
      code,
      name,
      shortName,
      system,
      level: 'CITY',
      regionCode: city.regionCode,
      place: '市',
      size: citySizes[system],
    };
  });
  // The city police take whoever is left, so that the roster has exactly its size.
  const others = [...above, ...below].reduce((sum, { size }) => sum + size, 0);
  return [...above, ...below].map((unit) =>
    unit.level === 'CITY' && unit.system === 'POLICE' ? { ...unit, size: rosterSize - others } : unit,
  );
}

/** The 55 units: five of the city, then five of each district. */
export const units: readonly Unit[] = makeUnits();

export const cityUnit = (system: System): Unit =>
  units.find((unit) => unit.level === 'CITY' && unit.system === system)!;

/** Who hands in together: each city unit for itself, each district's committee for its five. */
export interface Reporter {
  /** As it stands in file names. */
  readonly name: string;
  readonly units: readonly Unit[];
}

export const reporters: readonly Reporter[] = [
  ...units.filter(({ level }) => level === 'CITY').map((unit) => ({ name: unit.name, units: [unit] })),
  ...districts.map((district) => ({
    name: `${district.name}政法系统`,
    units: units.filter((unit) => unit.district === district),
  })),
];
