import type { Pool, PoolClient } from 'pg';
import { readThrough } from '../database/cursor.ts';
import type { KeptVersion, VersionSource } from '../ledger/verify/records.ts';
import type { Vault } from '../sealing/vault.ts';
import type { Catalogue } from './catalogue.ts';
import { isSecret } from './columns.ts';
import type { Register } from './declare.ts';
import { contentOf, listed } from './rows.ts';
import { id, snake, storedName, tableOf } from './tables.ts';

/** Rows read ahead of each register: all registers together are read side by side. */
const AHEAD = 200;

/**
 * All versions of all registers, for the verification of the ledger. Each register is read once from end to end, in the order
 * of the log, and the registers are merged: constant memory, and no query per act. The whole is one snapshot.
 * Call `close` at the end.
 * @param vault where given, every encrypted number is opened and held against its hash, which is what the commitment covers
 */
export function registerVersions(
  owner: Pool,
  catalogue: Catalogue,
  vault?: Vault,
): VersionSource & { close(): Promise<void> } {
  let opened: Promise<PoolClient> | undefined;
  let written: Merged<WrittenRow> | undefined;
  let retired: Merged<RetiredRow> | undefined;
  const client = (): Promise<PoolClient> => {
    opened ??= owner.connect().then(async (connected) => {
      await connected.query('begin isolation level repeatable read read only');
      return connected;
    });
    return opened;
  };
  return {
    async *created(act, seq) {
      written ??= new Merged(
        await client(),
        catalogue.registers,
        writtenSql,
        (a, b) => a.seq - b.seq || a.leaf - b.leaf,
      );
      for await (const { register, row } of written.at(seq)) {
        if (row.act === act) yield keptVersion(register, row, vault);
      }
    },
    async *retired(act, seq) {
      retired ??= new Merged(await client(), catalogue.registers, retiredSql, (a, b) => a.seq - b.seq);
      for await (const { row } of retired.at(seq)) if (row.act === act) yield row;
    },
    async *strays() {
      const connected = await client();
      for (const register of catalogue.registers) yield* straysOf(connected, register);
    },
    async close() {
      const connected = await opened;
      opened = undefined;
      await connected?.query('rollback');
      connected?.release();
    },
  };
}

interface Placed {
  /** Place of the act in the log. */
  readonly seq: number;
  readonly act: string;
  readonly record: string;
  readonly version: number;
}

type RetiredRow = Placed;

interface WrittenRow extends Placed {
  readonly leaf: number;
  readonly salt: Buffer | null;
  readonly commitment: Buffer;
  readonly [column: string]: unknown;
}

const writtenSql = (register: Register): string =>
  `select e.seq, t.* from ${tableOf(register).sql} t join ledger.entries e on e.act = t.act order by e.seq, t.leaf`;

const retiredSql = (register: Register): string =>
  `select e.seq, e.act, t.record, t.version from ${tableOf(register).sql} t
   join ledger.entries e on e.act = t.retired_by order by e.seq`;

interface From<R> {
  readonly register: Register;
  readonly row: R;
}

/** One reader of a register, a batch ahead. */
class Reader<R> {
  readonly register: Register;
  readonly #batches: AsyncGenerator<R[]>;
  #batch: R[] = [];
  #at = 0;

  constructor(register: Register, batches: AsyncGenerator<R[]>) {
    this.register = register;
    this.#batches = batches;
  }

  get head(): R | undefined {
    return this.#batch[this.#at];
  }

  async next(): Promise<void> {
    this.#at += 1;
    if (this.#at < this.#batch.length) return;
    const { value, done } = await this.#batches.next();
    this.#batch = done ? [] : value;
    this.#at = 0;
  }
}

/** The rows of all registers in one order; asked for one place of the log after the other. */
class Merged<R extends Placed> {
  readonly #client: PoolClient;
  readonly #registers: readonly Register[];
  readonly #query: (register: Register) => string;
  readonly #order: (a: R, b: R) => number;
  #readers: Reader<R>[] | undefined;

  constructor(
    client: PoolClient,
    registers: readonly Register[],
    query: (register: Register) => string,
    order: (a: R, b: R) => number,
  ) {
    this.#client = client;
    this.#registers = registers;
    this.#query = query;
    this.#order = order;
  }

  /** Rows of the act at a place. What lies before it belongs to entries that could not be read, and is passed over. */
  async *at(seq: number): AsyncGenerator<From<R>> {
    this.#readers ??= await this.#open();
    for (;;) {
      const first = this.#first();
      if (!first || first.head!.seq > seq) return;
      const row = first.head!;
      await first.next();
      if (row.seq === seq) yield { register: first.register, row };
    }
  }

  #first(): Reader<R> | undefined {
    let first: Reader<R> | undefined;
    for (const reader of this.#readers!) {
      if (reader.head && (!first || this.#order(reader.head, first.head!) < 0)) first = reader;
    }
    return first;
  }

  async #open(): Promise<Reader<R>[]> {
    const readers: Reader<R>[] = [];
    for (const register of this.#registers) {
      const reader = new Reader<R>(register, readThrough<R>(this.#client, this.#query(register), [], AHEAD));
      await reader.next();
      // A register without rows is read to its end already.
      if (reader.head) readers.push(reader);
    }
    return readers;
  }
}

const named = (register: Register, { record, version }: Pick<Placed, 'record' | 'version'>): string =>
  `${register.name} ${record} version ${version}`;

function keptVersion(register: Register, row: WrittenRow, vault: Vault | undefined): KeptVersion {
  const { salt, commitment, leaf } = row;
  const content =
    salt === null ? null : contentOf(register, row.record, row.version, listed(register, opened(register, row, vault)));
  return { where: named(register, row), leaf, commitment, salt, content };
}

/** The row, with the hash of every secret that its ciphertext does not give replaced by what can open no commitment. */
function opened(register: Register, row: WrittenRow, vault: Vault | undefined): Readonly<Record<string, unknown>> {
  if (!vault) return row;
  const checked: Record<string, unknown> = { ...row };
  for (const [key, column] of Object.entries(register.columns)) {
    const sealed = row[snake(key)];
    if (isSecret(column) && Buffer.isBuffer(sealed)) {
      const hash = storedName(key, column);
      if (!fits(vault, sealed, row[hash])) checked[hash] = 'the ciphertext is not that of the hash';
    }
  }
  return checked;
}

function fits(vault: Vault, sealed: Buffer, hash: unknown): boolean {
  try {
    return Buffer.isBuffer(hash) && vault.hash(vault.decrypt(sealed)).equals(hash);
  } catch {
    return false;
  }
}

/**
 * Versions that no act accounts for: written or retired under an act the ledger does not know, retired by nobody, or bearing
 * another moment than their act. The moments decide what was known when, so a frozen figure depends on them.
 */
async function* straysOf(
  client: PoolClient,
  register: Register,
): AsyncGenerator<{ code: 'record-stray' | 'record-moved'; where: string }> {
  const { sql: table } = tableOf(register);
  const kinds = [
    ['record-stray', 'not exists (select from ledger.acts a where a.id = t.act)'],
    ['record-stray', 't.retired_by is not null and not exists (select from ledger.acts a where a.id = t.retired_by)'],
    ['record-stray', '(t.retired_at is null) <> (t.retired_by is null)'],
    ['record-moved', 'exists (select from ledger.acts a where a.id = t.act and a.at <> t.recorded_at)'],
    ['record-moved', 'exists (select from ledger.acts a where a.id = t.retired_by and a.at <> t.retired_at)'],
  ] as const;
  for (const [code, condition] of kinds) {
    const query = `select t.${id('record')}, t.version from ${table} t where ${condition}`;
    for await (const batch of readThrough<{ record: string; version: number }>(client, query)) {
      for (const row of batch) yield { code, where: named(register, row) };
    }
  }
}
