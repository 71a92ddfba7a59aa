import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A generated password kept in `DATA/secrets`, readable by this process's account only; made on first use.
 * @returns 48 hexadecimal characters, so it needs no quoting anywhere
 */
export async function secret(directory: string, name: string): Promise<string> {
  const folder = join(directory, 'secrets');
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // `wx` lets one of two starting processes win; the other one reads what the winner wrote.
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (!file) return (await readFile(path, 'utf8')).trim();
  try {
    const made = randomBytes(24).toString('hex');
    await file.writeFile(`${made}\n`);
    // On disk before any role gets it: a password lost in a power failure would lock its data away.
    await file.sync();
    return made;
  } finally {
    await file.close();
  }
}
