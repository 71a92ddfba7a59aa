import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announce, environment, isAnnounced, program, root } from './house.ts';

/**
 * Playwright's global set-up: starts the real program with the demo city in a directory of its own, as a newcomer does, and
 * ends it when the journeys are over. Whoever writes journeys may announce a house that runs already.
 */
// biome-ignore lint/style/noDefaultExport: Playwright calls it
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (isAnnounced()) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'mingjing-e2e-'));
  const data = join(folder, 'data');
  const child = spawn(...program('start', '--port', '0', '--data', data), {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async (): Promise<void> => {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const output = await untilReady(child);
    const address = /Mingjing is ready: (http:\/\/\S+)/.exec(output)![1]!;
    const accounts = [...output.matchAll(/^ {2}([a-z0-9-]+) +([a-z0-9]{4}(?:-[a-z0-9]{4})+)$/gm)];
    const deskKey = /AGE-SECRET-KEY-1\S+/.exec(output)![0];
    const passwords = Object.fromEntries(accounts.map(([, name, password]) => [name, password]));
    announce({ address, data, passwords, deskKey });
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

/** Everything the program said until it was ready. */
function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (text: string): void => {
      output += text;
      if (/Mingjing is ready: .*\n/.test(output)) resolve(output);
    };
    child.stdout!.setEncoding('utf8').on('data', take);
    child.stderr!.setEncoding('utf8').on('data', take);
    child.on('exit', (code) => reject(new Error(`the program ended with ${code} before it was ready:\n${output}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
