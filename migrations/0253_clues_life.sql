-- The life of a clue: steps and limits, evidence, recusal, emergency openings.
create table clues.relations (
  "officer" uuid not null,
  "relative" uuid not null,
  "kind" text not null,
  "declared_on" date not null,
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
comment on table clues.relations is '亲属关系报告 / Near relatives';
comment on column clues.relations."officer" is '干警 / Officer (record of organisation.officers)';
comment on column clues.relations."relative" is '亲属 / Relative (record of organisation.officers)';
comment on column clues.relations."kind" is '关系 / Relation';
comment on column clues.relations."declared_on" is '报告日期 / Declared on';
create unique index relations_key on clues.relations ("officer", "relative") where retired_at is null;
create index relations_date on clues.relations ("declared_on" desc nulls last, record) where retired_at is null;
create index relations_officer on clues.relations ("officer") where retired_at is null;
create index relations_act on clues.relations using brin (act);
grant select, insert on clues.relations to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.relations to mingjing_app;
alter table clues.relations enable row level security;
create policy reading on clues.relations for select to mingjing_app using (
    (select access.reaches_all('clues.relations', 'read'))
    or "officer" = (select access.reached_officer('clues.relations')));
create policy writing on clues.relations for insert to mingjing_app with check (
    (select access.reaches_all('clues.relations', 'write'))
    or "officer" = (select access.written_officer('clues.relations')));
create policy retiring on clues.relations for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.relations', 'write'))
    or "officer" = (select access.written_officer('clues.relations'))))
  with check (
    (select access.reaches_all('clues.relations', 'write'))
    or "officer" = (select access.written_officer('clues.relations')));

create table clues.interests (
  "officer" uuid not null,
  "clue" uuid not null,
  "reason" text not null,
  "declared_on" date not null,
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
comment on table clues.interests is '回避声明 / Declared interests';
comment on column clues.interests."officer" is '干警 / Officer (record of organisation.officers)';
comment on column clues.interests."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.interests."reason" is '理由 / Reason';
comment on column clues.interests."declared_on" is '声明日期 / Declared on';
create unique index interests_key on clues.interests ("officer", "clue") where retired_at is null;
create index interests_date on clues.interests ("declared_on" desc nulls last, record) where retired_at is null;
create index interests_officer on clues.interests ("officer") where retired_at is null;
create index interests_act on clues.interests using brin (act);
grant select, insert on clues.interests to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.interests to mingjing_app;
alter table clues.interests enable row level security;
create policy reading on clues.interests for select to mingjing_app using (
    (select access.reaches_all('clues.interests', 'read'))
    or "officer" = (select access.reached_officer('clues.interests')));
create policy writing on clues.interests for insert to mingjing_app with check (
    (select access.reaches_all('clues.interests', 'write'))
    or "officer" = (select access.written_officer('clues.interests')));
create policy retiring on clues.interests for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.interests', 'write'))
    or "officer" = (select access.written_officer('clues.interests'))))
  with check (
    (select access.reaches_all('clues.interests', 'write'))
    or "officer" = (select access.written_officer('clues.interests')));

create table clues.evidence (
  "clue" uuid not null,
  "number" bigint not null,
  "kind" text not null,
  "description" text not null,
  "obtained_on" date not null,
  "file_name" text,
  "sha256" text,
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
comment on table clues.evidence is '核查证据 / Evidence';
comment on column clues.evidence."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.evidence."number" is '序号 / No.';
comment on column clues.evidence."kind" is '证据种类 / Kind';
comment on column clues.evidence."description" is '说明 / Description';
comment on column clues.evidence."obtained_on" is '取得日期 / Obtained on';
comment on column clues.evidence."file_name" is '文件名 / File name';
comment on column clues.evidence."sha256" is '文件校验值 / SHA-256 of the file';
create unique index evidence_key on clues.evidence ("clue", "number") where retired_at is null;
create index evidence_date on clues.evidence ("obtained_on" desc nulls last, record) where retired_at is null;
create index evidence_follows on clues.evidence ("clue") where retired_at is null;
create index evidence_act on clues.evidence using brin (act);
grant select, insert on clues.evidence to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.evidence to mingjing_app;
alter table clues.evidence enable row level security;
create policy reading on clues.evidence for select to mingjing_app using (
    (select access.reaches_all('clues.evidence', 'read'))
    or (select access.reaches_some('clues.evidence', 'read')) and exists (select from clues.clues m where m.record = evidence."clue" and m.retired_at is null));
create policy writing on clues.evidence for insert to mingjing_app with check (
    (select access.reaches_all('clues.evidence', 'write'))
    or (select access.reaches_some('clues.evidence', 'write')) and exists (select from clues.clues m where m.record = evidence."clue" and m.retired_at is null));
create policy retiring on clues.evidence for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.evidence', 'write'))
    or (select access.reaches_some('clues.evidence', 'write')) and exists (select from clues.clues m where m.record = evidence."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.evidence', 'write'))
    or (select access.reaches_some('clues.evidence', 'write')) and exists (select from clues.clues m where m.record = evidence."clue" and m.retired_at is null));

create table clues.openings (
  "clue" uuid not null,
  "account" text not null,
  "reason" text not null,
  "opened_at" timestamptz not null,
  "until" timestamptz not null,
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
comment on table clues.openings is '紧急查阅 / Emergency openings';
comment on column clues.openings."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.openings."account" is '查阅账户 / Account';
comment on column clues.openings."reason" is '理由 / Reason';
comment on column clues.openings."opened_at" is '查阅时间 / Opened at';
comment on column clues.openings."until" is '权限截止 / Until';
create unique index openings_key on clues.openings ("clue", "account", "opened_at") where retired_at is null;
create index openings_act on clues.openings using brin (act);
grant select, insert on clues.openings to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.openings to mingjing_app;
alter table clues.openings enable row level security;
create policy reading on clues.openings for select to mingjing_app using (
    (select access.reaches_all('clues.openings', 'read')));
create policy writing on clues.openings for insert to mingjing_app with check (
    (select access.reaches_all('clues.openings', 'write')));
create policy retiring on clues.openings for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.openings', 'write'))))
  with check (
    (select access.reaches_all('clues.openings', 'write')));

create table clues.clue_steps (
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
comment on table clues.clue_steps is '线索办理记录 / Clue: steps';
comment on column clues.clue_steps."matter" is '问题线索 / Clues (record of clues.clues)';
comment on column clues.clue_steps."number" is '序号 / No.';
comment on column clues.clue_steps."action" is '操作 / Action';
comment on column clues.clue_steps."from_state" is '原状态 / From';
comment on column clues.clue_steps."to_state" is '新状态 / To';
comment on column clues.clue_steps."account" is '办理账户 / Account';
comment on column clues.clue_steps."taken_at" is '办理时间 / Taken at';
comment on column clues.clue_steps."reason" is '理由 / Reason';
comment on column clues.clue_steps."input" is '填写内容 / Given';
comment on column clues.clue_steps."rule" is '规则版本 / Rule';
create unique index clue_steps_key on clues.clue_steps ("matter", "number") where retired_at is null;
create index clue_steps_follows on clues.clue_steps ("matter") where retired_at is null;
create index clue_steps_act on clues.clue_steps using brin (act);
grant select, insert on clues.clue_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clue_steps to mingjing_app;
alter table clues.clue_steps enable row level security;
create policy reading on clues.clue_steps for select to mingjing_app using (
    (select access.reaches_all('clues.clueSteps', 'read'))
    or (select access.reaches_some('clues.clueSteps', 'read')) and exists (select from clues.clues m where m.record = clue_steps."matter" and m.retired_at is null));
create policy writing on clues.clue_steps for insert to mingjing_app with check (
    (select access.reaches_all('clues.clueSteps', 'write'))
    or (select access.reaches_some('clues.clueSteps', 'write')) and exists (select from clues.clues m where m.record = clue_steps."matter" and m.retired_at is null));
create policy retiring on clues.clue_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clueSteps', 'write'))
    or (select access.reaches_some('clues.clueSteps', 'write')) and exists (select from clues.clues m where m.record = clue_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.clueSteps', 'write'))
    or (select access.reaches_some('clues.clueSteps', 'write')) and exists (select from clues.clues m where m.record = clue_steps."matter" and m.retired_at is null));

create table clues.clue_clocks (
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
comment on table clues.clue_clocks is '线索期限 / Clue: limits';
comment on column clues.clue_clocks."matter" is '问题线索 / Clues (record of clues.clues)';
comment on column clues.clue_clocks."clock" is '期限 / Limit';
comment on column clues.clue_clocks."number" is '序号 / No.';
comment on column clues.clue_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column clues.clue_clocks."started_at" is '起算时间 / Started at';
comment on column clues.clue_clocks."warn_at" is '预警时间 / Yellow from';
comment on column clues.clue_clocks."due_at" is '到期时间 / Due at';
comment on column clues.clue_clocks."late_at" is '逾期时间 / Red from';
comment on column clues.clue_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column clues.clue_clocks."paused_until" is '暂停至 / Paused until';
comment on column clues.clue_clocks."course" is '经过 / Course';
create unique index clue_clocks_key on clues.clue_clocks ("matter", "clock", "number") where retired_at is null;
create index clue_clocks_follows on clues.clue_clocks ("matter") where retired_at is null;
create index clue_clocks_queue on clues.clue_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index clue_clocks_act on clues.clue_clocks using brin (act);
grant select, insert on clues.clue_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clue_clocks to mingjing_app;
alter table clues.clue_clocks enable row level security;
create policy reading on clues.clue_clocks for select to mingjing_app using (
    (select access.reaches_all('clues.clueClocks', 'read'))
    or (select access.reaches_some('clues.clueClocks', 'read')) and exists (select from clues.clues m where m.record = clue_clocks."matter" and m.retired_at is null));
create policy writing on clues.clue_clocks for insert to mingjing_app with check (
    (select access.reaches_all('clues.clueClocks', 'write'))
    or (select access.reaches_some('clues.clueClocks', 'write')) and exists (select from clues.clues m where m.record = clue_clocks."matter" and m.retired_at is null));
create policy retiring on clues.clue_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clueClocks', 'write'))
    or (select access.reaches_some('clues.clueClocks', 'write')) and exists (select from clues.clues m where m.record = clue_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.clueClocks', 'write'))
    or (select access.reaches_some('clues.clueClocks', 'write')) and exists (select from clues.clues m where m.record = clue_clocks."matter" and m.retired_at is null));

-- Accounts are nobody's business but the administrator's; a clue needs to know which of them belong to its handlers.
create function access.accounts_of(officers uuid[]) returns table (officer uuid, account uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.officer, a.id from identity.accounts a where a.officer = any (officers) and a.active
$$;
comment on function access.accounts_of(uuid[]) is 'accounts in office that belong to these officers';

create function access.accounts_with(role text) returns table (account uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.id from identity.accounts a where role = any (a.roles) and a.active
$$;
comment on function access.accounts_with(text) is 'accounts in office that hold a role';

create function clues.last_serial(prefix text) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select max(serial_no) from clues.clues where starts_with(serial_no, prefix) and serial_no collate "C" >= prefix
$$;
comment on function clues.last_serial(text) is 'the last running number of a year, past row security: a number must never be given twice';
grant execute on function clues.last_serial(text) to mingjing_app;

-- Who must not handle a clue. One place for the rule: the use case asks it before it names anybody, the triggers below after
-- anything changed that it depends on.
create function clues.barred(of_clue uuid, of_unit uuid, of_officer uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  with reported as (
    select s.officer, coalesce(s.unit, o.unit) as unit
    from clues.subjects s left join organisation.officers o on o.record = s.officer and o.retired_at is null
    where s.clue = of_clue and s.retired_at is null)
  select array_remove(array[
    case when exists (select from reported where officer = of_officer) then 'SUBJECT' end,
    case when exists (
      select from clues.relations r join reported on reported.officer in (r.officer, r.relative)
      where r.retired_at is null and of_officer in (r.officer, r.relative) and of_officer <> reported.officer) then 'RELATIVE' end,
    case when exists (
      select from clues.interests i where i.clue = of_clue and i.officer = of_officer and i.retired_at is null) then 'INTEREST' end,
    case when exists (
      select from organisation.officers me where me.record = of_officer and me.retired_at is null
        and (me.unit = of_unit or me.unit in (select unit from reported))) then 'SAME_UNIT' end
  ], null)
$$;
comment on function clues.barred(uuid, uuid, uuid) is 'grounds on which an officer must stand back from a clue (Sanctions Law art. 47); empty for none';
grant execute on function clues.barred(uuid, uuid, uuid) to mingjing_app;

-- A handler who becomes barred loses the clue in the transaction that makes it so, whichever way that came in.
create function clues.end_barred() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.named n set ended_at = clock_timestamp(), ended_by = (select act from added limit 1)
  from identity.accounts a, clues.clues c
  where n.register = 'clues.clues' and n.ended_at is null and a.id = n.account and a.officer is not null
    and c.record = n.record and c.retired_at is null
    and clues.barred(c.record, c.unit, a.officer) <> '{}';
  return null;
end $$;
comment on function clues.end_barred() is 'takes barred officers off the need-to-know lists of clues';

create trigger end_barred after insert on clues.subjects referencing new table as added
  for each statement execute function clues.end_barred();
create trigger end_barred after insert on clues.relations referencing new table as added
  for each statement execute function clues.end_barred();
create trigger end_barred after insert on clues.interests referencing new table as added
  for each statement execute function clues.end_barred();
create trigger end_barred after insert on organisation.officers referencing new table as added
  for each statement execute function clues.end_barred();
