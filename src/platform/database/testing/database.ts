import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectPools } from '../open.ts';
import type { Pools } from '../transact.ts';
import { TEMPLATE, withDatabase } from './server.ts';

/**
 * A migrated database of this test file's own, dropped at its end. Call it at the top of a file; the pools are there from
 * the first test on.
 */
export function testDatabase(): Pools {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const pools: { app?: pg.Pool; owner?: pg.Pool } = {};
  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: inject('testServer') });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  beforeAll(async () => {
    await onServer(`create database ${name} template ${TEMPLATE}`);
    Object.assign(pools, await connectPools(withDatabase(inject('testServer'), name), inject('testDirectory')));
  });
  afterAll(async () => {
    await Promise.all([pools.app?.end(), pools.owner?.end()]);
    await onServer(`drop database if exists ${name} with (force)`);
  });
  return pools as Pools;
}
