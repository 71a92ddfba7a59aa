/** What a file is by its first bytes. */
interface Kind {
  readonly name: string;
  /** Endings of names that fit it. */
  readonly endings: readonly string[];
  /** It can carry a program that runs when it is opened. */
  readonly active: boolean;
}

const kind = (name: string, endings: string, active = false): Kind => ({ name, endings: endings.split(' '), active });

/** First bytes in hex, at their place; the first that fits decides. */
const signatures: readonly (readonly [at: number, hex: string, kind: Kind])[] = [
  [0, '89504e470d0a1a0a', kind('PNG', 'png')],
  [0, 'ffd8ff', kind('JPEG', 'jpg jpeg')],
  [0, '47494638', kind('GIF', 'gif')],
  [8, '57454250', kind('WebP', 'webp')],
  [4, '6674797068656963', kind('HEIC', 'heic heif')],
  [4, '66747970', kind('MP4', 'mp4 m4a mov m4v 3gp heic heif')],
  [0, '25504446', kind('PDF', 'pdf')],
  [0, '504b0304', kind('ZIP, Office', 'zip docx xlsx pptx ofd odt ods')],
  [0, 'd0cf11e0a1b11ae1', kind('Office 97–2003', 'doc xls ppt wps et', true)],
  [0, '494433', kind('MP3', 'mp3')],
  [8, '57415645', kind('WAV', 'wav')],
  [0, '2321414d52', kind('AMR', 'amr')],
  [0, '526172211a07', kind('RAR', 'rar')],
  [0, '377abcaf271c', kind('7z', '7z')],
  [0, '4d5a', kind('Windows program', 'exe dll', true)],
  [0, '7f454c46', kind('Linux program', '', true)],
  [0, '2321', kind('script', 'sh py', true)],
];

const text = kind('text', 'txt csv md log');
const unknown = kind('?', '');

/** @param head the first bytes of a file, some hundred at least */
export function kindOf(head: Uint8Array): Kind {
  const hex = Array.from(head.subarray(0, 64), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const found = signatures.find(([at, sign]) => hex.startsWith(sign, at * 2));
  if (found) return found[2];
  const words = new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  // Wherever it stands near the beginning: browsers look there too.
  if (/<svg[\s>]/.test(words)) return kind('SVG', 'svg', true);
  if (/<(!doctype html|html|head|body|script|iframe|a\s|img\s|table)/.test(words))
    return kind('HTML', 'html htm', true);
  if (words.startsWith('<?xml')) return kind('XML', 'xml', true);
  return head.includes(0) ? unknown : text;
}

/** Whether a name has an ending of its kind. What is of no known kind fits none but its own word. */
export function fits(name: string, { endings }: Kind): boolean {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return endings.includes(ending);
}

/** A name under which nothing runs when it is clicked, and which cannot lead out of a folder. */
export function safeName(name: string, { active }: Kind): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names of strangers may hold them
  const plain = name.replace(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/g, '_').slice(-120);
  return active ? `${plain}.txt` : plain;
}
