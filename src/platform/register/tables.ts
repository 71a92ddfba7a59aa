import type { Column } from './columns.ts';
import type { Register } from './declare.ts';

/** `heldOn` is stored as `held_on`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns that every register table has beside its own: identity, history, proof and provenance. */
export const systemColumns: readonly (readonly [name: string, type: string, comment: string])[] = [
  ['record', 'uuid not null', 'identity of the record, the same in all its versions'],
  ['version', 'integer not null', 'number of this version, from 1'],
  ['recorded_at', 'timestamptz not null', 'when this version became known to the system'],
  ['act', 'uuid not null', 'the ledger act that wrote this version'],
  ['leaf', 'integer not null', 'place of this version in the record tree of its act, from 0'],
  ['salt', 'bytea', 'salt of the commitment; null once the content was erased'],
  ['commitment', 'bytea not null', 'RFC 6962 leaf hash over salt and canonical content'],
  ['import', 'uuid', 'the import that brought this version, when it came from a workbook'],
  ['import_sheet', 'text', 'sheet of the workbook'],
  ['import_row', 'integer', 'row of the sheet as the spreadsheet program shows it'],
  ['retired_at', 'timestamptz', 'when this version stopped being current'],
  ['retired_by', 'uuid', 'the ledger act that retired it'],
  ['retired_as', 'text', 'superseded or voided'],
  ['retired_reason', 'text', 'the reason given'],
];

const reserved = new Set(systemColumns.map(([name]) => name));

export interface PhysicalColumn {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** PostgreSQL columns of one declared column: secrets take two, the ciphertext and the keyed hash that matches it. */
export function physicalColumns(key: string, column: Column): PhysicalColumn[] {
  const name = snake(key);
  if (reserved.has(name)) throw new Error(`column name "${key}" is kept for the system`);
  const comment = `${column.words.zh} / ${column.words.en}`;
  const required = column.optional ? '' : ' not null';
  switch (column.kind) {
    case 'citizenId':
    case 'mobile':
      return [
        { name, type: `bytea${required}`, comment: `${comment} (encrypted)` },
        { name: `${name}_hash`, type: `bytea${required}`, comment: `${comment} (keyed hash for matching)` },
      ];
    case 'integer':
      return [{ name, type: `bigint${required}`, comment }];
    case 'decimal':
      return [{ name, type: `numeric(20,${column.scale ?? 2})${required}`, comment }];
    case 'date':
      return [{ name, type: `date${required}`, comment }];
    case 'time':
      return [{ name, type: `timestamptz${required}`, comment }];
    case 'yesNo':
      return [{ name, type: `boolean${required}`, comment }];
    case 'ref':
      return [{ name, type: `uuid${required}`, comment: `${comment} (record of ${column.to})` }];
    default:
      return [{ name, type: `text${required}`, comment }];
  }
}

/** The one stored column that is compared, filtered, sorted and committed to: a secret stands for itself by its hash. */
export const storedName = (key: string, column: Column): string => physicalColumns(key, column).at(-1)!.name;

export interface TableName {
  readonly schema: string;
  readonly table: string;
  /** `schema.table`, safe to write into SQL: names come from declarations checked by `register()`. */
  readonly sql: string;
}

export function tableOf(register: Register): TableName {
  const [schema, table] = register.name.split('.').map(snake) as [string, string];
  return { schema, table, sql: `${schema}.${table}` };
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Registers have columns called `from`, `to` and `group`, which PostgreSQL keeps for itself unless they are quoted. */
export const id = (name: string): string => `"${name}"`;

/** A secret is compared, sorted and kept unique by its hash. */
const indexed = (register: Register, key: string): string => storedName(key, register.columns[key]!);

/**
 * The SQL that creates a register's table with its comments, indexes, grants and row security. It is the draft of a
 * migration: written once into `migrations/`, where it stays as it is; later changes of a declaration are new migrations.
 */
export function createTableSql(register: Register): string {
  const { sql: name, table } = tableOf(register);
  const own = Object.entries(register.columns).flatMap(([key, column]) => physicalColumns(key, column));
  const current = 'where retired_at is null';
  const lines = [
    `create table ${name} (`,
    [
      ...own.map((column) => `  ${id(column.name)} ${column.type}`),
      ...systemColumns.map(([column, type]) => `  ${column} ${type}`),
      '  primary key (record, version)',
    ].join(',\n'),
    ');',
    `comment on table ${name} is ${quote(`${register.words.zh} / ${register.words.en}`)};`,
    ...own.map((column) => `comment on column ${name}.${id(column.name)} is ${quote(column.comment)};`),
    `create unique index ${table}_key on ${name} (${register.key.map((key) => id(indexed(register, key))).join(', ')}) ${current};`,
  ];
  const date = register.date && id(snake(register.date));
  if (date) lines.push(`create index ${table}_date on ${name} (${date} desc nulls last, record) ${current};`);
  if (register.unit) {
    const columns = [id(snake(register.unit)), ...(date ? [`${date} desc nulls last`] : []), 'record'];
    lines.push(`create index ${table}_unit on ${name} (${columns.join(', ')}) ${current};`);
  }
  if (register.follows)
    lines.push(`create index ${table}_follows on ${name} (${id(snake(register.follows.column))}) ${current};`);
  if (register.state) {
    lines.push(`create index ${table}_state on ${name} (${id(snake(register.state))}, recorded_at) ${current};`);
    lines.push(`create index ${table}_changed on ${name} (recorded_at) ${current};`);
  }
  if (register.queue) {
    const [order, until] = [register.queue.order, register.queue.until].map((key) => id(snake(key)));
    lines.push(`create index ${table}_queue on ${name} (${order}) ${current} and ${until} is null;`);
    // Whoever asks for some of what waits must not read all that ever waited.
    const keys = register.key.map((key) => id(indexed(register, key))).join(', ');
    lines.push(`create index ${table}_waiting on ${name} (${keys}) ${current} and ${until} is null;`);
  }
  if (register.officer && register.officer !== 'record')
    lines.push(`create index ${table}_officer on ${name} (${id(snake(register.officer))}) ${current};`);
  lines.push(
    // Acts are UUIDv7 and tables grow at their end, so a block-range index finds an act's rows at no cost to writers.
    `create index ${table}_act on ${name} using brin (act);`,
    `grant select, insert on ${name} to mingjing_app;`,
    `grant update (retired_at, retired_by, retired_as, retired_reason) on ${name} to mingjing_app;`,
    ...rowSecuritySql(register, name),
  );
  if (register.rollup) lines.push(...rollupSql(register));
  return `${lines.join('\n')}\n`;
}

/**
 * The fourth access net. Each uncorrelated sub-select runs once for a query, not once for a row (PostgreSQL InitPlan).
 */
function rowSecuritySql(register: Register, name: string): string[] {
  const { table } = tableOf(register);
  const reach = (mode: 'read' | 'write'): string => {
    const asked = `'${register.name}', '${mode}'`;
    const reaches = new Set<string>(Object.values(register.policy[mode]));
    const tests = [`(select access.reaches_all(${asked}))`];
    if (register.follows) {
      const { column, register: matter } = register.follows;
      // Row security of the matter's own table answers for whom the matter is there.
      const open = `exists (select from ${tableOf(matter).sql} m where m.record = ${table}.${id(snake(column))} and m.retired_at is null)`;
      tests.push(`(select access.reaches_some(${asked})) and ${open}`);
      return tests.join('\n    or ');
    }
    if (register.unit)
      tests.push(`${id(snake(register.unit))} = any ((select access.reached_units(${asked}))::uuid[])`);
    if (register.officer && mode === 'read')
      tests.push(`${id(snake(register.officer))} = (select access.reached_officer('${register.name}'))`);
    if (register.officer && mode === 'write' && reaches.has('own'))
      tests.push(`${id(snake(register.officer))} = (select access.written_officer('${register.name}'))`);
    if (reaches.has('named')) tests.push(`record = any ((select access.reached_named(${asked}))::uuid[])`);
    return tests.join('\n    or ');
  };
  return [
    `alter table ${name} enable row level security;`,
    ...policiesSql(name, reach('read'), reach('write')),
    ...shieldSql(register, name),
    ...apartSql(register, name),
  ];
}

/** Of a protected store, records are hidden whatever the other policies allow: a restrictive policy is joined to them by AND. */
function shieldSql(register: Register, name: string): string[] {
  const store = register.shielded ? register : register.follows?.register;
  if (!store?.shielded) return [];
  const record = register.shielded ? 'record' : id(snake(register.follows!.column));
  // Whoever does not say which officer it is cannot be held against the list.
  const known = store.shielded === true ? '(select access.is_somebody()) and ' : '';
  const shown = `${known}${record} <> all ((select access.hidden_records('${store.name}'))::uuid[])`;
  return [`create policy shield on ${name} as restrictive to mingjing_app using (\n    ${shown});`];
}

/** Whoever reads the one register reads nothing of the other, even with both roles in one hand. */
const apartSql = ({ apart }: Register, name: string): string[] =>
  apart
    ? [
        `create policy apart on ${name} as restrictive for select to mingjing_app using (\n    (select access.is_apart('${apart.name}')));`,
      ]
    : [];

function policiesSql(name: string, read: string, write: string): string[] {
  return [
    `create policy reading on ${name} for select to mingjing_app using (\n    ${read});`,
    `create policy writing on ${name} for insert to mingjing_app with check (\n    ${write});`,
    // A retired version stays retired: the policy no longer shows it to an update.
    `create policy retiring on ${name} for update to mingjing_app using (retired_at is null and (\n    ${write}))\n  with check (\n    ${write});`,
  ];
}

/** Running counts: the table holds folded totals, the deltas what was written since the last fold (facts, section 3). */
function rollupSql(register: Register): string[] {
  const { sql: name } = tableOf(register);
  const columns = (register.rollup ?? []).map((key) => rollupColumn(register, key));
  const unit = register.unit && register.rollup?.includes(register.unit) ? id(snake(register.unit)) : undefined;
  const reads = [
    `(select access.reaches_all('${register.name}', 'read'))`,
    ...(unit ? [`${unit} = any ((select access.reached_units('${register.name}', 'read'))::uuid[])`] : []),
  ].join(' or ');
  return ['counts', 'deltas'].flatMap((suffix) => [
    `create table ${name}_${suffix} (`,
    [...columns.map(({ name: column, type }) => `  ${id(column)} ${type}`), '  number bigint not null'].join(',\n'),
    ');',
    `comment on table ${name}_${suffix} is ${quote(`running count of ${register.name}: ${suffix === 'counts' ? 'folded totals' : 'changes since the last fold'}`)};`,
    `grant select${suffix === 'deltas' ? ', insert' : ''} on ${name}_${suffix} to mingjing_app;`,
    `alter table ${name}_${suffix} enable row level security;`,
    `create policy reading on ${name}_${suffix} for select to mingjing_app using (${reads});`,
    ...(suffix === 'deltas'
      ? [`create policy writing on ${name}_deltas for insert to mingjing_app with check (true);`]
      : [
          `create index ${tableOf(register).table}_counts_key on ${name}_counts (${columns.map(({ name: column }) => id(column)).join(', ')});`,
        ]),
  ]);
}

/** A moment is counted by its day in Shanghai. `expression` gives the value out of a register row called `t`. */
export function rollupColumn(register: Register, key: string): PhysicalColumn & { readonly expression: string } {
  const column = register.columns[key]!;
  const name = snake(key);
  if (column.kind === 'time') {
    return { name, type: 'date', comment: '', expression: `(t.${id(name)} at time zone 'Asia/Shanghai')::date` };
  }
  const type = physicalColumns(key, { ...column, optional: true })[0]!.type;
  return { name, type, comment: '', expression: `t.${id(name)}` };
}
