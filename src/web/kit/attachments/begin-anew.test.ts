import { expect, test } from 'vitest';
import { Problem } from '../../api/client.ts';
import { mustBeginAnew } from './begin-anew.ts';

const refused = (status: number, code: string): Problem => new Problem(status, { code });

test('only what the server has no more, or has otherwise, is sent from its beginning', () => {
  expect(mustBeginAnew(refused(404, 'upload.missing'))).toBe(true);
  expect(mustBeginAnew(refused(422, 'upload.differs'))).toBe(true);
  // The piece that broke off is still held open: what arrived of it stays.
  expect(mustBeginAnew(refused(409, 'upload.offset'))).toBe(false);
  expect(mustBeginAnew(refused(507, 'file.diskFull'))).toBe(false);
  expect(mustBeginAnew(new Problem(0, {}))).toBe(false);
});
