-- The fourth access net: who reaches which register, as row security sees it (house, section 5).
create schema access;
comment on schema access is 'who may see and write what; read by the row-security policies';
grant usage on schema access to mingjing_app;
-- Every function of this schema, here and in later migrations, is there for the policies, which run as the asker.
alter default privileges in schema access grant execute on functions to mingjing_app;

create table access.reach (
  register text not null,
  role text not null,
  mode text not null check (mode in ('read', 'write')),
  reach text not null check (reach in ('all', 'unit', 'own', 'named')),
  primary key (register, mode, role)
);
comment on table access.reach is 'policies of the registers, loaded from their declarations at every start';
grant select on access.reach to mingjing_app;

create table access.named (
  register text not null,
  record uuid not null,
  account uuid not null,
  act uuid not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (register, record, account, granted_at)
);
comment on table access.named is 'need-to-know lists: the accounts that may read one confidential record';
create index named_account on access.named (account, register) where ended_at is null;
grant select, insert on access.named to mingjing_app;
grant update (ended_at, ended_by) on access.named to mingjing_app;

create function access.session_roles() returns text[] language sql stable parallel safe as $$
  select coalesce(string_to_array(nullif(current_setting('mingjing.roles', true), ''), ','), '{}')
$$;
comment on function access.session_roles() is 'roles of the account that this transaction acts for';

create function access.session_unit() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('mingjing.unit', true), '')::uuid
$$;

-- Replaced by the organisation module, which owns the unit tree; the platform alone knows only the unit itself.
create function access.subtree(unit uuid) returns uuid[] language sql stable parallel safe
  security definer set search_path = pg_catalog as $$ select array[unit] $$;
comment on function access.subtree(uuid) is 'a unit and every unit below it';

create function access.reaches_all(of_register text, in_mode text) returns boolean language sql stable parallel safe as $$
  select 'SYSTEM' = any (access.session_roles()) or exists (
    select from access.reach
    where register = of_register and mode = in_mode and reach = 'all' and role = any (access.session_roles()))
$$;
comment on function access.reaches_all(text, text) is 'true when the session reaches every record of the register';

create function access.reached_units(of_register text, in_mode text) returns uuid[] language sql stable parallel safe as $$
  select case
    when access.session_unit() is not null and exists (
      select from access.reach
      where register = of_register and mode = in_mode and reach = 'unit' and role = any (access.session_roles()))
    then access.subtree(access.session_unit())
    else '{}'::uuid[]
  end
$$;
comment on function access.reached_units(text, text) is 'units whose records the session reaches in the register';

create function access.reached_officer(of_register text) returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('mingjing.officer', true), '')::uuid
  where exists (
    select from access.reach
    where register = of_register and mode = 'read' and reach = 'own' and role = any (access.session_roles()))
$$;
comment on function access.reached_officer(text) is 'the officer signed in, where the register lets officers read what is about them';

create function access.reached_records(of_register text) returns uuid[] language sql stable parallel safe as $$
  select coalesce(array_agg(named.record), '{}')
  from access.named
  where named.register = of_register
    and named.account = nullif(current_setting('mingjing.account', true), '')::uuid
    and named.ended_at is null
    and exists (
      select from access.reach
      where reach.register = of_register and mode = 'read' and reach = 'named' and role = any (access.session_roles()))
$$;
comment on function access.reached_records(text) is 'records whose need-to-know list names the session''s account';
