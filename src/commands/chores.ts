import { type BulletinDesk, freezeTask } from '../modules/bulletin/index.ts';
import { matters } from '../modules/index.ts';
import { drawDue } from '../modules/recheck/index.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { tidyIdentity } from '../platform/identity/tidy.ts';
import type { Task } from '../platform/jobs/jobs.ts';
import { recordEscalations } from '../platform/lifecycle/escalation.ts';
import { importTask } from '../platform/register/import/jobs.ts';
import { foldTask } from '../platform/register/jobs.ts';
import type { Installation } from './installation.ts';
import { recheckDesk } from './recheck-desk.ts';

/** The background work of the program: what people ask for, and what has to be done from time to time. */
export function tasksOf(installation: Installation, bulletins: BulletinDesk): Task[] {
  const { imports, database, registry } = installation;
  const rechecks = recheckDesk(installation, bulletins.ledger);
  return [
    importTask(imports),
    freezeTask(bulletins),
    foldTask(database.owner, registry.catalogue),
    {
      name: 'recheck:seeds',
      // Where no relay is set there is nobody to ask.
      when: rechecks.relay ? '* * * * *' : undefined,
      async work() {
        await drawDue(rechecks);
      },
    },
    {
      name: 'matters:escalate',
      when: '7 * * * *',
      async work() {
        await recordEscalations({ pools: database, registry, calendar: workCalendar() }, matters);
      },
    },
    {
      name: 'identity:tidy',
      when: '17 3 * * *',
      async work() {
        await tidyIdentity(database, new Date());
      },
    },
  ];
}
