import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inventPeople } from '../people.ts';
import { defaultSeed } from '../story.ts';
import { cellFiles } from './cells.ts';
import type { DirtyFile } from './fault.ts';
import { wholeFiles } from './files.ts';

/** The dirty set, in the order of its paths: every fault of real workbooks in a file of its own. It names units and officers of the demo city. */
export const dirtyFiles = (seed: string = defaultSeed): readonly DirtyFile[] => [
  ...wholeFiles,
  ...cellFiles(inventPeople(seed)),
];

/**
 * Writes the dirty set and `expected.json`, which says for each file what an import must name.
 * @returns the paths written, relative to the directory
 */
export async function generateDirty({
  directory,
  seed = defaultSeed,
}: {
  directory: string;
  seed?: string;
}): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const files = dirtyFiles(seed);
  for (const file of files) await file.write(join(directory, file.path));
  await writeFile(join(directory, 'expected.json'), `${JSON.stringify(files, null, 2)}\n`);
  return files.map(({ path }) => path);
}
