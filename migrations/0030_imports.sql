-- Workbooks handed in: their checking, registering and taking back (house: register room).
create schema imports;
comment on schema imports is 'workbooks that units hand in, on their way into the registers';
grant usage on schema imports to mingjing_app;

create table imports.imports (
  id uuid primary key,
  file_name text not null,
  size bigint not null,
  sha256 text not null,
  account uuid,
  unit uuid,
  created_at timestamptz not null default clock_timestamp(),
  state text not null check (state in
    ('waiting', 'checking', 'checked', 'registering', 'registered', 'refused', 'cancelled', 'takenBack')),
  progress bigint not null default 0,
  plan jsonb not null default '[]',
  counts jsonb,
  faults bigint not null default 0,
  refusal jsonb,
  act uuid,
  finished_at timestamptz
);
comment on table imports.imports is 'one file handed in; its rows are in the registers under its id once it is registered';
comment on column imports.imports.plan is 'sheets, registers recognised and column maps';
comment on column imports.imports.act is 'the ledger act that registered it';
create index imports_recent on imports.imports (created_at desc, id);
create index imports_same_file on imports.imports (sha256) where state = 'registered';

create table imports.faults (
  import uuid not null references imports.imports,
  number integer not null,
  severity text not null check (severity in ('fault', 'note')),
  sheet text not null,
  row integer not null,
  letter text,
  header text,
  value text,
  code text not null,
  params jsonb not null,
  -- A check replaces what an earlier one found; the earlier findings stay under their own run.
  run integer not null,
  primary key (import, run, number)
);
comment on table imports.faults is 'what was found wrong, cell by cell; at most the first 20,000 of a run';

create table imports.memory (
  unit uuid not null,
  register text not null,
  header text not null,
  key text,
  learned_at timestamptz not null default clock_timestamp(),
  primary key (unit, register, header)
);
comment on table imports.memory is 'how a unit names the columns of a register, learned from maps that people confirmed';

alter table imports.imports add column run integer not null default 0;
grant select, insert on imports.imports, imports.faults to mingjing_app;
grant update (state, progress, plan, counts, faults, refusal, act, finished_at, run) on imports.imports to mingjing_app;
grant select, insert, update (key, learned_at) on imports.memory to mingjing_app;

-- An account sees what it handed in; the office and the auditor see all.
create function access.oversees_imports() returns boolean language sql stable parallel safe as $$
  select access.session_roles() && '{SYSTEM,OFFICE_DIRECTOR,OFFICE_STAFF,AUDITOR}'::text[]
$$;
alter table imports.imports enable row level security;
create policy own on imports.imports to mingjing_app using (
  (select access.oversees_imports()) or account = nullif((select current_setting('mingjing.account', true)), '')::uuid);
alter table imports.faults enable row level security;
create policy own on imports.faults to mingjing_app using (
  import in (select id from imports.imports));
