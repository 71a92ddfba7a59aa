import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFigures, registers } from '../src/modules/index.ts';
import { loadReach } from '../src/platform/access/sync.ts';
import { systemSession } from '../src/platform/database/session.ts';
import { testDatabase } from '../src/platform/database/testing/database.ts';
import { transact } from '../src/platform/database/transact.ts';
import { runChecks } from '../src/platform/figure/checks.ts';
import { evaluate, figureDesk, openFigure, type Result, setsOf } from '../src/platform/figure/evaluate.ts';
import { FileStore } from '../src/platform/files/store.ts';
import { processImport, receiveFile } from '../src/platform/register/import/service.ts';
import { type ImportRow, readFindings } from '../src/platform/register/import/store.ts';
import { vault } from '../src/platform/sealing/vault.ts';
import { dirtyFiles, generateDirty } from './dirty/generate.ts';
import { expected, labels } from './expected.ts';
import { generate } from './generate.ts';
import { days } from './story.ts';

/** The whole way on the real database: workbooks of 55 units, the door that users have, figures, and the records behind them. */
const pools = testDatabase();
const registry = { catalogue: registers, vault: vault(Buffer.alloc(32, 7)) };
const desk = figureDesk(registry, allFigures);
const moment = { asOf: days.asOf };
const results = new Map<string, Result>();
let folder = '';
let files: FileStore;

async function handIn(path: string, mode: 'all' | 'good'): Promise<ImportRow> {
  const imports = { pools, registry, pathOf: (sha256: string) => files.pathOf(sha256) };
  const kept = await files.keep(createReadStream(join(folder, path)));
  const { id } = await receiveFile(imports, systemSession, { name: path, ...kept });
  return processImport(imports, systemSession, id, mode);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-demo-'));
  files = await FileStore.open(join(folder, 'kept'));
  await loadReach(pools.owner, registers.registers);
  for (const path of await generate({ directory: folder })) {
    const row = await handIn(path, 'all');
    if (row.state !== 'registered' || row.faults > 0) throw new Error(`${path}: ${row.state}, ${row.faults} faults`);
  }
  // Statistics as autovacuum would have them before anybody looks.
  await pools.owner.query('analyze');
  await transact(pools, systemSession, 'read', async (tx) => {
    for (const figure of allFigures) results.set(figure.id, await evaluate(tx, desk, systemSession, figure, moment));
  });
}, 900_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('every figure of the bulletin is what the programme reported', () => {
  const wanted = expected();
  const tested = Object.keys(wanted).filter((id) => !labels.includes(id));
  expect(tested.length).toBeGreaterThanOrEqual(83);
  const came = Object.fromEntries(tested.map((id) => [id, results.get(id)?.value]));
  expect(came).toEqual(Object.fromEntries(tested.map((id) => [id, wanted[id]!.value])));
  for (const [id, { atLeast }] of Object.entries(wanted)) {
    if (atLeast !== undefined) expect(Number(results.get(id)!.value), id).toBeGreaterThanOrEqual(atLeast);
  }
});

test('every figure opens exactly the records it counts', async () => {
  for (const figure of allFigures) {
    if (setsOf(figure.value).length === 0) continue;
    const opened = await transact(pools, systemSession, 'read', async (tx) => {
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await openFigure(tx, desk, systemSession, figure, 'records', moment, { cursor, limit: 5_000 });
        for (const row of page.rows) seen.add(row.record);
        cursor = page.next ?? undefined;
      } while (cursor);
      return seen.size;
    });
    const { value, records } = results.get(figure.id)!;
    expect(opened, figure.id).toBe(records);
    if (figure.value.how === 'count') expect(opened, figure.id).toBe(value);
  }
}, 300_000);

test('every cross-check holds', async () => {
  const checks = await transact(pools, systemSession, 'read', (tx) =>
    runChecks(tx, desk, systemSession, results, moment),
  );
  expect(checks.filter(({ holds }) => !holds).map(({ id, detail }) => `${id}: ${detail.en}`)).toEqual([]);
  expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(['X01', 'X04', 'X08']));
});

describe('the dirty set', () => {
  const all = dirtyFiles();
  beforeAll(async () => {
    await generateDirty({ directory: folder });
  }, 300_000);

  test.each(all.map((file) => [file.path, file] as const))('%s', async (path, file) => {
    const row = await handIn(path, 'good');
    if (file.refused) {
      expect(row).toMatchObject({ state: 'refused', refusal: { code: file.refused } });
      return;
    }
    const found = await transact(pools, systemSession, 'read', (tx) => readFindings(tx, row, -1, 20_000));
    const named = found
      .filter(({ severity }) => severity === 'fault')
      .map((one) => ({
        sheet: one.sheet,
        row: one.row,
        column: one.letter,
        code: one.code,
        ...(one.code === 'cell.problem' ? { problem: one.params.problem } : {}),
      }));
    const order = (one: object): string => JSON.stringify(one);
    if (file.unrecognised) {
      expect(named.map(({ code }) => code)).toEqual(['sheet.notRecognised']);
      expect(row.state).toBe('checked');
      return;
    }
    expect(named.map(order).sort()).toEqual(file.faults.map(order).sort());
    expect(row.counts?.added ?? 0).toBe(file.good);
  });
});
