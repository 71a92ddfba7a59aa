import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr, en;q=0.3, zh;q=0.2', 'en'],
  ['fr', 'zh'],
  ['en;q=0', 'zh'],
  [';;,,q=', 'zh'],
])('%s asks for %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
