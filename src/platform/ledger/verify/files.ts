import { CompactRange, leafHash, rootOf } from '../merkle.ts';
import { readTile } from '../tile-store.ts';
import { decodeBundle, decodeTile, TILE_WIDTH, tileAt, tilePath } from '../tiles.ts';
import type { Findings } from './findings.ts';

/** The entries of one bundle and the number of the first. */
export interface Bundle {
  readonly start: number;
  readonly entries: readonly Buffer[];
}

/** Rebuilds the tree out of the files, trusting none of them. */
export class FileWalk {
  readonly #directory: string;
  readonly #size: number;
  readonly #findings: Findings;
  readonly #range = new CompactRange();
  /** Hashes of the tile under way at each level above 0, as they follow from the level below. */
  readonly #expected: { index: number; hashes: Buffer[] }[] = [];

  constructor(directory: string, size: number, findings: Findings) {
    this.#directory = directory;
    this.#size = size;
    this.#findings = findings;
  }

  /**
   * Gives the bundles one after another. Meanwhile compares every tile with what lies below it, and puts the root after each
   * of the asked sizes into `roots`. Where a bundle cannot be read the walk goes on with its tile of leaf hashes (an empty
   * bundle is given), and ends if that cannot be read either: then later sizes get no root.
   */
  async *bundles(roots: Map<number, Buffer | null>): AsyncGenerator<Bundle> {
    if (roots.has(0)) roots.set(0, this.#range.root());
    for (let index = 0; index * TILE_WIDTH < this.#size; index += 1) {
      const start = index * TILE_WIDTH;
      const entries = await this.#read('entries', index, 0, decodeBundle);
      const tile = await this.#read(0, index, 0, decodeTile);
      const leaves = entries?.map((entry) => leafHash(entry)) ?? tile;
      if (leaves === null) return;
      if (tile) this.#compare(tile, leaves, 0, index);
      for (const leaf of leaves) {
        this.#range.append(leaf);
        if (roots.has(this.#range.size)) roots.set(this.#range.size, this.#range.root());
      }
      if (leaves.length === TILE_WIDTH) await this.#push(1, rootOf(leaves));
      yield { start, entries: entries ?? [] };
    }
    for (const [above, { index, hashes }] of this.#expected.entries()) {
      if (hashes.length > 0) await this.#check(above + 1, index, hashes);
    }
  }

  async #push(level: number, hash: Buffer): Promise<void> {
    this.#expected[level - 1] ??= { index: 0, hashes: [] };
    const under = this.#expected[level - 1]!;
    under.hashes.push(hash);
    if (under.hashes.length < TILE_WIDTH) return;
    await this.#check(level, under.index, under.hashes);
    this.#expected[level - 1] = { index: under.index + 1, hashes: [] };
    await this.#push(level + 1, rootOf(under.hashes));
  }

  async #check(level: number, index: number, expected: readonly Buffer[]): Promise<void> {
    const tile = await this.#read(level, index, level, decodeTile);
    if (tile) this.#compare(tile, expected, level, index);
  }

  #compare(tile: readonly Buffer[], expected: readonly Buffer[], level: number, index: number): void {
    const wrong = tile.findIndex((hash, at) => !hash.equals(expected[at]!));
    if (wrong < 0) return;
    const entry = (index * TILE_WIDTH + wrong) * TILE_WIDTH ** level;
    this.#findings.add('tile-differs', entry, tilePath(tileAt(level, index, this.#size)));
  }

  async #read(
    kind: number | 'entries',
    index: number,
    level: number,
    decode: (file: Buffer) => Buffer[] | null,
  ): Promise<Buffer[] | null> {
    const name = tileAt(kind, index, this.#size);
    const path = tilePath(name);
    const start = index * TILE_WIDTH ** (level + 1);
    const part = await readTile(this.#directory, path);
    // A partial tile goes once it is full (C2SP tlog-tiles), which a running log may do during the walk.
    const file = part ?? (await readTile(this.#directory, tilePath({ ...name, width: TILE_WIDTH })));
    const content = file && decode(file)?.slice(0, part ? undefined : name.width);
    if (content?.length === name.width) return content;
    const of = kind === 'entries' ? 'bundle' : 'tile';
    this.#findings.add(file === null ? `${of}-missing` : `${of}-damaged`, start, path);
    return null;
  }
}
