import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { itemsOf } from '../../../platform/desk/item.ts';
import { viewMatter } from '../../../platform/lifecycle/view.ts';
import { deskOf, wallOf } from '../../../platform/lifecycle/waiting.ts';
import { listRecords } from '../../../platform/register/list.ts';
import { recordHistory } from '../../../platform/register/records/history.ts';
import { registers } from '../../index.ts';
import { clueDeskItems } from '../desk-items.ts';
import { openInEmergency } from '../emergency.ts';
import { clueMatter } from '../matter.ts';
import { hearingMatter } from './matter.ts';
import { ownFile, takeOwnStep } from './my-file.ts';
import { decision, refusal, testFile, told } from './testing/file.ts';

const pools = testDatabase();
const file = testFile(pools);
const fileOf = (name: string) => ownFile(file.desk(), file.people[name]!);

async function listed(by: string, register: string): Promise<{ rows: readonly unknown[]; total: unknown }> {
  const session = file.people[by]!;
  return transact(pools, session, 'read', (tx) =>
    listRecords(tx, file.city.records.registry, session, registers.get(register), { limit: 50 }),
  );
}

/** What the officer's own file says on a desk; nothing where it does not stand there. */
const onDesk = async (name: string) =>
  (await itemsOf(file.desk(), file.people[name]!, clueDeskItems)).items.find((item) => item.name === 'clues.ownFile');

describe('before being told', () => {
  test('the officer, the unit and whoever sits in it learn nothing, not even that a clue exists', async () => {
    const clue = await file.verifying();
    const made = '01900000-0000-7000-8000-00000000beef';
    for (const name of ['reported', 'head', 'colleague']) {
      expect((await fileOf(name)).hearings, name).toEqual([]);
      // A clue that is there and one that is not are answered alike.
      for (const record of [clue, made]) {
        const session = file.people[name]!;
        expect(await refusal(viewMatter(file.desk(), session, clueMatter, record)), name).toBe('record.missing');
        expect(await refusal(file.step(name, clueMatter, record, 'CLOSE')), name).toBe('record.missing');
        expect(
          await refusal(takeOwnStep(file.desk(), session, hearingMatter, { record, version: 1, action: 'STATE' })),
        ).toBe('record.missing');
      }
      const { matters } = await deskOf(file.desk(), file.people[name]!, [clueMatter, hearingMatter]);
      expect(
        matters.map(({ waiting, changed }) => waiting + changed),
        name,
      ).toEqual([0]);
    }
  });

  test('an officer who holds every office of the clue desk finds no clue on himself, in no list and no count', async () => {
    const clue = await file.verifying();
    const before = await listed('mighty', 'clues.clues');
    const wall = () => wallOf(file.desk(), file.people.mighty!, clueMatter, { limit: 200 });
    expect((await wall()).lines.map(({ record }) => record)).toContain(clue);
    await file.city.add('clues.subjects', { clue, number: 2, officer: file.officers.mighty! });
    const after = await listed('mighty', 'clues.clues');
    expect(after.rows.length).toBe(before.rows.length - 1);
    expect((await wall()).lines.map(({ record }) => record)).not.toContain(clue);
    expect(
      await refusal(recordHistory(file.city.records, file.people.mighty!, registers.get('clues.clues'), clue)),
    ).toBe('record.missing');
    expect(await refusal(file.step('mighty', clueMatter, clue, 'CORRECT', { reason: '改' }))).toBe('record.missing');
    expect(await refusal(openInEmergency(file.city.records, file.people.mighty!, clue, '想看看是谁举报的我'))).toBe(
      'record.missing',
    );
    // Row security alone: no check of the program stands above these lines.
    for (const table of ['clues', 'subjects', 'clue_steps', 'clue_clocks']) {
      const column = { clues: 'record', subjects: 'clue' }[table] ?? 'matter';
      const found = await transact(pools, file.people.mighty!, 'read', ({ client }) =>
        client.query(`select from clues.${table} where ${column} = $1`, [clue]),
      );
      expect(found.rowCount, table).toBe(0);
    }
    // Everybody else still sees it.
    expect((await listed('liaison', 'clues.clues')).rows.length).toBeGreaterThan(0);
    expect(
      await refusal(file.step('manager', clueMatter, clue, 'CORRECT', { reason: '补充', summary: '补充线索内容' })),
    ).toBe('none');
  });
});

describe('telling and hearing', () => {
  test('the officer told sees what was told and nothing of the clue; nobody else sees the file', async () => {
    const { clue, hearing } = await file.told();
    const own = (await fileOf('reported')).hearings.find(({ record }) => record === hearing)!;
    expect(own).toMatchObject({ ...told, state: 'TOLD', statements: [], decision: null, rights: [] });
    // Five working days from Monday 12 April 2021.
    expect(own.limits).toEqual([{ id: 'STATE', lastDay: '2021-04-19', overdue: false }]);
    expect(JSON.stringify(own)).not.toContain(clue);
    expect(own.number).not.toContain('XS');
    expect(await refusal(viewMatter(file.desk(), file.people.reported!, clueMatter, clue))).toBe('record.missing');
    for (const name of ['head', 'colleague', 'mighty', 'other approver'])
      expect((await fileOf(name)).hearings, name).toEqual([]);
    for (const name of ['head', 'colleague', 'third']) {
      const opened = viewMatter(file.desk(), file.people[name]!, hearingMatter, hearing);
      expect(await refusal(opened), name).toBe('record.missing');
    }
    expect(await refusal(viewMatter(file.desk(), file.people.second!, hearingMatter, hearing))).toBe('none');
    expect(await refusal(viewMatter(file.desk(), file.people.reported!, hearingMatter, hearing))).toBe('none');
  });

  test('only an officer whom the clue reports is told, once at a time, and by a step of the clue alone', async () => {
    const clue = await file.verifying();
    const tell = (more = {}) => refusal(file.step('first', clueMatter, clue, 'TELL_OFFICER', { ...told, ...more }));
    expect(await tell({ person: 7 })).toBe('hearing.person');
    expect(await tell()).toBe('none');
    expect(await tell()).toBe('hearing.twice');
    expect(await refusal(file.step('first', hearingMatter, undefined, 'TELL', { ...told, clue }))).toBe(
      'access.denied',
    );
    expect(await refusal(file.step('third', clueMatter, clue, 'TELL_OFFICER', told))).toBe('record.missing');
  });

  test('a handler who is replaced or barred loses the hearing with the clue', async () => {
    const { clue, hearing } = await file.told();
    const opens = (by: string) => refusal(viewMatter(file.desk(), file.people[by]!, hearingMatter, hearing));
    expect(await opens('second')).toBe('none');
    await file.step('manager', clueMatter, clue, 'REASSIGN', {
      firstHandler: file.officers.first,
      secondHandler: file.officers.third,
      reason: '工作调动',
    });
    expect([await opens('second'), await opens('third')]).toEqual(['record.missing', 'none']);
    await file.city.add(
      'clues.interests',
      { officer: file.officers.third!, clue, reason: '有债务往来', declaredOn: '2021-04-12' },
      file.people.third!,
    );
    expect(await opens('third')).toBe('record.missing');
  });

  test('every statement is answered with reasons before anything is referred, decided or closed', async () => {
    const { clue, hearing } = await file.told();
    await file.step('first', clueMatter, clue, 'REPORT', {
      conclusion: 'SUBSTANTIATED',
      form: 'SECOND',
      report: '属实',
    });
    await file.step('liaison', clueMatter, clue, 'REVIEW', { opinion: '同意' });
    const close = { conclusion: 'SUBSTANTIATED', form: 'SECOND', closedOn: '2021-04-12' };
    const closing = () => refusal(file.step('approver', clueMatter, clue, 'CLOSE', close));
    const deciding = (more = {}) =>
      refusal(file.step('approver', hearingMatter, hearing, 'DECIDE', { ...decision, ...more }));
    expect(await closing()).toBe('hearing.open');
    expect(await deciding()).toBe('hearing.early');
    await file.step('reported', hearingMatter, hearing, 'STATE', { text: '系人情往来，已回礼' });
    await file.step('reported', hearingMatter, hearing, 'STATE', { text: '附回礼单据', evidenceGiven: '单据两张' });
    expect(await closing()).toBe('hearing.unanswered');
    const department = await file.city.add('organisation.memberDepartments', {
      code: `D${clue.slice(-6)}`,
      name: `纪检监察组${clue.slice(-6)}`,
      kind: 'DISCIPLINE',
      level: 'CITY',
      regionCode: '990100',
    });
    expect(
      await refusal(
        file.step('approver', clueMatter, clue, 'REFER', { toDepartment: department, referredOn: '2021-04-12' }),
      ),
    ).toBe('hearing.unanswered');
    expect(await deciding()).toBe('matter.state');
    expect(await refusal(file.step('first', hearingMatter, hearing, 'ANSWER', { answer: 'REJECTED' }))).toBe(
      'matter.fields',
    );
    await file.step('first', hearingMatter, hearing, 'ANSWER', { answer: 'PARTLY', reasons: '一次有回礼，予以扣除' });
    const { statements } = (await fileOf('reported')).hearings.find(({ record }) => record === hearing)!;
    expect(statements.map(({ text, answer, reasons }) => [text, answer, reasons])).toEqual([
      ['系人情往来，已回礼', 'PARTLY', '一次有回礼，予以扣除'],
      ['附回礼单据', 'PARTLY', '一次有回礼，予以扣除'],
    ]);
    // Objecting makes nothing heavier (art. 43), and whoever told or answered does not decide.
    expect(await deciding({ measure: 'REMOVAL' })).toBe('hearing.heavier');
    expect(await refusal(file.step('first', hearingMatter, hearing, 'DECIDE', decision))).toBe('access.denied');
    expect(await deciding({ remedies: '' })).toBe('matter.fields');
    expect(await closing()).toBe('hearing.open');
    expect(await deciding()).toBe('none');
    expect(await closing()).toBe('none');
    const own = (await fileOf('reported')).hearings.find(({ record }) => record === hearing)!;
    expect(own.decision).toEqual({ ...decision, decidedOn: '2021-04-12', endsOn: '2021-10-12' });
  });

  test('no sanction without a written decision; a clue closed without a form needs none', async () => {
    const clue = await file.verifying();
    await file.step('first', clueMatter, clue, 'REPORT', {
      conclusion: 'SUBSTANTIATED',
      form: 'THIRD',
      report: '属实',
    });
    await file.step('liaison', clueMatter, clue, 'REVIEW', { opinion: '同意' });
    const close = (form: string | null) =>
      refusal(
        file.step('approver', clueMatter, clue, 'CLOSE', { conclusion: 'SUBSTANTIATED', form, closedOn: '2021-04-12' }),
      );
    expect(await close('THIRD')).toBe('hearing.undecided');
    expect(await close('FIRST')).toBe('none');
  });

  test("what was told waits on the desk of that officer until it is answered, and on nobody else's", async () => {
    const before = (await onDesk('reported'))!.waiting;
    const { hearing } = await file.told();
    expect((await onDesk('reported'))!.waiting).toBe(before + 1);
    for (const name of ['colleague', 'head', 'mighty']) expect((await onDesk(name))?.waiting ?? 0, name).toBe(0);
    expect(await onDesk('liaison')).toBeUndefined();
    await file.step('reported', hearingMatter, hearing, 'WAIVE');
    expect((await onDesk('reported'))!.waiting).toBe(before);
  });

  test('silence: after the last day a decision may come, on the last minute of it not', async () => {
    const { hearing } = await file.told();
    const deciding = () => refusal(file.step('approver', hearingMatter, hearing, 'DECIDE', decision));
    file.at('2021-04-19T15:59:59Z');
    expect(await deciding()).toBe('hearing.early');
    file.at('2021-04-19T16:00:00Z');
    expect(await deciding()).toBe('none');
    file.at('2021-04-12T02:00:00Z');
  });

  test('the officer concerned takes own steps only, and the public log does not name that account', async () => {
    const { hearing } = await file.told();
    expect(await refusal(file.step('colleague', hearingMatter, hearing, 'STATE', { text: '代为陈述' }))).toBe(
      'record.missing',
    );
    expect(await refusal(file.step('reported', hearingMatter, hearing, 'DROP', { reason: '无事' }))).toBe(
      'access.denied',
    );
    expect(await refusal(file.step('first', hearingMatter, hearing, 'WAIVE'))).toBe('access.denied');
    await file.step('reported', hearingMatter, hearing, 'STATE', { text: '不属实' });
    const { rows } = await pools.owner.query(
      "select entry from ledger.acts where subject = $1 and act = 'clues.hearing.state'",
      [hearing],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].entry).not.toContain(file.people.reported!.account);
    expect(rows[0].entry).not.toContain('不属实');
  });
});
