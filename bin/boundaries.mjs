// Holds the imports against the rules of the house. The canary proves that the checker sees the files: a forbidden import
// put beside them must be found, else a green result would mean nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const depcruise = (...places) =>
  spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      ...places,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );

const canary = join(root, 'src/platform/canary.ts');
writeFileSync(
  canary,
  "import { modules } from '../modules/index.ts';\nimport './register/declare.ts';\n\nexport const canary = modules;\n",
);
const caught = depcruise('src/platform/canary.ts');
rmSync(canary);
if (caught.status === 0 || !caught.stdout.includes('platform-knows-no-module')) {
  console.error(
    'The boundary checker did not see a forbidden import; its result cannot be trusted.\n',
    caught.stdout,
    caught.stderr,
  );
  process.exit(1);
}
const result = depcruise(...['src', 'demo', 'bench', 'e2e'].filter((place) => existsSync(join(root, place))));
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
process.exit(result.status ?? 1);
