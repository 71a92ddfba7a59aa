import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A path, which appears only when it is complete, or a stream such as an HTTP reply, which is ended. */
export type Target = string | Writable;

/** Writes and waits while the receiver is slower. */
export type Write = (chunk: Buffer | string) => Promise<void>;

/** Runs `body` with a way to write to the target. When it fails a path is left as it was and a stream is destroyed. */
export async function writeTo(target: Target, body: (write: Write) => Promise<void>): Promise<void> {
  const part = typeof target === 'string' ? `${target}.part` : null;
  const out = typeof target === 'string' ? createWriteStream(`${target}.part`) : target;
  const done = finished(out, { readable: false });
  // An early error is thrown by the next write or the end; here it must only not go unhandled.
  done.catch(() => {});
  try {
    // The callback comes when the chunk is through or the receiver is gone; `drain` would never come from one that is gone.
    await body((chunk) => new Promise((ok, fail) => out.write(chunk, (error) => (error ? fail(error) : ok()))));
    out.end();
    await done;
    if (part) await rename(part, target as string);
  } catch (error) {
    out.destroy();
    if (part) await rm(part, { force: true });
    throw error;
  }
}
