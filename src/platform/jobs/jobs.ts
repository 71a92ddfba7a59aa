import { type JobHelpers, Logger, makeWorkerUtils, run, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Log } from '../log/log.ts';

/** A piece of background work. It must bear being done again: a crash repeats it from its beginning. */
export interface Task {
  readonly name: string;
  /**
   * @param payload as it was given to `add`
   * @param about `signal` fires when the program stops; `last`: it will not be tried again
   */
  work(payload: unknown, about: { readonly signal: AbortSignal; readonly last: boolean }): Promise<void>;
  /** When it runs by itself, as crontab writes it (`* * * * *`). */
  readonly when?: string;
}

export interface Jobs {
  /**
   * Adds work. Jobs of one key are one job: while it waits, a later one takes its place; while it is under way, a later one
   * follows it.
   */
  add(task: string, payload: unknown, key: string): Promise<void>;
  /** Keys of the jobs that wait or are under way. */
  keys(): Promise<Set<string>>;
  /** Takes nothing more and ends when what is under way has ended or noticed the signal. */
  stop(): Promise<void>;
}

/** The queue's own schema, made and brought up to date by the owner at each start; the application role sees nothing of it. */
const SCHEMA = 'jobs';
const AT_ONCE = 2;
/** Tries before a job is given up; the pauses between them grow. */
const TRIES = 5;

/**
 * Starts the queue. Work that a killed program had under way is taken up again at once: there is one program on a data
 * directory (the database room sees to that), so whoever held a job is gone.
 */
export async function startJobs(options: {
  readonly owner: Pool;
  readonly tasks: readonly Task[];
  readonly log: Log;
}): Promise<Jobs> {
  const { owner, tasks, log } = options;
  // The queue wants to know that no lost connection ends the program; the pool opens another.
  if (owner.listenerCount('connect') === 0) owner.on('connect', (client) => client.on('error', () => undefined));
  const shared = { pgPool: owner, schema: SCHEMA, logger: quietly(log) };
  const utils = await makeWorkerUtils(shared);
  await utils.migrate();
  await unlock(owner, utils);
  const runner = await run({
    ...shared,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    taskList: Object.fromEntries(
      tasks.map((task) => [
        task.name,
        (payload: unknown, { job, abortSignal }: JobHelpers) =>
          task.work(payload, { signal: abortSignal, last: job.attempts >= job.max_attempts }),
      ]),
    ),
    crontab: tasks.flatMap(({ name, when }) => (when ? [`${when} ${name} ?max=1&jobKey=${name}`] : [])).join('\n'),
  });
  return {
    add: async (task, payload, key) => {
      await utils.addJob(task, payload as never, { jobKey: key, queueName: key, maxAttempts: TRIES });
    },
    keys: async () => {
      const { rows } = await owner.query<{ key: string }>(
        `select key from ${SCHEMA}.jobs where key is not null and attempts < max_attempts`,
      );
      return new Set(rows.map(({ key }) => key));
    },
    stop: async () => {
      await runner.stop();
      await utils.release();
    },
  };
}

async function unlock(owner: Pool, utils: WorkerUtils): Promise<void> {
  const { rows } = await owner.query<{ locked_by: string }>(
    `select distinct locked_by from ${SCHEMA}.jobs where locked_by is not null`,
  );
  if (rows.length > 0) await utils.forceUnlockWorkers(rows.map(({ locked_by: worker }) => worker));
}

/** The queue's own lines: its failures only, and never a payload. */
const quietly = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error')
      log.error({ err: (meta as { error?: unknown } | undefined)?.error, job: message.split('{')[0] }, 'a job failed');
  });
