import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allChecks, allFigures, registers } from '../src/modules/index.ts';
import { loadReach } from '../src/platform/access/sync.ts';
import { systemSession } from '../src/platform/database/session.ts';
import { testDatabase } from '../src/platform/database/testing/database.ts';
import { type Tx, transact } from '../src/platform/database/transact.ts';
import { crossChecks, runChecks } from '../src/platform/figure/checks.ts';
import { evaluate, figureDesk, openFigure, type Result, setsOf } from '../src/platform/figure/evaluate.ts';
import {
  fingerprint,
  type ImportDesk,
  type Mode,
  processImport,
  receiveFile,
} from '../src/platform/register/import/service.ts';
import { type ImportRow, readFindings } from '../src/platform/register/import/store.ts';
import { vault } from '../src/platform/sealing/vault.ts';
import { dirtyFiles } from './dirty/generate.ts';
import { expected } from './expected.ts';
import { generate } from './generate.ts';
import { days } from './story.ts';

const pools = testDatabase();
const registry = { catalogue: registers, vault: vault(randomBytes(32)) };
let folder = '';
const desk: ImportDesk = { pools, registry, pathOf: (sha256) => join(folder, sha256) };

async function handIn(path: string, mode: Mode): Promise<ImportRow> {
  const file = { name: basename(path), ...(await fingerprint(path)) };
  await copyFile(path, desk.pathOf(file.sha256));
  const { id } = await receiveFile(desk, systemSession, file);
  return processImport(desk, systemSession, id, mode);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-city-'));
  await loadReach(pools.owner, registers.registers);
  const city = join(folder, 'city');
  for (const path of await generate({ directory: city })) {
    const { state, faults } = await handIn(join(city, path), 'all');
    expect({ path, state, faults }).toEqual({ path, state: 'registered', faults: 0 });
  }
  // Statistics as autovacuum would have made them before anybody looks.
  await pools.owner.query('analyze');
  await generate({ directory: join(folder, 'dirty'), dirty: true });
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the city as imported answers every figure as the plan says', () => {
  const plan = expected();
  const figures = figureDesk(registry, allFigures);
  test.each(Object.keys(plan))('%s', async (id) => {
    const { value } = await transact(pools, systemSession, 'read', (tx) =>
      evaluate(tx, figures, systemSession, figures.find(id)!, { asOf: days.asOf }),
    );
    expect(value).toEqual(plan[id]!.value);
  });
});

test('every figure opens exactly the records it counts', async () => {
  const figures = figureDesk(registry, allFigures);
  const moment = { asOf: days.asOf };
  const read = <T>(body: (tx: Tx) => Promise<T>): Promise<T> => transact(pools, systemSession, 'read', body);
  for (const figure of allFigures.filter(({ value }) => setsOf(value).length > 0)) {
    const { value, records } = await read((tx) => evaluate(tx, figures, systemSession, figure, moment));
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = { cursor, limit: 5_000 };
      const opened = await read((tx) => openFigure(tx, figures, systemSession, figure, 'records', moment, page));
      for (const { record } of opened.rows) seen.add(record);
      cursor = opened.next ?? undefined;
    } while (cursor);
    expect(seen.size, figure.id).toBe(records);
    if (figure.value.how === 'count') expect(seen.size, figure.id).toBe(value);
  }
}, 600_000);

test('every cross-check holds', async () => {
  const figures = figureDesk(registry, allFigures);
  const moment = { asOf: days.asOf };
  const broken = await transact(pools, systemSession, 'read', async (tx) => {
    const results = new Map<string, Result>();
    for (const figure of allFigures) results.set(figure.id, await evaluate(tx, figures, systemSession, figure, moment));
    return (
      await runChecks(tx, { ...figures, checks: crossChecks(figures, allChecks) }, systemSession, results, moment)
    ).filter(({ holds }) => !holds);
  });
  expect(broken.map(({ id, detail }) => `${id}: ${detail.en}`)).toEqual([]);
});

describe('every fault of the dirty set is named at its cell, and nothing else is', () => {
  test.each(dirtyFiles().map((file) => [file.path, file] as const))('%s', async (path, file) => {
    const row = await handIn(join(folder, 'dirty', path), 'good');
    if (file.refused) {
      expect(row).toMatchObject({ state: 'refused', refusal: { code: file.refused } });
      return;
    }
    const findings = await transact(pools, systemSession, 'read', (tx) => readFindings(tx, row, -1, 1000));
    const named = findings.map(({ severity, sheet, row, letter, code, params }) =>
      [severity, sheet, `${letter ?? ''}${row}`, code, (params as { problem?: string }).problem ?? ''].join(' '),
    );
    const wanted = [
      ...file.faults.map((one) => ['fault', one] as const),
      ...file.notes.map((one) => ['note', one] as const),
    ].map(([severity, { sheet, row, column, code, problem }]) =>
      [severity, sheet, `${column ?? ''}${row}`, code, problem ?? ''].join(' '),
    );
    expect(named.sort()).toEqual(wanted.sort());
    expect(row.counts?.added).toBe(file.good);
  });
});
