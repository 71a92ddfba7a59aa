import { AppError } from '../../errors.ts';
import type { Limits } from '../limits.ts';
import { parse, unescapeText } from '../xml.ts';
import type { Zip } from '../zip.ts';

/** Shared strings by index. Runs of rich text are joined; phonetic runs (`rPh`), which repeat the reading, are left out. */
export async function readStrings(zip: Zip, part: string, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  let total = 0;
  let current = '';
  let inText = false;
  let phonetic = false;
  await parse(part, zip.read(part), {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text(text) {
      if (!inText) return;
      current += text;
      total += text.length;
      if (total > limits.strings) throw new AppError('sheet.tooMuchText', { limit: limits.strings });
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        // An empty string still costs a slot; a bomb of empty ones must meet the limit too.
        total += 8;
        if (total > limits.strings) throw new AppError('sheet.tooMuchText', { limit: limits.strings });
        strings.push(unescapeText(current));
      }
    },
  });
  return strings;
}
