import { useEffect, useState } from 'react';
import type { SealedWhole } from '../../../../web/kit/attachments/sealed-upload.ts';
import type { DraftFile } from './draft.ts';
import { SealedFiles } from './sealed-files.ts';

/**
 * The attachments of a draft: sealed when they are chosen, their sealed bytes kept in the browser. Where it keeps none, they are
 * gone when the page is left, and have to be chosen again.
 * @param latest the files of the draft as they are now; sealing takes a while, in which they may change
 */
export function useDraftFiles(latest: () => readonly DraftFile[], change: (files: readonly DraftFile[]) => void) {
  const [bytes] = useState(() => new SealedFiles());
  /** How often files were chosen that are still being sealed. */
  const [sealing, setSealing] = useState(0);
  const [lost, setLost] = useState<ReadonlySet<string>>(new Set());
  /** The browser could not keep one of them: they last as long as the page. */
  const [passing, setPassing] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the draft came with, once
  useEffect(() => {
    void Promise.all(latest().map(async ({ id }) => ((await bytes.bytesOf(id)) ? [] : [id]))).then((gone) =>
      setLost(new Set(gone.flat())),
    );
  }, []);

  const take = ({ id, note }: DraftFile, kept: boolean): void => {
    if (!kept) setPassing(true);
    // A file that is chosen again takes the place of the one that was lost.
    const again = ({ id: old, note: was }: DraftFile): boolean =>
      lost.has(old) && was.name === note.name && was.size === note.size;
    const before = latest();
    const at = before.findIndex(again);
    change(at < 0 ? [...before, { id, note }] : before.with(at, { id, note }));
  };
  return {
    sealing: sealing > 0,
    passing,
    /** Those whose bytes are gone. */
    lost: latest().filter(({ id }) => lost.has(id)),
    async add(files: readonly File[]): Promise<void> {
      setSealing((running) => running + 1);
      try {
        await bytes.add(files, take);
      } finally {
        setSealing((running) => running - 1);
      }
    },
    remove(id: string): void {
      bytes.drop([id]);
      change(latest().filter((file) => file.id !== id));
    },
    /** Lets go of the bytes of all of them: the draft is handed in, or forgotten. */
    dropAll: () => bytes.forget(latest().map(({ id }) => id)),
    /** @throws Error for one whose bytes are gone: `lost` names it */
    wholes: (): Promise<(SealedWhole & Pick<DraftFile, 'id' | 'upload'>)[]> =>
      Promise.all(
        latest().map(async ({ id, note, upload }) => {
          const sealed = await bytes.bytesOf(id);
          if (!sealed) throw new Error(note.name);
          return { id, note, sealed, upload };
        }),
      ),
  };
}
