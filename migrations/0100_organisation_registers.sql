-- 组织与花名册 / Organisation and roster: the registers of this module, drafted from their declarations.
create schema organisation;
comment on schema organisation is '组织与花名册 / Organisation and roster';
grant usage on schema organisation to mingjing_app;

create table organisation.units (
  "code" text not null,
  "name" text not null,
  "short_name" text not null,
  "system" text not null,
  "level" text not null,
  "region_code" text not null,
  "parent" uuid,
  "line_parent" uuid,
  "in_scope" boolean not null,
  "active_from" date,
  "active_to" date,
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
comment on table organisation.units is '单位 / Units';
comment on column organisation.units."code" is '单位编码 / Unit code';
comment on column organisation.units."name" is '单位名称 / Name';
comment on column organisation.units."short_name" is '单位简称 / Short name';
comment on column organisation.units."system" is '系统 / System';
comment on column organisation.units."level" is '层级 / Level';
comment on column organisation.units."region_code" is '行政区划代码 / Region code';
comment on column organisation.units."parent" is '上级单位 / Parent unit (record of organisation.units)';
comment on column organisation.units."line_parent" is '条线上级单位 / Parent in the line (record of organisation.units)';
comment on column organisation.units."in_scope" is '是否参加教育整顿 / In the programme';
comment on column organisation.units."active_from" is '启用日期 / Active from';
comment on column organisation.units."active_to" is '停用日期 / Active to';
create unique index units_key on organisation.units ("code") where retired_at is null;
create index units_date on organisation.units ("active_from" desc nulls last, record) where retired_at is null;
create index units_act on organisation.units using brin (act);
grant select, insert on organisation.units to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.units to mingjing_app;
alter table organisation.units enable row level security;
create policy reading on organisation.units for select to mingjing_app using (
    (select access.reaches_all('organisation.units', 'read')));
create policy writing on organisation.units for insert to mingjing_app with check (
    (select access.reaches_all('organisation.units', 'write')));
create policy retiring on organisation.units for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.units', 'write'))))
  with check (
    (select access.reaches_all('organisation.units', 'write')));

create table organisation.officers (
  "officer_no" text not null,
  "name" text not null,
  "gender" text not null,
  "birth_date" date,
  "id_no" bytea,
  "id_no_hash" bytea,
  "unit" uuid not null,
  "department" text,
  "post" text,
  "leadership_level" text,
  "rank" text,
  "police_rank" text,
  "judge_grade" text,
  "staff_kind" text not null,
  "is_party_member" boolean not null,
  "is_team_member" boolean not null,
  "is_principal_leader" boolean not null,
  "key_post" boolean,
  "joined_on" date,
  "status" text not null,
  "left_on" date,
  "left_reason" text,
  "mobile" bytea,
  "mobile_hash" bytea,
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
comment on table organisation.officers is '政法干警 / Officers';
comment on column organisation.officers."officer_no" is '干警编号 / Officer no.';
comment on column organisation.officers."name" is '姓名 / Name';
comment on column organisation.officers."gender" is '性别 / Gender';
comment on column organisation.officers."birth_date" is '出生日期 / Born on';
comment on column organisation.officers."id_no" is '公民身份号码 / Citizen id (encrypted)';
comment on column organisation.officers."id_no_hash" is '公民身份号码 / Citizen id (keyed hash for matching)';
comment on column organisation.officers."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column organisation.officers."department" is '所在部门 / Department';
comment on column organisation.officers."post" is '职务 / Post';
comment on column organisation.officers."leadership_level" is '领导职务层次 / Leadership level';
comment on column organisation.officers."rank" is '职级 / Rank';
comment on column organisation.officers."police_rank" is '警衔 / Police rank';
comment on column organisation.officers."judge_grade" is '法官检察官等级 / Grade of judge or procurator';
comment on column organisation.officers."staff_kind" is '编制类别 / Staff kind';
comment on column organisation.officers."is_party_member" is '是否中共党员 / Party member';
comment on column organisation.officers."is_team_member" is '是否领导班子成员 / Member of the leadership team';
comment on column organisation.officers."is_principal_leader" is '是否主要负责同志 / Principal leader';
comment on column organisation.officers."key_post" is '是否重点岗位 / Key post';
comment on column organisation.officers."joined_on" is '参加政法工作日期 / Joined on';
comment on column organisation.officers."status" is '在职状态 / Status';
comment on column organisation.officers."left_on" is '离任日期 / Left on';
comment on column organisation.officers."left_reason" is '离任原因 / Reason for leaving';
comment on column organisation.officers."mobile" is '手机号码 / Mobile (encrypted)';
comment on column organisation.officers."mobile_hash" is '手机号码 / Mobile (keyed hash for matching)';
create unique index officers_key on organisation.officers ("officer_no") where retired_at is null;
create index officers_date on organisation.officers ("joined_on" desc nulls last, record) where retired_at is null;
create index officers_unit on organisation.officers ("unit", "joined_on" desc nulls last, record) where retired_at is null;
create index officers_act on organisation.officers using brin (act);
grant select, insert on organisation.officers to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.officers to mingjing_app;
alter table organisation.officers enable row level security;
create policy reading on organisation.officers for select to mingjing_app using (
    (select access.reaches_all('organisation.officers', 'read'))
    or "unit" = any ((select access.reached_units('organisation.officers', 'read'))::uuid[]));
create policy writing on organisation.officers for insert to mingjing_app with check (
    (select access.reaches_all('organisation.officers', 'write'))
    or "unit" = any ((select access.reached_units('organisation.officers', 'write'))::uuid[]));
create policy retiring on organisation.officers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.officers', 'write'))
    or "unit" = any ((select access.reached_units('organisation.officers', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('organisation.officers', 'write'))
    or "unit" = any ((select access.reached_units('organisation.officers', 'write'))::uuid[]));

create table organisation.enrolments (
  "officer" uuid not null,
  "unit" uuid not null,
  "enrolled_on" date not null,
  "ended_on" date,
  "exempt_reason" text,
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
comment on table organisation.enrolments is '参训登记 / Enrolments';
comment on column organisation.enrolments."officer" is '干警 / Officer (record of organisation.officers)';
comment on column organisation.enrolments."unit" is '参训单位 / Unit (record of organisation.units)';
comment on column organisation.enrolments."enrolled_on" is '参训日期 / Enrolled on';
comment on column organisation.enrolments."ended_on" is '退出日期 / Ended on';
comment on column organisation.enrolments."exempt_reason" is '免训原因 / Reason for exemption';
create unique index enrolments_key on organisation.enrolments ("officer", "enrolled_on") where retired_at is null;
create index enrolments_date on organisation.enrolments ("enrolled_on" desc nulls last, record) where retired_at is null;
create index enrolments_unit on organisation.enrolments ("unit", "enrolled_on" desc nulls last, record) where retired_at is null;
create index enrolments_officer on organisation.enrolments ("officer") where retired_at is null;
create index enrolments_act on organisation.enrolments using brin (act);
grant select, insert on organisation.enrolments to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.enrolments to mingjing_app;
alter table organisation.enrolments enable row level security;
create policy reading on organisation.enrolments for select to mingjing_app using (
    (select access.reaches_all('organisation.enrolments', 'read'))
    or "unit" = any ((select access.reached_units('organisation.enrolments', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('organisation.enrolments')));
create policy writing on organisation.enrolments for insert to mingjing_app with check (
    (select access.reaches_all('organisation.enrolments', 'write'))
    or "unit" = any ((select access.reached_units('organisation.enrolments', 'write'))::uuid[]));
create policy retiring on organisation.enrolments for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.enrolments', 'write'))
    or "unit" = any ((select access.reached_units('organisation.enrolments', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('organisation.enrolments', 'write'))
    or "unit" = any ((select access.reached_units('organisation.enrolments', 'write'))::uuid[]));

create table organisation.leading_bodies (
  "unit" uuid not null,
  "name" text not null,
  "head" uuid not null,
  "head_post" text,
  "deputies" text,
  "members" text,
  "office" text,
  "established_on" date not null,
  "dissolved_on" date,
  "document_number" text,
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
comment on table organisation.leading_bodies is '领导机构 / Leading bodies';
comment on column organisation.leading_bodies."unit" is '单位 / Unit (record of organisation.units)';
comment on column organisation.leading_bodies."name" is '领导机构名称 / Name';
comment on column organisation.leading_bodies."head" is '组长 / Head (record of organisation.officers)';
comment on column organisation.leading_bodies."head_post" is '组长职务 / Head''s post';
comment on column organisation.leading_bodies."deputies" is '副组长 / Deputies';
comment on column organisation.leading_bodies."members" is '成员 / Members';
comment on column organisation.leading_bodies."office" is '办公室设在 / Office at';
comment on column organisation.leading_bodies."established_on" is '成立日期 / Established on';
comment on column organisation.leading_bodies."dissolved_on" is '撤销日期 / Dissolved on';
comment on column organisation.leading_bodies."document_number" is '成立文件文号 / Document no.';
create unique index leading_bodies_key on organisation.leading_bodies ("unit", "name") where retired_at is null;
create index leading_bodies_date on organisation.leading_bodies ("established_on" desc nulls last, record) where retired_at is null;
create index leading_bodies_unit on organisation.leading_bodies ("unit", "established_on" desc nulls last, record) where retired_at is null;
create index leading_bodies_act on organisation.leading_bodies using brin (act);
grant select, insert on organisation.leading_bodies to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.leading_bodies to mingjing_app;
alter table organisation.leading_bodies enable row level security;
create policy reading on organisation.leading_bodies for select to mingjing_app using (
    (select access.reaches_all('organisation.leadingBodies', 'read'))
    or "unit" = any ((select access.reached_units('organisation.leadingBodies', 'read'))::uuid[]));
create policy writing on organisation.leading_bodies for insert to mingjing_app with check (
    (select access.reaches_all('organisation.leadingBodies', 'write'))
    or "unit" = any ((select access.reached_units('organisation.leadingBodies', 'write'))::uuid[]));
create policy retiring on organisation.leading_bodies for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.leadingBodies', 'write'))
    or "unit" = any ((select access.reached_units('organisation.leadingBodies', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('organisation.leadingBodies', 'write'))
    or "unit" = any ((select access.reached_units('organisation.leadingBodies', 'write'))::uuid[]));

create table organisation.member_departments (
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "level" text not null,
  "region_code" text not null,
  "duty" text,
  "joined_on" date,
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
comment on table organisation.member_departments is '成员部门 / Member departments';
comment on column organisation.member_departments."code" is '部门编码 / Code';
comment on column organisation.member_departments."name" is '部门名称 / Name';
comment on column organisation.member_departments."kind" is '部门类别 / Kind';
comment on column organisation.member_departments."level" is '层级 / Level';
comment on column organisation.member_departments."region_code" is '行政区划代码 / Region code';
comment on column organisation.member_departments."duty" is '职责分工 / Duty';
comment on column organisation.member_departments."joined_on" is '加入日期 / Joined on';
create unique index member_departments_key on organisation.member_departments ("code") where retired_at is null;
create index member_departments_date on organisation.member_departments ("joined_on" desc nulls last, record) where retired_at is null;
create index member_departments_act on organisation.member_departments using brin (act);
grant select, insert on organisation.member_departments to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.member_departments to mingjing_app;
alter table organisation.member_departments enable row level security;
create policy reading on organisation.member_departments for select to mingjing_app using (
    (select access.reaches_all('organisation.memberDepartments', 'read')));
create policy writing on organisation.member_departments for insert to mingjing_app with check (
    (select access.reaches_all('organisation.memberDepartments', 'write')));
create policy retiring on organisation.member_departments for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.memberDepartments', 'write'))))
  with check (
    (select access.reaches_all('organisation.memberDepartments', 'write')));

create table organisation.working_groups (
  "unit" uuid not null,
  "name" text not null,
  "kind" text not null,
  "head" uuid,
  "members" text,
  "established_on" date,
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
comment on table organisation.working_groups is '工作组 / Working groups';
comment on column organisation.working_groups."unit" is '所属单位 / Unit (record of organisation.units)';
comment on column organisation.working_groups."name" is '工作组名称 / Name';
comment on column organisation.working_groups."kind" is '工作组类别 / Kind';
comment on column organisation.working_groups."head" is '组长 / Head (record of organisation.officers)';
comment on column organisation.working_groups."members" is '成员 / Members';
comment on column organisation.working_groups."established_on" is '成立日期 / Established on';
comment on column organisation.working_groups."dissolved_on" is '撤销日期 / Dissolved on';
create unique index working_groups_key on organisation.working_groups ("unit", "name") where retired_at is null;
create index working_groups_date on organisation.working_groups ("established_on" desc nulls last, record) where retired_at is null;
create index working_groups_unit on organisation.working_groups ("unit", "established_on" desc nulls last, record) where retired_at is null;
create index working_groups_act on organisation.working_groups using brin (act);
grant select, insert on organisation.working_groups to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.working_groups to mingjing_app;
alter table organisation.working_groups enable row level security;
create policy reading on organisation.working_groups for select to mingjing_app using (
    (select access.reaches_all('organisation.workingGroups', 'read'))
    or "unit" = any ((select access.reached_units('organisation.workingGroups', 'read'))::uuid[]));
create policy writing on organisation.working_groups for insert to mingjing_app with check (
    (select access.reaches_all('organisation.workingGroups', 'write'))
    or "unit" = any ((select access.reached_units('organisation.workingGroups', 'write'))::uuid[]));
create policy retiring on organisation.working_groups for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.workingGroups', 'write'))
    or "unit" = any ((select access.reached_units('organisation.workingGroups', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('organisation.workingGroups', 'write'))
    or "unit" = any ((select access.reached_units('organisation.workingGroups', 'write'))::uuid[]));

create table organisation.liaison_officers (
  "unit" uuid not null,
  "officer" uuid not null,
  "appointed_on" date not null,
  "ended_on" date,
  "note" text,
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
comment on table organisation.liaison_officers is '联络员 / Liaison officers';
comment on column organisation.liaison_officers."unit" is '单位 / Unit (record of organisation.units)';
comment on column organisation.liaison_officers."officer" is '联络员 / Liaison officer (record of organisation.officers)';
comment on column organisation.liaison_officers."appointed_on" is '确定日期 / Appointed on';
comment on column organisation.liaison_officers."ended_on" is '更换日期 / Ended on';
comment on column organisation.liaison_officers."note" is '备注 / Note';
create unique index liaison_officers_key on organisation.liaison_officers ("unit", "officer", "appointed_on") where retired_at is null;
create index liaison_officers_date on organisation.liaison_officers ("appointed_on" desc nulls last, record) where retired_at is null;
create index liaison_officers_unit on organisation.liaison_officers ("unit", "appointed_on" desc nulls last, record) where retired_at is null;
create index liaison_officers_officer on organisation.liaison_officers ("officer") where retired_at is null;
create index liaison_officers_act on organisation.liaison_officers using brin (act);
grant select, insert on organisation.liaison_officers to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.liaison_officers to mingjing_app;
alter table organisation.liaison_officers enable row level security;
create policy reading on organisation.liaison_officers for select to mingjing_app using (
    (select access.reaches_all('organisation.liaisonOfficers', 'read'))
    or "unit" = any ((select access.reached_units('organisation.liaisonOfficers', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('organisation.liaisonOfficers')));
create policy writing on organisation.liaison_officers for insert to mingjing_app with check (
    (select access.reaches_all('organisation.liaisonOfficers', 'write'))
    or "unit" = any ((select access.reached_units('organisation.liaisonOfficers', 'write'))::uuid[]));
create policy retiring on organisation.liaison_officers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.liaisonOfficers', 'write'))
    or "unit" = any ((select access.reached_units('organisation.liaisonOfficers', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('organisation.liaisonOfficers', 'write'))
    or "unit" = any ((select access.reached_units('organisation.liaisonOfficers', 'write'))::uuid[]));

create table organisation.honours (
  "number" text not null,
  "kind" text not null,
  "unit" uuid not null,
  "collective" text,
  "officer" uuid,
  "title" text not null,
  "awarded_by" text,
  "awarded_on" date not null,
  "publicised" boolean not null,
  "publicised_on" date,
  "media" text,
  "url" text,
  "deeds" text,
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
comment on table organisation.honours is '先进典型 / Honours';
comment on column organisation.honours."number" is '表彰编号 / Honour no.';
comment on column organisation.honours."kind" is '类别 / Kind';
comment on column organisation.honours."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column organisation.honours."collective" is '集体名称 / Collective';
comment on column organisation.honours."officer" is '干警 / Officer (record of organisation.officers)';
comment on column organisation.honours."title" is '荣誉称号 / Honour';
comment on column organisation.honours."awarded_by" is '授予单位 / Awarded by';
comment on column organisation.honours."awarded_on" is '授予日期 / Awarded on';
comment on column organisation.honours."publicised" is '是否宣传报道 / Publicised';
comment on column organisation.honours."publicised_on" is '报道日期 / Publicised on';
comment on column organisation.honours."media" is '报道媒体 / Media';
comment on column organisation.honours."url" is '报道链接 / Link';
comment on column organisation.honours."deeds" is '先进事迹 / Deeds';
create unique index honours_key on organisation.honours ("number") where retired_at is null;
create index honours_date on organisation.honours ("awarded_on" desc nulls last, record) where retired_at is null;
create index honours_unit on organisation.honours ("unit", "awarded_on" desc nulls last, record) where retired_at is null;
create index honours_officer on organisation.honours ("officer") where retired_at is null;
create index honours_act on organisation.honours using brin (act);
grant select, insert on organisation.honours to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.honours to mingjing_app;
alter table organisation.honours enable row level security;
create policy reading on organisation.honours for select to mingjing_app using (
    (select access.reaches_all('organisation.honours', 'read'))
    or "unit" = any ((select access.reached_units('organisation.honours', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('organisation.honours')));
create policy writing on organisation.honours for insert to mingjing_app with check (
    (select access.reaches_all('organisation.honours', 'write'))
    or "unit" = any ((select access.reached_units('organisation.honours', 'write'))::uuid[]));
create policy retiring on organisation.honours for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.honours', 'write'))
    or "unit" = any ((select access.reached_units('organisation.honours', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('organisation.honours', 'write'))
    or "unit" = any ((select access.reached_units('organisation.honours', 'write'))::uuid[]));

