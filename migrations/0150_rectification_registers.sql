-- 顽瘴痼疾整治 / Rectification: the registers of this module, drafted from their declarations.
create schema rectification;
comment on schema rectification is '顽瘴痼疾整治 / Rectification';
grant usage on schema rectification to mingjing_app;

create table rectification.problem_kinds (
  "code" text not null,
  "name" text not null,
  "origin" text not null,
  "unit" uuid,
  "meaning" text,
  "defined_on" date,
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
comment on table rectification.problem_kinds is '顽瘴痼疾类别 / Kinds of stubborn problem';
comment on column rectification.problem_kinds."code" is '类别编码 / Code';
comment on column rectification.problem_kinds."name" is '类别名称 / Name';
comment on column rectification.problem_kinds."origin" is '来源 / Origin';
comment on column rectification.problem_kinds."unit" is '查摆单位 / Unit (record of organisation.units)';
comment on column rectification.problem_kinds."meaning" is '具体表现 / Meaning';
comment on column rectification.problem_kinds."defined_on" is '确定日期 / Defined on';
create unique index problem_kinds_key on rectification.problem_kinds ("code") where retired_at is null;
create index problem_kinds_date on rectification.problem_kinds ("defined_on" desc nulls last, record) where retired_at is null;
create index problem_kinds_unit on rectification.problem_kinds ("unit", "defined_on" desc nulls last, record) where retired_at is null;
create index problem_kinds_act on rectification.problem_kinds using brin (act);
grant select, insert on rectification.problem_kinds to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on rectification.problem_kinds to mingjing_app;
alter table rectification.problem_kinds enable row level security;
create policy reading on rectification.problem_kinds for select to mingjing_app using (
    (select access.reaches_all('rectification.problemKinds', 'read'))
    or "unit" = any ((select access.reached_units('rectification.problemKinds', 'read'))::uuid[]));
create policy writing on rectification.problem_kinds for insert to mingjing_app with check (
    (select access.reaches_all('rectification.problemKinds', 'write'))
    or "unit" = any ((select access.reached_units('rectification.problemKinds', 'write'))::uuid[]));
create policy retiring on rectification.problem_kinds for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('rectification.problemKinds', 'write'))
    or "unit" = any ((select access.reached_units('rectification.problemKinds', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('rectification.problemKinds', 'write'))
    or "unit" = any ((select access.reached_units('rectification.problemKinds', 'write'))::uuid[]));

create table rectification.plans (
  "number" text not null,
  "unit" uuid not null,
  "title" text not null,
  "kinds" text,
  "measures" text,
  "owner" uuid,
  "approved_on" date,
  "approved_by" text,
  "publication" uuid,
  "no_unit_kind_reason" text,
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
comment on table rectification.plans is '6+N整治方案 / Rectification plans';
comment on column rectification.plans."number" is '方案编号 / Plan no.';
comment on column rectification.plans."unit" is '制定单位 / Unit (record of organisation.units)';
comment on column rectification.plans."title" is '方案名称 / Title';
comment on column rectification.plans."kinds" is '整治内容 / Kinds of problem';
comment on column rectification.plans."measures" is '整治措施 / Measures';
comment on column rectification.plans."owner" is '责任人 / Owner (record of organisation.officers)';
comment on column rectification.plans."approved_on" is '批准日期 / Approved on';
comment on column rectification.plans."approved_by" is '批准机构 / Approved by';
comment on column rectification.plans."publication" is '公示 / Publication (record of disclosure.publications)';
comment on column rectification.plans."no_unit_kind_reason" is '未列N类的理由 / Reason for no own kind';
create unique index plans_key on rectification.plans ("number") where retired_at is null;
create index plans_date on rectification.plans ("approved_on" desc nulls last, record) where retired_at is null;
create index plans_unit on rectification.plans ("unit", "approved_on" desc nulls last, record) where retired_at is null;
create index plans_act on rectification.plans using brin (act);
grant select, insert on rectification.plans to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on rectification.plans to mingjing_app;
alter table rectification.plans enable row level security;
create policy reading on rectification.plans for select to mingjing_app using (
    (select access.reaches_all('rectification.plans', 'read'))
    or "unit" = any ((select access.reached_units('rectification.plans', 'read'))::uuid[]));
create policy writing on rectification.plans for insert to mingjing_app with check (
    (select access.reaches_all('rectification.plans', 'write'))
    or "unit" = any ((select access.reached_units('rectification.plans', 'write'))::uuid[]));
create policy retiring on rectification.plans for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('rectification.plans', 'write'))
    or "unit" = any ((select access.reached_units('rectification.plans', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('rectification.plans', 'write'))
    or "unit" = any ((select access.reached_units('rectification.plans', 'write'))::uuid[]));

create table rectification.items (
  "number" text not null,
  "kind" uuid not null,
  "source" text not null,
  "source_number" text,
  "unit" uuid not null,
  "owner" uuid,
  "problem" text not null,
  "measure" text,
  "found_on" date not null,
  "due_on" date,
  "evidence" text,
  "submitted_on" date,
  "verified_on" date,
  "is_repeat" boolean,
  "rule_made" text,
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
comment on table rectification.items is '整治问题台账 / Rectification items';
comment on column rectification.items."number" is '问题编号 / Item no.';
comment on column rectification.items."kind" is '问题类别 / Kind (record of rectification.problemKinds)';
comment on column rectification.items."source" is '问题来源 / Source';
comment on column rectification.items."source_number" is '来源编号 / No. at the source';
comment on column rectification.items."unit" is '责任单位 / Unit (record of organisation.units)';
comment on column rectification.items."owner" is '责任人 / Owner (record of organisation.officers)';
comment on column rectification.items."problem" is '问题描述 / Problem';
comment on column rectification.items."measure" is '整改措施 / Measure';
comment on column rectification.items."found_on" is '发现日期 / Found on';
comment on column rectification.items."due_on" is '整改时限 / Due on';
comment on column rectification.items."evidence" is '佐证材料 / Evidence';
comment on column rectification.items."submitted_on" is '报结日期 / Submitted on';
comment on column rectification.items."verified_on" is '销号日期 / Struck off on';
comment on column rectification.items."is_repeat" is '是否重复发生 / Repeat';
comment on column rectification.items."rule_made" is '建章立制文件 / Rule made';
comment on column rectification.items."state" is '状态 / State';
create unique index items_key on rectification.items ("number") where retired_at is null;
create index items_date on rectification.items ("found_on" desc nulls last, record) where retired_at is null;
create index items_unit on rectification.items ("unit", "found_on" desc nulls last, record) where retired_at is null;
create index items_act on rectification.items using brin (act);
grant select, insert on rectification.items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on rectification.items to mingjing_app;
alter table rectification.items enable row level security;
create policy reading on rectification.items for select to mingjing_app using (
    (select access.reaches_all('rectification.items', 'read'))
    or "unit" = any ((select access.reached_units('rectification.items', 'read'))::uuid[]));
create policy writing on rectification.items for insert to mingjing_app with check (
    (select access.reaches_all('rectification.items', 'write'))
    or "unit" = any ((select access.reached_units('rectification.items', 'write'))::uuid[]));
create policy retiring on rectification.items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('rectification.items', 'write'))
    or "unit" = any ((select access.reached_units('rectification.items', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('rectification.items', 'write'))
    or "unit" = any ((select access.reached_units('rectification.items', 'write'))::uuid[]));

create table rectification.task_forces (
  "code" text not null,
  "name" text not null,
  "level" text not null,
  "unit" uuid not null,
  "kind" uuid,
  "leader" uuid,
  "members" text,
  "established_on" date not null,
  "dissolved_on" date,
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
comment on table rectification.task_forces is '整治工作专班 / Task forces';
comment on column rectification.task_forces."code" is '专班编码 / Code';
comment on column rectification.task_forces."name" is '专班名称 / Name';
comment on column rectification.task_forces."level" is '层级 / Level';
comment on column rectification.task_forces."unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column rectification.task_forces."kind" is '整治类别 / Kind of problem (record of rectification.problemKinds)';
comment on column rectification.task_forces."leader" is '专班负责人 / Leader (record of organisation.officers)';
comment on column rectification.task_forces."members" is '成员单位 / Members';
comment on column rectification.task_forces."established_on" is '成立日期 / Established on';
comment on column rectification.task_forces."dissolved_on" is '撤销日期 / Dissolved on';
create unique index task_forces_key on rectification.task_forces ("code") where retired_at is null;
create index task_forces_date on rectification.task_forces ("established_on" desc nulls last, record) where retired_at is null;
create index task_forces_unit on rectification.task_forces ("unit", "established_on" desc nulls last, record) where retired_at is null;
create index task_forces_act on rectification.task_forces using brin (act);
grant select, insert on rectification.task_forces to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on rectification.task_forces to mingjing_app;
alter table rectification.task_forces enable row level security;
create policy reading on rectification.task_forces for select to mingjing_app using (
    (select access.reaches_all('rectification.taskForces', 'read'))
    or "unit" = any ((select access.reached_units('rectification.taskForces', 'read'))::uuid[]));
create policy writing on rectification.task_forces for insert to mingjing_app with check (
    (select access.reaches_all('rectification.taskForces', 'write'))
    or "unit" = any ((select access.reached_units('rectification.taskForces', 'write'))::uuid[]));
create policy retiring on rectification.task_forces for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('rectification.taskForces', 'write'))
    or "unit" = any ((select access.reached_units('rectification.taskForces', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('rectification.taskForces', 'write'))
    or "unit" = any ((select access.reached_units('rectification.taskForces', 'write'))::uuid[]));

create table rectification.mechanisms (
  "number" text not null,
  "name" text not null,
  "kind" text not null,
  "task_force" uuid,
  "lead_unit" uuid not null,
  "participants" text,
  "frequency" text,
  "established_on" date not null,
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
comment on table rectification.mechanisms is '整治协调机制 / Coordination mechanisms';
comment on column rectification.mechanisms."number" is '机制编号 / Mechanism no.';
comment on column rectification.mechanisms."name" is '机制名称 / Name';
comment on column rectification.mechanisms."kind" is '机制类别 / Kind';
comment on column rectification.mechanisms."task_force" is '所属专班 / Task force (record of rectification.taskForces)';
comment on column rectification.mechanisms."lead_unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column rectification.mechanisms."participants" is '参加部门 / Participants';
comment on column rectification.mechanisms."frequency" is '运行频次 / How often';
comment on column rectification.mechanisms."established_on" is '建立日期 / Established on';
create unique index mechanisms_key on rectification.mechanisms ("number") where retired_at is null;
create index mechanisms_date on rectification.mechanisms ("established_on" desc nulls last, record) where retired_at is null;
create index mechanisms_unit on rectification.mechanisms ("lead_unit", "established_on" desc nulls last, record) where retired_at is null;
create index mechanisms_act on rectification.mechanisms using brin (act);
grant select, insert on rectification.mechanisms to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on rectification.mechanisms to mingjing_app;
alter table rectification.mechanisms enable row level security;
create policy reading on rectification.mechanisms for select to mingjing_app using (
    (select access.reaches_all('rectification.mechanisms', 'read'))
    or "lead_unit" = any ((select access.reached_units('rectification.mechanisms', 'read'))::uuid[]));
create policy writing on rectification.mechanisms for insert to mingjing_app with check (
    (select access.reaches_all('rectification.mechanisms', 'write'))
    or "lead_unit" = any ((select access.reached_units('rectification.mechanisms', 'write'))::uuid[]));
create policy retiring on rectification.mechanisms for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('rectification.mechanisms', 'write'))
    or "lead_unit" = any ((select access.reached_units('rectification.mechanisms', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('rectification.mechanisms', 'write'))
    or "lead_unit" = any ((select access.reached_units('rectification.mechanisms', 'write'))::uuid[]));

