import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Root of the sources. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The running program, as a newcomer sees it: an address, and the passwords it printed once. */
export interface House {
  readonly address: string;
  readonly data: string;
  /** Generated passwords by username; there is one account for each role (`UNIT_STAFF`: `unit-staff`), and more handlers. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Secret of the discipline desk's key, printed once beside the passwords. */
  readonly deskKey: string;
}

const KEY = 'MINGJING_E2E_HOUSE';

export const announce = (house: House): void => {
  process.env[KEY] = JSON.stringify(house);
};

export const isAnnounced = (): boolean => process.env[KEY] !== undefined;

/** The house that the global set-up started. */
export const house = (): House => JSON.parse(process.env[KEY]!) as House;

/** What every program of a journey is started with: English output, no settings of the machine's owner. */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LC_ALL: 'C.UTF-8',
  // A run of journeys sends more requests in a minute than any person.
  MINGJING_REQUESTS_A_MINUTE: '1000000',
  // A journey that casts dice sets the hour itself (dice.ts).
  MINGJING_RECHECK_LEAD: '0',
});

export const program = (...args: string[]): [string, string[]] => [
  process.execPath,
  ['--disable-warning=ExperimentalWarning', `${root}src/main.ts`, ...args],
];

/** Runs a command of the program to its end. */
export function mingjing(...args: string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(...program(...args), { cwd: root, env: environment() });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
