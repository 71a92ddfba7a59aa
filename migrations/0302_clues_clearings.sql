-- How a name is cleared that a clue had harmed (reference 29; Sanctions Law art. 53).

create table clues.clearings (
  "number" text not null,
  "clue" uuid not null,
  "officer" uuid not null,
  "cause" text not null,
  "finding" text not null,
  "scope" text not null,
  "prepared_on" date not null,
  "published_on" date,
  "state" text not null,
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
comment on table clues.clearings is '澄清正名办理 / Clearing of names';
comment on column clues.clearings."number" is '办理编号 / Clearing no.';
comment on column clues.clearings."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.clearings."officer" is '干警 / Officer (record of organisation.officers)';
comment on column clues.clearings."cause" is '事由 / Because of';
comment on column clues.clearings."finding" is '澄清内容（不得涉及举报人） / What is published (nothing of the reporter)';
comment on column clues.clearings."scope" is '澄清范围 / Scope';
comment on column clues.clearings."prepared_on" is '拟稿日期 / Prepared on';
comment on column clues.clearings."published_on" is '澄清日期 / Published on';
comment on column clues.clearings."state" is '状态 / State';
create unique index clearings_key on clues.clearings ("number") where retired_at is null;
create index clearings_date on clues.clearings ("prepared_on" desc nulls last, record) where retired_at is null;
create index clearings_state on clues.clearings ("state", recorded_at) where retired_at is null;
create index clearings_changed on clues.clearings (recorded_at) where retired_at is null;
create index clearings_officer on clues.clearings ("officer") where retired_at is null;
create index clearings_act on clues.clearings using brin (act);
grant select, insert on clues.clearings to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clearings to mingjing_app;
alter table clues.clearings enable row level security;
create policy reading on clues.clearings for select to mingjing_app using (
    (select access.reaches_all('clues.clearings', 'read'))
    or "officer" = (select access.reached_officer('clues.clearings')));
create policy writing on clues.clearings for insert to mingjing_app with check (
    (select access.reaches_all('clues.clearings', 'write'))
    or "officer" = (select access.written_officer('clues.clearings')));
create policy retiring on clues.clearings for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clearings', 'write'))
    or "officer" = (select access.written_officer('clues.clearings'))))
  with check (
    (select access.reaches_all('clues.clearings', 'write'))
    or "officer" = (select access.written_officer('clues.clearings')));
create policy shield on clues.clearings as restrictive to mingjing_app using (
    record <> all ((select access.hidden_records('clues.clearings'))::uuid[]));

create table clues.clearing_steps (
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
comment on table clues.clearing_steps is '澄清正名办理记录 / Clearing of a name: steps';
comment on column clues.clearing_steps."matter" is '澄清正名办理 / Clearing of names (record of clues.clearings)';
comment on column clues.clearing_steps."number" is '序号 / No.';
comment on column clues.clearing_steps."action" is '操作 / Action';
comment on column clues.clearing_steps."from_state" is '原状态 / From';
comment on column clues.clearing_steps."to_state" is '新状态 / To';
comment on column clues.clearing_steps."account" is '办理账户 / Account';
comment on column clues.clearing_steps."taken_at" is '办理时间 / Taken at';
comment on column clues.clearing_steps."reason" is '理由 / Reason';
comment on column clues.clearing_steps."input" is '填写内容 / Given';
comment on column clues.clearing_steps."rule" is '规则版本 / Rule';
create unique index clearing_steps_key on clues.clearing_steps ("matter", "number") where retired_at is null;
create index clearing_steps_follows on clues.clearing_steps ("matter") where retired_at is null;
create index clearing_steps_act on clues.clearing_steps using brin (act);
grant select, insert on clues.clearing_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clearing_steps to mingjing_app;
alter table clues.clearing_steps enable row level security;
create policy reading on clues.clearing_steps for select to mingjing_app using (
    (select access.reaches_all('clues.clearingSteps', 'read'))
    or (select access.reaches_some('clues.clearingSteps', 'read')) and exists (select from clues.clearings m where m.record = clearing_steps."matter" and m.retired_at is null));
create policy writing on clues.clearing_steps for insert to mingjing_app with check (
    (select access.reaches_all('clues.clearingSteps', 'write'))
    or (select access.reaches_some('clues.clearingSteps', 'write')) and exists (select from clues.clearings m where m.record = clearing_steps."matter" and m.retired_at is null));
create policy retiring on clues.clearing_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clearingSteps', 'write'))
    or (select access.reaches_some('clues.clearingSteps', 'write')) and exists (select from clues.clearings m where m.record = clearing_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.clearingSteps', 'write'))
    or (select access.reaches_some('clues.clearingSteps', 'write')) and exists (select from clues.clearings m where m.record = clearing_steps."matter" and m.retired_at is null));
create policy shield on clues.clearing_steps as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.clearings'))::uuid[]));

create table clues.clearing_clocks (
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
comment on table clues.clearing_clocks is '澄清正名期限 / Clearing of a name: limits';
comment on column clues.clearing_clocks."matter" is '澄清正名办理 / Clearing of names (record of clues.clearings)';
comment on column clues.clearing_clocks."clock" is '期限 / Limit';
comment on column clues.clearing_clocks."number" is '序号 / No.';
comment on column clues.clearing_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column clues.clearing_clocks."started_at" is '起算时间 / Started at';
comment on column clues.clearing_clocks."warn_at" is '预警时间 / Yellow from';
comment on column clues.clearing_clocks."due_at" is '到期时间 / Due at';
comment on column clues.clearing_clocks."late_at" is '逾期时间 / Red from';
comment on column clues.clearing_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column clues.clearing_clocks."paused_until" is '暂停至 / Paused until';
comment on column clues.clearing_clocks."course" is '经过 / Course';
create unique index clearing_clocks_key on clues.clearing_clocks ("matter", "clock", "number") where retired_at is null;
create index clearing_clocks_follows on clues.clearing_clocks ("matter") where retired_at is null;
create index clearing_clocks_queue on clues.clearing_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index clearing_clocks_act on clues.clearing_clocks using brin (act);
grant select, insert on clues.clearing_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clearing_clocks to mingjing_app;
alter table clues.clearing_clocks enable row level security;
create policy reading on clues.clearing_clocks for select to mingjing_app using (
    (select access.reaches_all('clues.clearingClocks', 'read'))
    or (select access.reaches_some('clues.clearingClocks', 'read')) and exists (select from clues.clearings m where m.record = clearing_clocks."matter" and m.retired_at is null));
create policy writing on clues.clearing_clocks for insert to mingjing_app with check (
    (select access.reaches_all('clues.clearingClocks', 'write'))
    or (select access.reaches_some('clues.clearingClocks', 'write')) and exists (select from clues.clearings m where m.record = clearing_clocks."matter" and m.retired_at is null));
create policy retiring on clues.clearing_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clearingClocks', 'write'))
    or (select access.reaches_some('clues.clearingClocks', 'write')) and exists (select from clues.clearings m where m.record = clearing_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.clearingClocks', 'write'))
    or (select access.reaches_some('clues.clearingClocks', 'write')) and exists (select from clues.clearings m where m.record = clearing_clocks."matter" and m.retired_at is null));
create policy shield on clues.clearing_clocks as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.clearings'))::uuid[]));

-- Words that nobody approved yet are not told: the officer finds a clearing from its approval on.
create function clues.hide_until_approved() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state in ('PREPARED', 'REFUSED') then
    insert into access.hidden (register, record, officer) values ('clues.clearings', new.record, new.officer)
    on conflict do nothing;
  else
    delete from access.hidden where register = 'clues.clearings' and record = new.record;
  end if;
  return null;
end $$;
comment on function clues.hide_until_approved() is 'hides a clearing from the officer until its words are approved';
create trigger hide_until_approved after insert on clues.clearings
  for each row execute function clues.hide_until_approved();
