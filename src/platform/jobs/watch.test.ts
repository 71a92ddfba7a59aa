import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watched } from './watch.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

test('progress is noted at most once a second, one note at a time', async () => {
  const notes: number[] = [];
  let end = (): void => undefined;
  const { onProgress, signal } = watched(never, (rows: number) => {
    notes.push(rows);
    return new Promise<undefined>((resolve) => {
      end = () => resolve(undefined);
    });
  });
  onProgress(1);
  vi.setSystemTime(1_000);
  onProgress(2);
  vi.setSystemTime(5_000);
  onProgress(3);
  expect(notes).toEqual([2]);
  end();
  await vi.runAllTimersAsync();
  onProgress(4);
  expect(notes).toEqual([2, 4]);
  expect(signal.aborted).toBe(false);
});

test('a note that finds the work ended stops it with its reason; one that fails does not', async () => {
  const answers = [Promise.reject(new Error('the database is away')), Promise.resolve(new Error('cancelled'))];
  const { onProgress, signal } = watched(never, () => answers.shift()!);
  vi.setSystemTime(1_000);
  onProgress(1);
  await vi.runAllTimersAsync();
  expect(signal.aborted).toBe(false);
  vi.setSystemTime(2_000);
  onProgress(2);
  await vi.runAllTimersAsync();
  expect(signal.reason).toEqual(new Error('cancelled'));
});

test('the work stops with the program', () => {
  const program = new AbortController();
  const { signal } = watched(program.signal, async () => undefined);
  program.abort();
  expect(signal.aborted).toBe(true);
});
