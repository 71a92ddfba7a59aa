import { describe, expect, test } from 'vitest';
import type { Policy } from '../access/policies.ts';
import { words } from '../words.ts';
import { ref, text } from './columns.ts';
import { register } from './declare.ts';

const declared = (policy: Policy, whose: { unit?: 'unit'; officer?: 'officer' } = {}) =>
  register('city.papers', {
    words: words('文件', 'Papers'),
    record: words('份', 'paper'),
    key: ['number'],
    ...whose,
    policy,
    columns: {
      number: text('编号', 'Number'),
      unit: ref('单位', 'Unit', 'organisation.units'),
      officer: ref('干警', 'Officer', 'organisation.officers'),
    },
  });

describe('a policy may not reach by a column the register does not name', () => {
  test.each<[string, Policy, RegExp]>([
    ['reading of the own unit', { read: { UNIT_STAFF: 'unit' }, write: {} }, /city\.papers: UNIT_STAFF.*"unit"/],
    ['writing of the own unit', { read: {}, write: { UNIT_HEAD: 'unit' } }, /city\.papers: UNIT_HEAD.*"unit"/],
    [
      'reading what is about oneself',
      { read: { OFFICER_SELF: 'own' }, write: {} },
      /city\.papers: OFFICER_SELF.*"own"/,
    ],
  ])('%s', (_, policy, refusal) => {
    expect(() => declared(policy)).toThrow(refusal);
    expect(declared(policy, { unit: 'unit', officer: 'officer' }).policy).toBe(policy);
  });

  test('everything and what one is named for need no column', () => {
    const policy: Policy = { read: { AUDITOR: 'all', CASE_HANDLER: 'named' }, write: { OFFICE_STAFF: 'all' } };
    expect(declared(policy).policy).toBe(policy);
  });
});
