import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { AppError } from '../../errors.ts';

/** An element of a text: where its opening tag begins and ends, and where the element itself begins to close and ends. */
export interface Span {
  readonly tag: SaxesTagPlain;
  readonly start: number;
  readonly openEnd: number;
  /** Start of the closing tag; of a self-closing element, its end. */
  readonly closeStart: number;
  readonly end: number;
}

/** Largest part that is edited as a whole; the parts beside the sheets are a few kilobytes. */
const most = 64 * 1024 ** 2;

/** A small part as one text. */
export async function wholeText(part: string, chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new AppError('sheet.bomb', { part, size });
    parts.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
/** Namespace prefix with its colon, or nothing: what is inserted must speak like its neighbours. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/** All elements of a text whose path of local names ends with `path` (`cellXfs/xf`), in the order in which they close. */
export function findSpans(part: string, text: string, path: string): Span[] {
  const spans: Span[] = [];
  const open: { tag: SaxesTagPlain; start: number; openEnd: number; path: string }[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', () => {
    throw new AppError('sheet.damaged', { part });
  });
  parser.on('opentag', (tag) => {
    const openEnd = parser.position;
    // No `<` can stand inside a tag, so the last one opens it.
    const start = text.lastIndexOf('<', openEnd - 1);
    open.push({ tag, start, openEnd, path: `${open.at(-1)?.path ?? ''}/${localName(tag.name)}` });
  });
  parser.on('closetag', (tag) => {
    const top = open.pop()!;
    const end = parser.position;
    const closeStart = tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1);
    if (top.path.endsWith(`/${path}`)) spans.push({ ...top, closeStart, end });
  });
  parser.write(text).close();
  return spans;
}

export const escapeAttribute = (value: string): string =>
  value.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An opening tag with attributes changed; the rest of it stays. */
export function retag(tag: SaxesTagPlain, changes: Record<string, string>): string {
  const attributes = Object.entries({ ...tag.attributes, ...changes });
  const list = attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  return `<${tag.name}${list}${tag.isSelfClosing ? '/>' : '>'}`;
}

/** Inserts before the end of the one element at `path`; the text as it was when there is none. */
export function appendTo(part: string, text: string, path: string, xml: (tag: SaxesTagPlain) => string): string {
  const span = findSpans(part, text, path)[0];
  if (!span || span.tag.isSelfClosing) return text;
  return text.slice(0, span.closeStart) + xml(span.tag) + text.slice(span.closeStart);
}
