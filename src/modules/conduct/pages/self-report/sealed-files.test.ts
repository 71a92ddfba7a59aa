import { expect, test } from 'vitest';
import type { DraftFile } from './draft.ts';
import { type FileShelf, SealedFiles } from './sealed-files.ts';

const photo = (name: string): File => new File([new Uint8Array(70_000).fill(7)], name);

/** @param whenKept called when bytes have come to lie on the device, before it says so */
function device(whenKept: () => void = () => undefined): FileShelf & { readonly kept: Map<string, Blob> } {
  const kept = new Map<string, Blob>();
  return {
    kept,
    shelve: async (id, sealed) => {
      kept.set(id, sealed);
      whenKept();
      return true;
    },
    fromShelf: async (id) => kept.get(id) ?? null,
    unshelve: async (id) => void kept.delete(id),
  };
}

test('what was sealed lies on the device, and is there again for another page', async () => {
  const here = device();
  const told: DraftFile[] = [];
  await new SealedFiles(here).add([photo('a.jpg'), photo('b.jpg')], (file) => told.push(file));
  expect(told.map(({ note }) => note.name)).toEqual(['a.jpg', 'b.jpg']);
  const again = new SealedFiles(here);
  for (const { id } of told) expect(await again.bytesOf(id)).toBe(here.kept.get(id));
});

test('a draft that is forgotten while a file is being sealed comes back neither as draft nor as bytes', async () => {
  const here = device();
  const files = new SealedFiles(here);
  const told: DraftFile[] = [];
  const adding = files.add([photo('a.jpg')], (file) => told.push(file));
  files.forget([]);
  await adding;
  expect(told).toEqual([]);
  expect(here.kept.size).toBe(0);
});

test('nor where it is forgotten while the bytes are being written', async () => {
  const here = device(() => files.forget([]));
  const files = new SealedFiles(here);
  const told: DraftFile[] = [];
  await files.add([photo('a.jpg'), photo('b.jpg')], (file) => told.push(file));
  expect(told).toEqual([]);
  expect(here.kept.size).toBe(0);
});

test('the next draft on the same page takes files again', async () => {
  const here = device();
  const files = new SealedFiles(here);
  const told: DraftFile[] = [];
  await files.add([photo('a.jpg')], (file) => told.push(file));
  files.forget(told.map(({ id }) => id));
  expect(here.kept.size).toBe(0);
  await files.add([photo('b.jpg')], (file) => told.push(file));
  expect(told.map(({ note }) => note.name)).toEqual(['a.jpg', 'b.jpg']);
  expect(await files.bytesOf(told[1]!.id)).not.toBeNull();
});
