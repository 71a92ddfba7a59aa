import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { registers } from '../../index.ts';
import { recheckHouse } from '../testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);

beforeAll(async () => {
  await house.drawn();
});

test('the application role can add to what was committed, and change nothing', async () => {
  for (const table of [
    'plans',
    'plan_cases',
    'case_openings',
    'pool_members',
    'seeds',
    'drawn_cases',
    'asides',
    'outcomes',
    'dice_entries',
  ]) {
    const { rows } = await pools.owner.query(
      `select has_table_privilege('mingjing_app', $1, 'update') as change, has_table_privilege('mingjing_app', $1, 'delete') as remove`,
      [`recheck.${table}`],
    );
    expect(rows[0], table).toEqual({ change: false, remove: false });
  }
});

test('what opens a frame is shown to no role that may not see the clues', async () => {
  const client = await pools.app.connect();
  try {
    for (const [roles, sees] of [
      ['OFFICE_STAFF', false],
      ['CASE_HANDLER', false],
      ['SYSTEM_ADMIN', false],
      ['', false],
      ['DISCIPLINE_LIAISON', true],
    ] as const) {
      await client.query('begin');
      await client.query(`select set_config('mingjing.roles', $1, true)`, [roles]);
      for (const table of ['case_openings', 'pool_members', 'turns']) {
        const { rows } = await client.query(`select count(*) > 0 as sees from recheck.${table}`);
        expect([roles, table, rows[0].sees]).toEqual([roles, table, sees]);
      }
      const { rows } = await client.query('select count(*) as seen from recheck.dice_entries');
      expect(rows[0].seen).toBe(0);
      await client.query('rollback');
    }
  } finally {
    client.release();
  }
});
