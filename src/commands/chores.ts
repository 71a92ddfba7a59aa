import { type BulletinDesk, freezeTask } from '../modules/bulletin/index.ts';
import { tidyIdentity } from '../platform/identity/tidy.ts';
import type { Task } from '../platform/jobs/jobs.ts';
import { importTask } from '../platform/register/import/jobs.ts';
import { foldTask } from '../platform/register/jobs.ts';
import type { Installation } from './installation.ts';

/** The background work of the program: what people ask for, and what has to be done from time to time. */
export function tasksOf({ imports, database, registry }: Installation, bulletins: BulletinDesk): Task[] {
  return [
    importTask(imports),
    freezeTask(bulletins),
    foldTask(database.owner, registry.catalogue),
    {
      name: 'identity:tidy',
      when: '17 3 * * *',
      async work() {
        await tidyIdentity(database, new Date());
      },
    },
  ];
}
