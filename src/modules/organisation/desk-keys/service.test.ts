import { expect, test } from 'vitest';
import { systemSession } from '../../../platform/database/session.ts';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { transact } from '../../../platform/database/transact.ts';
import { testCity } from '../../../platform/register/testing/city.ts';
import { newKeyPair, pairOf } from '../../../platform/sealing/keys.ts';
import { registers } from '../../index.ts';
import { deskKeysInForce, endDeskKey, ensureFirstDeskKey, listDeskKeys, makeDeskKey } from './service.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const liaison = () => city.as('DISCIPLINE_LIAISON');
const actsOf = async (record: string): Promise<string[]> => {
  const { rows } = await pools.owner.query('select act from ledger.acts where subject = $1 order by appended_at', [
    record,
  ]);
  return rows.map(({ act }) => act);
};

test('the first key of a demo city is handed over once and kept nowhere', async () => {
  const secret = await ensureFirstDeskKey(pools, '演示纪检组');
  expect(secret).toMatch(/^AGE-SECRET-KEY-1/);
  expect(await ensureFirstDeskKey(pools, '演示纪检组')).toBeNull();
  const [key] = await deskKeysInForce(pools);
  expect(key!.publicKey).toBe((await pairOf(secret!)).publicKey);
  const { rows } = await pools.owner.query('select t::text as row from organisation.desk_keys t');
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a key is rotated: the new one comes into force, then the old one ends, and both stay in the record', async () => {
  const [old] = await deskKeysInForce(pools);
  await expect(endDeskKey(pools, liaison(), old!.record, { version: 1, reason: '换人' })).rejects.toMatchObject({
    code: 'deskKey.last',
  });
  const { publicKey } = await newKeyPair();
  const made = await makeDeskKey(pools, liaison(), { publicKey, holder: '市纪委监委驻点组' });
  await endDeskKey(pools, liaison(), old!.record, { version: 1, reason: '换人' });
  expect((await deskKeysInForce(pools)).map((key) => key.publicKey)).toEqual([publicKey]);
  expect(await transact(pools, systemSession, 'read', listDeskKeys)).toHaveLength(2);
  expect(await actsOf(made.record)).toEqual(['desk-key.make']);
  expect(await actsOf(old!.record)).toEqual(['desk-key.make', 'desk-key.end']);
  await expect(endDeskKey(pools, liaison(), old!.record, { version: 2, reason: '再停' })).rejects.toMatchObject({
    code: 'record.changed',
  });
  await expect(makeDeskKey(pools, liaison(), { publicKey: old!.publicKey, holder: '旧公钥' })).rejects.toMatchObject({
    code: 'record.duplicate',
  });
});

test('of two who end the last two keys at once, one is refused', async () => {
  const { publicKey } = await newKeyPair();
  await makeDeskKey(pools, liaison(), { publicKey, holder: '第二组' });
  const both = await deskKeysInForce(pools);
  expect(both).toHaveLength(2);
  const ended = await Promise.allSettled(
    both.map(({ record, version }) => endDeskKey(pools, liaison(), record, { version, reason: '同时停用' })),
  );
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await deskKeysInForce(pools)).toHaveLength(1);
});

test('nobody but the desk makes a key, and no form or workbook does', async () => {
  const { publicKey } = await newKeyPair();
  for (const role of ['SYSTEM_ADMIN', 'OFFICE_DIRECTOR', 'CLUE_MANAGER'])
    await expect(makeDeskKey(pools, city.as(role), { publicKey, holder: '冒充' }), role).rejects.toThrow(
      /row-level security/,
    );
  const values = { fingerprint: 'x', publicKey: 'y', holder: 'z', validFrom: '2021-03-01 08:00' };
  await expect(city.add('organisation.deskKeys', values, liaison())).rejects.toMatchObject({ code: 'access.denied' });
  await city.handIn('公钥.xlsx', [
    ['公钥指纹', '公钥', '持有人', '启用时间', '停用时间', '停用原因'],
    ['x', 'y', 'z', '2021-03-01 08:00', null, null],
  ]);
  const { rows } = await pools.owner.query(`select from organisation.desk_keys where fingerprint = 'x'`);
  expect(rows).toEqual([]);
});
