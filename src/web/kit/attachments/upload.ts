import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import type { SealedFileNote } from '../../../platform/sealing/attachment.ts';
import { type SealedFile, sealFile } from '../../../platform/sealing/files.ts';
import type { Transport } from './transport.ts';

/** Bytes sent at once: a phone holds one piece, and loses at most one when its connection breaks. */
export const PIECE = 2 ** 20;

/** A file being sealed and sent, piece by piece. When it breaks off, `run` goes on from where the server is. */
export class Upload {
  readonly file: File;
  readonly name: string;
  readonly #transport: Transport;
  readonly #address: string;
  readonly #hash = sha256.create();
  readonly #content = sha256.create();
  #sealed: SealedFile | undefined;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  /** Sealed bytes read ahead of the piece. */
  #ahead = new Uint8Array(0);
  #piece: Uint8Array<ArrayBuffer> | undefined;
  /** Where the piece begins in the sealed file. */
  #at = 0;

  /**
   * @param name the server's for this upload
   * @param root where uploads go on, `/api/…/uploads`
   */
  constructor(transport: Transport, file: File, name: string, root: string) {
    this.#transport = transport;
    this.file = file;
    this.name = name;
    this.#address = `${root}/${name}`;
  }

  /**
   * Sends what is left.
   * @param onProgress told the share that has arrived, 0 to 1
   * @throws whatever the transport throws when the connection breaks: `run` may be called again
   */
  async run(onProgress: (share: number) => void): Promise<SealedFileNote> {
    this.#sealed ??= await sealFile(this.file.stream().pipeThrough(passing(this.#content)), this.file.size);
    this.#reader ??= this.#sealed.stream.getReader();
    for (;;) {
      if (this.#piece) await this.#catchUp();
      else this.#piece = await this.#next();
      if (this.#piece.length === 0) break;
      await this.#send(this.#piece);
      this.#at += this.#piece.length;
      this.#piece = undefined;
      onProgress(Math.min(1, this.#at / this.#sealed.size));
    }
    this.#piece = undefined;
    const { name, size } = this.file;
    const [hash, content] = [this.#hash, this.#content].map((one) => hex.encode(one.clone().digest())) as [
      string,
      string,
    ];
    return { hash, name, size, secret: this.#sealed.secret, content };
  }

  /** After a break part of the piece may have arrived. */
  async #catchUp(): Promise<void> {
    const { received } = await this.#transport.get<{ received: number }>(this.#address);
    this.#piece = this.#piece!.slice(Math.max(0, received - this.#at));
    this.#at = received;
    if (this.#piece.length === 0) this.#piece = await this.#next();
  }

  async #send(piece: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#transport.piece(`${this.#address}?at=${this.#at}`, new Blob([piece]));
  }

  /** The next piece of the sealed file; empty at its end. */
  async #next(): Promise<Uint8Array<ArrayBuffer>> {
    const parts = [this.#ahead];
    let size = this.#ahead.length;
    while (size < PIECE) {
      const { value, done } = await this.#reader!.read();
      if (done) break;
      parts.push(new Uint8Array(value));
      size += value.length;
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#ahead = whole.slice(PIECE);
    const piece = whole.slice(0, PIECE);
    this.#hash.update(piece);
    return piece;
  }
}

/** Lets a stream pass and hashes what passes. */
export const passing = (hash: { update(bytes: Uint8Array): unknown }) =>
  new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      hash.update(chunk);
      controller.enqueue(chunk);
    },
  });
