-- 三个规定 / Three provisions: the registers of this module, drafted from their declarations.
create schema interference;
comment on schema interference is '三个规定 / Three provisions';
grant usage on schema interference to mingjing_app;

create table interference.provisions (
  "code" text not null,
  "name" text not null,
  "short_name" text not null,
  "issuer" text,
  "issued_on" date,
  "duty" text,
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
comment on table interference.provisions is '三个规定 / Provisions';
comment on column interference.provisions."code" is '规定编码 / Code';
comment on column interference.provisions."name" is '规定全称 / Name';
comment on column interference.provisions."short_name" is '规定简称 / Short name';
comment on column interference.provisions."issuer" is '制定机关 / Issuer';
comment on column interference.provisions."issued_on" is '印发日期 / Issued on';
comment on column interference.provisions."duty" is '记录报告要求 / Duty to record';
create unique index provisions_key on interference.provisions ("code") where retired_at is null;
create index provisions_date on interference.provisions ("issued_on" desc nulls last, record) where retired_at is null;
create index provisions_act on interference.provisions using brin (act);
grant select, insert on interference.provisions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.provisions to mingjing_app;
alter table interference.provisions enable row level security;
create policy reading on interference.provisions for select to mingjing_app using (
    (select access.reaches_all('interference.provisions', 'read')));
create policy writing on interference.provisions for insert to mingjing_app with check (
    (select access.reaches_all('interference.provisions', 'write')));
create policy retiring on interference.provisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.provisions', 'write'))))
  with check (
    (select access.reaches_all('interference.provisions', 'write')));

create table interference.records (
  "number" text not null,
  "provision" uuid not null,
  "recorder" uuid not null,
  "unit" uuid not null,
  "asker_name" text not null,
  "asker_unit" text,
  "asker_post" text,
  "relation" text not null,
  "on_behalf_of" text,
  "asked_on" date not null,
  "place" text,
  "way" text not null,
  "case_number" text,
  "stage" text not null,
  "asked" text not null,
  "answer" text,
  "material" text,
  "witness" text,
  "reported_on" date,
  "category" text,
  "handling" text,
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
comment on table interference.records is '干预过问记录 / Interference records';
comment on column interference.records."number" is '记录编号 / Record no.';
comment on column interference.records."provision" is '适用规定 / Provision (record of interference.provisions)';
comment on column interference.records."recorder" is '记录人 / Recorder (record of organisation.officers)';
comment on column interference.records."unit" is '记录人单位 / Recorder''s unit (record of organisation.units)';
comment on column interference.records."asker_name" is '干预过问人姓名 / Person who asked';
comment on column interference.records."asker_unit" is '干预过问人单位 / Unit of the person';
comment on column interference.records."asker_post" is '干预过问人职务 / Post of the person';
comment on column interference.records."relation" is '与案件关系 / Relation to the case';
comment on column interference.records."on_behalf_of" is '代何人过问 / On behalf of';
comment on column interference.records."asked_on" is '干预过问日期 / Asked on';
comment on column interference.records."place" is '干预过问地点 / Place';
comment on column interference.records."way" is '干预过问方式 / Way';
comment on column interference.records."case_number" is '案号 / Case no.';
comment on column interference.records."stage" is '诉讼环节 / Stage';
comment on column interference.records."asked" is '干预过问内容 / What was asked';
comment on column interference.records."answer" is '答复情况 / Answer given';
comment on column interference.records."material" is '留存材料 / Material kept';
comment on column interference.records."witness" is '在场人 / Witness';
comment on column interference.records."reported_on" is '报告日期 / Reported on';
comment on column interference.records."category" is '认定类别 / Category';
comment on column interference.records."handling" is '处理情况 / Handling';
comment on column interference.records."state" is '状态 / State';
create unique index records_key on interference.records ("number") where retired_at is null;
create index records_date on interference.records ("asked_on" desc nulls last, record) where retired_at is null;
create index records_unit on interference.records ("unit", "asked_on" desc nulls last, record) where retired_at is null;
create index records_officer on interference.records ("recorder") where retired_at is null;
create index records_act on interference.records using brin (act);
grant select, insert on interference.records to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.records to mingjing_app;
alter table interference.records enable row level security;
create policy reading on interference.records for select to mingjing_app using (
    (select access.reaches_all('interference.records', 'read'))
    or "unit" = any ((select access.reached_units('interference.records', 'read'))::uuid[])
    or "recorder" = (select access.reached_officer('interference.records')));
create policy writing on interference.records for insert to mingjing_app with check (
    (select access.reaches_all('interference.records', 'write'))
    or "unit" = any ((select access.reached_units('interference.records', 'write'))::uuid[]));
create policy retiring on interference.records for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.records', 'write'))
    or "unit" = any ((select access.reached_units('interference.records', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('interference.records', 'write'))
    or "unit" = any ((select access.reached_units('interference.records', 'write'))::uuid[]));

create table interference.nil_returns (
  "unit" uuid not null,
  "period_kind" text not null,
  "period_start" date not null,
  "is_nil" boolean not null,
  "record_count" bigint not null,
  "leader_count" bigint,
  "insider_count" bigint,
  "contact_count" bigint,
  "signed_by" text,
  "due_on" date,
  "submitted_on" date not null,
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
comment on table interference.nil_returns is '三个规定填报情况 / Periodic returns';
comment on column interference.nil_returns."unit" is '填报单位 / Unit (record of organisation.units)';
comment on column interference.nil_returns."period_kind" is '填报周期 / Period';
comment on column interference.nil_returns."period_start" is '周期起始日 / Period from';
comment on column interference.nil_returns."is_nil" is '是否零报告 / Zero report';
comment on column interference.nil_returns."record_count" is '填报件数 / Records';
comment on column interference.nil_returns."leader_count" is '领导干部干预件数 / By leading officials';
comment on column interference.nil_returns."insider_count" is '内部人员过问件数 / By insiders';
comment on column interference.nil_returns."contact_count" is '不当接触交往件数 / Improper contacts';
comment on column interference.nil_returns."signed_by" is '签报人 / Signed by';
comment on column interference.nil_returns."due_on" is '应报日期 / Due on';
comment on column interference.nil_returns."submitted_on" is '报送日期 / Submitted on';
create unique index nil_returns_key on interference.nil_returns ("unit", "period_kind", "period_start") where retired_at is null;
create index nil_returns_date on interference.nil_returns ("submitted_on" desc nulls last, record) where retired_at is null;
create index nil_returns_unit on interference.nil_returns ("unit", "submitted_on" desc nulls last, record) where retired_at is null;
create index nil_returns_act on interference.nil_returns using brin (act);
grant select, insert on interference.nil_returns to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.nil_returns to mingjing_app;
alter table interference.nil_returns enable row level security;
create policy reading on interference.nil_returns for select to mingjing_app using (
    (select access.reaches_all('interference.nilReturns', 'read'))
    or "unit" = any ((select access.reached_units('interference.nilReturns', 'read'))::uuid[]));
create policy writing on interference.nil_returns for insert to mingjing_app with check (
    (select access.reaches_all('interference.nilReturns', 'write'))
    or "unit" = any ((select access.reached_units('interference.nilReturns', 'write'))::uuid[]));
create policy retiring on interference.nil_returns for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.nilReturns', 'write'))
    or "unit" = any ((select access.reached_units('interference.nilReturns', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('interference.nilReturns', 'write'))
    or "unit" = any ((select access.reached_units('interference.nilReturns', 'write'))::uuid[]));

create table interference.team_members (
  "officer" uuid not null,
  "unit" uuid not null,
  "level" text not null,
  "role" text not null,
  "joined_on" date not null,
  "left_on" date,
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
comment on table interference.team_members is '宣讲团成员 / Briefing team';
comment on column interference.team_members."officer" is '宣讲人 / Officer (record of organisation.officers)';
comment on column interference.team_members."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column interference.team_members."level" is '宣讲团层级 / Level';
comment on column interference.team_members."role" is '成员身份 / Role';
comment on column interference.team_members."joined_on" is '加入日期 / Joined on';
comment on column interference.team_members."left_on" is '退出日期 / Left on';
create unique index team_members_key on interference.team_members ("officer", "joined_on") where retired_at is null;
create index team_members_date on interference.team_members ("joined_on" desc nulls last, record) where retired_at is null;
create index team_members_unit on interference.team_members ("unit", "joined_on" desc nulls last, record) where retired_at is null;
create index team_members_act on interference.team_members using brin (act);
grant select, insert on interference.team_members to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.team_members to mingjing_app;
alter table interference.team_members enable row level security;
create policy reading on interference.team_members for select to mingjing_app using (
    (select access.reaches_all('interference.teamMembers', 'read'))
    or "unit" = any ((select access.reached_units('interference.teamMembers', 'read'))::uuid[]));
create policy writing on interference.team_members for insert to mingjing_app with check (
    (select access.reaches_all('interference.teamMembers', 'write'))
    or "unit" = any ((select access.reached_units('interference.teamMembers', 'write'))::uuid[]));
create policy retiring on interference.team_members for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.teamMembers', 'write'))
    or "unit" = any ((select access.reached_units('interference.teamMembers', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('interference.teamMembers', 'write'))
    or "unit" = any ((select access.reached_units('interference.teamMembers', 'write'))::uuid[]));

create table interference.briefings (
  "number" text not null,
  "unit" uuid not null,
  "topic" text not null,
  "speaker" uuid,
  "held_on" date not null,
  "starts_at" timestamptz,
  "place" text,
  "audience" bigint not null,
  "audience_posts" text,
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
comment on table interference.briefings is '三个规定宣讲 / Briefings';
comment on column interference.briefings."number" is '宣讲编号 / Briefing no.';
comment on column interference.briefings."unit" is '组织单位 / Unit (record of organisation.units)';
comment on column interference.briefings."topic" is '宣讲主题 / Topic';
comment on column interference.briefings."speaker" is '宣讲人 / Speaker (record of organisation.officers)';
comment on column interference.briefings."held_on" is '宣讲日期 / Held on';
comment on column interference.briefings."starts_at" is '开始时间 / Starts at';
comment on column interference.briefings."place" is '宣讲地点 / Place';
comment on column interference.briefings."audience" is '听讲领导干部人数 / Leading officials present';
comment on column interference.briefings."audience_posts" is '听讲对象 / Audience';
create unique index briefings_key on interference.briefings ("number") where retired_at is null;
create index briefings_date on interference.briefings ("held_on" desc nulls last, record) where retired_at is null;
create index briefings_unit on interference.briefings ("unit", "held_on" desc nulls last, record) where retired_at is null;
create index briefings_act on interference.briefings using brin (act);
grant select, insert on interference.briefings to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.briefings to mingjing_app;
alter table interference.briefings enable row level security;
create policy reading on interference.briefings for select to mingjing_app using (
    (select access.reaches_all('interference.briefings', 'read'))
    or "unit" = any ((select access.reached_units('interference.briefings', 'read'))::uuid[]));
create policy writing on interference.briefings for insert to mingjing_app with check (
    (select access.reaches_all('interference.briefings', 'write'))
    or "unit" = any ((select access.reached_units('interference.briefings', 'write'))::uuid[]));
create policy retiring on interference.briefings for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.briefings', 'write'))
    or "unit" = any ((select access.reached_units('interference.briefings', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('interference.briefings', 'write'))
    or "unit" = any ((select access.reached_units('interference.briefings', 'write'))::uuid[]));

create table interference.surveys (
  "number" text not null,
  "unit" uuid not null,
  "surveyed_on" date not null,
  "audience" text,
  "method" text,
  "answers" bigint not null,
  "aware" bigint not null,
  "supportive" bigint not null,
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
comment on table interference.surveys is '知晓率和支持度调查 / Awareness surveys';
comment on column interference.surveys."number" is '调查编号 / Survey no.';
comment on column interference.surveys."unit" is '调查单位 / Unit (record of organisation.units)';
comment on column interference.surveys."surveyed_on" is '调查日期 / Surveyed on';
comment on column interference.surveys."audience" is '调查对象 / Surveyed';
comment on column interference.surveys."method" is '调查方式 / Method';
comment on column interference.surveys."answers" is '有效答卷数 / Valid answers';
comment on column interference.surveys."aware" is '知晓人数 / Aware';
comment on column interference.surveys."supportive" is '支持人数 / Supportive';
create unique index surveys_key on interference.surveys ("number") where retired_at is null;
create index surveys_date on interference.surveys ("surveyed_on" desc nulls last, record) where retired_at is null;
create index surveys_unit on interference.surveys ("unit", "surveyed_on" desc nulls last, record) where retired_at is null;
create index surveys_act on interference.surveys using brin (act);
grant select, insert on interference.surveys to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on interference.surveys to mingjing_app;
alter table interference.surveys enable row level security;
create policy reading on interference.surveys for select to mingjing_app using (
    (select access.reaches_all('interference.surveys', 'read'))
    or "unit" = any ((select access.reached_units('interference.surveys', 'read'))::uuid[]));
create policy writing on interference.surveys for insert to mingjing_app with check (
    (select access.reaches_all('interference.surveys', 'write'))
    or "unit" = any ((select access.reached_units('interference.surveys', 'write'))::uuid[]));
create policy retiring on interference.surveys for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('interference.surveys', 'write'))
    or "unit" = any ((select access.reached_units('interference.surveys', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('interference.surveys', 'write'))
    or "unit" = any ((select access.reached_units('interference.surveys', 'write'))::uuid[]));

