-- A protected store for interference records: the person named is shut out by the database itself, whatever the role.
create table access.hidden (
  register text not null,
  record uuid not null,
  officer uuid not null,
  primary key (officer, register, record)
);
comment on table access.hidden is 'officers who must not know of a record: nobody reads this list, the policies ask it';

create function access.hidden_records(of_register text) returns uuid[] language sql stable parallel safe
  security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(hidden.record), '{}') from access.hidden
  where hidden.register = of_register and hidden.officer = nullif(current_setting('mingjing.officer', true), '')::uuid
$$;
comment on function access.hidden_records(text) is 'records of which the officer signed in must not know';

alter table interference.records alter column provision drop not null;
alter table interference.records add column "asker_officer" uuid;
alter table interference.records add column "addition" text;
alter table interference.records add column "filed_at" timestamptz;
alter table interference.records add column "lag_days" bigint;
alter table interference.records add column "back_filled" boolean;
alter table interference.records add column "circular_number" text;
comment on column interference.records."asker_officer" is '干预过问人（花名册） / Person who asked, on the roster (record of organisation.officers)';
comment on column interference.records."addition" is '补充情况 / Added later';
comment on column interference.records."filed_at" is '填报时间 / Filed at';
comment on column interference.records."lag_days" is '填报间隔天数 / Days from event to filing';
comment on column interference.records."back_filled" is '是否补录 / Back-filled';
comment on column interference.records."circular_number" is '通报文号 / Circular no.';
create index records_state on interference.records ("state", recorded_at) where retired_at is null;
create index records_changed on interference.records (recorded_at) where retired_at is null;
drop policy reading on interference.records;
drop policy writing on interference.records;
drop policy retiring on interference.records;
create policy reading on interference.records for select to mingjing_app using (
    (select access.reaches_all('interference.records', 'read'))
    or "unit" = any ((select access.reached_units('interference.records', 'read'))::uuid[])
    or "recorder" = (select access.reached_officer('interference.records')));
create policy writing on interference.records for insert to mingjing_app with check (
    (select access.reaches_all('interference.records', 'write'))
    or "unit" = any ((select access.reached_units('interference.records', 'write'))::uuid[])
    or "recorder" = (select access.written_officer('interference.records')));
create policy retiring on interference.records for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.records', 'write'))
    or "unit" = any ((select access.reached_units('interference.records', 'write'))::uuid[])
    or "recorder" = (select access.written_officer('interference.records'))))
  with check (
    (select access.reaches_all('interference.records', 'write'))
    or "unit" = any ((select access.reached_units('interference.records', 'write'))::uuid[])
    or "recorder" = (select access.written_officer('interference.records')));
create policy shield on interference.records as restrictive to mingjing_app using (
    record <> all ((select access.hidden_records('interference.records'))::uuid[]));

-- Once a version names an officer, by roster entry or by name, the record stays hidden from that officer for good. Namesakes are
-- shut out too: better one reader fewer than the person named among them. Whoever recorded always keeps the own record.
create function interference.hide_from_named() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into access.hidden (register, record, officer)
  select 'interference.records', new.record, named.officer from (
    select new.asker_officer as officer
    union select o.record from organisation.officers o
    where o.retired_at is null and replace(o.name, ' ', '') = replace(new.asker_name, ' ', '')) named
  where named.officer is not null and named.officer is distinct from new.recorder
  on conflict do nothing;
  return null;
end $$;
create trigger hide_from_named after insert on interference.records for each row execute function interference.hide_from_named();
insert into access.hidden (register, record, officer)
select distinct 'interference.records', r.record, o.record from interference.records r
join organisation.officers o on o.retired_at is null and replace(o.name, ' ', '') = replace(r.asker_name, ' ', '')
where o.record is distinct from r.recorder;

-- Officers name a colleague by number or full name; they browse nobody.
create function interference.people(asked text) returns table (record uuid, officer_no text, name text, unit text, post text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.record, o.officer_no, o.name, u.name, o.post from organisation.officers o
  left join organisation.units u on u.record = o.unit and u.retired_at is null
  where o.retired_at is null and (o.officer_no = asked or o.name = asked)
    and nullif(current_setting('mingjing.officer', true), '') is not null
  order by o.officer_no limit 10
$$;
grant execute on function interference.people(text) to mingjing_app;

create table interference.record_steps (
  "matter" uuid not null,
  "number" bigint not null,
  "action" text not null,
  "from_state" text,
  "to_state" text not null,
  "account" text not null,
  "taken_at" timestamptz not null,
  "reason" text,
  "input" text not null,
  "rule" text not null,
  record uuid not null,
  version integer not null,
  recorded_at timestamptz not null,
  act uuid not null,
  leaf integer not null,
  salt bytea,
  commitment bytea not null,
  import uuid,
  import_sheet text,
  import_row integer,
  retired_at timestamptz,
  retired_by uuid,
  retired_as text,
  retired_reason text,
  primary key (record, version)
);
comment on table interference.record_steps is '干预过问记录办理记录 / Interference record: steps';
comment on column interference.record_steps."matter" is '干预过问记录 / Interference records (record of interference.records)';
comment on column interference.record_steps."number" is '序号 / No.';
comment on column interference.record_steps."action" is '操作 / Action';
comment on column interference.record_steps."from_state" is '原状态 / From';
comment on column interference.record_steps."to_state" is '新状态 / To';
comment on column interference.record_steps."account" is '办理账户 / Account';
comment on column interference.record_steps."taken_at" is '办理时间 / Taken at';
comment on column interference.record_steps."reason" is '理由 / Reason';
comment on column interference.record_steps."input" is '填写内容 / Given';
comment on column interference.record_steps."rule" is '规则版本 / Rule';
create unique index record_steps_key on interference.record_steps ("matter", "number") where retired_at is null;
create index record_steps_follows on interference.record_steps ("matter") where retired_at is null;
create index record_steps_act on interference.record_steps using brin (act);
grant select, insert on interference.record_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.record_steps to mingjing_app;
alter table interference.record_steps enable row level security;
create policy reading on interference.record_steps for select to mingjing_app using (
    (select access.reaches_all('interference.recordSteps', 'read'))
    or (select access.reaches_some('interference.recordSteps', 'read')) and exists (select from interference.records m where m.record = record_steps."matter" and m.retired_at is null));
create policy writing on interference.record_steps for insert to mingjing_app with check (
    (select access.reaches_all('interference.recordSteps', 'write'))
    or (select access.reaches_some('interference.recordSteps', 'write')) and exists (select from interference.records m where m.record = record_steps."matter" and m.retired_at is null));
create policy retiring on interference.record_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.recordSteps', 'write'))
    or (select access.reaches_some('interference.recordSteps', 'write')) and exists (select from interference.records m where m.record = record_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('interference.recordSteps', 'write'))
    or (select access.reaches_some('interference.recordSteps', 'write')) and exists (select from interference.records m where m.record = record_steps."matter" and m.retired_at is null));
create policy shield on interference.record_steps as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('interference.records'))::uuid[]));

create table interference.record_clocks (
  "matter" uuid not null,
  "clock" text not null,
  "number" bigint not null,
  "rule_from" text not null,
  "started_at" timestamptz not null,
  "warn_at" timestamptz not null,
  "due_at" timestamptz not null,
  "late_at" timestamptz not null,
  "stopped_at" timestamptz,
  "paused_until" timestamptz,
  "course" text not null,
  record uuid not null,
  version integer not null,
  recorded_at timestamptz not null,
  act uuid not null,
  leaf integer not null,
  salt bytea,
  commitment bytea not null,
  import uuid,
  import_sheet text,
  import_row integer,
  retired_at timestamptz,
  retired_by uuid,
  retired_as text,
  retired_reason text,
  primary key (record, version)
);
comment on table interference.record_clocks is '干预过问记录期限 / Interference record: limits';
comment on column interference.record_clocks."matter" is '干预过问记录 / Interference records (record of interference.records)';
comment on column interference.record_clocks."clock" is '期限 / Limit';
comment on column interference.record_clocks."number" is '序号 / No.';
comment on column interference.record_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column interference.record_clocks."started_at" is '起算时间 / Started at';
comment on column interference.record_clocks."warn_at" is '预警时间 / Yellow from';
comment on column interference.record_clocks."due_at" is '到期时间 / Due at';
comment on column interference.record_clocks."late_at" is '逾期时间 / Red from';
comment on column interference.record_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column interference.record_clocks."paused_until" is '暂停至 / Paused until';
comment on column interference.record_clocks."course" is '经过 / Course';
create unique index record_clocks_key on interference.record_clocks ("matter", "clock", "number") where retired_at is null;
create index record_clocks_follows on interference.record_clocks ("matter") where retired_at is null;
create index record_clocks_queue on interference.record_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index record_clocks_act on interference.record_clocks using brin (act);
grant select, insert on interference.record_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.record_clocks to mingjing_app;
alter table interference.record_clocks enable row level security;
create policy reading on interference.record_clocks for select to mingjing_app using (
    (select access.reaches_all('interference.recordClocks', 'read'))
    or (select access.reaches_some('interference.recordClocks', 'read')) and exists (select from interference.records m where m.record = record_clocks."matter" and m.retired_at is null));
create policy writing on interference.record_clocks for insert to mingjing_app with check (
    (select access.reaches_all('interference.recordClocks', 'write'))
    or (select access.reaches_some('interference.recordClocks', 'write')) and exists (select from interference.records m where m.record = record_clocks."matter" and m.retired_at is null));
create policy retiring on interference.record_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.recordClocks', 'write'))
    or (select access.reaches_some('interference.recordClocks', 'write')) and exists (select from interference.records m where m.record = record_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('interference.recordClocks', 'write'))
    or (select access.reaches_some('interference.recordClocks', 'write')) and exists (select from interference.records m where m.record = record_clocks."matter" and m.retired_at is null));
create policy shield on interference.record_clocks as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('interference.records'))::uuid[]));
