// npm test: everything, on a machine where nothing was installed by hand. The last line counts what passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { environment, install, root } from './install.mjs';

install();
const { node, env } = environment();
const folder = mkdtempSync(join(tmpdir(), 'mingjing-test-'));
const only = process.argv[2];

const count = { passed: 0, failed: 0 };

/** Runs one runner with a JSON report, and counts a runner that died without a report as one failure. */
function run(name, args, extra, read) {
  const report = join(folder, `${name}.json`);
  const { status } = spawnSync(node, args(report), { cwd: root, stdio: 'inherit', env: { ...env, ...extra(report) } });
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
    count.passed += passed;
    count.failed += failed;
    if (status !== 0 && failed === 0) count.failed += 1;
  } catch {
    console.error(`${name} ended with code ${status} and left no report`);
    count.failed += 1;
  }
}

if (only !== 'e2e') {
  run(
    'vitest',
    (report) => [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    () => ({}),
    (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
  );
}
if (only !== 'unit') {
  const chromium = await browser();
  if (chromium) {
    run(
      'playwright',
      () => ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
      (report) => ({ CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
      ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    );
  } else count.failed += 1;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);
