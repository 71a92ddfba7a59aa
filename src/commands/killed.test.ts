import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOrJoin } from '../platform/database/join.ts';
import { DATABASE } from '../platform/database/open.ts';
import { withClient } from '../platform/database/pools.ts';
import { activitiesWorkbook, begin, mingjing, testFolder, unitsWorkbook } from './testing/program.ts';

let folder: string;
let data: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await testFolder());
  data = join(folder, 'city');
});
afterAll(() => remove());

const ROWS = 8_000;

/** Asks the database of the installation, whoever runs it. */
async function ask<T>(question: string): Promise<T> {
  const server = await startOrJoin({ directory: data });
  try {
    return await withClient(server.adminUrl(DATABASE), async (client) => (await client.query(question)).rows[0]);
  } finally {
    await server.stop();
  }
}

const registered = async (): Promise<number> =>
  (await ask<{ number: number }>('select count(*)::int as number from education.activities')).number;

test('an import killed in the middle leaves nothing, and the same import goes through afterwards', async () => {
  const units = join(folder, 'a-units.xlsx');
  const activities = join(folder, 'b-activities.xlsx');
  await unitsWorkbook(units, [['C01', '明湖市公安局']]);
  await activitiesWorkbook(activities, ROWS);
  expect(await mingjing(['import', units, '--data', data])).toMatchObject({ code: 0 });
  const importing = begin(['import', units, activities, '--data', data]);
  await importing.line(/^a-units\.xlsx\tsame/);
  const server = await startOrJoin({ directory: data });
  await withClient(server.adminUrl(DATABASE), async (client) => {
    for (let writing = false; !writing; ) {
      // A transaction of the program has written to the register and has not ended.
      const { rows } = await client.query(
        `select exists (select from pg_locks
           where relation = 'education.activities'::regclass and mode = 'RowExclusiveLock') as writing`,
      );
      writing = rows[0].writing;
      if (importing.child.exitCode !== null) throw new Error('the import ended before it could be killed');
    }
    importing.child.kill('SIGKILL');
    await importing.ended;
  });
  expect((await importing.ended).out).not.toContain('b-activities');

  expect(await registered()).toBe(0);
  expect(await mingjing(['verify', '--data', data])).toMatchObject({ code: 0 });
  const again = await mingjing(['import', units, activities, '--data', data]);
  expect(again.code).toBe(0);
  expect(again.out).toMatch(new RegExp(`^a-units\\.xlsx\\tsame\\t.*\\n.*registered\\t${ROWS} added`));
  expect(await registered()).toBe(ROWS);
  expect(await mingjing(['verify', '--data', data])).toMatchObject({ code: 0 });
});

test('a directory has one program; killed or told to end, the next one takes over', async () => {
  const start = ['start', '--empty', '--port', '0', '--data', data];
  const first = begin(start);
  await first.line(/Mingjing is ready/);
  const second = await mingjing(start);
  expect(second.code).toBe(1);
  expect(second.err).toContain(`process ${first.child.pid}`);
  // Commands work beside it.
  expect(await mingjing(['account', 'list', '--data', data])).toMatchObject({ code: 0 });
  expect(await mingjing(['backup', '--out', join(folder, 'backup'), '--data', data])).toMatchObject({ code: 0 });
  first.child.kill('SIGKILL');
  await first.ended;

  const third = begin(start);
  await third.line(/Mingjing is ready/);
  // Ctrl+C in a terminal reaches the program several times.
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) third.child.kill(signal);
  expect(await third.ended).toMatchObject({ code: 0 });
  expect(await mingjing(['verify', '--data', data])).toMatchObject({ code: 0 });
});
