import { expect, test } from 'vitest';
import { Problem } from '../api/client.ts';
import { reached } from './reached.ts';

const gone = new TypeError('Failed to fetch dynamically imported module');
const failing = () => Promise.reject(gone);

test('code that does not load says that the server cannot be reached, where it cannot', async () => {
  const away = reached(failing, () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(away()).rejects.toEqual(new Problem(0, {}));
});

test('code that is no longer there fails as it did, so that the router fetches the renewed site', async () => {
  await expect(reached(failing, async () => undefined)()).rejects.toBe(gone);
});

test('code that loads is handed on without asking', async () => {
  const page = { default: () => null };
  const never = () => Promise.reject(new Error('asked'));
  await expect(reached(async () => page, never)()).resolves.toBe(page);
});
