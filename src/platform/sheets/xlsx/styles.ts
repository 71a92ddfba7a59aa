import { parse } from '../xml.ts';
import type { Zip } from '../zip.ts';

/** What a cell's style says about the number in it: 0 nothing, -1 it is a date or time, n > 0 it is shown with n digits and leading zeros. */
export type NumberKind = number;
export const isDate = -1;

/** Built-in number formats that show a date or a time (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean Excel). */
const builtInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Kind of a number format code such as `yyyy"年"m"月"d"日"` or `000000`. */
export function formatKind(code: string): NumberKind {
  if (/^0{2,18}$/.test(code)) return code.length;
  let bare = '';
  for (let at = 0; at < code.length; at++) {
    const sign = code[at]!;
    if (sign === ';') break; // further sections are for negative numbers, zero and text
    if (sign === '\\' || sign === '_' || sign === '*') at++;
    else if (sign === '"') at = skipTo(code, '"', at);
    else if (sign === '[') {
      // [h], [mm] and [ss] count elapsed time; every other bracket is a colour, a condition or a locale.
      const end = skipTo(code, ']', at);
      const inside = code.slice(at + 1, end).toLowerCase();
      if (/^(h+|m+|s+)$/.test(inside)) bare += inside;
      at = end;
    } else bare += sign.toLowerCase();
  }
  return /[ymdhs]/.test(bare.replaceAll('general', '')) ? isDate : 0;
}

const skipTo = (text: string, sign: string, from: number): number => {
  const end = text.indexOf(sign, from + 1);
  return end < 0 ? text.length : end;
};

/** Number kind by cell style index. */
export async function readStyles(zip: Zip, part: string): Promise<NumberKind[]> {
  const formats = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inside = false;
  await parse(part, zip.read(part), {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), formatKind(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inside = true;
      else if (name === 'xf' && inside) {
        const id = Number(attributes.numFmtId ?? 0);
        kinds.push(formats.get(id) ?? (builtInDate(id) ? isDate : 0));
      }
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return kinds;
}
