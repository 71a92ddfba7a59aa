import { expect, test } from 'vitest';
import { canonical, type Json } from '../../../platform/ledger/canonical.ts';
import { testChain } from '../testing/beacon.ts';
import { paperDraw } from '../testing/paper-draw.ts';
import type { RecheckFile } from './format.ts';
import { verifyRecheck } from './verify.ts';

/** What is said to have followed the draw must stand behind its seed in the ledger, and follow from it. */
const good = paperDraw();
const found = (change: (file: RecheckFile) => void, from = good.file): string[] => {
  const copy = structuredClone(from);
  change(copy);
  const { findings } = verifyRecheck(canonical(copy as Json), { chains: [testChain] });
  return findings.map(({ kind, where }) => `${kind} ${where}`);
};

test('a result that stands before the seed is found', () => {
  const early = found((file) => Object.assign(file.results[3]!, { proof: file.proof.plan }));
  expect(early).toContain('seedOrder results.3');
  expect(found((file) => Object.assign(file.results[3]!, { proof: file.results[4]!.proof }))).not.toContain(
    'seedOrder results.3',
  );
});

test('dice that were typed before the plan, or behind the seed they should have given, are found', () => {
  const dice = paperDraw({ source: 'dice' });
  const at = (proof: (file: RecheckFile) => RecheckFile['proof']['plan']): string[] =>
    found((file) => {
      if (file.seed?.kind === 'dice') file.seed.entries[0]!.proof = proof(file);
    }, dice.file);
  expect(at(({ proof }) => proof.plan)).toContain('seedOrder seed.entries.0');
  expect(at(({ results }) => results[0]!.proof)).toContain('seedOrder seed.entries.0');
});

test('a re-checker who stepped aside before anybody was drawn is found', () => {
  const early = found((file) => {
    const { case: name, rechecker } = file.drawn[0]!;
    file.asides.push({ case: name, member: rechecker!, reason: 'UNAVAILABLE', proof: file.proof.plan });
  });
  expect(early).toContain('seedOrder asides.0');
});

test('only the one whose turn it is can step aside, so nobody is passed over until the right one comes', () => {
  const aside = (who: (file: RecheckFile) => string): string[] =>
    found((file) => {
      const member = who(file);
      // Without an entry to compare with, the order of the seed alone decides.
      file.asides.push({
        case: file.drawn[0]!.case,
        member,
        reason: 'RELATIVE',
        proof: { ...file.proof.plan, entry: '' },
      });
    });
  const drawn = (file: RecheckFile): string => file.drawn[0]!.rechecker!;
  expect(aside(drawn)).not.toContain('aside asides.0');
  expect(aside((file) => file.plan.pool.find((one) => one !== drawn(file))!)).toContain('aside asides.0');
});

test('a case has one result: a second one that says otherwise is found', () => {
  const twice = found((file) => void file.results.splice(1, 0, structuredClone(file.results[0]!)));
  expect(twice).toContain('result results.1');
});

test('the person concerned is shown the own case in its own unit and at its own risk', () => {
  const mine = good.cases[0]!;
  const opening = (more: object) =>
    verifyRecheck(good.text, {
      chains: [testChain],
      opening: JSON.stringify({
        format: 'mingjing-recheck-case/1',
        plan: good.file.plan.id,
        content: mine.content,
        salt: mine.salt,
        ...more,
      }),
    }).findings.map(({ kind }) => kind);
  expect(opening({})).toEqual([]);
  expect(opening({ plan: '01900000-0000-7000-8000-00000000beef' })).toEqual(['case']);
  expect(opening({ salt: '00'.repeat(16) })).toEqual(['case']);
});
