import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { importFile } from '../../src/commands/import.ts';
import { type Bench, inDirectory, inInstallation, time } from '../place.ts';

/** Public files that nobody on this project wrote. They are not part of the repository: most state no licence. */
const FILES = ['appeals/shenzhen.csv', 'appeals/changsha-messages.csv', 'registry/enterprises.csv'];

/** Files as they are found in the world, through the door users have: what is sound is registered, the faults are reported. */
export async function measureFiles(bench: Bench): Promise<void> {
  const there: string[] = [];
  for (const file of FILES) {
    const path = join(bench.files, file);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      there.push(path);
    else bench.skipped(`${path}: there is no such file`);
  }
  if (there.length === 0) return;
  await inDirectory((directory) =>
    inInstallation(directory, async (installation) => {
      for (const path of there) {
        const name = path.slice(bench.files.length + 1);
        let counts: Awaited<ReturnType<typeof importFile>>['counts'] = null;
        const taken = await time(async () => {
          const row = await importFile(installation, path, path, 'good');
          if (row.state !== 'registered') throw new Error(`${path} is ${row.state} with ${row.faults} faults`);
          counts = row.counts;
        });
        const { rows, faulty } = counts!;
        const what = `${name}: ${rows.toLocaleString('en')} rows, ${faulty.toLocaleString('en')} of them refused`;
        bench.found({ measure: 'files', what, value: (rows * 1000) / taken, unit: 'rows/s' });
      }
    }),
  );
}
