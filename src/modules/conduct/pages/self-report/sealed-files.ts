import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { fromShelf, shelve, unshelve } from '../../../../web/kit/attachments/sealed-shelf.ts';
import { sealWhole } from '../../../../web/kit/attachments/sealed-upload.ts';
import type { DraftFile } from './draft.ts';

/** Where sealed bytes are kept: this browser's own store, or a map of the tests. */
export interface FileShelf {
  readonly shelve: (id: string, sealed: Blob) => Promise<boolean>;
  readonly fromShelf: (id: string) => Promise<Blob | null>;
  readonly unshelve: (id: string) => Promise<void>;
}

/** The sealed bytes of a draft's attachments: while the page is open, and on its device. */
export class SealedFiles {
  readonly #here = new Map<string, Blob>();
  readonly #shelf: FileShelf;
  /** Goes up when the draft is let go of, so that what was being sealed for it then is not kept after all. */
  #drafts = 0;

  constructor(shelf: FileShelf = { shelve, fromShelf, unshelve }) {
    this.#shelf = shelf;
  }

  /** @returns null where they are gone */
  async bytesOf(id: string): Promise<Blob | null> {
    const found = this.#here.get(id) ?? (await this.#shelf.fromShelf(id));
    if (found) this.#here.set(id, found);
    return found;
  }

  /**
   * Seals files one after another and keeps their bytes.
   * @param onSealed told of each, and whether the device keeps it; of none any more once the draft was let go of
   */
  async add(files: readonly File[], onSealed: (file: DraftFile, kept: boolean) => void): Promise<void> {
    const draft = this.#drafts;
    for (const file of files) {
      const { note, sealed } = await sealWhole(file);
      if (draft !== this.#drafts) return;
      const id = bytesToHex(randomBytes(16));
      this.#here.set(id, sealed);
      const kept = await this.#shelf.shelve(id, sealed);
      if (draft !== this.#drafts) return this.drop([id]);
      onSealed({ id, note }, kept);
    }
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) {
      this.#here.delete(id);
      void this.#shelf.unshelve(id);
    }
  }

  /** Lets go of the draft: of the bytes it names, and of those that are still being sealed for it. */
  forget(ids: readonly string[]): void {
    this.#drafts += 1;
    this.drop(ids);
  }
}
