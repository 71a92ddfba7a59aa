import { beforeAll, expect, test } from 'vitest';
import { systemSession } from '../../platform/database/session.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { changeRecord } from '../../platform/register/records/change.ts';
import { registers } from '../index.ts';
import { exclusions } from './service/exclusions.ts';
import { recheckHouse } from './testing/recheck-desk.ts';

/** Who may not check a case again, ground by ground: a draw would show each only where chance lets it. */
const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { city, officers } = house;
const names = ['P1', 'P2', 'D1', 'J1', 'J2', 'J3', 'J4'];
let unit = '';
let count = 0;

beforeAll(async () => {
  // A unit of nobody in the pool, so that only what a test adds bars somebody.
  unit = await city.add('organisation.units', {
    code: 'E01',
    name: '西湖区司法局',
    shortName: '西湖司法',
    system: 'JUSTICE_BUREAU',
    level: 'DISTRICT',
    regionCode: '990102',
    inScope: true,
  });
});

const clueBy = (more: Readonly<Record<string, string>> = {}): Promise<string> => {
  count += 1;
  return house.addClue(`XS-E${count}`, { handlingUnit: unit, ...more });
};

/** Who of the pool is excluded from the clue. */
async function excluded(clue: string): Promise<string[]> {
  const pool = names.map((name) => ({ officer: officers.get(name)!, unit: unitOf(name) }));
  const found = await transact(pools, systemSession, 'read', (tx) => exclusions(tx, pool, new Date()));
  return (found.get(clue) ?? []).map((place) => names[place]!);
}
const unitOf = (name: string): string => city.units[{ P: 'C01', D: 'D01', J: 'C02' }[name[0]!] as 'C01'];

test('a case that nobody of the pool had anything to do with bars nobody', async () => {
  expect(await excluded(await clueBy())).toEqual([]);
});

test('whoever handled it, now or in an earlier version, first or second', async () => {
  const clue = await clueBy({ firstHandler: officers.get('J1')!, secondHandler: officers.get('J2')! });
  const values = { firstHandler: officers.get('J3')! };
  await changeRecord(city.records, systemSession, registers.get('clues.clues'), clue, {
    version: 1,
    values,
    reason: '更换承办人',
  });
  expect(await excluded(clue)).toEqual(['J1', 'J2', 'J3']);
});

test('whoever was a named person of its task force', async () => {
  const clue = await clueBy();
  const named = { number: 'ZB-1', clue, person: officers.get('J4')!, assignedOn: '2021-03-02' };
  await city.add('clues.assignments', named);
  expect(await excluded(clue)).toEqual(['J4']);
});

test('everybody of the unit that handled it, and of the unit it reports', async () => {
  expect(await excluded(await clueBy({ handlingUnit: city.units.C01 }))).toEqual(['P1', 'P2']);
  expect(await excluded(await clueBy({ unit: city.units.D01 }))).toEqual(['D1']);
});

test('whoever it reports, and the unit of that officer where the clue names it', async () => {
  const clue = await clueBy();
  await city.add('clues.subjects', { clue, number: 1, officer: officers.get('J2')! });
  await city.add('clues.subjects', { clue, number: 2, unit: city.units.D01, description: '东湖区某民警' });
  expect(await excluded(clue)).toEqual(['D1', 'J2']);
});

test('whoever declared an interest in it', async () => {
  const clue = await clueBy();
  await city.add('clues.interests', { clue, officer: officers.get('J1')!, reason: '同学', declaredOn: '2021-03-02' });
  expect(await excluded(clue)).toEqual(['J1']);
});

test('near relatives of one of these, whoever of the two declared it', async () => {
  const clue = await clueBy({ firstHandler: officers.get('J1')!, secondHandler: officers.get('J2')! });
  const kin = (officer: string, relative: string) =>
    city.add('clues.relations', {
      officer: officers.get(officer)!,
      relative: officers.get(relative)!,
      kind: 'SIBLING',
      declaredOn: '2021-03-02',
    });
  await kin('J1', 'J3');
  await kin('J4', 'J2');
  expect(await excluded(clue)).toEqual(['J1', 'J2', 'J3', 'J4']);
});

test('whoever checked it in an earlier round', async () => {
  const clue = await clueBy();
  const frame = await city.add('recheck.frames', {
    number: 'K-E',
    population: 'UNSUBSTANTIATED_REPORT',
    frozenOn: '2021-03-31',
    size: 1,
    checksum: '0'.repeat(64),
  });
  const draw = await city.add('recheck.draws', {
    number: 'C-E',
    frame,
    method: 'SIMPLE',
    size: 1,
    seed: '1',
    algorithm: 'x',
    drawnOn: '2021-04-01',
    drawnBy: '甲',
    firstWitness: '乙',
    secondWitness: '丙',
  });
  await city.add('recheck.results', {
    draw,
    clue,
    position: 1,
    drawnOn: '2021-04-01',
    rechecker: officers.get('P2')!,
    state: 'ASSIGNED',
  });
  expect(await excluded(clue)).toEqual(['P2']);
});
