import { expect, test } from 'vitest';
import { signRound, testChain } from '../testing/beacon.ts';
import { quicknet, randomnessOf, roundAt, timeOfRound } from './beacon.ts';
import { bitsOf, FEWEST_ROLLS, readRolls } from './dice.ts';

/** Round 1000 of quicknet, as the network gave it on 2023-08-23. */
const thousandth = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';

test('a true round of the public beacon holds, and gives its randomness', () => {
  expect(randomnessOf(quicknet, 1000, thousandth)).toBe(
    'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  );
  expect(timeOfRound(quicknet, 1000)).toBe(1_692_806_364_000);
});

test('any other round, key or signature does not', () => {
  expect(randomnessOf(quicknet, 1001, thousandth)).toBeNull();
  expect(randomnessOf(testChain, 1000, thousandth)).toBeNull();
  expect(randomnessOf(quicknet, 1000, `c${thousandth.slice(1)}`)).toBeNull();
  expect(randomnessOf(quicknet, 1000, thousandth.toUpperCase())).toBeNull();
  expect(randomnessOf(quicknet, 1000, '00'.repeat(48))).toBeNull();
  expect(randomnessOf(quicknet, 1000, signRound(1000))).toBeNull();
});

test('the round of a moment comes out at or after it', () => {
  for (const at of [1_692_803_367_000, 1_692_803_367_001, 1_800_000_000_500]) {
    const round = roundAt(quicknet, at);
    expect(timeOfRound(quicknet, round)).toBeGreaterThanOrEqual(at);
    expect(timeOfRound(quicknet, round) - at).toBeLessThan(3_000);
  }
});

test('fifty rolls are enough and forty-nine are not', () => {
  expect(bitsOf(FEWEST_ROLLS)).toBeGreaterThanOrEqual(128);
  expect(bitsOf(FEWEST_ROLLS - 1)).toBeLessThan(128);
});

test('rolls are read without their spaces, and nothing else is let by', () => {
  expect(readRolls('12 34\n56', 6)).toBe('123456');
  expect(readRolls('12345', 6)).toBeNull();
  expect(readRolls('123457', 6)).toBeNull();
  expect(readRolls('12345６', 6)).toBeNull();
});
