import { expect, test } from 'vitest';
import { isMissing, Problem } from './client.ts';

const invalid = (field: string) =>
  new Problem(400, { code: 'request.invalid', params: { fields: [{ field, message: 'invalid' }] } });

test('an address leads nowhere where there is no record, or no identity in its place', () => {
  expect(isMissing(new Problem(404, {}))).toBe(true);
  expect(isMissing(invalid('params.record'))).toBe(true);
});

test('a question that the server does not take is not missing', () => {
  expect(isMissing(invalid('query.limit'))).toBe(false);
  expect(isMissing(new Problem(403, {}))).toBe(false);
  expect(isMissing(new TypeError('Failed to fetch'))).toBe(false);
});
