import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import type { SealedFileNote } from '../../../platform/sealing/attachment.ts';
import { sealFile } from '../../../platform/sealing/files.ts';
import type { Transport } from './transport.ts';
import { PIECE, passing } from './upload.ts';

/** A file sealed as a whole, with what its text must say of it. */
export interface SealedWhole {
  readonly note: SealedFileNote;
  readonly sealed: Blob;
}

/** Seals a file before it is sent, so that its sealed bytes can be kept and sent another day. */
export async function sealWhole(file: File): Promise<SealedWhole> {
  const [hash, content] = [sha256.create(), sha256.create()];
  const { secret, stream } = await sealFile(file.stream().pipeThrough(passing(content)), file.size);
  const bytes = (stream as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(passing(hash));
  const sealed = await new Response(bytes).blob();
  const { name, size } = file;
  return {
    note: { hash: hex.encode(hash.digest()), name, size, secret, content: hex.encode(content.digest()) },
    sealed,
  };
}

/** A sealed file on its way. After a break, on whatever page or day, it goes on from where the server is. */
export class SealedUpload {
  readonly name: string;
  readonly #file: SealedWhole;
  readonly #transport: Transport;
  readonly #address: string;

  /**
   * @param name the server's for this upload
   * @param root where uploads go on, `/api/…/uploads`
   */
  constructor(transport: Transport, file: SealedWhole, name: string, root: string) {
    this.#transport = transport;
    this.#file = file;
    this.name = name;
    this.#address = `${root}/${name}`;
  }

  /**
   * Sends what is left.
   * @param onProgress told the share that has arrived, 0 to 1
   * @throws whatever the transport throws when the connection breaks: `run` may be called again
   */
  async run(onProgress: (share: number) => void): Promise<SealedFileNote> {
    const { sealed, note } = this.#file;
    let { received } = await this.#transport.get<{ received: number }>(this.#address);
    while (received < sealed.size) {
      onProgress(received / sealed.size);
      const piece = sealed.slice(received, received + PIECE);
      ({ received } = await this.#transport.piece<{ received: number }>(`${this.#address}?at=${received}`, piece));
    }
    onProgress(1);
    return note;
  }
}
