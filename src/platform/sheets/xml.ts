import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '../errors.ts';

export interface XmlHandler {
  /** `name` is without namespace prefix: programs differ in the prefix they choose. */
  open?(name: string, attributes: Record<string, string>, tag: SaxesTagPlain): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Bytes without any tag or text ending in them, after which a part is refused: more would only grow the parser's buffer. */
const longestToken = 16 * 1024 ** 2;
const deepest = 256;

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Value of an attribute whatever its namespace prefix: `r:id` in one program is `d3p1:id` in another. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (local(key) === name) return attributes[key];
  return undefined;
}

/**
 * Parses XML as it arrives and yields after each chunk, so that the caller can hand on what the handler has collected.
 * A document type declaration is refused: workbooks may not have one (ECMA-376 part 2, 8.1.4), and without it there are no entities to expand.
 */
export async function* pump(part: string, chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const refuse = (): never => {
    throw new AppError('sheet.damaged', { part });
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  let events = 0;
  let depth = 0;
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    events++;
    if (++depth > deepest) refuse();
    handler.open?.(local(tag.name), tag.attributes, tag);
  });
  parser.on('closetag', (tag) => {
    events++;
    depth--;
    handler.close?.(local(tag.name));
  });
  const text = (value: string): void => {
    events++;
    handler.text?.(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  let decoder: TextDecoder | undefined;
  let quiet = 0;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    const before = events;
    parser.write(decode(decoder, chunk, part));
    quiet = events === before ? quiet + chunk.length : 0;
    if (quiet > longestToken) throw new AppError('sheet.bomb', { part, size: quiet });
    yield;
  }
  parser.close();
}

/** Parses a whole part. */
export async function parse(part: string, chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of pump(part, chunks, handler));
}

const decoderFor = (start: Buffer): TextDecoder => {
  const mark = start.length > 1 ? start.readUInt16BE(0) : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
};

function decode(decoder: TextDecoder, chunk: Buffer, part: string): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw new AppError('sheet.damaged', { part }, { cause: error });
  }
}

/**
 * Text as workbooks keep it: characters XML cannot hold are written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19).
 */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach the file
const unsafe = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/;
const unsafeAll = new RegExp(`[\\ud800-\\udbff][\\udc00-\\udfff]|${unsafe.source}`, 'g');
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The reverse of {@link unescapeText}, escaped for XML text and attributes as well. */
export const escapeText = (text: string): string =>
  unsafe.test(text)
    ? text.replace(unsafeAll, (found) =>
        found.length === 2
          ? found
          : (entities[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
      )
    : text;
