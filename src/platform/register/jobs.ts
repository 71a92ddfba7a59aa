import type { Pool } from 'pg';
import type { Task } from '../jobs/jobs.ts';
import type { Catalogue } from './catalogue.ts';
import { foldRollup } from './rollup.ts';

/** Folds the running counts once a minute, so that counting never reads more than a minute's changes beside them. */
export const foldTask = (owner: Pool, catalogue: Catalogue): Task => ({
  name: 'registers:fold',
  when: '* * * * *',
  async work() {
    for (const register of catalogue.registers) if (register.rollup) await foldRollup(owner, register);
  },
});
