import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { workCalendar } from '../../../platform/calendar/working-days.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { count, distinct, figures, ratio, smallest } from '../../../platform/figure/declare.ts';
import { figureDesk } from '../../../platform/figure/evaluate.ts';
import { openSigner, verifierKey } from '../../../platform/ledger/notes.ts';
import { sequence } from '../../../platform/ledger/sequencer.ts';
import { TileStore } from '../../../platform/ledger/tile-store.ts';
import { of } from '../../../platform/register/sets.ts';
import { type City, testCity } from '../../../platform/register/testing/city.ts';
import { words } from '../../../platform/words.ts';
import { registers } from '../../index.ts';
import { bulletinChecks } from '../checks.ts';
import type { BulletinText } from '../contract.ts';
import type { BulletinDesk } from '../service.ts';

const at = (name: string) => registers.get(name);

/** Five figures over small registers: counts, distinct persons, a ratio with its base, a day. */
export const declared = figures({
  'test.lectures': {
    words: words('专题党课', 'Party lectures'),
    unit: '场次',
    kind: 'measure',
    value: count(of(at('education.activities'), { kind: 'PARTY_LECTURE' })),
  },
  'test.personTimes': {
    words: words('参训人次', 'Person-times'),
    unit: '人次',
    kind: 'measure',
    value: count(of(at('education.attendance'))),
  },
  'test.persons': {
    words: words('参训干警', 'Officers trained'),
    unit: '名',
    kind: 'measure',
    value: distinct(of(at('education.attendance')), 'officer'),
  },
  'test.coverage': {
    words: words('参训覆盖率', 'Coverage'),
    unit: 'ratio',
    kind: 'coverage',
    value: ratio(distinct(of(at('education.attendance')), 'officer'), count(of(at('organisation.officers')))),
  },
  'test.first': {
    words: words('首次党课', 'First lecture'),
    unit: 'date',
    kind: 'date',
    value: smallest(of(at('education.activities'), { kind: 'PARTY_LECTURE' }), 'heldOn'),
  },
});

/** The checks that speak of no figure by name. */
const checks = bulletinChecks.filter(({ figures }) => figures.length === 0);

export const text: BulletinText = {
  title: '明湖市阶段工作情况通报',
  asOf: '2021-06-22',
  sequence: 2,
  sections: [
    {
      heading: '学习教育',
      paragraphs: [
        {
          runs: [
            { text: '举办专题党课' },
            { figure: 'test.lectures', printed: 'more' },
            { text: '，参训' },
            { figure: 'test.personTimes', printed: 'exact' },
            { text: '，覆盖率' },
            { figure: 'test.coverage', printed: 'exact' },
            { text: '。' },
          ],
        },
      ],
    },
  ],
};

export interface TestDesk {
  readonly desk: BulletinDesk;
  readonly city: City;
  readonly lectures: string[];
  readonly editor: Session;
  readonly director: Session;
  readonly otherDirector: Session;
}

/** A desk of bulletins over an invented city with twelve lectures, three officers and four attendances. */
export function testDesk(pools: Pools): TestDesk {
  const city = testCity(pools, registers);
  const test = {
    city,
    lectures: [] as string[],
    editor: city.as('PRESS_EDITOR', undefined, '01900000-0000-7000-8000-0000000000e1'),
    director: city.as('OFFICE_DIRECTOR', undefined, '01900000-0000-7000-8000-0000000000d1'),
    otherDirector: city.as('OFFICE_DIRECTOR', undefined, '01900000-0000-7000-8000-0000000000d2'),
    desk: {} as BulletinDesk,
  };
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mj-bulletin-'));
    const signer = await openSigner(join(folder, 'key'), 'test.local/ledger');
    const store = new TileStore(join(folder, 'tiles'), signer);
    Object.assign(test.desk, {
      pools,
      figures: { ...figureDesk(city.records.registry, declared), checks },
      ledger: { store, verifierKey: verifierKey(signer), integrate: () => sequence(pools, store) },
      calendar: workCalendar(),
      nameOf: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `账户${id.slice(-2)}`])),
      city: '明湖市',
      issuer: '明湖市教育整顿办公室',
      demo: true,
      spoolPath: () => join(folder, randomUUID()),
    } satisfies BulletinDesk);
    for (let day = 10; day < 22; day += 1) {
      const values = { number: `L${day}`, kind: 'PARTY_LECTURE', title: `第${day}场`, heldOn: `2021-04-${day}` };
      const leadUnit = day % 2 ? city.units.C01 : city.units.D01;
      test.lectures.push(await city.add('education.activities', { ...values, leadUnit, lecturer: '欧阳明月' }));
    }
    for (const officerNo of ['P1', 'P2', 'P3']) {
      const officer = await city.add('organisation.officers', {
        officerNo,
        name: '赵一鸣',
        gender: 'MALE',
        staffKind: 'CIVIL_SERVANT',
        status: 'IN_POST',
        isPartyMember: true,
        isTeamMember: false,
        isPrincipalLeader: false,
        unit: city.units.C01,
        joinedOn: '2010-01-01',
      });
      if (officerNo === 'P3') continue;
      for (const [lecture, attendedOn] of [
        [0, '2021-04-10'],
        [1, '2021-04-11'],
      ] as const) {
        const values = { activity: test.lectures[lecture]!, officer, unit: city.units.C01, attendedOn };
        await city.add('education.attendance', values);
      }
    }
  });
  afterAll(() => rm(folder, { recursive: true }));
  return test;
}
