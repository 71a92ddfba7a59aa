import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildSites } from '../../src/commands/sites.ts';
import { type Bench, inDirectory, times } from '../place.ts';
import { median } from '../statistics.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 3;
/** Requests of each kind before the memory is read. */
const REQUESTS = 50;

/** From nothing but the program to a server that answers: an empty city in an empty directory. */
export async function measureColdStart(bench: Bench): Promise<void> {
  // Pages are built once for a version of the program, not at each start.
  await buildSites(root);
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await inDirectory(async (directory) => {
      const server = await start(join(directory, 'data'));
      taken.push(server.ready);
      await server.stop();
    });
  }
  bench.found({ measure: 'start', what: 'cold, an empty city', value: median(taken) / 1000, unit: 's' });
}

/** Starts over a city that is there, and its memory when it is ready and after it has answered. */
export async function measureWarmServer(bench: Bench, data: string): Promise<void> {
  const taken: number[] = [];
  // The first start makes the accounts and says their passwords.
  let server = await start(data);
  const passwords = server.passwords;
  for (let round = 0; round < ROUNDS; round += 1) {
    await server.stop();
    server = await start(data);
    taken.push(server.ready);
  }
  try {
    bench.found({ measure: 'start', what: 'warm, the city above', value: median(taken) / 1000, unit: 's' });
    const before = await memory(server.pid);
    const read = await signIn(server.address, 'auditor', passwords.get('auditor')!);
    const paths = ['/api/figures', '/api/registers/appeals.appeals/records?limit=50'];
    for (const path of paths) {
      const answers = await times(REQUESTS, () => read(path));
      bench.found({ measure: 'server', what: `GET ${path}, median`, value: median(answers), unit: 'ms' });
    }
    const peer = { what: 'when it was ready', value: before };
    bench.found({
      measure: 'server',
      what: 'memory of the program after all that',
      value: await memory(server.pid),
      unit: 'MB',
      peer,
    });
  } finally {
    await server.stop();
  }
}

interface Server {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds until it said that it was ready. */
  readonly ready: number;
  readonly passwords: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** Starts the program as `npm start` does, over a data directory, on any free port. */
async function start(data: string): Promise<Server> {
  const from = performance.now();
  const child = spawn(process.execPath, ['src/main.ts', 'start', '--empty', '--data', data, '--port', '0'], {
    cwd: root,
    env: {
      ...process.env,
      LC_ALL: 'C',
      DATABASE_URL: '',
      MINGJING_REQUESTS_A_MINUTE: '100000',
      MINGJING_MAX_DELAY: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const passwords = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const account = /^ {2}(\S+) +(\S+)$/.exec(line);
    if (account) passwords.set(account[1]!, account[2]!);
    const address = /https?:\/\/[^\s/]+/.exec(line)?.[0];
    if (!address) continue;
    const ready = performance.now() - from;
    child.stdout.resume();
    return {
      address,
      pid: child.pid!,
      ready,
      passwords,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`the program ended with ${await ended} before it was ready`);
}

/** Signs in, and gives what reads a path as that person. */
async function signIn(address: string, username: string, password: string): Promise<(path: string) => Promise<void>> {
  const signed = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mingjing': '1' },
    body: JSON.stringify({ username, password }),
  });
  if (!signed.ok) throw new Error(`sign-in: ${signed.status} ${await signed.text()}`);
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (path) => {
    const answer = await fetch(`${address}${path}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  };
}

/** Resident memory of a process in megabytes; the database's processes are not in it. */
async function memory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1000;
}
