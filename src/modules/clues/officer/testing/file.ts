import { beforeAll } from 'vitest';
import type { Role } from '../../../../platform/access/roles.ts';
import { workCalendar } from '../../../../platform/calendar/working-days.ts';
import type { Session } from '../../../../platform/database/session.ts';
import type { Pools } from '../../../../platform/database/transact.ts';
import { type Advanced, advance, type MatterDesk } from '../../../../platform/lifecycle/advance.ts';
import type { Matter } from '../../../../platform/lifecycle/matter.ts';
import { type City, testCity } from '../../../../platform/register/testing/city.ts';
import { addAccount, addOfficer } from '../../../../platform/register/testing/people.ts';
import { registers } from '../../../index.ts';
import { clueMatter } from '../../matter.ts';
import { hearingMatter, reviewMatter } from '../matter.ts';
import { ownFile } from '../my-file.ts';

export const told = { facts: '2020年以来三次收受管理对象礼品', grounds: '违反廉洁规定', proposed: 'DEMERIT' };
export const decision = {
  track: 'SUPERVISORY',
  decisionNo: '明监政〔2021〕3号',
  findings: '三次收受礼品，折款四千元',
  evidence: '证人证言、转账记录',
  measure: 'WARNING',
  basis: '公职人员政务处分法第三十三条',
  remedies: '收到本决定之日起一个月内可申请复审',
};

export interface File {
  readonly city: City;
  readonly people: Record<string, Session>;
  readonly officers: Record<string, string>;
  /** Everything happens at this moment until another is set. */
  at(moment: string): void;
  desk(): MatterDesk & City['records'];
  step(
    by: string,
    matter: Matter,
    record: string | undefined,
    action: string,
    input?: Record<string, unknown>,
  ): Promise<Advanced>;
  /** A clue on `reported` that is being verified. */
  verifying(more?: Record<string, unknown>): Promise<string>;
  /** The same with the officer told. @returns clue and hearing */
  told(more?: Record<string, unknown>): Promise<{ clue: string; hearing: string }>;
  /** The same, decided after the officer had nothing to state. @returns the hearing */
  decided(more?: Record<string, unknown>): Promise<string>;
  ask(hearing: string, kind: string): Promise<Advanced>;
  /** Decides a request of the officer in the hands of another person. */
  review(request: string, input: Record<string, unknown>, by?: string): Promise<Advanced>;
}

/** A city in which a handler works on a clue, and the officer whom it reports sits at an own desk. */
export function testFile(pools: Pools): File {
  const city = testCity(pools, registers);
  let now = new Date('2021-04-12T02:00:00Z');
  const file: File = {
    city,
    people: {},
    officers: {},
    at: (moment) => {
      now = new Date(moment);
    },
    desk: () => ({ ...city.records, calendar: workCalendar(), now: () => now }),
    step: (by, matter, record, action, input = {}) =>
      advance(file.desk(), file.people[by]!, matter, { record, action, input }),
    async verifying(more = {}) {
      const { record: clue } = await file.step('manager', clueMatter, undefined, 'RECEIVE', {
        receivedOn: '2021-04-12',
        source: 'DISCIPLINE',
        reporterMode: 'NONE',
        summary: '反映收受礼品',
        jurisdiction: 'OWN',
        ...more,
      });
      await city.add('clues.subjects', { clue, number: 1, officer: file.officers.reported! });
      await file.step('manager', clueMatter, clue, 'REGISTER');
      await file.step('manager', clueMatter, clue, 'ASSIGN', {
        way: 'ASSIGN',
        handlingUnit: city.units.C02,
        firstHandler: file.officers.first,
        secondHandler: file.officers.second,
      });
      await file.step('first', clueMatter, clue, 'ACCEPT');
      const disposal = 'PRELIMINARY_VERIFICATION';
      await file.step('first', clueMatter, clue, 'PROPOSE', {
        disposal,
        studiedOn: '2021-04-12',
        studiedBy: 3,
        minutes: '同意初核',
      });
      await file.step('approver', clueMatter, clue, 'APPROVE', { disposal });
      await file.step('first', clueMatter, clue, 'VERIFY', { plan: '调取记录' });
      return clue;
    },
    async told(more = {}) {
      const clue = await file.verifying();
      await file.step('first', clueMatter, clue, 'TELL_OFFICER', { ...told, ...more });
      const { hearings } = await ownFile(file.desk(), file.people.reported!);
      return { clue, hearing: hearings.find(({ state }) => state === 'TOLD')!.record };
    },
    async decided(more = {}) {
      const { hearing } = await file.told();
      await file.step('reported', hearingMatter, hearing, 'WAIVE');
      await file.step('approver', hearingMatter, hearing, 'DECIDE', { ...decision, ...more });
      return hearing;
    },
    ask: (hearing, kind) =>
      file.step('reported', reviewMatter, undefined, 'ASK', { hearing, kind, grounds: '事实认定有误' }),
    async review(request, input, by = 'liaison') {
      await file.step(by, reviewMatter, request, 'TAKE_UP', { body: '明湖市监察委员会' });
      return file.step(by, reviewMatter, request, 'DECIDE', { reasons: '复核全案证据', ...input });
    },
  };

  const person = async (name: string, roles: readonly Role[], unit: 'C01' | 'C02' | 'D01'): Promise<void> => {
    const officer = await addOfficer(city, name, unit);
    file.officers[name] = officer;
    file.people[name] = await addAccount(pools, city, name, roles, unit, officer);
  };
  beforeAll(async () => {
    for (const [name, roles, unit] of [
      ['manager', ['CLUE_MANAGER'], 'C02'],
      ['first', ['CASE_HANDLER'], 'C02'],
      ['second', ['CASE_HANDLER'], 'C02'],
      ['third', ['CASE_HANDLER'], 'C02'],
      ['approver', ['APPROVER'], 'C02'],
      ['other approver', ['APPROVER', 'OFFICER_SELF'], 'C02'],
      ['liaison', ['DISCIPLINE_LIAISON'], 'C02'],
      ['head', ['UNIT_HEAD', 'OFFICER_SELF'], 'D01'],
      ['reported', ['OFFICER_SELF'], 'D01'],
      ['colleague', ['OFFICER_SELF'], 'D01'],
      // Offices do not let anybody look at a clue on themselves.
      ['mighty', ['OFFICER_SELF', 'APPROVER', 'CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'AUDITOR'], 'D01'],
    ] as const)
      await person(name, roles, unit);
  });
  return file;
}

/** The code of the error with which something is refused, or `none`. */
export const refusal = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? String(error),
  );
