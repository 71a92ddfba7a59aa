-- 学习教育 / Education: the registers of this module, drafted from their declarations.
create schema education;
comment on schema education is '学习教育 / Education';
grant usage on schema education to mingjing_app;

create table education.activities (
  "number" text not null,
  "kind" text not null,
  "title" text not null,
  "held_on" date not null,
  "starts_at" timestamptz,
  "ends_at" timestamptz,
  "place" text,
  "lead_unit" uuid not null,
  "lecturer" text,
  "lecturer_department" uuid,
  "lecturer_officer" uuid,
  "attendee_count" bigint,
  "guest_count" bigint,
  "material" text,
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
comment on table education.activities is '学习教育活动 / Education activities';
comment on column education.activities."number" is '活动编号 / Activity no.';
comment on column education.activities."kind" is '活动类型 / Kind';
comment on column education.activities."title" is '活动名称 / Title';
comment on column education.activities."held_on" is '活动日期 / Held on';
comment on column education.activities."starts_at" is '开始时间 / Starts at';
comment on column education.activities."ends_at" is '结束时间 / Ends at';
comment on column education.activities."place" is '地点 / Place';
comment on column education.activities."lead_unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column education.activities."lecturer" is '主讲人 / Lecturer';
comment on column education.activities."lecturer_department" is '主讲人所在部门 / Lecturer''s department (record of organisation.memberDepartments)';
comment on column education.activities."lecturer_officer" is '主讲干警 / Lecturing officer (record of organisation.officers)';
comment on column education.activities."attendee_count" is '参加人数 / Attendees';
comment on column education.activities."guest_count" is '外单位参加人数 / Attendees of other units';
comment on column education.activities."material" is '学习资料 / Material';
comment on column education.activities."note" is '备注 / Note';
create unique index activities_key on education.activities ("number") where retired_at is null;
create index activities_date on education.activities ("held_on" desc nulls last, record) where retired_at is null;
create index activities_unit on education.activities ("lead_unit", "held_on" desc nulls last, record) where retired_at is null;
create index activities_act on education.activities using brin (act);
grant select, insert on education.activities to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on education.activities to mingjing_app;
alter table education.activities enable row level security;
create policy reading on education.activities for select to mingjing_app using (
    (select access.reaches_all('education.activities', 'read'))
    or "lead_unit" = any ((select access.reached_units('education.activities', 'read'))::uuid[]));
create policy writing on education.activities for insert to mingjing_app with check (
    (select access.reaches_all('education.activities', 'write'))
    or "lead_unit" = any ((select access.reached_units('education.activities', 'write'))::uuid[]));
create policy retiring on education.activities for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('education.activities', 'write'))
    or "lead_unit" = any ((select access.reached_units('education.activities', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('education.activities', 'write'))
    or "lead_unit" = any ((select access.reached_units('education.activities', 'write'))::uuid[]));

create table education.attendance (
  "activity" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "attended_on" date not null,
  "starts_at" timestamptz,
  "ends_at" timestamptz,
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
comment on table education.attendance is '学习教育签到 / Attendance';
comment on column education.attendance."activity" is '活动 / Activity (record of education.activities)';
comment on column education.attendance."officer" is '干警 / Officer (record of organisation.officers)';
comment on column education.attendance."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column education.attendance."attended_on" is '参加日期 / Attended on';
comment on column education.attendance."starts_at" is '签到时间 / Starts at';
comment on column education.attendance."ends_at" is '签退时间 / Ends at';
create unique index attendance_key on education.attendance ("activity", "officer") where retired_at is null;
create index attendance_date on education.attendance ("attended_on" desc nulls last, record) where retired_at is null;
create index attendance_unit on education.attendance ("unit", "attended_on" desc nulls last, record) where retired_at is null;
create index attendance_officer on education.attendance ("officer") where retired_at is null;
create index attendance_act on education.attendance using brin (act);
grant select, insert on education.attendance to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on education.attendance to mingjing_app;
alter table education.attendance enable row level security;
create policy reading on education.attendance for select to mingjing_app using (
    (select access.reaches_all('education.attendance', 'read'))
    or "unit" = any ((select access.reached_units('education.attendance', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('education.attendance')));
create policy writing on education.attendance for insert to mingjing_app with check (
    (select access.reaches_all('education.attendance', 'write'))
    or "unit" = any ((select access.reached_units('education.attendance', 'write'))::uuid[]));
create policy retiring on education.attendance for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('education.attendance', 'write'))
    or "unit" = any ((select access.reached_units('education.attendance', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('education.attendance', 'write'))
    or "unit" = any ((select access.reached_units('education.attendance', 'write'))::uuid[]));

create table education.certificates (
  "number" text not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "activity" uuid,
  "issued_on" date not null,
  "hours" bigint,
  "score" bigint,
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
comment on table education.certificates is '结业证书 / Certificates';
comment on column education.certificates."number" is '证书编号 / Certificate no.';
comment on column education.certificates."officer" is '干警 / Officer (record of organisation.officers)';
comment on column education.certificates."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column education.certificates."activity" is '培训活动 / Activity (record of education.activities)';
comment on column education.certificates."issued_on" is '发证日期 / Issued on';
comment on column education.certificates."hours" is '学时 / Hours';
comment on column education.certificates."score" is '成绩 / Score';
create unique index certificates_key on education.certificates ("number") where retired_at is null;
create index certificates_date on education.certificates ("issued_on" desc nulls last, record) where retired_at is null;
create index certificates_unit on education.certificates ("unit", "issued_on" desc nulls last, record) where retired_at is null;
create index certificates_officer on education.certificates ("officer") where retired_at is null;
create index certificates_act on education.certificates using brin (act);
grant select, insert on education.certificates to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on education.certificates to mingjing_app;
alter table education.certificates enable row level security;
create policy reading on education.certificates for select to mingjing_app using (
    (select access.reaches_all('education.certificates', 'read'))
    or "unit" = any ((select access.reached_units('education.certificates', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('education.certificates')));
create policy writing on education.certificates for insert to mingjing_app with check (
    (select access.reaches_all('education.certificates', 'write'))
    or "unit" = any ((select access.reached_units('education.certificates', 'write'))::uuid[]));
create policy retiring on education.certificates for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('education.certificates', 'write'))
    or "unit" = any ((select access.reached_units('education.certificates', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('education.certificates', 'write'))
    or "unit" = any ((select access.reached_units('education.certificates', 'write'))::uuid[]));

