import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFigures, registers } from '../src/modules/index.ts';
import { parseCitizenId } from '../src/platform/identifiers/citizen-id.ts';
import { parseMobile } from '../src/platform/identifiers/mobile.ts';
import { expected, labels } from './expected.ts';
import { generate } from './generate.ts';
import { hotlineTotals } from './hotline.ts';
import { inventPeople } from './people.ts';
import { days, defaultSeed, roster } from './story.ts';
import { answer } from './testing/answer.ts';
import { type ReadBack, readBack } from './testing/read-back.ts';

let folder = '';
let paths: string[] = [];
let found: ReadBack;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-demo-'));
  paths = await generate({ directory: folder });
  found = await readBack(registers, folder, paths);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hashOf = async (directory: string, path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(join(directory, path)))
    .digest('hex');

test('the city is the same city every time, byte for byte', async () => {
  const again = await mkdtemp(join(tmpdir(), 'mj-demo-'));
  try {
    expect(await generate({ directory: again })).toEqual(paths);
    for (const path of paths) expect([path, await hashOf(again, path)]).toEqual([path, await hashOf(folder, path)]);
  } finally {
    await rm(again, { recursive: true, force: true });
  }
});

test('every sheet is recognised with all its columns, every cell can be read, every reference leads to a record before it', () => {
  expect(found.problems).toEqual([]);
  expect(found.plans.flatMap(({ plan }) => plan.missing)).toEqual([]);
});

test('paths come in the order of their names, and there are no more than a person would sort', () => {
  expect([...paths].sort((a, b) => (a < b ? -1 : 1))).toEqual(paths);
  expect(paths.length).toBeLessThanOrEqual(250);
});

test('no register that workbooks reach is empty', () => {
  const reached = registers.registers.filter(({ kept }) => !kept);
  expect(reached.filter(({ name }) => !found.records.get(name)?.length).map(({ name }) => name)).toEqual([]);
});

describe('the rules over many rows hold', () => {
  for (const register of registers.registers) {
    for (const check of register.checks ?? []) {
      const records = (): readonly Record<string, unknown>[] => found.records.get(register.name)!;
      if (check.rule === 'onlyOnce') {
        test(`${register.name}: one event is reported once`, () => {
          const seen = records().map((one) => JSON.stringify(check.columns.map((column) => one[column] ?? null)));
          expect(new Set(seen).size).toBe(seen.length);
        });
      } else if (check.rule === 'noOverlap') {
        test(`${register.name}: nobody is at two places at once`, () => {
          const sorted = [...records()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
          const twice = sorted.filter((one, at) => {
            const before = sorted[at - 1];
            return (
              before && before[check.person] === one[check.person] && String(before[check.to]) > String(one[check.from])
            );
          });
          expect(twice).toEqual([]);
        });
        const order = (one: Record<string, unknown>): string => `${one[check.person]} ${one[check.from]}`;
      } else {
        test(`${register.name}: ${check.column} stays within the roster`, () => {
          const most = new Map<unknown, number>();
          for (const one of found.records.get(check.of)!) {
            const owner = found.find(registers.get(check.of).columns[check.by]!.to!, String(one[check.by]));
            most.set(owner, (most.get(owner) ?? 0) + 1);
          }
          const over = records().filter((one) => {
            const owner = found.find(register.columns[check.per]!.to!, String(one[check.per]));
            return Number(one[check.column] ?? 0) > (most.get(owner) ?? 0);
          });
          expect(over).toEqual([]);
        });
      }
    }
  }
});

describe('every figure comes out of the records as the plan says', () => {
  const plan = expected();

  test('the plan and the declared figures name the same 92 figures', () => {
    expect([...Object.keys(plan), ...labels].sort()).toEqual(allFigures.map(({ id }) => id).sort());
    expect(allFigures).toHaveLength(92);
  });

  test.each(allFigures.filter(({ id }) => id in plan).map((figure) => [figure.id, figure] as const))(
    '%s',
    (id, figure) => {
      const value = answer(found, figure.value, days.asOf);
      expect(value).toEqual(plan[id]!.value);
      if (plan[id]!.atLeast !== undefined) expect(Number(value)).toBeGreaterThanOrEqual(plan[id]!.atLeast!);
    },
  );
});

describe('the people', () => {
  const people = inventPeople(defaultSeed);

  test('have id numbers that are sound and belong to nobody, each its own', () => {
    for (const { idNo, gender, birthDate } of people.all) {
      expect(parseCitizenId(idNo!)).toMatchObject({
        ok: true,
        value: { sex: gender, birth: birthDate, region: expect.stringMatching(/^9901(0[1-9]|10)$/) },
      });
    }
    expect(new Set(people.all.map(({ idNo }) => idNo)).size).toBe(people.all.length);
  });

  test('have mobile numbers of the right form in a series nobody uses', () => {
    for (const { mobile } of people.all)
      expect(parseMobile(mobile!)).toEqual({ ok: true, value: expect.stringMatching(/^169/) });
  });

  test('are as many for every seed', () => {
    const other = inventPeople('another');
    expect(other.participating).toHaveLength(roster.participating);
    expect(other.all.map(({ idNo }) => idNo)).not.toEqual(people.all.map(({ idNo }) => idNo));
  });

  test('are nearly all trained, but not all', () => {
    const trained = new Set(
      found.records
        .get('education.attendance')!
        .filter(
          ({ activity }) =>
            found.find('education.activities', String(activity))!.kind === 'POLITICAL_ROTATION_TRAINING',
        )
        .map(({ officer }) => officer),
    );
    const share =
      people.participating.filter(({ officerNo }) => trained.has(officerNo)).length / people.participating.length;
    expect(share).toBeGreaterThan(0.95);
    expect(share).toBeLessThan(1);
  });
});

test('the whole hotline has its 3.2 million appeals and stays below the next round number', () => {
  const { accepted, satisfied, valid } = hotlineTotals(true);
  expect(accepted).toBeGreaterThanOrEqual(3_200_000);
  expect(accepted).toBeLessThan(3_300_000);
  expect(satisfied / valid).toBeGreaterThanOrEqual(0.95);
});
