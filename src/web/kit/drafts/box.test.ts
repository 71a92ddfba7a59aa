import { expect, test } from 'vitest';
import { z } from 'zod';
import { DraftBox, type Shelf } from './box.ts';

const own = 'a1'.repeat(32);
const others = 'b2'.repeat(32);
const shape = z.object({ words: z.string() });
const draft = { words: '当天确有情况，但与事实不符。' };

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  };
}

test('a draft is there again for its account and its form, until it is forgotten', () => {
  const here = shelf();
  const at = new DraftBox(own, here).save('clues.statement 1', draft);
  const again = new DraftBox(own, here);
  expect(again.load('clues.statement 1', shape)).toEqual({ value: draft, at });
  expect(again.load('clues.statement 2', shape)).toBeNull();
  expect(again.load('clues.statement 1', z.object({ other: z.string() }))).toBeNull();
  again.forget('clues.statement 1');
  expect(again.load('clues.statement 1', shape)).toBeNull();
  expect(here.kept.size).toBe(0);
});

test('the next person at the device reads neither the text nor which form it is of', () => {
  const here = shelf();
  new DraftBox(own, here).save('clues.statement 1', draft);
  const [[place, text]] = here.kept.entries() as unknown as [[string, string]];
  expect(new DraftBox(others, here).load('clues.statement 1', shape)).toBeNull();
  // Not even where its bytes are laid where the other account would look.
  new DraftBox(others, here).save('clues.statement 1', draft);
  const theirs = [...here.kept.keys()].find((one) => one !== place)!;
  here.kept.set(theirs, text);
  expect(new DraftBox(others, here).load('clues.statement 1', shape)).toBeNull();
  const lying = `${place} ${text} ${Buffer.from(text, 'base64')}`;
  expect(lying).not.toContain('clues');
  expect(lying).not.toContain('当天');
});

test('a draft laid in the place of another form does not open there', () => {
  const here = shelf();
  const box = new DraftBox(own, here);
  box.save('clues.statement 1', draft);
  const [text] = here.kept.values();
  box.save('clues.statement 2', draft);
  for (const place of here.kept.keys()) here.kept.set(place, text!);
  expect(box.load('clues.statement 2', shape)).toBeNull();
  expect(box.load('clues.statement 1', shape)?.value).toEqual(draft);
});

test('where a browser keeps nothing, or is full, that is said', () => {
  const full: Shelf = {
    ...shelf(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  for (const one of [null, full]) {
    const box = new DraftBox(own, one);
    expect(box.save('a', draft)).toBeNull();
    expect(box.load('a', shape)).toBeNull();
    expect(() => box.forget('a')).not.toThrow();
  }
});
