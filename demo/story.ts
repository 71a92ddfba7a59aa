/**
 * The story of the demo city, told once: everything here is invented, so that no finding ever stands beside a real body or
 * person. Region codes 9901xx belong to no place (GB/T 2260 assigns no province 99).
 */
export const city = { name: '昭澄市', shortName: '昭澄', regionCode: '990100' } as const;

export interface District {
  readonly name: string;
  /** Without 区 or 市, as in names of branches. */
  readonly stem: string;
  readonly regionCode: string;
  /** Share of the city's officers, as a weight. */
  readonly weight: number;
}

/** Seven districts and three county-level cities. */
export const districts: readonly District[] = [
  ['澄东区', 13],
  ['澄北区', 11],
  ['昭西区', 12],
  ['望澄区', 9],
  ['鹿汀区', 8],
  ['梧浦区', 10],
  ['砚浦区', 8],
  ['禾洲市', 11],
  ['枫埠市', 10],
  ['青砚市', 8],
].map(([name, weight], at) => ({
  name: String(name),
  stem: String(name).slice(0, 2),
  regionCode: String(990_101 + at),
  weight: Number(weight),
}));

/** Seed of the city everyone gets; another seed makes another city with the same figures. */
export const defaultSeed = 'zhaocheng-2021';

export const days = {
  /** The mobilisation meeting: the programme begins. */
  start: '2021-03-01',
  /** The cut-off of the second bulletin. Records after it exist on purpose: they must not count. */
  asOf: '2021-06-22',
  /** The last day of the ledgers handed in. */
  end: '2021-06-30',
  /** What came last was closed by then; the ledgers of clues were handed in after it. */
  lastClosing: '2021-09-24',
  clueLedgers: '2021-09-30',
  /** The hotline's activity began a year earlier. */
  hotline: '2020-03-02',
} as const;

/** Sizes of the roster. Officers taking part are those enrolled, neither exempt nor gone by the cut-off, nor enrolled after it. */
export const roster = { participating: 19_058, exempt: 63, ended: 27, late: 22 } as const;

export const rosterSize = roster.participating + roster.exempt + roster.ended + roster.late;

/** Clues the provincial group handed over, batch by batch; the sixth came after the cut-off. */
export const clueBatches = [
  { sequence: 1, receivedOn: '2021-03-12', size: 402 },
  { sequence: 2, receivedOn: '2021-03-29', size: 368 },
  { sequence: 3, receivedOn: '2021-04-16', size: 355 },
  { sequence: 4, receivedOn: '2021-05-07', size: 341 },
  { sequence: 5, receivedOn: '2021-05-21', size: 324 },
  { sequence: 6, receivedOn: '2021-06-25', size: 210 },
] as const;
