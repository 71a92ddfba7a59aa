import type { SealedFileNote } from '../../../platform/sealing/attachment.ts';

/** One file on its way. */
export interface Underway {
  /** The server's for this upload. */
  readonly name: string;
  /** Sends what is left, telling the share that has arrived; it may be called again. */
  run(onProgress: (share: number) => void): Promise<SealedFileNote>;
}

/** An upload that is through, with what the text must say of it. */
export interface SentAttachment {
  readonly upload: Underway;
  readonly note: SealedFileNote;
}

/** Attachments on their way. It is kept between two tries, so that a second one goes on where the first broke off. */
export class Journey<F extends { readonly size: number }> {
  readonly #files: readonly F[];
  readonly #begin: (files: readonly F[]) => Promise<Underway[]>;
  readonly #notes: SealedFileNote[] = [];
  #uploads: Underway[] | undefined;

  /** @param begin asks the server for the name of each upload */
  constructor(files: readonly F[], begin: (files: readonly F[]) => Promise<Underway[]>) {
    this.#files = files;
    this.#begin = begin;
  }

  /**
   * Sends what is left.
   * @param onShare told the share of all bytes that has arrived, 0 to 1
   * @throws what `begin` and `Underway.run` throw; it may be called again
   */
  async run(onShare: (share: number) => void): Promise<SentAttachment[]> {
    this.#uploads ??= this.#files.length > 0 ? await this.#begin(this.#files) : [];
    const all = this.#files.reduce((sum, { size }) => sum + size, 0) || 1;
    const sent: SentAttachment[] = [];
    let before = 0;
    for (const [at, upload] of this.#uploads.entries()) {
      const { size } = this.#files[at]!;
      const from = before;
      this.#notes[at] ??= await upload.run((part) => onShare((from + part * size) / all));
      sent.push({ upload, note: this.#notes[at] });
      before += size;
    }
    return sent;
  }
}
