import { beforeAll } from 'vitest';
import type { Role } from '../../../platform/access/roles.ts';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { type Advanced, advance, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { testCity } from '../../../platform/register/testing/city.ts';
import { addAccount, addOfficer } from '../../../platform/register/testing/people.ts';
import { registers } from '../../index.ts';
import { clueMatter } from '../matter.ts';

const staff = [
  ['manager', 'CLUE_MANAGER', 'C02'],
  ['first', 'CASE_HANDLER', 'C02'],
  ['second', 'CASE_HANDLER', 'C02'],
  ['third', 'CASE_HANDLER', 'C02'],
  ['fourth', 'CASE_HANDLER', 'C02'],
  ['liaison', 'DISCIPLINE_LIAISON', 'C02'],
  ['approver', 'APPROVER', 'C02'],
  ['other approver', 'APPROVER', 'C02'],
  ['supervisor', 'SUPERVISOR', 'C02'],
  ['head', 'UNIT_HEAD', 'C01'],
  ['administrator', 'SYSTEM_ADMIN', 'C02'],
  ['reported', 'CASE_HANDLER', 'D01'],
  ['colleague', 'CASE_HANDLER', 'D01'],
] as const;

export const proposal = {
  disposal: 'PRELIMINARY_VERIFICATION',
  studiedOn: '2021-04-12',
  studiedBy: 5,
  minutes: '一致同意初核',
};

/** What the clues of the tests say unless a test says another; no list, export or log may show it. */
export const SECRET = '反映某民警收受礼金，细节不得外传';

/** The code of the error that something ends with, `none` where it ends well. */
export const refusal = async (doing: Promise<unknown>): Promise<string> => {
  const error = await doing.then(
    () => ({ code: 'none' }),
    (thrown) => thrown,
  );
  return (error as { code?: string }).code ?? String(error);
};

/** The people who work clues, on a real database, and the steps they take. Call it at the top of a test file. */
export function clueOffice() {
  const pools = testDatabase();
  const city = testCity(pools, registers);
  const people: Record<string, Session> = {};
  const officers: Record<string, string> = {};
  const versions = new Map<string, number>();
  /** The moment in which everything happens. */
  const clock = { now: new Date('2021-04-12T02:00:00Z') };

  const desk = (): MatterDesk & typeof city.records => ({
    ...city.records,
    calendar: workCalendar(),
    now: () => clock.now,
  });

  /** An account of a role, and the officer it belongs to. */
  async function person(name: string, role: Role, unit: 'C01' | 'C02' | 'D01'): Promise<void> {
    const officer = await addOfficer(city, name, unit);
    officers[name] = officer;
    people[name] = await addAccount(pools, city, name, [role], unit, officer);
  }

  beforeAll(async () => {
    for (const [name, role, unit] of staff) await person(name, role, unit);
  });

  async function step(
    by: string,
    record: string,
    action: string,
    input: Record<string, unknown> = {},
  ): Promise<Advanced> {
    const taken = { record, version: versions.get(record), action, input };
    const done = await advance(desk(), people[by]!, clueMatter, taken);
    versions.set(record, done.version);
    return done;
  }

  /** A clue received on the day these tests begin. @param about the officer reported; nobody known where null */
  async function received(more: Record<string, unknown> = {}, about: string | null = 'reported'): Promise<string> {
    const done = await advance(desk(), people.manager!, clueMatter, {
      action: 'RECEIVE',
      input: {
        receivedOn: '2021-04-12',
        source: 'REPORT_BY_PUBLIC',
        reporterMode: 'NAMED',
        summary: SECRET,
        jurisdiction: 'OWN',
        unit: city.units.D01,
        ...more,
      },
    });
    versions.set(done.record, done.version);
    if (about !== null)
      await city.add(
        'clues.subjects',
        { clue: done.record, number: 1, officer: officers[about]!, unit: city.units.D01 },
        people.manager!,
      );
    return done.record;
  }

  const handlers = (first: string, second: string) => ({
    way: 'ASSIGN',
    handlingUnit: city.units.C02,
    firstHandler: officers[first],
    secondHandler: officers[second],
  });

  async function accepted(more: Record<string, unknown> = {}): Promise<string> {
    const clue = await received(more);
    await step('manager', clue, 'REGISTER');
    await step('manager', clue, 'ASSIGN', handlers('first', 'second'));
    await step('first', clue, 'ACCEPT');
    return clue;
  }

  async function verifying(more: Record<string, unknown> = {}): Promise<string> {
    const clue = await accepted(more);
    await step('first', clue, 'PROPOSE', proposal);
    await step('approver', clue, 'APPROVE', { disposal: 'PRELIMINARY_VERIFICATION' });
    await step('first', clue, 'VERIFY', { plan: '调取记录，走访两户' });
    return clue;
  }

  /** Brings a clue that is being verified to its closing. */
  async function close(clue: string, closedOn = '2021-04-12'): Promise<void> {
    await step('first', clue, 'REPORT', { conclusion: 'UNSUBSTANTIATED', report: '未发现问题' });
    await step('liaison', clue, 'REVIEW', { opinion: '同意' });
    await step('other approver', clue, 'CLOSE', { conclusion: 'UNSUBSTANTIATED', closedOn });
  }

  return {
    pools,
    city,
    people,
    officers,
    versions,
    clock,
    desk,
    person,
    step,
    received,
    handlers,
    accepted,
    verifying,
    close,
  };
}
