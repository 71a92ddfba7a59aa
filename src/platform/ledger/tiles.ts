import { HASH_SIZE, type Node, rootOf } from './merkle.ts';

/** Hashes in a full tile and entries in a full bundle: 2^8 (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Bytes one entry may have: bundles write its length as uint16. */
export const MAX_ENTRY_SIZE = 65_535;

/** A tile (level 0 to 63) or an entry bundle; width below 256 means a partial one. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** Path of a tile below the log's directory or URL prefix: index 1234067 becomes `x001/x234/067`. */
export function tilePath({ level, index, width }: TileName): string {
  const groups = [];
  let rest = index;
  do {
    groups.unshift(`${groups.length ? 'x' : ''}${String(rest % 1000).padStart(3, '0')}`);
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  return `tile/${level}/${groups.join('/')}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/**
 * Reads a path as the specification writes it, or gives null. Only what `tilePath` would write again is accepted, so a path
 * from outside can name nothing but a tile: no `..`, no second spelling of one tile.
 */
export function parseTilePath(path: string): TileName | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!match) return null;
  const name: TileName = {
    level: match[1] === 'entries' ? 'entries' : Number(match[1]),
    index: Number(match[2]!.replaceAll(/[x/]/g, '')),
    width: match[3] === undefined ? TILE_WIDTH : Number(match[3]),
  };
  const inRange = (name.level === 'entries' || name.level <= 63) && name.width >= 1;
  return inRange && tilePath(name) === path ? name : null;
}

/** The entries as a bundle: each behind its length as big-endian uint16. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > MAX_ENTRY_SIZE) throw new RangeError(`An entry has at most ${MAX_ENTRY_SIZE} bytes`);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** The entries of a bundle, or null if it does not end with an entry (cut off, or not a bundle). */
export function decodeBundle(bundle: Buffer): Buffer[] | null {
  const entries: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return at === bundle.length ? entries : null;
}

/** The hashes of a tile, or null if its length is not a whole number of hashes. */
export function decodeTile(tile: Buffer): Buffer[] | null {
  if (tile.length % HASH_SIZE !== 0) return null;
  return Array.from({ length: tile.length / HASH_SIZE }, (_, at) =>
    tile.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE),
  );
}

/** Number of hashes that level `level` of tiles holds for a tree of `size` entries. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Number of tile levels of a tree of `size` entries. */
export function tileLevels(size: number): number {
  let levels = 0;
  while (hashesAtLevel(levels, size) > 0) levels += 1;
  return levels;
}

/** The tile number `index` of `level` as a tree of `size` entries has it. */
export function tileAt(level: number | 'entries', index: number, size: number): TileName {
  const hashes = hashesAtLevel(level === 'entries' ? 0 : level, size);
  return { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
}

/** The hash of a perfect subtree out of the tile that covers it, for a tree of `size` entries. */
export async function nodeInTiles(
  { level, index }: Node,
  size: number,
  read: (name: TileName) => Promise<Buffer[]>,
): Promise<Buffer> {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const span = 2 ** (level % TILE_HEIGHT);
  const first = index * span;
  const hashes = await read(tileAt(tileLevel, Math.floor(first / TILE_WIDTH), size));
  const offset = first % TILE_WIDTH;
  return rootOf(hashes.slice(offset, offset + span));
}
