-- 督导 / Supervision: the registers of this module, drafted from their declarations.
create schema supervision;
comment on schema supervision is '督导 / Supervision';
grant usage on schema supervision to mingjing_app;

create table supervision.groups (
  "level" text not null,
  "number" bigint not null,
  "name" text not null,
  "units_covered" text,
  "from" date not null,
  "to" date,
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
comment on table supervision.groups is '督导组 / Supervision groups';
comment on column supervision.groups."level" is '层级 / Level';
comment on column supervision.groups."number" is '组号 / Group no.';
comment on column supervision.groups."name" is '督导组名称 / Name';
comment on column supervision.groups."units_covered" is '督导范围 / Units covered';
comment on column supervision.groups."from" is '进驻日期 / From';
comment on column supervision.groups."to" is '撤离日期 / To';
create unique index groups_key on supervision.groups ("level", "number") where retired_at is null;
create index groups_date on supervision.groups ("from" desc nulls last, record) where retired_at is null;
create index groups_act on supervision.groups using brin (act);
grant select, insert on supervision.groups to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on supervision.groups to mingjing_app;
alter table supervision.groups enable row level security;
create policy reading on supervision.groups for select to mingjing_app using (
    (select access.reaches_all('supervision.groups', 'read')));
create policy writing on supervision.groups for insert to mingjing_app with check (
    (select access.reaches_all('supervision.groups', 'write')));
create policy retiring on supervision.groups for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('supervision.groups', 'write'))))
  with check (
    (select access.reaches_all('supervision.groups', 'write')));

create table supervision.actions (
  "number" text not null,
  "group" uuid not null,
  "kind" text not null,
  "acted_on" date not null,
  "content" text,
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
comment on table supervision.actions is '督导工作 / Actions of groups';
comment on column supervision.actions."number" is '工作编号 / Action no.';
comment on column supervision.actions."group" is '督导组 / Group (record of supervision.groups)';
comment on column supervision.actions."kind" is '工作方式 / Kind';
comment on column supervision.actions."acted_on" is '日期 / Acted on';
comment on column supervision.actions."content" is '工作内容 / Content';
create unique index actions_key on supervision.actions ("number") where retired_at is null;
create index actions_date on supervision.actions ("acted_on" desc nulls last, record) where retired_at is null;
create index actions_act on supervision.actions using brin (act);
grant select, insert on supervision.actions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on supervision.actions to mingjing_app;
alter table supervision.actions enable row level security;
create policy reading on supervision.actions for select to mingjing_app using (
    (select access.reaches_all('supervision.actions', 'read')));
create policy writing on supervision.actions for insert to mingjing_app with check (
    (select access.reaches_all('supervision.actions', 'write')));
create policy retiring on supervision.actions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('supervision.actions', 'write'))))
  with check (
    (select access.reaches_all('supervision.actions', 'write')));

create table supervision.visits (
  "number" text not null,
  "team" text not null,
  "group" uuid,
  "unit" uuid not null,
  "kind" text not null,
  "held_on" date not null,
  "leader" text,
  "checklist" text,
  "findings_count" bigint,
  "feedback_on" date,
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
comment on table supervision.visits is '实地督导 / Supervision visits';
comment on column supervision.visits."number" is '督导编号 / Visit no.';
comment on column supervision.visits."team" is '督导组别 / Team';
comment on column supervision.visits."group" is '上级督导组 / Group from above (record of supervision.groups)';
comment on column supervision.visits."unit" is '被督导单位 / Unit visited (record of organisation.units)';
comment on column supervision.visits."kind" is '督导方式 / Kind';
comment on column supervision.visits."held_on" is '督导日期 / Held on';
comment on column supervision.visits."leader" is '带队人 / Leader';
comment on column supervision.visits."checklist" is '督导清单 / Check-list';
comment on column supervision.visits."findings_count" is '发现问题数 / Problems found';
comment on column supervision.visits."feedback_on" is '反馈日期 / Feedback on';
comment on column supervision.visits."state" is '状态 / State';
create unique index visits_key on supervision.visits ("number") where retired_at is null;
create index visits_date on supervision.visits ("held_on" desc nulls last, record) where retired_at is null;
create index visits_unit on supervision.visits ("unit", "held_on" desc nulls last, record) where retired_at is null;
create index visits_act on supervision.visits using brin (act);
grant select, insert on supervision.visits to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on supervision.visits to mingjing_app;
alter table supervision.visits enable row level security;
create policy reading on supervision.visits for select to mingjing_app using (
    (select access.reaches_all('supervision.visits', 'read'))
    or "unit" = any ((select access.reached_units('supervision.visits', 'read'))::uuid[]));
create policy writing on supervision.visits for insert to mingjing_app with check (
    (select access.reaches_all('supervision.visits', 'write'))
    or "unit" = any ((select access.reached_units('supervision.visits', 'write'))::uuid[]));
create policy retiring on supervision.visits for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('supervision.visits', 'write'))
    or "unit" = any ((select access.reached_units('supervision.visits', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('supervision.visits', 'write'))
    or "unit" = any ((select access.reached_units('supervision.visits', 'write'))::uuid[]));

create table supervision.findings (
  "number" text not null,
  "visit" uuid not null,
  "unit" uuid not null,
  "problem" text not null,
  "problem_kind" uuid,
  "found_on" date not null,
  "claimed_on" date,
  "due_on" date,
  "rectified_on" date,
  "result" text,
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
comment on table supervision.findings is '督导发现问题 / Findings';
comment on column supervision.findings."number" is '问题编号 / Finding no.';
comment on column supervision.findings."visit" is '督导 / Visit (record of supervision.visits)';
comment on column supervision.findings."unit" is '责任单位 / Unit (record of organisation.units)';
comment on column supervision.findings."problem" is '问题描述 / Problem';
comment on column supervision.findings."problem_kind" is '问题类别 / Kind of problem (record of rectification.problemKinds)';
comment on column supervision.findings."found_on" is '发现日期 / Found on';
comment on column supervision.findings."claimed_on" is '认领日期 / Claimed on';
comment on column supervision.findings."due_on" is '整改时限 / Due on';
comment on column supervision.findings."rectified_on" is '整改日期 / Rectified on';
comment on column supervision.findings."result" is '整改情况 / Result';
comment on column supervision.findings."state" is '状态 / State';
create unique index findings_key on supervision.findings ("number") where retired_at is null;
create index findings_date on supervision.findings ("found_on" desc nulls last, record) where retired_at is null;
create index findings_unit on supervision.findings ("unit", "found_on" desc nulls last, record) where retired_at is null;
create index findings_act on supervision.findings using brin (act);
grant select, insert on supervision.findings to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on supervision.findings to mingjing_app;
alter table supervision.findings enable row level security;
create policy reading on supervision.findings for select to mingjing_app using (
    (select access.reaches_all('supervision.findings', 'read'))
    or "unit" = any ((select access.reached_units('supervision.findings', 'read'))::uuid[]));
create policy writing on supervision.findings for insert to mingjing_app with check (
    (select access.reaches_all('supervision.findings', 'write'))
    or "unit" = any ((select access.reached_units('supervision.findings', 'write'))::uuid[]));
create policy retiring on supervision.findings for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('supervision.findings', 'write'))
    or "unit" = any ((select access.reached_units('supervision.findings', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('supervision.findings', 'write'))
    or "unit" = any ((select access.reached_units('supervision.findings', 'write'))::uuid[]));

create table supervision.opinions (
  "number" text not null,
  "group" uuid not null,
  "text" text not null,
  "tone" text not null,
  "given_on" date not null,
  "source" text,
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
comment on table supervision.opinions is '督导评价意见 / Opinions of groups';
comment on column supervision.opinions."number" is '意见编号 / Opinion no.';
comment on column supervision.opinions."group" is '督导组 / Group (record of supervision.groups)';
comment on column supervision.opinions."text" is '意见内容 / Opinion';
comment on column supervision.opinions."tone" is '评价倾向 / Tone';
comment on column supervision.opinions."given_on" is '提出日期 / Given on';
comment on column supervision.opinions."source" is '依据文件 / Source';
create unique index opinions_key on supervision.opinions ("number") where retired_at is null;
create index opinions_date on supervision.opinions ("given_on" desc nulls last, record) where retired_at is null;
create index opinions_act on supervision.opinions using brin (act);
grant select, insert on supervision.opinions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on supervision.opinions to mingjing_app;
alter table supervision.opinions enable row level security;
create policy reading on supervision.opinions for select to mingjing_app using (
    (select access.reaches_all('supervision.opinions', 'read')));
create policy writing on supervision.opinions for insert to mingjing_app with check (
    (select access.reaches_all('supervision.opinions', 'write')));
create policy retiring on supervision.opinions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('supervision.opinions', 'write'))))
  with check (
    (select access.reaches_all('supervision.opinions', 'write')));

create table supervision.circulars (
  "number" text not null,
  "group" uuid,
  "issued_on" date not null,
  "scope" text not null,
  "praised" text,
  "criticised" text,
  "data" text,
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
comment on table supervision.circulars is '情况通报 / Circulars';
comment on column supervision.circulars."number" is '通报编号 / Circular no.';
comment on column supervision.circulars."group" is '督导组 / Group (record of supervision.groups)';
comment on column supervision.circulars."issued_on" is '通报日期 / Issued on';
comment on column supervision.circulars."scope" is '通报范围 / Scope';
comment on column supervision.circulars."praised" is '表扬单位 / Praised';
comment on column supervision.circulars."criticised" is '批评单位 / Criticised';
comment on column supervision.circulars."data" is '通报数据 / Data';
create unique index circulars_key on supervision.circulars ("number") where retired_at is null;
create index circulars_date on supervision.circulars ("issued_on" desc nulls last, record) where retired_at is null;
create index circulars_act on supervision.circulars using brin (act);
grant select, insert on supervision.circulars to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on supervision.circulars to mingjing_app;
alter table supervision.circulars enable row level security;
create policy reading on supervision.circulars for select to mingjing_app using (
    (select access.reaches_all('supervision.circulars', 'read')));
create policy writing on supervision.circulars for insert to mingjing_app with check (
    (select access.reaches_all('supervision.circulars', 'write')));
create policy retiring on supervision.circulars for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('supervision.circulars', 'write'))))
  with check (
    (select access.reaches_all('supervision.circulars', 'write')));

