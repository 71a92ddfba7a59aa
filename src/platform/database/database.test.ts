import { expect, test } from 'vitest';
import { systemSession } from './session.ts';
import { testDatabase } from './testing/database.ts';
import { transact } from './transact.ts';

const pools = testDatabase();

test('the application role owns nothing and cannot make, change or empty a table', async () => {
  const { rows } = await pools.app.query(
    `select count(*) as owned from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`,
  );
  expect(rows[0].owned).toBe(0);
  for (const attack of [
    'create table public.mine (a int)',
    'delete from access.reach',
    'truncate access.reach',
    'alter table access.reach disable row level security',
    'drop table access.named',
    'set role mingjing_owner',
  ]) {
    await expect(pools.app.query(attack), attack).rejects.toThrow(/permission denied|must be owner/);
  }
});

test('a transaction carries its session to row security and leaves nothing behind', async () => {
  const unit = '01900000-0000-7000-8000-000000000001';
  const session = { ...systemSession, roles: ['UNIT_STAFF', 'AUDITOR'], unit };
  const seen = await transact(pools, session, 'read', async (tx) => {
    const { rows } = await tx.client.query('select access.session_roles() as roles, access.session_unit() as unit');
    return rows[0];
  });
  expect(seen).toEqual({ roles: ['UNIT_STAFF', 'AUDITOR'], unit });
  const { rows } = await pools.app.query('select access.session_roles() as roles, access.session_unit() as unit');
  expect(rows[0]).toEqual({ roles: [], unit: null });
});

test('a reading transaction cannot write, and a failing one leaves nothing', async () => {
  const insert = `insert into access.named (register, record, account, act, granted_at)
    values ('clues.clues', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now())`;
  await expect(transact(pools, systemSession, 'read', (tx) => tx.client.query(insert))).rejects.toThrow(/read-only/);
  const failing = transact(pools, systemSession, 'write', async (tx) => {
    await tx.client.query(insert);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  const { rows } = await pools.app.query('select count(*) as number from access.named');
  expect(rows[0].number).toBe(0);
});
