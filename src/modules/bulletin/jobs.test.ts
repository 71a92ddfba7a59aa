import { EventEmitter, once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { systemSession } from '../../platform/database/session.ts';
import { testDatabase } from '../../platform/database/testing/database.ts';
import { type Jobs, startJobs, type Task } from '../../platform/jobs/jobs.ts';
import { openLog } from '../../platform/log/log.ts';
import { endLostFreezes, freezeTask, queueFreeze } from './jobs.ts';
import { runFreeze } from './service/runs.ts';
import {
  askForFreeze,
  cancelFreeze,
  editBulletin,
  findBulletin,
  freezeRunOf,
  openBulletin,
  publishBulletin,
} from './service.ts';
import { testDesk, text } from './testing/city-desk.ts';

const pools = testDatabase();
const { desk, editor, director, otherDirector } = testDesk(pools);
const log = openLog('silent');

async function draft(): Promise<string> {
  const id = await openBulletin(desk, editor, text.asOf, 2);
  await editBulletin(desk, editor, id, 1, text);
  return id;
}

/** The task, telling when the work on a bulletin has ended. */
function told(): { task: Task; ended: EventEmitter } {
  const ended = new EventEmitter();
  const task = freezeTask(desk);
  const work: Task['work'] = (payload, about) =>
    task.work(payload, about).finally(() => ended.emit((payload as { bulletin: string }).bulletin));
  return { ended, task: { ...task, work } };
}

async function queued<T>(tasks: readonly Task[], work: (jobs: Jobs) => Promise<T>): Promise<T> {
  const jobs = await startJobs({ owner: pools.owner, tasks, log });
  try {
    return await work(jobs);
  } finally {
    await jobs.stop();
  }
}

const stateOf = async (id: string) => (await findBulletin(desk, systemSession, id)).state;

/** What a freeze leaves in the tables of one bulletin, and on the disk. */
async function leftOf(id: string): Promise<number> {
  const { rows } = await pools.owner.query<{ count: string }>(
    `select (select count(*) from bulletin.freezes where bulletin = $1)
       + (select count(*) from bulletin.frozen_figures where bulletin = $1)
       + (select count(*) from bulletin.frozen_records where bulletin = $1)
       + (select count(*) from ledger.acts where entry::json ->> 'act' = 'bulletin.freeze' and entry::json ->> 'subject' = $1::text)
       as count`,
    [id],
  );
  const files = await readdir(dirname(desk.spoolPath()));
  return Number(rows[0]!.count) + files.filter((name) => !['key', 'tiles'].includes(name)).length;
}

test('a draft is frozen in the queue, in the name of whoever asked, and somebody else publishes it', async () => {
  const { task, ended } = told();
  const id = await draft();
  await queued([task], async (jobs) => {
    const over = once(ended, id);
    await queueFreeze(desk, jobs, director, id);
    await over;
  });
  expect(await freezeRunOf(desk, editor, id)).toMatchObject({ state: 'done', figures: 5, of: 5, by: '账户d1' });
  await expect(publishBulletin(desk, director, id)).rejects.toMatchObject({ code: 'matter.separation' });
  await publishBulletin(desk, otherDirector, id);
  expect(await stateOf(id)).toBe('published');
});

test('two people who freeze one draft at once: one is first, the other is told, and may again after the end', async () => {
  const id = await draft();
  const both = await Promise.allSettled([askForFreeze(desk, editor, id), askForFreeze(desk, director, id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'bulletin.freezing' } });
  await cancelFreeze(desk, editor, id);
  expect(await askForFreeze(desk, director, id)).toMatchObject({ number: 2, state: 'waiting' });
});

test('cancelled before its turn, in its midst or in the last moment, a freeze leaves a draft and nothing else', async () => {
  const id = await draft();
  const waiting = await askForFreeze(desk, editor, id);
  await cancelFreeze(desk, director, id);
  await runFreeze(desk, editor, waiting);
  expect(await leftOf(id)).toBe(0);

  const stopped = await askForFreeze(desk, editor, id);
  const ended = new AbortController();
  const { promise: read, resolve } = Promise.withResolvers<number>();
  const onProgress = ({ figures, records }: { figures: number; records: number }): void => {
    if (figures < 3) return;
    ended.abort(new Error('the program stops'));
    resolve(records);
  };
  await expect(runFreeze(desk, editor, stopped, { signal: ended.signal, onProgress })).rejects.toThrow('stops');
  expect(await read).toBeGreaterThan(12);
  expect([await leftOf(id), await stateOf(id)]).toEqual([0, 'draft']);
  expect(await freezeRunOf(desk, editor, id)).toMatchObject({ state: 'running' });
  await cancelFreeze(desk, editor, id);

  const late = await askForFreeze(desk, editor, id);
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  // The act cannot write its step before the other person has cancelled.
  const holder = await pools.owner.connect();
  await holder.query('begin; lock table bulletin.steps in exclusive mode');
  const running = runFreeze(desk, editor, late, { onProgress: () => begin() });
  await begun;
  await cancelFreeze(desk, director, id);
  await holder.query('commit');
  holder.release();
  await running;
  expect(await freezeRunOf(desk, editor, id)).toMatchObject({ number: 3, state: 'cancelled', refusal: null });
  expect([await leftOf(id), await stateOf(id)]).toEqual([0, 'draft']);
  await expect(cancelFreeze(desk, editor, id)).rejects.toMatchObject({ code: 'bulletin.notFreezing' });
});

test('a draft that was changed after it was asked for is not frozen, and the run says why', async () => {
  const id = await draft();
  const run = await askForFreeze(desk, editor, id);
  await editBulletin(desk, director, id, 2, text);
  await runFreeze(desk, editor, run);
  expect(await freezeRunOf(desk, editor, id)).toMatchObject({ state: 'refused', refusal: { code: 'record.changed' } });
  expect([await leftOf(id), await stateOf(id)]).toEqual([0, 'draft']);
});

test('after a kill -9 a freeze begins anew, and one that was never queued keeps nobody from freezing', async () => {
  const { task, ended } = told();
  const [lost, forgotten] = [await draft(), await draft()];
  await queued([], (jobs) => queueFreeze(desk, jobs, editor, lost));
  await askForFreeze(desk, editor, forgotten);
  // What a kill leaves: a job locked by a worker that is no more, and a run that says it is under way.
  await pools.owner.query(`update jobs._private_jobs set locked_by = 'worker-gone', locked_at = now(), attempts = 1`);
  await pools.owner.query(`update jobs._private_job_queues set locked_by = 'worker-gone', locked_at = now()`);
  await pools.owner.query(`update bulletin.freeze_runs set state = 'running', figures = 3 where bulletin = $1`, [lost]);
  expect([await stateOf(lost), await leftOf(lost)]).toEqual(['draft', 0]);
  const over = once(ended, lost);
  await queued([task], async (jobs) => {
    await endLostFreezes(desk, jobs);
    await over;
  });
  expect([await stateOf(lost), await stateOf(forgotten)]).toEqual(['frozen', 'draft']);
  expect(await freezeRunOf(desk, editor, forgotten)).toMatchObject({ state: 'cancelled' });
  expect(await askForFreeze(desk, editor, forgotten)).toMatchObject({ number: 2 });
});

test('a freeze that fails for a reason of its own is tried again, and given up in the end', async () => {
  const id = await draft();
  const { bulletin, number } = await askForFreeze(desk, editor, id);
  const { work } = freezeTask({ ...desk, spoolPath: () => '/nowhere/at/all' });
  const { signal } = new AbortController();
  const payload = { bulletin, number, session: editor };
  await expect(work(payload, { signal, last: false })).rejects.toThrow('ENOENT');
  expect(await freezeRunOf(desk, editor, id)).toMatchObject({ state: 'running' });
  await expect(work(payload, { signal, last: true })).rejects.toThrow('ENOENT');
  expect(await freezeRunOf(desk, editor, id)).toMatchObject({ state: 'refused', refusal: { code: 'internal' } });
});
