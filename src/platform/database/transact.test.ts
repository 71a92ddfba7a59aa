import { beforeAll, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { type Session, systemSession } from './session.ts';
import { testDatabase } from './testing/database.ts';
import { type Tx, transact } from './transact.ts';

const pools = testDatabase();
const write = <T>(body: (tx: Tx) => Promise<T>): Promise<T> => transact(pools, systemSession, 'write', body);
const person: Session = {
  account: '01900000-0000-7000-8000-000000000009',
  roles: ['UNIT_STAFF', 'AUDITOR'],
  unit: '01900000-0000-7000-8000-000000000001',
  officer: null,
};

beforeAll(() =>
  pools.owner.query(`create table public.counters (name text primary key, number int not null);
    insert into public.counters values ('a', 0), ('b', 0);
    grant select, insert, update on public.counters to mingjing_app`),
);

const numberOf = async (name: string): Promise<number> => {
  const { rows } = await pools.owner.query('select number from public.counters where name = $1', [name]);
  return rows[0]?.number;
};
const add = ({ client }: Tx, name: string): Promise<unknown> =>
  client.query('update public.counters set number = number + 1 where name = $1', [name]);

test('a transaction carries its session, quotes it, and leaves nothing of it behind', async () => {
  const names = ['account', 'roles', 'unit', 'officer'].map(
    (name) => `current_setting('mingjing.${name}', true) as ${name}`,
  );
  const asked = `select ${names.join(', ')}`;
  const account = `o'Brien \\ "; drop table public.counters; --`;
  const seen = await transact(
    pools,
    { ...person, account },
    'read',
    async (tx) => (await tx.client.query(asked)).rows[0],
  );
  expect(seen).toEqual({ account, roles: 'UNIT_STAFF,AUDITOR', unit: person.unit, officer: '' });
  for (const { rows } of await Promise.all(Array.from({ length: 8 }, () => pools.app.query(asked))))
    for (const value of Object.values(rows[0])) expect(value ?? '').toBe('');
});

test('a person waits a limited time, the program itself does not', async () => {
  const limit = async (session: Session): Promise<string> =>
    transact(pools, session, 'read', async (tx) => {
      const { rows } = await tx.client.query('show statement_timeout');
      return rows[0].statement_timeout;
    });
  expect(await limit(person)).toBe('30s');
  expect(await limit(systemSession)).toBe('0');
  const slow = transact(pools, person, 'read', async (tx) => {
    await tx.client.query(`set local statement_timeout = '10ms'`);
    await tx.client.query('select pg_sleep(10)');
  });
  await expect(slow).rejects.toMatchObject({ code: 'database.slow' });
});

test('reading cannot write, writing can, and Kysely speaks on the same connection', async () => {
  await expect(transact(pools, systemSession, 'read', (tx) => add(tx, 'a'))).rejects.toThrow(/read-only/);
  const before = await numberOf('a');
  await write(async (tx) => {
    await add(tx, 'a');
    const row = await tx.db.selectFrom('public.counters').select('number').where('name', '=', 'a').executeTakeFirst();
    expect(row).toEqual({ number: before + 1 });
    expect(await numberOf('a')).toBe(before);
  });
  expect(await numberOf('a')).toBe(before + 1);
});

test('a body that throws saves nothing and gets its own error back', async () => {
  const before = await numberOf('a');
  const own = new AppError('record.missing');
  const failing = write(async (tx) => {
    await add(tx, 'a');
    throw own;
  });
  await expect(failing).rejects.toBe(own);
  expect(await numberOf('a')).toBe(before);
});

test('a body that swallows a failed statement is not told that its work was kept', async () => {
  const before = await numberOf('a');
  const swallowing = write(async (tx) => {
    await add(tx, 'a');
    await tx.client.query('select 1 / 0').catch(() => undefined);
  });
  await expect(swallowing).rejects.toThrow(/nothing was saved/);
  expect(await numberOf('a')).toBe(before);
});

test.each(['40001', '55P03'])(
  'a conflict (SQLSTATE %s) is reported as a changed record, and the body ran once',
  async (state) => {
    let runs = 0;
    const late = write(async (tx) => {
      runs += 1;
      await tx.client.query(`do $$ begin raise exception using errcode = '${state}'; end $$`);
    });
    await expect(late).rejects.toMatchObject({ code: 'record.changed', status: 409 });
    expect(runs).toBe(1);
  },
);

test('of two transactions in each other’s way one is told that the record changed', async () => {
  const before = [await numberOf('a'), await numberOf('b')];
  const holds = { a: Promise.withResolvers<void>(), b: Promise.withResolvers<void>() };
  let runs = 0;
  const crossing = (own: 'a' | 'b', other: 'a' | 'b'): Promise<unknown> =>
    write(async (tx) => {
      runs += 1;
      await add(tx, own);
      holds[own].resolve();
      await holds[other].promise;
      await add(tx, other);
    });
  const results = await Promise.allSettled([crossing('a', 'b'), crossing('b', 'a')]);
  const failed = results.filter((result) => result.status === 'rejected');
  expect(failed.map(({ reason }) => reason.code)).toEqual(['record.changed']);
  expect(runs).toBe(2);
  expect([await numberOf('a'), await numberOf('b')]).toEqual(before.map((number) => number + 1));
});

test('a connection that breaks between two statements is reported, and the pool goes on', async () => {
  const before = await numberOf('a');
  const broken = write(async (tx) => {
    await add(tx, 'a');
    const { rows } = await tx.client.query('select pg_backend_pid() as pid');
    const end = new Promise<void>((resolve) => tx.client.once('end', resolve));
    await pools.app.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await end;
  });
  await expect(broken).rejects.toMatchObject({ code: 'database.away' });
  await write((tx) => add(tx, 'a'));
  expect(await numberOf('a')).toBe(before + 1);
});
