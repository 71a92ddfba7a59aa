// npm run check: format and lint, types, boundaries, dead code, tests. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { environment, install, root } from './install.mjs';

install();
const { node, env } = environment();
const steps = [
  ['format and lint', 'biome', ['check', '.']],
  ['types', 'tsc', ['--noEmit']],
  ['boundaries', node, ['bin/boundaries.mjs']],
  ['dead code', 'knip', []],
  ...(process.argv.includes('--no-tests') ? [] : [['tests', node, ['bin/test.mjs']]]),
];
for (const [name, program, args] of steps) {
  console.log(`— ${name}`);
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) {
    console.error(`${name}: failed`);
    process.exit(1);
  }
}
