import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './index.ts';
import { mingjing, root, testFolder } from './testing/program.ts';

let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await testFolder());
});
afterAll(() => remove());

test.each([
  ['zh_CN.UTF-8', 'zh'],
  ['en_GB.UTF-8', 'en'],
] as const)('in %s the help of all and of each command is in its language', async (locale, language) => {
  const { code, out } = await mingjing(['--help'], { LC_ALL: '', LANG: locale });
  expect(code).toBe(0);
  for (const { usage, words } of commands) {
    expect(out).toContain(usage);
    expect(out).toContain(words[language]);
  }
  const one = await mingjing(['verify', '--help'], { LC_ALL: locale });
  const verify = commands.find(({ name }) => name === 'verify')!;
  expect(one).toMatchObject({ code: 0, out: `mingjing ${verify.usage}\n  ${verify.words[language]}` });
});

test('npx finds the program in a checkout', async () => {
  const { stdout } = await promisify(execFile)('npx', ['--no-install', 'mingjing', '--help'], { cwd: root });
  expect(stdout).toContain('mingjing start');
});

test.each([
  [['fly']],
  [['verify', '--wings']],
  [['verify', 'one', 'two']],
  [['verify', '--data']],
  [['verify', 'bulletin.mingjing.json', '--data', '.']],
  [['verify', '--ledger', '.']],
  [['verify', '--key', 'somebody+00000000+AA==']],
  [['verify', '--ledger', '.', '--key', 'k', '--data', '.']],
  [['backup']],
  [['restore', '--data', 'new']],
  [['restore', 'backup']],
  [['import']],
  [['import', 'file', '--mode', 'perhaps']],
  [['figures', '--as-of', '2021-02-30']],
  [['account']],
  [['account', 'promote', 'somebody']],
  [['account', 'reset']],
  [['start', 'now']],
])('%j is not understood', async (args) => {
  const { code, out, err } = await mingjing(args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('mingjing');
  expect(err).not.toMatch(/\n\s+at /);
});

test.each([[['verify']], [['figures', '--json']], [['account', 'list']], [['backup', '--out', 'OUT']]])(
  '%j makes no data directory where there is none',
  async (args) => {
    const nowhere = join(folder, 'nowhere');
    const { code, err } = await mingjing([
      ...args.map((arg) => (arg === 'OUT' ? join(folder, 'out') : arg)),
      '--data',
      nowhere,
    ]);
    expect(code).toBe(1);
    expect(err).toContain(nowhere);
    expect(await readdir(folder)).toEqual([]);
  },
);

test.each([
  [['import', 'no such file'], 'no such file'],
  [['verify', 'no such bundle'], 'no such bundle'],
  [['restore', 'no such backup', '--data', 'NEW'], 'no such backup'],
  [['verify', '--ledger', 'no such ledger', '--key', 'k'], 'no such ledger'],
  [['verify', '--ledger', '.', '--key', 'k'], 'name+id+key'],
  [['start', '--port', 'many'], 'MINGJING_PORT'],
])('%j is refused, naming what is wrong', async (args, named) => {
  const { code, err } = await mingjing(
    args.map((arg) => (arg === 'NEW' ? join(folder, 'new') : arg)),
    { MINGJING_DATA: join(folder, 'unused') },
  );
  expect(code).toBe(1);
  expect(err).toContain(named);
  expect(err).not.toMatch(/\n\s+at /);
  expect(await readdir(folder)).toEqual([]);
});
