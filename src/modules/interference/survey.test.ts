import { expect, test } from 'vitest';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { Buckets } from '../../platform/http/buckets.ts';
import { nobody } from '../../platform/http/context.ts';
import { interferenceRoutes } from './routes.ts';
import { answerSurvey, closeRound, openRound } from './service/survey.ts';
import { testHouse } from './testing/house.ts';

const pools = testDatabase();
const house = testHouse(pools);
const during = new Date('2026-03-01T02:00:00Z');
const after = new Date('2026-03-03T02:00:00Z');

const open = (number: string, codes: number) =>
  openRound(house.desk(during), house.as('OFFICE_STAFF'), {
    number,
    unit: house.city.units.C01,
    closesOn: '2026-03-02',
    codes,
  });
const answer = (code: string, aware: boolean, supportive: boolean, at = during) =>
  answerSurvey(house.desk(at), nobody, { code, aware, supportive });

test('one answer per code; a used, wrong or late one is refused in the same words', async () => {
  const { codes } = await open('S-1', 2);
  await answer(codes[0]!, true, true);
  const refused = { code: 'survey.code' };
  await expect(answer(codes[0]!, true, false)).rejects.toMatchObject(refused);
  await expect(answer('1234 5678 9012 3456', true, true)).rejects.toMatchObject(refused);
  await expect(answer(codes[1]!, true, true, after)).rejects.toMatchObject(refused);
});

test('two people with the same code at the same moment: one answer is counted', async () => {
  const { round, codes } = await open('S-2', 1);
  const both = await Promise.allSettled([answer(codes[0]!, true, true), answer(codes[0]!, true, true)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { rows } = await pools.owner.query('select tallies from interference.survey_tallies where round = $1', [round]);
  expect(rows[0].tallies.map(Number)).toEqual([0, 0, 0, 1]);
});

test('whoever guesses codes runs out of tries and shuts nobody else out; answers given cost none', async () => {
  const { codes } = await open('S-6', 5);
  const tries = new Buckets(2, 60, () => during);
  const ledger = { integrate: async () => undefined } as never;
  const route = interferenceRoutes({ ...house.desk(during), ledger, surveyTries: tries }).find(
    ({ path }) => path === '/api/public/interference-survey',
  )!;
  const send = (address: string, code: string) =>
    route.handle({ address } as never, { body: { code, aware: true, supportive: true } } as never);
  const refused = (address: string, code: string) =>
    Promise.resolve(send(address, code)).then(
      () => null,
      (error) => error.code,
    );
  // Many people answer behind the one address of a hall.
  for (const code of codes.slice(0, 3)) expect(await send('198.51.100.1', code)).toEqual({ taken: true });
  const guesses = ['1234 5678 9012 3456', '1234 5678 9012 3457', codes[3]!];
  const said = [];
  for (const code of guesses) said.push(await refused('198.51.100.2', code));
  expect(said).toEqual(['survey.code', 'survey.code', 'request.tooMany']);
  expect(await send('198.51.100.1', codes[3]!)).toEqual({ taken: true });
});

test('a dump of everything, system columns too, holds no row of an answer and no trace of a spent code', async () => {
  const { round, codes } = await open('S-3', 30);
  const choices = codes.slice(0, 12).map((code, at) => ({ code, aware: at % 3 > 0, supportive: at % 2 > 0 }));
  for (const { code, aware, supportive } of choices) await answer(code, aware, supportive);
  const dump = async (table: string) =>
    (
      await pools.owner.query(`select xmin::text, ctid::text, to_jsonb(t) as row from ${table} t where round = $1`, [
        round,
      ])
    ).rows;
  const unspent = await dump('interference.survey_codes');
  expect(unspent).toHaveLength(30 - 12);
  for (const { code } of choices) {
    const hash = house
      .desk()
      .registry.vault.hash(`interference survey ${code.replaceAll(' ', '')}`)
      .toString('hex');
    expect(JSON.stringify(unspent)).not.toContain(hash);
  }
  // All codes left were written by one transaction, in the order of their hashes: neither xmin nor place says who is missing.
  expect(new Set(unspent.map(({ xmin }) => xmin)).size).toBe(1);
  const hashes = unspent.map(({ row }) => row.code_hash);
  expect(hashes).toEqual(hashes.toSorted());
  const tallies = await dump('interference.survey_tallies');
  expect(tallies).toHaveLength(1);
  expect(Object.keys(tallies[0].row).sort()).toEqual(['closed', 'closes_on', 'round', 'tallies']);
  // The log knows that somebody answered, and when; acts are equal but for id and moment.
  const { rows: acts } = await pools.owner.query(
    `select entry from ledger.acts where act = 'interference.answer-survey' and subject = $1`,
    [round],
  );
  expect(acts).toHaveLength(12);
  const bare = acts.map(({ entry }) => ({ ...JSON.parse(entry), id: '', at: '' }));
  expect(new Set(bare.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(bare[0].actor).toBe('public');
  // The order of the acts meets one row of sums: every assignment of the counted answers to the acts fits it as well.
  const sums = tallies[0].row.tallies.map(Number);
  expect(sums).toEqual(
    [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ].map(
      ([aware, supportive]) => choices.filter((one) => one.aware === aware && one.supportive === supportive).length,
    ),
  );
});

test('the application role reads neither codes nor sums, whoever is signed in', async () => {
  for (const table of ['survey_codes', 'survey_tallies'])
    await expect(
      transact(pools, house.as('OFFICE_DIRECTOR'), 'read', ({ client }) =>
        client.query(`select * from interference.${table}`),
      ),
    ).rejects.toThrow(/permission denied/);
  await expect(
    transact(pools, house.as('UNIT_HEAD', '乙二'), 'write', ({ client }) =>
      client.query(`select interference.close_round(gen_random_uuid())`),
    ),
  ).rejects.toThrow(/not allowed/);
});

test('rates come with at least ten answers, after the last day; fewer leave no rates', async () => {
  const staff = house.as('OFFICE_STAFF');
  const few = await open('S-4', 9);
  for (const code of few.codes) await answer(code, true, false);
  await expect(closeRound(house.desk(during), staff, few.round)).rejects.toMatchObject({ code: 'survey.open' });
  expect(await closeRound(house.desk(after), staff, few.round)).toEqual({ answers: 9, aware: null, supportive: null });
  const enough = await open('S-5', 10);
  for (const [at, code] of enough.codes.entries()) await answer(code, true, at > 4);
  expect(await closeRound(house.desk(after), staff, enough.round)).toEqual({ answers: 10, aware: 1, supportive: 0.5 });
  const { rows } = await pools.owner.query(`select number, answers, aware, supportive from interference.surveys`);
  expect(rows).toEqual([{ number: 'S-5', answers: 10, aware: 10, supportive: 5 }]);
});
