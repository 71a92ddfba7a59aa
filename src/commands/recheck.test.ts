import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { paperDraw } from '../modules/recheck/testing/paper-draw.ts';
import { UsageError } from './command.ts';
import { recheckCommand } from './recheck.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mj-recheck-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a file. @returns its exit code and what it said */
async function run(
  text: string,
  values: Record<string, string | boolean> = {},
): Promise<{ code?: number; said: string }> {
  const path = join(folder, 'draw.mingjing-recheck.json');
  await writeFile(path, text);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const code = await recheckCommand.run({ values, positionals: ['verify', path], language: 'en' });
    return { code, said: log.mock.calls.flat().join('\n') };
  } finally {
    log.mockRestore();
  }
}

test('it repeats a draw, says how sure the error rate is, and what to compare', async () => {
  const { text, key, file } = paperDraw({ source: 'dice' });
  const { code, said } = await run(text);
  expect(code).toBe(0);
  expect(said).toContain('It holds');
  expect(said).toContain('40 cases in the frame, 12 to draw');
  expect(said).toMatch(/error rate 27\.3%, 95% confidence interval 6\.0% to 61\.0%/);
  expect(said).toContain(key);
  expect(JSON.parse((await run(text, { json: true, key })).said)).toMatchObject({
    holds: true,
    facts: { title: file.plan.title },
  });
});

test('it names what was altered and ends with 1', async () => {
  const { text, file } = paperDraw({ source: 'dice' });
  const { code, said } = await run(text.replace(file.drawn[0]!.rechecker!, file.plan.pool.at(-1)!));
  expect(code).toBe(1);
  expect(said).not.toContain('It holds');
});

test('what it does not understand it refuses', async () => {
  const given = (positionals: string[], values = {}) => recheckCommand.run({ values, positionals, language: 'en' });
  await expect(given([])).rejects.toThrow(UsageError);
  await expect(given(['redraw'])).rejects.toThrow(UsageError);
  await expect(given(['verify'])).rejects.toThrow(UsageError);
  await expect(given(['audit'], { key: 'x' })).rejects.toThrow(UsageError);
});
