#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment, install, root } from './install.mjs';

install();
const { node, env } = environment();
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', join(root, 'src/main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env,
  },
);
// The terminal sends its signals to both; passing them on as well serves service managers that know only this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
