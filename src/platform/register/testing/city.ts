import { randomBytes } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { loadReach } from '../../access/sync.ts';
import { type Session, systemSession } from '../../database/session.ts';
import type { Pools } from '../../database/transact.ts';
import { vault } from '../../sealing/vault.ts';
import type { Cell } from '../../sheets/cells.ts';
import { writeXlsx } from '../../sheets/xlsx/write.ts';
import type { Catalogue } from '../catalogue.ts';
import { fingerprint, type ImportDesk, type Mode, processImport, receiveFile } from '../import/service.ts';
import type { ImportRow } from '../import/store.ts';
import { createRecord } from '../records/change.ts';
import type { RecordDesk } from '../records/desk.ts';
import type { Cell as Value } from '../rows.ts';

/** A small invented city for tests of registers: three units, and the desks that records and imports work with. */
export interface City {
  readonly records: RecordDesk;
  readonly imports: ImportDesk;
  /** Record of each unit: C01 the city's police, D01 below it, C02 beside it. */
  readonly units: Record<'C01' | 'C02' | 'D01', string>;
  /** A session of an account with one role, in a unit. */
  as(role: string, unit?: 'C01' | 'C02' | 'D01', account?: string): Session;
  add(register: string, values: Readonly<Record<string, Value>>, session?: Session): Promise<string>;
  handIn(name: string, rows: readonly (readonly Cell[])[], mode?: Mode, session?: Session): Promise<ImportRow>;
  receive(name: string, rows: readonly (readonly Cell[])[], session?: Session): Promise<ImportRow>;
}

const units = [
  ['C01', '明湖市公安局', '990100', null],
  ['D01', '东湖区公安局', '990101', 'C01'],
  ['C02', '明湖市司法局', '990100', null],
] as const;

/** Call it at the top of a test file, after `testDatabase()`. */
export function testCity(pools: Pools, catalogue: Catalogue): City {
  let folder = '';
  const registry = { catalogue, vault: vault(randomBytes(32)) };
  const city: City = {
    records: { pools, registry, nameOf: async (ids) => new Map(ids.map((id) => [id, `账户${id.slice(-2)}`])) },
    imports: { pools, registry, pathOf: (sha256) => join(folder, sha256) },
    units: { C01: '', C02: '', D01: '' },
    as: (role, unit, account = '01900000-0000-7000-8000-000000000007') => ({
      account,
      roles: [role],
      unit: unit ? city.units[unit] : null,
      officer: null,
    }),
    add: async (register, values, session = systemSession) =>
      (await createRecord(city.records, session, catalogue.get(register), values)).record,
    receive: async (name, rows, session = systemSession) => {
      const path = join(folder, 'incoming');
      await writeXlsx(path, [{ name: 'Sheet1', rows: [rows] }]);
      const file = { name, ...(await fingerprint(path)) };
      await rename(path, city.imports.pathOf(file.sha256));
      return receiveFile(city.imports, session, file);
    },
    handIn: async (name, rows, mode = 'all', session = systemSession) => {
      const { id } = await city.receive(name, rows, session);
      return processImport(city.imports, session, id, mode);
    },
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mj-city-'));
    await loadReach(pools.owner, catalogue.registers);
    for (const [code, name, regionCode, parent] of units) {
      city.units[code] = await city.add('organisation.units', {
        code,
        name,
        shortName: name.slice(2),
        system: code === 'C02' ? 'JUSTICE_BUREAU' : 'POLICE',
        level: parent ? 'DISTRICT' : 'CITY',
        regionCode,
        parent: parent && city.units[parent],
        inScope: true,
      });
    }
  });
  afterAll(() => rm(folder, { recursive: true }));
  return city;
}
