import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { type City, testCity } from '../../../platform/register/testing/city.ts';
import { registers } from '../../index.ts';

export interface House {
  readonly city: City;
  /** Record of an officer, by name. */
  readonly officers: Record<string, string>;
  /** Made once the city stands; a later moment may be set. */
  desk(now?: Date): City['records'] & { calendar: ReturnType<typeof workCalendar>; now(): Date };
  /** A session of a named officer in one role. */
  as(role: string, name?: string): Session;
}

/** An invented city with six officers of one unit: one records, one is named, the others hold offices. */
export function testHouse(pools: Pools): House {
  const city = testCity(pools, registers);
  const accounts = new Map<string, string>();
  const house: House = {
    city,
    officers: {},
    desk: (now = new Date()) => ({ ...city.records, calendar: workCalendar(), now: () => now }),
    as(role, name = role) {
      const key = `${name}`;
      if (!accounts.has(key)) accounts.set(key, randomUUID());
      return {
        account: accounts.get(key)!,
        roles: [role],
        unit: city.units.C01,
        officer: house.officers[name] ?? null,
      };
    },
  };
  beforeAll(async () => {
    for (const [at, name] of ['甲一', '乙二', '丙三', '丁四', '戊五', '己六'].entries())
      house.officers[name] = await city.add('organisation.officers', {
        officerNo: `P${at + 1}`,
        name,
        gender: 'MALE',
        unit: city.units.C01,
        status: 'IN_POST',
        staffKind: 'CIVIL_SERVANT',
        isPartyMember: true,
        isTeamMember: false,
        isPrincipalLeader: false,
      });
  });
  return house;
}

/** What an officer types on a phone. */
export const typed = (more: Readonly<Record<string, string | null>> = {}) => ({
  askerName: '乙二',
  relation: 'LEADER',
  way: 'PHONE',
  stage: 'TRIAL',
  askedOn: '2026-01-05',
  asked: '打听案件何时宣判',
  ...more,
});
