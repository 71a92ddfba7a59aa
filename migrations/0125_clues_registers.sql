-- 线索核查 / Clues: the registers of this module, drafted from their declarations.
create schema clues;
comment on schema clues is '线索核查 / Clues';
grant usage on schema clues to mingjing_app;

create table clues.batches (
  "number" text not null,
  "source" text not null,
  "sequence" bigint not null,
  "received_on" date not null,
  "size" bigint not null,
  "checksum" text,
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
comment on table clues.batches is '线索批次 / Batches';
comment on column clues.batches."number" is '批次编号 / Batch no.';
comment on column clues.batches."source" is '线索来源 / Source';
comment on column clues.batches."sequence" is '批次序号 / Sequence';
comment on column clues.batches."received_on" is '接收日期 / Received on';
comment on column clues.batches."size" is '线索件数 / Size';
comment on column clues.batches."checksum" is '清单校验值 / Checksum of the list';
create unique index batches_key on clues.batches ("number") where retired_at is null;
create index batches_date on clues.batches ("received_on" desc nulls last, record) where retired_at is null;
create index batches_act on clues.batches using brin (act);
grant select, insert on clues.batches to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.batches to mingjing_app;
alter table clues.batches enable row level security;
create policy reading on clues.batches for select to mingjing_app using (
    (select access.reaches_all('clues.batches', 'read'))
    or record = any ((select access.reached_records('clues.batches'))::uuid[]));
create policy writing on clues.batches for insert to mingjing_app with check (
    (select access.reaches_all('clues.batches', 'write')));
create policy retiring on clues.batches for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.batches', 'write'))))
  with check (
    (select access.reaches_all('clues.batches', 'write')));

create table clues.clues (
  "serial_no" text not null,
  "source" text not null,
  "batch" uuid,
  "received_on" date not null,
  "registered_at" timestamptz,
  "reporter_mode" text not null,
  "unit" uuid,
  "problem_kind" uuid,
  "summary" text not null,
  "amount" numeric(20,2),
  "confidentiality" text,
  "duplicate_of" uuid,
  "handling_unit" uuid,
  "first_handler" uuid,
  "second_handler" uuid,
  "disposal" text,
  "studied_on" date,
  "approved_on" date,
  "conclusion" text,
  "false_report" boolean,
  "form" text,
  "state" text not null,
  "due_on" date,
  "extended_to" date,
  "closed_on" date,
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
comment on table clues.clues is '问题线索 / Clues';
comment on column clues.clues."serial_no" is '线索编号 / Clue no.';
comment on column clues.clues."source" is '线索来源 / Source';
comment on column clues.clues."batch" is '批次 / Batch (record of clues.batches)';
comment on column clues.clues."received_on" is '收到日期 / Received on';
comment on column clues.clues."registered_at" is '登记时间 / Registered at';
comment on column clues.clues."reporter_mode" is '举报方式 / Reporter';
comment on column clues.clues."unit" is '被反映单位 / Unit reported (record of organisation.units)';
comment on column clues.clues."problem_kind" is '问题类别 / Kind of problem (record of rectification.problemKinds)';
comment on column clues.clues."summary" is '线索摘要 / Summary';
comment on column clues.clues."amount" is '涉及金额(元) / Amount (yuan)';
comment on column clues.clues."confidentiality" is '保密级别 / Confidentiality';
comment on column clues.clues."duplicate_of" is '重复线索 / Duplicate of (record of clues.clues)';
comment on column clues.clues."handling_unit" is '承办单位 / Handling unit (record of organisation.units)';
comment on column clues.clues."first_handler" is '承办人一 / First handler (record of organisation.officers)';
comment on column clues.clues."second_handler" is '承办人二 / Second handler (record of organisation.officers)';
comment on column clues.clues."disposal" is '处置方式 / Disposal';
comment on column clues.clues."studied_on" is '集体研究日期 / Studied collectively on';
comment on column clues.clues."approved_on" is '处置批准日期 / Disposal approved on';
comment on column clues.clues."conclusion" is '核查结论 / Conclusion';
comment on column clues.clues."false_report" is '是否认定诬告 / Found to be a false report';
comment on column clues.clues."form" is '处理形态 / Form';
comment on column clues.clues."state" is '状态 / State';
comment on column clues.clues."due_on" is '办理时限 / Due on';
comment on column clues.clues."extended_to" is '延期至 / Extended to';
comment on column clues.clues."closed_on" is '办结日期 / Closed on';
create unique index clues_key on clues.clues ("serial_no") where retired_at is null;
create index clues_date on clues.clues ("received_on" desc nulls last, record) where retired_at is null;
create index clues_unit on clues.clues ("handling_unit", "received_on" desc nulls last, record) where retired_at is null;
create index clues_act on clues.clues using brin (act);
grant select, insert on clues.clues to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clues to mingjing_app;
alter table clues.clues enable row level security;
create policy reading on clues.clues for select to mingjing_app using (
    (select access.reaches_all('clues.clues', 'read'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'read'))::uuid[])
    or record = any ((select access.reached_records('clues.clues'))::uuid[]));
create policy writing on clues.clues for insert to mingjing_app with check (
    (select access.reaches_all('clues.clues', 'write'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'write'))::uuid[]));
create policy retiring on clues.clues for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clues', 'write'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('clues.clues', 'write'))
    or "handling_unit" = any ((select access.reached_units('clues.clues', 'write'))::uuid[]));

create table clues.subjects (
  "clue" uuid not null,
  "number" bigint not null,
  "officer" uuid,
  "unit" uuid,
  "description" text,
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
comment on table clues.subjects is '被反映人 / Persons reported';
comment on column clues.subjects."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.subjects."number" is '序号 / No.';
comment on column clues.subjects."officer" is '干警 / Officer (record of organisation.officers)';
comment on column clues.subjects."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column clues.subjects."description" is '身份描述 / Description';
create unique index subjects_key on clues.subjects ("clue", "number") where retired_at is null;
create index subjects_act on clues.subjects using brin (act);
grant select, insert on clues.subjects to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.subjects to mingjing_app;
alter table clues.subjects enable row level security;
create policy reading on clues.subjects for select to mingjing_app using (
    (select access.reaches_all('clues.subjects', 'read'))
    or record = any ((select access.reached_records('clues.subjects'))::uuid[]));
create policy writing on clues.subjects for insert to mingjing_app with check (
    (select access.reaches_all('clues.subjects', 'write')));
create policy retiring on clues.subjects for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.subjects', 'write'))))
  with check (
    (select access.reaches_all('clues.subjects', 'write')));

create table clues.transfers (
  "number" text not null,
  "clue" uuid not null,
  "kind" text not null,
  "to_unit" uuid,
  "to_department" uuid,
  "transferred_on" date not null,
  "accepted_on" date,
  "due_on" date,
  "reported_on" date,
  "reason" text,
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
comment on table clues.transfers is '线索流转 / Transfers';
comment on column clues.transfers."number" is '流转编号 / Transfer no.';
comment on column clues.transfers."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.transfers."kind" is '流转方式 / Kind';
comment on column clues.transfers."to_unit" is '接收单位 / To unit (record of organisation.units)';
comment on column clues.transfers."to_department" is '接收部门 / To department (record of organisation.memberDepartments)';
comment on column clues.transfers."transferred_on" is '流转日期 / Transferred on';
comment on column clues.transfers."accepted_on" is '签收日期 / Accepted on';
comment on column clues.transfers."due_on" is '反馈时限 / Due on';
comment on column clues.transfers."reported_on" is '反馈日期 / Reported back on';
comment on column clues.transfers."reason" is '流转理由 / Reason';
create unique index transfers_key on clues.transfers ("number") where retired_at is null;
create index transfers_date on clues.transfers ("transferred_on" desc nulls last, record) where retired_at is null;
create index transfers_act on clues.transfers using brin (act);
grant select, insert on clues.transfers to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.transfers to mingjing_app;
alter table clues.transfers enable row level security;
create policy reading on clues.transfers for select to mingjing_app using (
    (select access.reaches_all('clues.transfers', 'read'))
    or record = any ((select access.reached_records('clues.transfers'))::uuid[]));
create policy writing on clues.transfers for insert to mingjing_app with check (
    (select access.reaches_all('clues.transfers', 'write')));
create policy retiring on clues.transfers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.transfers', 'write'))))
  with check (
    (select access.reaches_all('clues.transfers', 'write')));

create table clues.supervisions (
  "clue" uuid not null,
  "supervisor" text not null,
  "letter_no" text not null,
  "way" text,
  "issued_on" date not null,
  "due_on" date,
  "reported_on" date,
  "reports" text,
  "lifted_on" date,
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
comment on table clues.supervisions is '线索督办 / Clue supervisions';
comment on column clues.supervisions."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.supervisions."supervisor" is '督办主体 / Supervisor';
comment on column clues.supervisions."letter_no" is '督办函文号 / Letter no.';
comment on column clues.supervisions."way" is '督办方式 / Way';
comment on column clues.supervisions."issued_on" is '督办日期 / Issued on';
comment on column clues.supervisions."due_on" is '督办时限 / Due on';
comment on column clues.supervisions."reported_on" is '报告日期 / Reported on';
comment on column clues.supervisions."reports" is '督办情况 / Reports';
comment on column clues.supervisions."lifted_on" is '解除督办日期 / Lifted on';
create unique index supervisions_key on clues.supervisions ("clue", "letter_no") where retired_at is null;
create index supervisions_date on clues.supervisions ("issued_on" desc nulls last, record) where retired_at is null;
create index supervisions_act on clues.supervisions using brin (act);
grant select, insert on clues.supervisions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.supervisions to mingjing_app;
alter table clues.supervisions enable row level security;
create policy reading on clues.supervisions for select to mingjing_app using (
    (select access.reaches_all('clues.supervisions', 'read'))
    or record = any ((select access.reached_records('clues.supervisions'))::uuid[]));
create policy writing on clues.supervisions for insert to mingjing_app with check (
    (select access.reaches_all('clues.supervisions', 'write')));
create policy retiring on clues.supervisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.supervisions', 'write'))))
  with check (
    (select access.reaches_all('clues.supervisions', 'write')));

create table clues.assignments (
  "number" text not null,
  "clue" uuid not null,
  "action" uuid,
  "team" text,
  "person" uuid,
  "assigned_on" date not null,
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
comment on table clues.assignments is '专项专班专人 / Assignments';
comment on column clues.assignments."number" is '任务编号 / Assignment no.';
comment on column clues.assignments."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.assignments."action" is '专项 / Special action (record of programme.specialActions)';
comment on column clues.assignments."team" is '专班 / Team';
comment on column clues.assignments."person" is '专人 / Person (record of organisation.officers)';
comment on column clues.assignments."assigned_on" is '指定日期 / Assigned on';
create unique index assignments_key on clues.assignments ("number") where retired_at is null;
create index assignments_date on clues.assignments ("assigned_on" desc nulls last, record) where retired_at is null;
create index assignments_act on clues.assignments using brin (act);
grant select, insert on clues.assignments to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.assignments to mingjing_app;
alter table clues.assignments enable row level security;
create policy reading on clues.assignments for select to mingjing_app using (
    (select access.reaches_all('clues.assignments', 'read'))
    or record = any ((select access.reached_records('clues.assignments'))::uuid[]));
create policy writing on clues.assignments for insert to mingjing_app with check (
    (select access.reaches_all('clues.assignments', 'write')));
create policy retiring on clues.assignments for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.assignments', 'write'))))
  with check (
    (select access.reaches_all('clues.assignments', 'write')));

create table clues.referrals (
  "number" text not null,
  "clue" uuid not null,
  "to_department" uuid not null,
  "referred_on" date not null,
  "reason" text,
  "persons" bigint,
  "received_on" date,
  "result" text,
  "result_on" date,
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
comment on table clues.referrals is '线索移送 / Referrals';
comment on column clues.referrals."number" is '移送编号 / Referral no.';
comment on column clues.referrals."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.referrals."to_department" is '移送部门 / To department (record of organisation.memberDepartments)';
comment on column clues.referrals."referred_on" is '移送日期 / Referred on';
comment on column clues.referrals."reason" is '移送理由 / Reason';
comment on column clues.referrals."persons" is '涉及人数 / Persons concerned';
comment on column clues.referrals."received_on" is '接收日期 / Received on';
comment on column clues.referrals."result" is '处理结果 / Result';
comment on column clues.referrals."result_on" is '处理日期 / Result on';
create unique index referrals_key on clues.referrals ("number") where retired_at is null;
create index referrals_date on clues.referrals ("referred_on" desc nulls last, record) where retired_at is null;
create index referrals_act on clues.referrals using brin (act);
grant select, insert on clues.referrals to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.referrals to mingjing_app;
alter table clues.referrals enable row level security;
create policy reading on clues.referrals for select to mingjing_app using (
    (select access.reaches_all('clues.referrals', 'read'))
    or record = any ((select access.reached_records('clues.referrals'))::uuid[]));
create policy writing on clues.referrals for insert to mingjing_app with check (
    (select access.reaches_all('clues.referrals', 'write')));
create policy retiring on clues.referrals for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.referrals', 'write'))))
  with check (
    (select access.reaches_all('clues.referrals', 'write')));

