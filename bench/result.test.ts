import { expect, test } from 'vitest';
import { markdownOf, type Recorded, ratioOf, reached } from './result.ts';

const half = { measure: 'import', what: 'csv', value: 50, unit: 'rows/s', peer: { what: 'COPY', value: 100 } } as const;

test('a ratio is the value as a multiple of its peer, and an aim bounds it from one side', () => {
  expect(ratioOf(half)).toBe(0.5);
  expect(ratioOf({ ...half, peer: undefined })).toBeUndefined();
  expect(reached({ ...half, aim: { least: 1 / 3 } })).toBe(true);
  expect(reached({ ...half, aim: { least: 2 / 3 } })).toBe(false);
  expect(reached({ ...half, aim: { most: 0.5 } })).toBe(true);
  expect(reached(half)).toBeUndefined();
});

test('a report names the machine, and an aim that was missed', () => {
  const machine = {
    cores: 2,
    processor: 'P',
    memoryGiB: 24,
    diskGiB: 252,
    node: '24.0.0',
    date: '2026-01-02',
    load: 3,
  };
  const results: Recorded[] = [{ ...half, aim: { least: 2 / 3 }, load: 3 }];
  const text = markdownOf({ machine, full: false, scale: 1, results, skipped: ['x.csv: there is no such file'] });
  expect(text).toContain('2026-01-02: 2 cores (P), 24 GiB of memory');
  expect(text).toContain('| import | csv | 50.0 rows/s | COPY: 100 rows/s | 0.500 | ≥ 0.667 **missed** | 3.00 |');
  expect(text).toContain('Not measured: x.csv: there is no such file.');
});
