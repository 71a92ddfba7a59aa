import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, type Json } from './canonical.ts';
import { commit, newSalt, opens, proveRecord, recordSet } from './commitments.ts';
import { verifyInclusion } from './proofs.ts';

test('canonical JSON is the example of RFC 8785', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonical(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  // The RFC's order of keys: UTF-16 code units, so a surrogate pair stands before U+FB33.
  expect(canonical({ '\ufb33': 1, '😀': 2, '\r': 3, ö: 4, '1': 5 })).toBe('{"\\r":3,"1":5,"ö":4,"😀":2,"\ufb33":1}');
});

test('canonical JSON keeps every value and forgets the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const written = canonical(value as Json);
      expect(canonical(JSON.parse(written))).toBe(written);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonical({ b: 1, a: undefined, c: [{ z: 0, y: 0 }] })).toBe('{"b":1,"c":[{"y":0,"z":0}]}');
});

test.each([[Number.NaN], [undefined], [10n], [new Date(0)], ['\ud800'], [new Map()]])(
  'canonical JSON refuses %s',
  (value) => {
    expect(() => canonical(value as Json)).toThrow(TypeError);
  },
);

test('a commitment opens with its salt and content only', () => {
  const [salt, content] = [newSalt(), { officer: '990101', points: 3 }];
  const commitment = commit(salt, content);
  expect(opens(commitment, salt, { points: 3, officer: '990101' })).toBe(true);
  expect(opens(commitment, salt, { ...content, points: 4 })).toBe(false);
  expect(opens(commitment, newSalt(), content)).toBe(false);
  expect(() => commit(Buffer.alloc(15), content)).toThrow(RangeError);
});

test('erasing the content of a record leaves every proof of the set valid', () => {
  const versions = Array.from({ length: 41 }, (_, at) => ({ salt: newSalt(), content: { at } }));
  const commitments = versions.map(({ salt, content }) => commit(salt, content));
  const { root, count } = recordSet(commitments);
  expect(count).toBe(41);
  // After erasure only the commitment of record 17 is left; it and its neighbours are still proved under the act's root.
  for (const leaf of [16, 17, 18]) {
    const proof = proveRecord(commitments, leaf);
    expect(verifyInclusion({ leaf: commitments[leaf]!, index: leaf, size: count, root, proof })).toBe(true);
  }
  const forged = commitments.with(17, commit(newSalt(), { at: 17 }));
  expect(recordSet(forged).root.equals(root)).toBe(false);
});
