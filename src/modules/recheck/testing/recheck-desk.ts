import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { openSigner, verifierKey } from '../../../platform/ledger/notes.ts';
import { sequence } from '../../../platform/ledger/sequencer.ts';
import { TileStore } from '../../../platform/ledger/tile-store.ts';
import type { Catalogue } from '../../../platform/register/catalogue.ts';
import { type City, testCity } from '../../../platform/register/testing/city.ts';
import type { Finding } from '../bundle/findings.ts';
import type { RecheckFile } from '../bundle/format.ts';
import { verifyRecheck } from '../bundle/verify.ts';
import type { NewPlan } from '../contract.ts';
import { CHECK_DAYS } from '../limits.ts';
import { drawByBeacon, planDraw, type RecheckDesk, recheckFile, viewPlan } from '../service.ts';
import { signRound, testChain } from './beacon.ts';

const account = (end: string): string => `01900000-0000-7000-8000-0000000000${end}`;

export interface RecheckHouse {
  readonly desk: RecheckDesk;
  readonly city: City;
  /** Clues by their serial number. */
  readonly clues: Map<string, string>;
  /** Officers by their number: P1…P3 of the city's police, D1, D2 of the district's, J1…J4 of the justice bureau. */
  readonly officers: Map<string, string>;
  readonly planner: Session;
  readonly first: Session;
  readonly second: Session;
  readonly auditor: Session;
  /** The session of a case handler who is this officer. */
  handler(officerNo: string): Session;
  /** A plan that may be made now; its round comes out an hour later. */
  asked(more?: Partial<NewPlan>): NewPlan;
  /** Draws a plan by the beacon's round, which is out sooner here. */
  draw(plan: string): Promise<void>;
  /** A plan that was made and drawn. */
  drawn(more?: Partial<NewPlan>): Promise<string>;
  fileOf(plan: string): Promise<RecheckFile>;
  /** What the offline check finds in the file of a plan. */
  found(plan: string, opening?: string): Promise<readonly Finding[]>;
  addClue(serialNo: string, more?: Readonly<Record<string, string | number | boolean | null>>): Promise<string>;
}

/** A desk of re-checks over an invented city with thirty clues, twenty of them found untrue, and nine officers who may check. */
export function recheckHouse(pools: Pools, catalogue: Catalogue): RecheckHouse {
  const city = testCity(pools, catalogue);
  const house: RecheckHouse = {
    desk: {} as RecheckDesk,
    city,
    clues: new Map(),
    officers: new Map(),
    planner: city.as('DISCIPLINE_LIAISON', undefined, account('a1')),
    first: city.as('OFFICE_STAFF', undefined, account('b1')),
    second: city.as('SUPERVISOR', undefined, account('b2')),
    auditor: city.as('AUDITOR', undefined, account('c1')),
    handler: (officerNo) => ({
      account: account(`f${[...house.officers.keys()].indexOf(officerNo)}`),
      roles: ['CASE_HANDLER'],
      unit: null,
      officer: house.officers.get(officerNo)!,
    }),
    asked: (more = {}) => ({
      title: '第二季度查否线索随机抽查',
      population: 'UNSUBSTANTIATED_REPORT',
      asOf: '2021-06-30',
      stratifiedBy: 'NONE',
      sizing: { size: 6 },
      pool: [...house.officers.values()],
      seed: { kind: 'beacon', at: new Date(Date.now() + 3_600_000).toISOString() },
      limit: CHECK_DAYS,
      reason: null,
      ...more,
    }),
    draw: async (id) => {
      const { plan } = await viewPlan(house.desk, house.planner, id);
      if (plan.seed.kind !== 'beacon') throw new Error('not a beacon');
      const { round } = plan.seed;
      await drawByBeacon(house.desk, house.first, id, { round, signature: signRound(round) });
    },
    drawn: async (more) => {
      const id = await planDraw(house.desk, house.planner, house.asked(more));
      await house.draw(id);
      return id;
    },
    fileOf: async (id) => JSON.parse(await recheckFile(house.desk, id)) as RecheckFile,
    found: async (id, opening) =>
      verifyRecheck(await recheckFile(house.desk, id), { chains: [testChain], opening }).findings,
    addClue: async (serialNo, more = {}) => {
      const record = await city.add('clues.clues', {
        serialNo,
        source: 'REPORT_BY_PUBLIC',
        receivedOn: '2021-03-01',
        reporterMode: 'ANONYMOUS',
        summary: `反映${serialNo}号问题`,
        state: 'CLOSED',
        conclusion: 'UNSUBSTANTIATED',
        ...more,
      });
      house.clues.set(serialNo, record);
      return record;
    },
  };
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mj-recheck-'));
    const signer = await openSigner(join(folder, 'key'), 'test.local/ledger');
    const store = new TileStore(join(folder, 'tiles'), signer);
    Object.assign(house.desk, {
      pools,
      registry: city.records.registry,
      ledger: { store, verifierKey: verifierKey(signer), integrate: () => sequence(pools, store) },
      nameOf: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `账户${id.slice(-2)}`])),
      calendar: workCalendar(),
      demo: true,
      chain: testChain,
      relay: null,
      lead: 600_000,
      now: () => new Date(),
    } satisfies RecheckDesk);
    for (const [officerNo, unit] of [
      ['P1', 'C01'],
      ['P2', 'C01'],
      ['P3', 'C01'],
      ['D1', 'D01'],
      ['D2', 'D01'],
      ['J1', 'C02'],
      ['J2', 'C02'],
      ['J3', 'C02'],
      ['J4', 'C02'],
    ] as const) {
      const officer = await city.add('organisation.officers', {
        officerNo,
        name: '赵一鸣',
        gender: 'MALE',
        staffKind: 'CIVIL_SERVANT',
        status: 'IN_POST',
        isPartyMember: true,
        isTeamMember: false,
        isPrincipalLeader: false,
        unit: city.units[unit],
        joinedOn: '2010-01-01',
      });
      house.officers.set(officerNo, officer);
    }
    for (let at = 1; at <= 30; at += 1) {
      await house.addClue(`XS-${String(at).padStart(3, '0')}`, {
        conclusion: at <= 20 ? 'UNSUBSTANTIATED' : at <= 27 ? 'SUBSTANTIATED' : null,
        source: at % 5 === 0 ? 'DATA_MATCH' : 'REPORT_BY_PUBLIC',
        reporterMode: at % 2 ? 'NAMED' : 'ANONYMOUS',
        handlingUnit: at % 3 === 0 ? city.units.D01 : city.units.C01,
        firstHandler: house.officers.get(at % 3 === 0 ? 'D1' : 'P1')!,
        secondHandler: at === 4 ? house.officers.get('J1')! : null,
      });
    }
  });
  afterAll(() => rm(folder, { recursive: true }));
  return house;
}
