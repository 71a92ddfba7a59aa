import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectPools } from '../open.ts';
import { urlTo, withClient } from '../pools.ts';
import type { Pools } from '../transact.ts';

/**
 * A migrated database of this test file's own, dropped at its end. Call it at the top of a file; the pools are there from
 * the first test on.
 */
export function testDatabase(): Pools {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const pools: Partial<Pools> = {};
  const { url, directory, template } = inject('testServer');
  beforeAll(async () => {
    await withClient(url, (client) => client.query(`create database ${name} template ${template}`));
    Object.assign(pools, await connectPools(urlTo(url, name), directory));
  });
  afterAll(async () => {
    await Promise.all([pools.app?.end(), pools.owner?.end()]);
    await withClient(url, (client) => client.query(`drop database if exists ${name}`));
  });
  return pools as Pools;
}
