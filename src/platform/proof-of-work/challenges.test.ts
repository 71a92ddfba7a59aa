import { expect, test } from 'vitest';
import { Challenges } from './challenges.ts';
import { solve, solves, type Work } from './solve.ts';

const BITS = 8;
let now = Date.UTC(2021, 2, 1);
const desk = new Challenges(BITS, () => new Date(now));
const refused = (work: Work, by = desk): void => {
  expect(() => by.redeem(work)).toThrow(expect.objectContaining({ code: 'work.invalid' }));
};

test('solved work is taken once, however often it is sent', async () => {
  const work = await solve(desk.issue());
  desk.redeem(work);
  refused(work);
  now += 5 * 60_000;
  desk.redeem(await solve(desk.issue()));
  refused(work);
  now += 6 * 60_000;
  refused(work);
});

test('work that is not solved, not ours or too old is refused', async () => {
  const challenge = desk.issue();
  let nonce = 0;
  while (solves({ challenge: challenge.challenge, nonce }, BITS)) nonce += 1;
  refused({ challenge: challenge.challenge, nonce });
  const other = new Challenges(BITS, () => new Date(now));
  refused(await solve(challenge), other);
  const late = await solve(challenge);
  now += 10 * 60_000;
  refused(late);
});

test('a challenge cannot be prolonged, made easier or spelled in another way', async () => {
  const { challenge } = desk.issue();
  const bytes = Buffer.from(challenge, 'base64url');
  for (const at of [0, 16, 21, 22, bytes.length - 1]) {
    const altered = Buffer.from(bytes);
    altered[at]! ^= 1;
    refused(await solve({ challenge: altered.toString('base64url'), bits: BITS }));
  }
  for (const spelled of [`${challenge}=`, ` ${challenge}`, bytes.toString('base64'), '', '0'])
    if (spelled !== challenge) refused(await solve({ challenge: spelled, bits: BITS }));
});
