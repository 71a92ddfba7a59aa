import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, type Json } from './canonical.ts';
import { CreatedSet, commit, commitmentOf, opens, proveRecord, RetiredSet } from './commitment.ts';
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
  const content = { officer: '990101', points: 3 };
  const { salt, commitment } = commit(canonical(content));
  expect(opens(commitment, salt, canonical({ points: 3, officer: '990101' }))).toBe(true);
  expect(opens(commitment, salt, canonical({ ...content, points: 4 }))).toBe(false);
  expect(opens(commitment, commit(canonical(content)).salt, canonical(content))).toBe(false);
  expect(() => commitmentOf(Buffer.alloc(15), canonical(content))).toThrow(RangeError);
});

test('erasing the content of a record leaves every proof of the set valid', () => {
  const created = new CreatedSet();
  const commitments = Array.from({ length: 41 }, (_, at) => commit(canonical({ at })).commitment);
  expect(commitments.map((one) => created.add(one))).toEqual(commitments.map((_, at) => at));
  const { root, count } = created.digest();
  expect(count).toBe(41);
  // Of an erased record only the commitment is left: nothing here but commitments is used, and each is still proved.
  for (const [leaf, commitment] of commitments.entries()) {
    const proof = proveRecord(commitments, leaf);
    expect(verifyInclusion({ leaf: commitment, index: leaf, size: count, root, proof })).toBe(true);
  }
  const forged = new CreatedSet();
  for (const one of commitments.with(17, commit(canonical({ at: 17 })).commitment)) forged.add(one);
  expect(forged.digest().root.equals(root)).toBe(false);
});

test('retired versions give one digest in any order, another for any other set', () => {
  const digest = (...versions: [string, number][]) => {
    const set = new RetiredSet();
    for (const [record, version] of versions) set.add(record, version);
    return set.digest();
  };
  const given = digest(['b', 2], ['a', 10], ['a', 9]);
  expect(given.count).toBe(3);
  expect(digest(['a', 9], ['b', 2], ['a', 10])).toEqual(given);
  expect(digest(['a', 9], ['b', 3], ['a', 10])).not.toEqual(given);
  expect(digest(['a', 9], ['b', 2])).not.toEqual(given);
});
