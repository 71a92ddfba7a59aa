import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { leafHash, type Node, rootOf } from './merkle.ts';
import type { Signer } from './notes.ts';
import { consistencyPath, hashOfRange, inclusionPath, prove } from './proofs.ts';
import {
  decodeBundle,
  decodeTile,
  encodeBundle,
  nodeInTiles,
  parseTilePath,
  TILE_WIDTH,
  type TileName,
  tileAt,
  tileLevels,
  tilePath,
} from './tiles.ts';

const CHECKPOINT = 'checkpoint';

/** The file's bytes, or null if there is none. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}

/**
 * A static file of the log by its URL path below the prefix: `checkpoint`, or a tile or bundle in its one spelling. Null for
 * anything else, so a path from outside reaches no other file.
 */
export async function readTile(directory: string, path: string): Promise<Buffer | null> {
  if (path !== CHECKPOINT && parseTilePath(path) === null) return null;
  return readIfThere(join(directory, path));
}

/**
 * The log on disk: C2SP tlog-tiles. Every file is a function of the entries alone, so writing the same entries again after a
 * crash changes nothing, and a file that exists with other content is never replaced: that would be a second history. The
 * signed checkpoint is written last; until then the new tiles are promised to nobody.
 */
export class TileStore {
  readonly directory: string;
  readonly #signer: Signer;
  readonly #touched = new Set<string>();

  constructor(directory: string, signer: Signer) {
    this.directory = directory;
    this.#signer = signer;
  }

  /**
   * The signed tree head on disk, null before the first one. Throws `ledger.keyUnknown` if another key signed it, and
   * `ledger.differs` if the right edge of the tiles does not give its root.
   */
  async head(): Promise<Checkpoint | null> {
    const note = await this.note();
    if (note === '') return null;
    const checkpoint = openCheckpoint(note, this.#signer);
    if (checkpoint === null) throw new AppError('ledger.keyUnknown');
    if (!(await this.rootAt(checkpoint.size)).equals(checkpoint.root)) {
      throw new AppError('ledger.differs', { path: CHECKPOINT });
    }
    return checkpoint;
  }

  /**
   * Writes the tiles and bundles of `entries`, the first of which is number `from`: the size of the tree up to them. Gives the
   * new size. Streaming: memory is one tile per level.
   */
  async append(from: number, entries: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
    const edge = await this.#rightEdge(from);
    const bundleAt = (count: number) => tileAt('entries', Math.floor((count - 1) / TILE_WIDTH), count);
    let bundle = from % TILE_WIDTH === 0 ? [] : await this.#entries(bundleAt(from));
    let size = from;
    for await (const entry of entries) {
      bundle.push(Buffer.from(entry));
      size += 1;
      if (bundle.length === TILE_WIDTH) {
        await this.#writeOnce(bundleAt(size), encodeBundle(bundle));
        bundle = [];
      }
      await this.#push(edge, 0, leafHash(entry));
    }
    if (size === from) return size;
    if (bundle.length > 0) await this.#writeOnce(bundleAt(size), encodeBundle(bundle));
    for (const [level, { index, hashes }] of edge.entries()) {
      if (hashes.length > 0) await this.#writeOnce({ level, index, width: hashes.length }, Buffer.concat(hashes));
    }
    return size;
  }

  /**
   * Signs and writes the tree head of the first `size` entries, after everything below it is on the disk.
   * Afterwards partial tiles whose full tile exists go (C2SP allows it; kept, they would cost 256 times the entries).
   */
  async publish(size: number, before: number): Promise<Checkpoint> {
    const root = await this.rootAt(size);
    for (const directory of this.#touched) await syncDirectory(directory);
    this.#touched.clear();
    await this.#replace(CHECKPOINT, Buffer.from(signCheckpoint(size, root, this.#signer)));
    await syncDirectory(this.directory);
    await this.#dropPartials(before, size);
    return { origin: this.#signer.name, size, root };
  }

  /** The signed note on disk, empty before the first one. */
  async note(): Promise<string> {
    return (await readIfThere(join(this.directory, CHECKPOINT)))?.toString() ?? '';
  }

  /** Root of the first `size` entries. */
  rootAt(size: number): Promise<Buffer> {
    return hashOfRange({ start: 0, end: size }, this.#reader(size));
  }

  /** Proof that entry `index` is in the tree of `size` entries. */
  inclusion(index: number, size: number): Promise<Buffer[]> {
    return prove(inclusionPath(index, size), this.#reader(size));
  }

  /** Proof that the tree of `size` entries continues the one of `older` entries. */
  consistency(older: number, size: number): Promise<Buffer[]> {
    return prove(consistencyPath(older, size), this.#reader(size));
  }

  #reader(size: number): (node: Node) => Promise<Buffer> {
    const tiles = new Map<string, Promise<Buffer[]>>();
    const read = (name: TileName) => {
      const path = tilePath(name);
      const tile = tiles.get(path) ?? this.#hashes(name);
      tiles.set(path, tile);
      return tile;
    };
    return (node) => nodeInTiles(node, size, read);
  }

  async #hashes(name: TileName): Promise<Buffer[]> {
    return this.#whole(name, decodeTile);
  }

  async #entries(name: TileName): Promise<Buffer[]> {
    return this.#whole(name, decodeBundle);
  }

  /** A part of a tile may have become a full tile since: then its beginning is what was asked for. */
  async #whole(name: TileName, decode: (file: Buffer) => Buffer[] | null): Promise<Buffer[]> {
    const full = { ...name, width: TILE_WIDTH };
    const file = (await readTile(this.directory, tilePath(name))) ?? (await readTile(this.directory, tilePath(full)));
    const content = file && decode(file)?.slice(0, name.width);
    if (content?.length !== name.width) throw new AppError('ledger.differs', { path: tilePath(name) });
    return content;
  }

  /** The unfinished tile of each level of a tree of `size` entries: where the next hashes go. */
  async #rightEdge(size: number): Promise<Edge[]> {
    const levels = Array.from({ length: tileLevels(size) }, (_, level) => level);
    return Promise.all(
      levels.map(async (level) => {
        const hashes = Math.floor(size / TILE_WIDTH ** level);
        const index = Math.floor(hashes / TILE_WIDTH);
        const open = hashes % TILE_WIDTH === 0 ? [] : await this.#hashes(tileAt(level, index, size));
        return { index, hashes: open };
      }),
    );
  }

  /** Adds a hash at a level; a full tile is written, and its root goes one level up. */
  async #push(edge: Edge[], level: number, hash: Buffer): Promise<void> {
    edge[level] ??= { index: 0, hashes: [] };
    const tile = edge[level];
    tile.hashes.push(hash);
    if (tile.hashes.length < TILE_WIDTH) return;
    await this.#writeOnce({ level, index: tile.index, width: TILE_WIDTH }, Buffer.concat(tile.hashes));
    const root = rootOf(tile.hashes);
    edge[level] = { index: tile.index + 1, hashes: [] };
    await this.#push(edge, level + 1, root);
  }

  async #writeOnce(name: TileName, content: Buffer): Promise<void> {
    const path = tilePath(name);
    const there = await readIfThere(join(this.directory, path));
    if (there === null) await this.#replace(path, content);
    else if (!there.equals(content)) throw new AppError('ledger.differs', { path });
  }

  /** Whole file or none: written beside its place, flushed, renamed. */
  async #replace(path: string, content: Buffer): Promise<void> {
    const file = join(this.directory, path);
    await mkdir(dirname(file), { recursive: true });
    const draft = `${file}.${randomUUID()}.tmp`;
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    for (let at = dirname(file); at.length >= this.directory.length; at = dirname(at)) this.#touched.add(at);
  }

  async #dropPartials(before: number, size: number): Promise<void> {
    for (let level = 0; level < tileLevels(size); level += 1) {
      const first = Math.floor(before / TILE_WIDTH ** (level + 1));
      const full = Math.floor(size / TILE_WIDTH ** (level + 1));
      if (first === full) continue;
      // Only the tile that was unfinished before can have partial versions.
      for (const kind of level === 0 ? [level, 'entries' as const] : [level]) {
        await rm(join(this.directory, `${tilePath({ level: kind, index: first, width: TILE_WIDTH })}.p`), {
          recursive: true,
          force: true,
        });
      }
    }
  }
}

interface Edge {
  readonly index: number;
  readonly hashes: Buffer[];
}

/** Makes renames in a directory durable. Windows cannot flush a directory and keeps renames in its journal. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
