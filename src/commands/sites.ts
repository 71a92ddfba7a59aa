import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** Everything the browser's files are made from. */
const SOURCES = [
  'src/web',
  'src/modules',
  'src/platform',
  'vite.config.ts',
  'vite.verify.config.ts',
  'package-lock.json',
];

/** Builds the workbench, the public site and the page of the offline check into `dist/web`, unless they were built from these very sources. */
export async function buildSites(root: string): Promise<void> {
  const stamp = join(root, 'dist/web/.built-from');
  const wanted = await fingerprint(root);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  await asProduction(async () => {
    await build({ root: join(root, 'src/web'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
    await build({ configFile: join(root, 'vite.verify.config.ts'), logLevel: 'error' });
  });
  await writeFile(stamp, wanted);
}

/** Vite obeys NODE_ENV above all else: started from a test run, it would build the pages for development and keep them. */
async function asProduction(body: () => Promise<void>): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await body();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of await filesOf(join(root, source)))
      hash.update(path.slice(root.length)).update(await readFile(path));
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
