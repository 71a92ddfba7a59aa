import { Decrypter, Encrypter } from 'age-encryption';
import { sealError } from './envelope.ts';
import { newKeyPair } from './keys.ts';

/** A file sealed under a key of its own. Whoever is given `secret` opens it: it travels inside a sealed text. */
export interface SealedFile {
  readonly secret: string;
  /** Bytes that `stream` will give. */
  readonly size: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/**
 * Seals a file while it is read, with memory that does not grow with it. A key of its own means that handing the file on, or
 * sealing its text to a new desk key, never touches the file again.
 * @param size of the file in bytes
 */
export async function sealFile(content: ReadableStream<Uint8Array>, size: number): Promise<SealedFile> {
  const { secret, publicKey } = await newKeyPair();
  const encrypter = new Encrypter();
  encrypter.addRecipient(publicKey);
  const stream = await encrypter.encrypt(content.pipeThrough(filledUp(size)));
  return { secret, size: stream.size(paddedSize(size)), stream };
}

/**
 * Opens a sealed file while it is read.
 * @param size of the file as its text says: what follows is filling
 * @throws SealError; the stream fails when what comes later was altered or cut off
 */
export async function openFile(
  sealed: ReadableStream<Uint8Array>,
  secret: string,
  size: number,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(secret);
  try {
    return (await decrypter.decrypt(sealed)).pipeThrough(firstBytes(size));
  } catch (error) {
    throw sealError(error);
  }
}

/**
 * The size a file is filled up to, so that its own tells little: Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted
 * Files", PoPETs 2019, section 4): at most 12 per cent more, and few sizes to choose from.
 */
export function paddedSize(size: number): number {
  if (size < 1_024) return 1_024;
  const exponent = Math.floor(Math.log2(size));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(size / step) * step;
}

const ZEROS = 65_536;

function filledUp(size: number): TransformStream<Uint8Array, Uint8Array> {
  let given = 0;
  return new TransformStream({
    transform(chunk, controller) {
      given += chunk.length;
      controller.enqueue(chunk);
    },
    flush(controller) {
      if (given !== size) throw new RangeError(`The file has ${given} bytes, not the ${size} it said`);
      for (let left = paddedSize(size) - size; left > 0; left -= ZEROS)
        controller.enqueue(new Uint8Array(Math.min(left, ZEROS)));
    },
  });
}

/** The rest is read too: only its end shows that nothing was cut off. */
function firstBytes(size: number): TransformStream<Uint8Array, Uint8Array> {
  let left = size;
  return new TransformStream({
    transform(chunk, controller) {
      if (left > 0) controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
    },
  });
}
