import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type Role, roles } from '../platform/access/roles.ts';
import { loadReach } from '../platform/access/sync.ts';
import type { Session } from '../platform/database/session.ts';
import { testDatabase } from '../platform/database/testing/database.ts';
import { type Tx, transact } from '../platform/database/transact.ts';
import type { Register } from '../platform/register/declare.ts';
import { id, physicalColumns, snake, systemColumns, tableOf } from '../platform/register/tables.ts';
import { registers } from './index.ts';

/**
 * The fourth net alone: raw SQL under the application role, with no permission, no use case and no scope above it. What a
 * role sees and writes is worked out from its policy another way and compared, for every register and every role.
 */
const pools = testDatabase();

const account = randomUUID();
const officer = randomUUID();
const units = { own: randomUUID(), below: randomUUID(), other: randomUUID() };

interface Sample {
  readonly record: string;
  readonly unit: string;
  readonly officer: string;
  readonly named: boolean;
  /** The record it hangs on, where the register follows a matter. */
  readonly of?: Sample;
}

/** Rows of every register: of the own unit, of the unit below, of another, about the officer, and on the need-to-know list. */
const samples = new Map<string, Sample[]>();

function sampleRows(register: Register): Sample[] {
  if (register.follows)
    return samples
      .get(register.follows.register.name)!
      .map((of) => ({ ...of, record: randomUUID(), named: false, of }));
  const isOfficer = register.officer === 'record';
  const row = (unit: string, about: string, named: boolean): Sample => ({
    record: isOfficer ? about : randomUUID(),
    unit,
    officer: about,
    named,
  });
  return [
    row(units.own, randomUUID(), false),
    row(units.below, randomUUID(), false),
    row(units.other, randomUUID(), false),
    row(units.other, officer, false),
    row(units.other, randomUUID(), true),
  ];
}

/** A row's insert, every column filled: what stands in the others is of no concern here. */
function insertOf(register: Register, { record, unit, officer: about, of }: Sample): string {
  const filled: Record<string, string> = { record: `'${record}'`, version: '1', leaf: '0', recorded_at: 'now()' };
  for (const [key, column] of Object.entries(register.columns)) {
    for (const { name, type } of physicalColumns(key, column)) filled[name] = fillerOf(type);
  }
  for (const [name, type] of systemColumns) {
    if (!name.startsWith('retired') && !name.startsWith('import')) filled[name] ??= fillerOf(type);
  }
  if (register.officer && register.officer !== 'record') filled[snake(register.officer)] = `'${about}'`;
  if (register.unit) filled[snake(register.unit)] = `'${unit}'`;
  if (register.follows && of) filled[snake(register.follows.column)] = `'${of.record}'`;
  return `insert into ${tableOf(register).sql} (${Object.keys(filled).map(id).join(', ')}) values (${Object.values(filled).join(', ')})`;
}

function fillerOf(type: string): string {
  if (type.startsWith('uuid')) return `'${randomUUID()}'`;
  if (type.startsWith('text')) return `'${randomUUID()}'`;
  if (type.startsWith('bytea')) return `decode(md5('${randomUUID()}'), 'hex')`;
  if (type.startsWith('date')) return `'2021-03-01'`;
  if (type.startsWith('timestamptz')) return 'now()';
  if (type.startsWith('boolean')) return 'true';
  if (type.startsWith('bigint')) return String(randomInt(1_000_000_000));
  return '1';
}

beforeAll(async () => {
  await loadReach(pools.owner, registers.registers);
  const tree = registers.get('organisation.units');
  for (const [unit, parent] of [
    [units.own, null],
    [units.below, units.own],
    [units.other, null],
  ] as const) {
    await pools.owner.query(insertOf(tree, { record: unit, unit: '', officer: '', named: false }));
    await pools.owner.query('update organisation.units set parent = $2 where record = $1', [unit, parent]);
  }
  // Matters first, because others hang on them.
  const depth = (register: Register): number => (register.follows ? 1 + depth(register.follows.register) : 0);
  for (const register of registers.registers.toSorted((a, b) => depth(a) - depth(b))) {
    const rows = sampleRows(register);
    samples.set(register.name, rows);
    for (const row of rows) {
      await pools.owner.query(insertOf(register, row));
      if (row.named) {
        await pools.owner.query(
          'insert into access.named (register, record, account, act, granted_at) values ($1, $2, $3, gen_random_uuid(), now())',
          [register.name, row.record, account],
        );
      }
    }
  }
});

/** What a policy says of a row, in plain words and without SQL. */
function allowed(register: Register, role: Role, mode: 'read' | 'write', row: Sample): boolean {
  const reach = register.policy[mode][role];
  if (register.follows && reach !== undefined && reach !== 'all')
    return row.of !== undefined && allowed(register.follows.register, role, 'read', row.of);
  if (reach === 'unit') return register.unit !== undefined && (row.unit === units.own || row.unit === units.below);
  if (reach === 'own') return register.officer !== undefined && row.officer === officer;
  if (reach === 'named') return row.named;
  return reach === 'all';
}

const sessionOf = (role: Role): Session => ({ account, roles: [role], unit: units.own, officer });
const ours = (register: Register): Sample[] => samples.get(register.name)!;

const marked = (register: Register, seen: ReadonlySet<string>): string =>
  ours(register)
    .map(({ record }) => (seen.has(record) ? 'x' : '-'))
    .join('');
const expected = (register: Register, test: (row: Sample) => boolean): string =>
  ours(register)
    .map((row) => (test(row) ? 'x' : '-'))
    .join('');

test.each(Object.keys(roles) as Role[])('%s reads in each register exactly what its policy says', async (role) => {
  await transact(pools, sessionOf(role), 'read', async ({ client }) => {
    for (const register of registers.registers) {
      const { rows } = await client.query(`select record from ${tableOf(register).sql}`);
      const seen = new Set<string>(rows.map(({ record }) => record));
      expect(marked(register, seen), register.name).toBe(
        expected(register, (row) => allowed(register, role, 'read', row)),
      );
    }
  });
});

/** Thrown to leave nothing behind. */
const undo = new Error('undo');

const undone = (role: Role, body: (tx: Tx) => Promise<void>): Promise<void> =>
  transact(pools, sessionOf(role), 'write', async (tx) => {
    await body(tx);
    throw undo;
  }).catch((error) => {
    if (error !== undo) throw error;
  });

test.each(Object.keys(roles) as Role[])(
  '%s retires and adds in each register exactly what its policy says',
  async (role) => {
    await undone(role, async ({ client }) => {
      for (const register of registers.registers) {
        await client.query('savepoint untouched');
        const { rows } = await client.query(
          `update ${tableOf(register).sql} set retired_at = now() where retired_at is null returning record`,
        );
        const retired = new Set<string>(rows.map(({ record }) => record));
        const both = (row: Sample) => allowed(register, role, 'read', row) && allowed(register, role, 'write', row);
        expect(marked(register, retired), `${register.name} retiring`).toBe(expected(register, both));
        await client.query('rollback to untouched');
        const matters = register.follows && samples.get(register.follows.register.name)!;
        for (const [at, unit] of [units.own, units.below, units.other].entries()) {
          const row = { record: randomUUID(), unit, officer: randomUUID(), named: false, of: matters?.[at] };
          await client.query('savepoint before');
          // What is there steps aside: a key that is taken is no answer to whether the row may be added.
          await client.query(`update ${tableOf(register).sql} set retired_at = now() where retired_at is null`);
          const added = await client.query(insertOf(register, row)).then(
            () => true,
            (error) => {
              expect(error.message).toMatch(/row-level security/);
              return false;
            },
          );
          await client.query('rollback to before');
          expect(added, `${register.name} adding`).toBe(allowed(register, role, 'write', row));
        }
      }
    });
  },
);

test('nobody who is not signed in reads anything', async () => {
  for (const register of registers.registers) {
    const { rows } = await pools.app.query(`select record from ${tableOf(register).sql}`);
    expect(rows, register.name).toEqual([]);
  }
});
