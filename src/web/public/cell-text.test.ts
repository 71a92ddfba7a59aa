import { expect, test } from 'vitest';
import { cellText } from './cell-text.ts';

const said = { yes: '是', no: '否' };
const column = { key: 'kind', words: { zh: '类别', en: 'Kind' }, choices: { LEAD: { zh: '领导', en: 'Leader' } } };

test.each([
  [null, 'zh', '—'],
  ['', 'zh', '—'],
  [true, 'zh', '是'],
  [12345, 'en', '12,345'],
  ['LEAD', 'en', 'Leader'],
  ['constructor', 'en', 'constructor'],
  ['2021-03-01', 'zh', '2021年3月1日'],
  ['2021-03-01T06:05:00Z', 'en', '1 Mar 2021 14:05'],
  ['王*', 'en', '王*'],
] as const)('%s is read in %s as %s', (value, language, text) => {
  expect(cellText(column, value, language, said)).toBe(text);
});
