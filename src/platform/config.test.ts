import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without settings the program listens on this machine only', () => {
  expect(readConfig({}, {})).toMatchObject({
    port: 8_080,
    host: '127.0.0.1',
    data: '.data',
    demo: false,
    oidc: undefined,
  });
});

test('the command line wins over the environment, and an empty value is none', () => {
  const environment = { MINGJING_PORT: '9000', MINGJING_DATA: '', MINGJING_DEMO: '1', HOME: '/root' };
  expect(readConfig({ MINGJING_PORT: '9001' }, environment)).toMatchObject({ port: 9_001, data: '.data', demo: true });
});

test.each([
  [{ MINGJING_PORT: '80a' }, 'MINGJING_PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ MINGJING_ORIGIN: 'javascript:alert(1)' }, 'MINGJING_ORIGIN'],
  [{ MINGJING_OIDC_ISSUER: 'https://id.example', MINGJING_OIDC_CLIENT: 'm' }, 'MINGJING_OIDC_SECRET'],
])('%o is refused by name', (environment, name) => {
  expect(() => readConfig({}, environment)).toThrow(name);
});
