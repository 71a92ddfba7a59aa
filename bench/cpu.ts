import { readdir, readFile } from 'node:fs/promises';

/** Hundredths of a second: what Linux counts processor time in (`getconf CLK_TCK`). */
const TICK = 10;

/**
 * Milliseconds of processor time that this program and a database server with all its processes have used so far. On a machine
 * that others use too it says more than the clock does. Linux only.
 * @param server process id of the server
 */
export async function processorTime(server: number): Promise<number> {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The name before the last bracket may hold spaces; what follows is: state, parent, and from the 12th on the times.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!fields) continue;
    const own = Number(fields[11]) + Number(fields[12]);
    if (Number(pid) === server) ticks += own + Number(fields[13]) + Number(fields[14]);
    else if (Number(fields[1]) === server) ticks += own;
  }
  return (user + system) / 1000 + ticks * TICK;
}
