import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { registers } from '../../../modules/index.ts';
import { systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { transact } from '../../database/transact.ts';
import { startJobs, type Task } from '../../jobs/jobs.ts';
import { openLog } from '../../log/log.ts';
import { testCity } from '../testing/city.ts';
import { importTask, queueForgotten, queueImport } from './jobs.ts';
import { cancelImport } from './service.ts';
import { type ImportRow, readImport } from './store.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const log = openLog('silent');
const heading = ['活动编号', '活动类型', '活动名称', '日期', '牵头单位'];
const row = (number: string) => [number, '警示教育片', `第${number}场`, '2021-05-01', 'C01'];

/** The import's task, telling when each job has ended. */
function told(): { task: Task; ended: EventEmitter } {
  const ended = new EventEmitter();
  const task = importTask(city.imports);
  return {
    ended,
    task: {
      ...task,
      work: async (payload, about) => {
        await task.work(payload, about).finally(() => ended.emit((payload as { import: string }).import));
      },
    },
  };
}

const stateOf = (id: string): Promise<ImportRow> => transact(pools, systemSession, 'read', (tx) => readImport(tx, id));

test('a file is checked and registered in the queue, in the name of whoever asked', async () => {
  const { task, ended } = told();
  const jobs = await startJobs({ owner: pools.owner, tasks: [task], log });
  try {
    const staff = city.as('UNIT_STAFF', 'C01');
    const { id } = await city.receive('一.xlsx', [heading, row('J-1')], staff);
    const checked = once(ended, id);
    await queueImport(jobs, staff, id, 'check');
    await checked;
    expect(await stateOf(id)).toMatchObject({ state: 'checked', counts: { added: 1 } });
    const registered = once(ended, id);
    await queueImport(jobs, staff, id, 'all');
    await registered;
    expect(await stateOf(id)).toMatchObject({ state: 'registered' });
    const { rows } = await pools.owner.query(`select actor from ledger.acts where act = 'imports.register'`);
    expect(rows).toEqual([{ actor: staff.account }]);
  } finally {
    await jobs.stop();
  }
});

test('work that a killed program had under way, and files it never queued, are taken up at the next start', async () => {
  const { task, ended } = told();
  const lost = await city.receive('二.xlsx', [heading, row('K-1')]);
  const forgotten = await city.receive('三.xlsx', [heading, row('K-2')]);
  // What kill -9 leaves: a job locked by a worker that is no more, and an import that says it is being registered.
  const first = await startJobs({ owner: pools.owner, tasks: [], log });
  await queueImport(first, systemSession, lost.id, 'all');
  await first.stop();
  await pools.owner.query(`update jobs._private_jobs set locked_by = 'worker-gone', locked_at = now(), attempts = 1`);
  await pools.owner.query(`update jobs._private_job_queues set locked_by = 'worker-gone', locked_at = now()`);
  await pools.owner.query(`update imports.imports set state = 'registering' where id = $1`, [lost.id]);
  const all = [once(ended, lost.id), once(ended, forgotten.id)];
  const second = await startJobs({ owner: pools.owner, tasks: [task], log });
  try {
    await queueForgotten(city.imports, second);
    await Promise.all(all);
    expect((await stateOf(lost.id)).state).toBe('registered');
    expect((await stateOf(forgotten.id)).state).toBe('checked');
  } finally {
    await second.stop();
  }
});

test('an import that was cancelled before its turn is left as it is', async () => {
  const { task, ended } = told();
  const { id } = await city.receive('四.xlsx', [heading, row('L-1')]);
  await cancelImport(city.imports, systemSession, id);
  const jobs = await startJobs({ owner: pools.owner, tasks: [task], log });
  try {
    const over = once(ended, id);
    await queueImport(jobs, systemSession, id, 'all');
    await over;
    expect((await stateOf(id)).state).toBe('cancelled');
  } finally {
    await jobs.stop();
  }
});

test('the application role sees nothing of the queue', async () => {
  await expect(pools.app.query('select * from jobs.jobs')).rejects.toThrow(/permission denied/);
});
