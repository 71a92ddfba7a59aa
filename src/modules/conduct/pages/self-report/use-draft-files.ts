import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { useEffect, useRef, useState } from 'react';
import { fromShelf, shelve, unshelve } from '../../../../web/kit/attachments/sealed-shelf.ts';
import { type SealedWhole, sealWhole } from '../../../../web/kit/attachments/sealed-upload.ts';
import type { DraftFile } from './draft.ts';

/**
 * The attachments of a draft: sealed when they are chosen, their sealed bytes kept in the browser. Where it keeps none, they are
 * gone when the page is left, and have to be chosen again.
 * @param latest the files of the draft as they are now; sealing takes a while, in which they may change
 */
export function useDraftFiles(latest: () => readonly DraftFile[], change: (files: readonly DraftFile[]) => void) {
  const here = useRef(new Map<string, Blob>());
  const [sealing, setSealing] = useState(false);
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  /** The browser could not keep one of them: they last as long as the page. */
  const [passing, setPassing] = useState(false);

  const bytesOf = async (id: string): Promise<Blob | null> => {
    const found = here.current.get(id) ?? (await fromShelf(id));
    if (found) here.current.set(id, found);
    return found;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the draft came with, once
  useEffect(() => {
    void Promise.all(latest().map(async ({ id }) => ((await bytesOf(id)) ? [] : [id]))).then((gone) =>
      setLost(new Set(gone.flat())),
    );
  }, []);

  const drop = (ids: readonly string[]): void => {
    for (const id of ids) {
      here.current.delete(id);
      void unshelve(id);
    }
  };
  return {
    sealing,
    passing,
    /** Those whose bytes are gone. */
    lost: latest().filter(({ id }) => lost.has(id)),
    async add(files: readonly File[]): Promise<void> {
      setSealing(true);
      try {
        for (const file of files) {
          const { note, sealed } = await sealWhole(file);
          const id = bytesToHex(randomBytes(16));
          here.current.set(id, sealed);
          if (!(await shelve(id, sealed))) setPassing(true);
          // A file that is chosen again takes the place of the one that was lost.
          const again = ({ id: old, note: was }: DraftFile): boolean =>
            lost.has(old) && was.name === note.name && was.size === note.size;
          const before = latest();
          const at = before.findIndex(again);
          change(at < 0 ? [...before, { id, note }] : before.with(at, { id, note }));
        }
      } finally {
        setSealing(false);
      }
    },
    remove(id: string): void {
      drop([id]);
      change(latest().filter((file) => file.id !== id));
    },
    /** Lets go of the bytes of all of them: the draft is handed in, or forgotten. */
    dropAll: () => drop(latest().map(({ id }) => id)),
    /** @throws Error for one whose bytes are gone: `lost` names it */
    wholes: (): Promise<(SealedWhole & Pick<DraftFile, 'id' | 'upload'>)[]> =>
      Promise.all(
        latest().map(async ({ id, note, upload }) => {
          const sealed = await bytesOf(id);
          if (!sealed) throw new Error(note.name);
          return { id, note, sealed, upload };
        }),
      ),
  };
}
