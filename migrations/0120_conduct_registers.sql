-- 谈话与自查 / Talks and self-examination: the registers of this module, drafted from their declarations.
create schema conduct;
comment on schema conduct is '谈话与自查 / Talks and self-examination';
grant usage on schema conduct to mingjing_app;

create table conduct.document_templates (
  "kind" text not null,
  "edition" bigint not null,
  "title" text not null,
  "body" text,
  "valid_from" date not null,
  "valid_to" date,
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
comment on table conduct.document_templates is '文书模板 / Templates of papers';
comment on column conduct.document_templates."kind" is '文书种类 / Kind';
comment on column conduct.document_templates."edition" is '版次 / Edition';
comment on column conduct.document_templates."title" is '文书名称 / Title';
comment on column conduct.document_templates."body" is '正文 / Text';
comment on column conduct.document_templates."valid_from" is '启用日期 / Valid from';
comment on column conduct.document_templates."valid_to" is '停用日期 / Valid to';
create unique index document_templates_key on conduct.document_templates ("kind", "edition") where retired_at is null;
create index document_templates_date on conduct.document_templates ("valid_from" desc nulls last, record) where retired_at is null;
create index document_templates_act on conduct.document_templates using brin (act);
grant select, insert on conduct.document_templates to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.document_templates to mingjing_app;
alter table conduct.document_templates enable row level security;
create policy reading on conduct.document_templates for select to mingjing_app using (
    (select access.reaches_all('conduct.documentTemplates', 'read')));
create policy writing on conduct.document_templates for insert to mingjing_app with check (
    (select access.reaches_all('conduct.documentTemplates', 'write')));
create policy retiring on conduct.document_templates for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.documentTemplates', 'write'))))
  with check (
    (select access.reaches_all('conduct.documentTemplates', 'write')));

create table conduct.deliveries (
  "template" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "delivered_on" date not null,
  "channel" text,
  "receipt_on" date,
  "signed_on" date,
  "signature_method" text,
  "declarations" text,
  "unsigned_reason" text,
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
comment on table conduct.deliveries is '文书发放与签收 / Papers handed out';
comment on column conduct.deliveries."template" is '文书 / Paper (record of conduct.documentTemplates)';
comment on column conduct.deliveries."officer" is '干警 / Officer (record of organisation.officers)';
comment on column conduct.deliveries."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.deliveries."delivered_on" is '发放日期 / Delivered on';
comment on column conduct.deliveries."channel" is '发放方式 / Channel';
comment on column conduct.deliveries."receipt_on" is '签收日期 / Received on';
comment on column conduct.deliveries."signed_on" is '签署日期 / Signed on';
comment on column conduct.deliveries."signature_method" is '签署方式 / Method of signature';
comment on column conduct.deliveries."declarations" is '承诺事项 / Declarations';
comment on column conduct.deliveries."unsigned_reason" is '未签署原因 / Reason unsigned';
create unique index deliveries_key on conduct.deliveries ("template", "officer") where retired_at is null;
create index deliveries_date on conduct.deliveries ("delivered_on" desc nulls last, record) where retired_at is null;
create index deliveries_unit on conduct.deliveries ("unit", "delivered_on" desc nulls last, record) where retired_at is null;
create index deliveries_officer on conduct.deliveries ("officer") where retired_at is null;
create index deliveries_act on conduct.deliveries using brin (act);
grant select, insert on conduct.deliveries to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.deliveries to mingjing_app;
alter table conduct.deliveries enable row level security;
create policy reading on conduct.deliveries for select to mingjing_app using (
    (select access.reaches_all('conduct.deliveries', 'read'))
    or "unit" = any ((select access.reached_units('conduct.deliveries', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.deliveries')));
create policy writing on conduct.deliveries for insert to mingjing_app with check (
    (select access.reaches_all('conduct.deliveries', 'write'))
    or "unit" = any ((select access.reached_units('conduct.deliveries', 'write'))::uuid[]));
create policy retiring on conduct.deliveries for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.deliveries', 'write'))
    or "unit" = any ((select access.reached_units('conduct.deliveries', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.deliveries', 'write'))
    or "unit" = any ((select access.reached_units('conduct.deliveries', 'write'))::uuid[]));

create table conduct.family_receipts (
  "template" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "relation" text not null,
  "delivered_on" date not null,
  "receipt_on" date,
  "pledged_on" date,
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
comment on table conduct.family_receipts is '家属回执 / Family receipts';
comment on column conduct.family_receipts."template" is '文书 / Paper (record of conduct.documentTemplates)';
comment on column conduct.family_receipts."officer" is '干警 / Officer (record of organisation.officers)';
comment on column conduct.family_receipts."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.family_receipts."relation" is '家属关系 / Relation';
comment on column conduct.family_receipts."delivered_on" is '发放日期 / Delivered on';
comment on column conduct.family_receipts."receipt_on" is '回执日期 / Receipt on';
comment on column conduct.family_receipts."pledged_on" is '自愿承诺日期 / Pledged on';
create unique index family_receipts_key on conduct.family_receipts ("template", "officer", "relation") where retired_at is null;
create index family_receipts_date on conduct.family_receipts ("delivered_on" desc nulls last, record) where retired_at is null;
create index family_receipts_unit on conduct.family_receipts ("unit", "delivered_on" desc nulls last, record) where retired_at is null;
create index family_receipts_officer on conduct.family_receipts ("officer") where retired_at is null;
create index family_receipts_act on conduct.family_receipts using brin (act);
grant select, insert on conduct.family_receipts to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.family_receipts to mingjing_app;
alter table conduct.family_receipts enable row level security;
create policy reading on conduct.family_receipts for select to mingjing_app using (
    (select access.reaches_all('conduct.familyReceipts', 'read'))
    or "unit" = any ((select access.reached_units('conduct.familyReceipts', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.familyReceipts')));
create policy writing on conduct.family_receipts for insert to mingjing_app with check (
    (select access.reaches_all('conduct.familyReceipts', 'write'))
    or "unit" = any ((select access.reached_units('conduct.familyReceipts', 'write'))::uuid[]));
create policy retiring on conduct.family_receipts for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.familyReceipts', 'write'))
    or "unit" = any ((select access.reached_units('conduct.familyReceipts', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.familyReceipts', 'write'))
    or "unit" = any ((select access.reached_units('conduct.familyReceipts', 'write'))::uuid[]));

create table conduct.mandatory_talk_kinds (
  "code" text not null,
  "name" text not null,
  "trigger" text not null,
  "due_days" bigint,
  "valid_from" date,
  "valid_to" date,
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
comment on table conduct.mandatory_talk_kinds is '必谈情形 / Talks that must be held';
comment on column conduct.mandatory_talk_kinds."code" is '情形编码 / Code';
comment on column conduct.mandatory_talk_kinds."name" is '必谈情形 / Name';
comment on column conduct.mandatory_talk_kinds."trigger" is '触发条件 / Trigger';
comment on column conduct.mandatory_talk_kinds."due_days" is '应谈时限(工作日) / Due in working days';
comment on column conduct.mandatory_talk_kinds."valid_from" is '启用日期 / Valid from';
comment on column conduct.mandatory_talk_kinds."valid_to" is '停用日期 / Valid to';
create unique index mandatory_talk_kinds_key on conduct.mandatory_talk_kinds ("code") where retired_at is null;
create index mandatory_talk_kinds_date on conduct.mandatory_talk_kinds ("valid_from" desc nulls last, record) where retired_at is null;
create index mandatory_talk_kinds_act on conduct.mandatory_talk_kinds using brin (act);
grant select, insert on conduct.mandatory_talk_kinds to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.mandatory_talk_kinds to mingjing_app;
alter table conduct.mandatory_talk_kinds enable row level security;
create policy reading on conduct.mandatory_talk_kinds for select to mingjing_app using (
    (select access.reaches_all('conduct.mandatoryTalkKinds', 'read')));
create policy writing on conduct.mandatory_talk_kinds for insert to mingjing_app with check (
    (select access.reaches_all('conduct.mandatoryTalkKinds', 'write')));
create policy retiring on conduct.mandatory_talk_kinds for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.mandatoryTalkKinds', 'write'))))
  with check (
    (select access.reaches_all('conduct.mandatoryTalkKinds', 'write')));

create table conduct.talks (
  "number" text not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "talker" uuid not null,
  "layer" text,
  "kind" text not null,
  "mandatory_kind" uuid,
  "held_on" date not null,
  "place" text,
  "topics" text,
  "concerns" text,
  "issues_admitted" boolean,
  "follow_up" text,
  "talker_confirmed_on" date,
  "officer_confirmed_on" date,
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
comment on table conduct.talks is '谈心谈话 / Talks';
comment on column conduct.talks."number" is '谈话编号 / Talk no.';
comment on column conduct.talks."officer" is '谈话对象 / Officer (record of organisation.officers)';
comment on column conduct.talks."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.talks."talker" is '谈话人 / Talker (record of organisation.officers)';
comment on column conduct.talks."layer" is '谈话层级 / Layer';
comment on column conduct.talks."kind" is '谈话类型 / Kind';
comment on column conduct.talks."mandatory_kind" is '必谈情形 / Mandatory kind (record of conduct.mandatoryTalkKinds)';
comment on column conduct.talks."held_on" is '谈话日期 / Held on';
comment on column conduct.talks."place" is '谈话地点 / Place';
comment on column conduct.talks."topics" is '谈话主题 / Topics';
comment on column conduct.talks."concerns" is '反映问题 / Concerns raised';
comment on column conduct.talks."issues_admitted" is '是否主动说明问题 / Issues admitted';
comment on column conduct.talks."follow_up" is '后续措施 / Follow-up';
comment on column conduct.talks."talker_confirmed_on" is '谈话人确认日期 / Confirmed by the talker';
comment on column conduct.talks."officer_confirmed_on" is '谈话对象确认日期 / Confirmed by the officer';
comment on column conduct.talks."state" is '状态 / State';
create unique index talks_key on conduct.talks ("number") where retired_at is null;
create index talks_date on conduct.talks ("held_on" desc nulls last, record) where retired_at is null;
create index talks_unit on conduct.talks ("unit", "held_on" desc nulls last, record) where retired_at is null;
create index talks_officer on conduct.talks ("officer") where retired_at is null;
create index talks_act on conduct.talks using brin (act);
grant select, insert on conduct.talks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.talks to mingjing_app;
alter table conduct.talks enable row level security;
create policy reading on conduct.talks for select to mingjing_app using (
    (select access.reaches_all('conduct.talks', 'read'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.talks')));
create policy writing on conduct.talks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.talks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'write'))::uuid[]));
create policy retiring on conduct.talks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.talks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.talks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'write'))::uuid[]));

create table conduct.comparison_checks (
  "officer" uuid not null,
  "meeting" uuid not null,
  "unit" uuid not null,
  "submitted_on" date not null,
  "items_found" bigint,
  "items_claimed" bigint,
  "statement" text,
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
comment on table conduct.comparison_checks is '对照检查 / Comparison checks';
comment on column conduct.comparison_checks."officer" is '干警 / Officer (record of organisation.officers)';
comment on column conduct.comparison_checks."meeting" is '会议 / Meeting (record of programme.meetings)';
comment on column conduct.comparison_checks."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.comparison_checks."submitted_on" is '提交日期 / Submitted on';
comment on column conduct.comparison_checks."items_found" is '查摆问题数 / Items found';
comment on column conduct.comparison_checks."items_claimed" is '认领问题数 / Items claimed';
comment on column conduct.comparison_checks."statement" is '对照检查材料 / Statement';
create unique index comparison_checks_key on conduct.comparison_checks ("officer", "meeting") where retired_at is null;
create index comparison_checks_date on conduct.comparison_checks ("submitted_on" desc nulls last, record) where retired_at is null;
create index comparison_checks_unit on conduct.comparison_checks ("unit", "submitted_on" desc nulls last, record) where retired_at is null;
create index comparison_checks_officer on conduct.comparison_checks ("officer") where retired_at is null;
create index comparison_checks_act on conduct.comparison_checks using brin (act);
grant select, insert on conduct.comparison_checks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.comparison_checks to mingjing_app;
alter table conduct.comparison_checks enable row level security;
create policy reading on conduct.comparison_checks for select to mingjing_app using (
    (select access.reaches_all('conduct.comparisonChecks', 'read'))
    or "unit" = any ((select access.reached_units('conduct.comparisonChecks', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.comparisonChecks')));
create policy writing on conduct.comparison_checks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.comparisonChecks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.comparisonChecks', 'write'))::uuid[]));
create policy retiring on conduct.comparison_checks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.comparisonChecks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.comparisonChecks', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.comparisonChecks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.comparisonChecks', 'write'))::uuid[]));

create table conduct.problem_items (
  "number" text not null,
  "meeting" uuid,
  "unit" uuid not null,
  "text" text not null,
  "problem_kind" uuid,
  "owner" uuid,
  "found_on" date not null,
  "claimed_on" date,
  "due_on" date,
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
comment on table conduct.problem_items is '查摆问题清单 / Problem items';
comment on column conduct.problem_items."number" is '问题编号 / Item no.';
comment on column conduct.problem_items."meeting" is '会议 / Meeting (record of programme.meetings)';
comment on column conduct.problem_items."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.problem_items."text" is '问题描述 / Problem';
comment on column conduct.problem_items."problem_kind" is '问题类别 / Kind of problem (record of rectification.problemKinds)';
comment on column conduct.problem_items."owner" is '认领人 / Owner (record of organisation.officers)';
comment on column conduct.problem_items."found_on" is '查摆日期 / Found on';
comment on column conduct.problem_items."claimed_on" is '认领日期 / Claimed on';
comment on column conduct.problem_items."due_on" is '整改时限 / Due on';
comment on column conduct.problem_items."state" is '状态 / State';
create unique index problem_items_key on conduct.problem_items ("number") where retired_at is null;
create index problem_items_date on conduct.problem_items ("found_on" desc nulls last, record) where retired_at is null;
create index problem_items_unit on conduct.problem_items ("unit", "found_on" desc nulls last, record) where retired_at is null;
create index problem_items_officer on conduct.problem_items ("owner") where retired_at is null;
create index problem_items_act on conduct.problem_items using brin (act);
grant select, insert on conduct.problem_items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.problem_items to mingjing_app;
alter table conduct.problem_items enable row level security;
create policy reading on conduct.problem_items for select to mingjing_app using (
    (select access.reaches_all('conduct.problemItems', 'read'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'read'))::uuid[])
    or "owner" = (select access.reached_officer('conduct.problemItems')));
create policy writing on conduct.problem_items for insert to mingjing_app with check (
    (select access.reaches_all('conduct.problemItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'write'))::uuid[]));
create policy retiring on conduct.problem_items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.problemItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.problemItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'write'))::uuid[]));

create table conduct.self_reports (
  "number" text not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "submitted_at" timestamptz not null,
  "received_by" text,
  "nothing_to_report" boolean not null,
  "amends" uuid,
  "matter_stage" text,
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
comment on table conduct.self_reports is '自查报告 / Self-reports';
comment on column conduct.self_reports."number" is '报告编号 / Report no.';
comment on column conduct.self_reports."officer" is '报告人 / Officer (record of organisation.officers)';
comment on column conduct.self_reports."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.self_reports."submitted_at" is '提交时间 / Submitted at';
comment on column conduct.self_reports."received_by" is '接收人 / Received by';
comment on column conduct.self_reports."nothing_to_report" is '无问题报告 / Nothing to report';
comment on column conduct.self_reports."amends" is '补充的报告 / Amends (record of conduct.selfReports)';
comment on column conduct.self_reports."matter_stage" is '报告时所处阶段 / Stage at that moment';
comment on column conduct.self_reports."state" is '状态 / State';
create unique index self_reports_key on conduct.self_reports ("number") where retired_at is null;
create index self_reports_date on conduct.self_reports ("submitted_at" desc nulls last, record) where retired_at is null;
create index self_reports_unit on conduct.self_reports ("unit", "submitted_at" desc nulls last, record) where retired_at is null;
create index self_reports_officer on conduct.self_reports ("officer") where retired_at is null;
create index self_reports_act on conduct.self_reports using brin (act);
grant select, insert on conduct.self_reports to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.self_reports to mingjing_app;
alter table conduct.self_reports enable row level security;
create policy reading on conduct.self_reports for select to mingjing_app using (
    (select access.reaches_all('conduct.selfReports', 'read'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.selfReports')));
create policy writing on conduct.self_reports for insert to mingjing_app with check (
    (select access.reaches_all('conduct.selfReports', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'write'))::uuid[]));
create policy retiring on conduct.self_reports for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.selfReports', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.selfReports', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'write'))::uuid[]));

create table conduct.self_report_items (
  "report" uuid not null,
  "number" bigint not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "reported_on" date not null,
  "problem_kind" uuid,
  "happened" text not null,
  "occurred_from" date,
  "occurred_to" date,
  "place" text,
  "persons" text,
  "amount" numeric(20,2),
  "evidence" text,
  "disclosed_to" text,
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
comment on table conduct.self_report_items is '自查事项 / Self-reported items';
comment on column conduct.self_report_items."report" is '自查报告 / Report (record of conduct.selfReports)';
comment on column conduct.self_report_items."number" is '事项序号 / No.';
comment on column conduct.self_report_items."officer" is '报告人 / Officer (record of organisation.officers)';
comment on column conduct.self_report_items."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.self_report_items."reported_on" is '报告日期 / Reported on';
comment on column conduct.self_report_items."problem_kind" is '问题类别 / Kind of problem (record of rectification.problemKinds)';
comment on column conduct.self_report_items."happened" is '问题经过 / What happened';
comment on column conduct.self_report_items."occurred_from" is '发生起始日期 / From';
comment on column conduct.self_report_items."occurred_to" is '发生截止日期 / To';
comment on column conduct.self_report_items."place" is '发生地点 / Place';
comment on column conduct.self_report_items."persons" is '涉及人员 / Persons involved';
comment on column conduct.self_report_items."amount" is '涉及金额(元) / Amount (yuan)';
comment on column conduct.self_report_items."evidence" is '佐证材料 / Evidence';
comment on column conduct.self_report_items."disclosed_to" is '此前已向何人说明 / Already disclosed to';
create unique index self_report_items_key on conduct.self_report_items ("report", "number") where retired_at is null;
create index self_report_items_date on conduct.self_report_items ("reported_on" desc nulls last, record) where retired_at is null;
create index self_report_items_unit on conduct.self_report_items ("unit", "reported_on" desc nulls last, record) where retired_at is null;
create index self_report_items_officer on conduct.self_report_items ("officer") where retired_at is null;
create index self_report_items_act on conduct.self_report_items using brin (act);
grant select, insert on conduct.self_report_items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.self_report_items to mingjing_app;
alter table conduct.self_report_items enable row level security;
create policy reading on conduct.self_report_items for select to mingjing_app using (
    (select access.reaches_all('conduct.selfReportItems', 'read'))
    or "unit" = any ((select access.reached_units('conduct.selfReportItems', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.selfReportItems')));
create policy writing on conduct.self_report_items for insert to mingjing_app with check (
    (select access.reaches_all('conduct.selfReportItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReportItems', 'write'))::uuid[]));
create policy retiring on conduct.self_report_items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.selfReportItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReportItems', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.selfReportItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReportItems', 'write'))::uuid[]));

create table conduct.leniency_decisions (
  "number" text not null,
  "report" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "clue" uuid,
  "finding" text not null,
  "rule_version" text,
  "self_examined" boolean not null,
  "self_examined_evidence" text,
  "confessed" boolean not null,
  "confessed_evidence" text,
  "repented" boolean not null,
  "repented_evidence" text,
  "ground" text not null,
  "form" text,
  "measure" text not null,
  "reasons" text not null,
  "decided_by" text not null,
  "approved_by" text,
  "decided_on" date not null,
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
comment on table conduct.leniency_decisions is '从宽处理决定 / Leniency decisions';
comment on column conduct.leniency_decisions."number" is '决定编号 / Decision no.';
comment on column conduct.leniency_decisions."report" is '自查报告 / Report (record of conduct.selfReports)';
comment on column conduct.leniency_decisions."officer" is '干警 / Officer (record of organisation.officers)';
comment on column conduct.leniency_decisions."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.leniency_decisions."clue" is '相关线索 / Related clue (record of clues.clues)';
comment on column conduct.leniency_decisions."finding" is '主动性认定 / Finding';
comment on column conduct.leniency_decisions."rule_version" is '适用规则版本 / Rule version';
comment on column conduct.leniency_decisions."self_examined" is '主动自查 / Examined himself';
comment on column conduct.leniency_decisions."self_examined_evidence" is '主动自查依据 / Evidence of self-examination';
comment on column conduct.leniency_decisions."confessed" is '主动坦白 / Confessed';
comment on column conduct.leniency_decisions."confessed_evidence" is '主动坦白依据 / Evidence of confession';
comment on column conduct.leniency_decisions."repented" is '真心悔过 / Repented';
comment on column conduct.leniency_decisions."repented_evidence" is '真心悔过依据 / Evidence of repentance';
comment on column conduct.leniency_decisions."ground" is '从宽依据 / Ground';
comment on column conduct.leniency_decisions."form" is '处理形态 / Form';
comment on column conduct.leniency_decisions."measure" is '处理措施 / Measure';
comment on column conduct.leniency_decisions."reasons" is '决定理由 / Reasons';
comment on column conduct.leniency_decisions."decided_by" is '决定人 / Decided by';
comment on column conduct.leniency_decisions."approved_by" is '批准人 / Approved by';
comment on column conduct.leniency_decisions."decided_on" is '决定日期 / Decided on';
create unique index leniency_decisions_key on conduct.leniency_decisions ("number") where retired_at is null;
create index leniency_decisions_date on conduct.leniency_decisions ("decided_on" desc nulls last, record) where retired_at is null;
create index leniency_decisions_unit on conduct.leniency_decisions ("unit", "decided_on" desc nulls last, record) where retired_at is null;
create index leniency_decisions_officer on conduct.leniency_decisions ("officer") where retired_at is null;
create index leniency_decisions_act on conduct.leniency_decisions using brin (act);
grant select, insert on conduct.leniency_decisions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.leniency_decisions to mingjing_app;
alter table conduct.leniency_decisions enable row level security;
create policy reading on conduct.leniency_decisions for select to mingjing_app using (
    (select access.reaches_all('conduct.leniencyDecisions', 'read'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.leniencyDecisions')));
create policy writing on conduct.leniency_decisions for insert to mingjing_app with check (
    (select access.reaches_all('conduct.leniencyDecisions', 'write'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'write'))::uuid[]));
create policy retiring on conduct.leniency_decisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.leniencyDecisions', 'write'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.leniencyDecisions', 'write'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'write'))::uuid[]));

create table conduct.follow_ups (
  "decision" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "held_on" date not null,
  "talker" uuid,
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
comment on table conduct.follow_ups is '跟进工作 / Follow-up support';
comment on column conduct.follow_ups."decision" is '从宽处理决定 / Decision (record of conduct.leniencyDecisions)';
comment on column conduct.follow_ups."officer" is '干警 / Officer (record of organisation.officers)';
comment on column conduct.follow_ups."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.follow_ups."held_on" is '跟进日期 / Held on';
comment on column conduct.follow_ups."talker" is '工作人员 / Held by (record of organisation.officers)';
comment on column conduct.follow_ups."content" is '工作内容 / Content';
create unique index follow_ups_key on conduct.follow_ups ("decision", "held_on") where retired_at is null;
create index follow_ups_date on conduct.follow_ups ("held_on" desc nulls last, record) where retired_at is null;
create index follow_ups_unit on conduct.follow_ups ("unit", "held_on" desc nulls last, record) where retired_at is null;
create index follow_ups_officer on conduct.follow_ups ("officer") where retired_at is null;
create index follow_ups_act on conduct.follow_ups using brin (act);
grant select, insert on conduct.follow_ups to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.follow_ups to mingjing_app;
alter table conduct.follow_ups enable row level security;
create policy reading on conduct.follow_ups for select to mingjing_app using (
    (select access.reaches_all('conduct.followUps', 'read'))
    or "unit" = any ((select access.reached_units('conduct.followUps', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.followUps')));
create policy writing on conduct.follow_ups for insert to mingjing_app with check (
    (select access.reaches_all('conduct.followUps', 'write'))
    or "unit" = any ((select access.reached_units('conduct.followUps', 'write'))::uuid[]));
create policy retiring on conduct.follow_ups for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.followUps', 'write'))
    or "unit" = any ((select access.reached_units('conduct.followUps', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.followUps', 'write'))
    or "unit" = any ((select access.reached_units('conduct.followUps', 'write'))::uuid[]));

create table conduct.statements (
  "number" text not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "matter" text not null,
  "text" text not null,
  "evidence" text,
  "received_on" date not null,
  "answer" text,
  "reasons" text,
  "answered_on" date,
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
comment on table conduct.statements is '陈述申辩 / Statements of officers';
comment on column conduct.statements."number" is '陈述编号 / Statement no.';
comment on column conduct.statements."officer" is '陈述人 / Officer (record of organisation.officers)';
comment on column conduct.statements."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.statements."matter" is '针对事项 / Matter';
comment on column conduct.statements."text" is '陈述内容 / Statement';
comment on column conduct.statements."evidence" is '证据材料 / Evidence';
comment on column conduct.statements."received_on" is '收到日期 / Received on';
comment on column conduct.statements."answer" is '采纳情况 / Answer';
comment on column conduct.statements."reasons" is '答复理由 / Reasons';
comment on column conduct.statements."answered_on" is '答复日期 / Answered on';
create unique index statements_key on conduct.statements ("number") where retired_at is null;
create index statements_date on conduct.statements ("received_on" desc nulls last, record) where retired_at is null;
create index statements_unit on conduct.statements ("unit", "received_on" desc nulls last, record) where retired_at is null;
create index statements_officer on conduct.statements ("officer") where retired_at is null;
create index statements_act on conduct.statements using brin (act);
grant select, insert on conduct.statements to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.statements to mingjing_app;
alter table conduct.statements enable row level security;
create policy reading on conduct.statements for select to mingjing_app using (
    (select access.reaches_all('conduct.statements', 'read'))
    or "unit" = any ((select access.reached_units('conduct.statements', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.statements')));
create policy writing on conduct.statements for insert to mingjing_app with check (
    (select access.reaches_all('conduct.statements', 'write'))
    or "unit" = any ((select access.reached_units('conduct.statements', 'write'))::uuid[]));
create policy retiring on conduct.statements for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.statements', 'write'))
    or "unit" = any ((select access.reached_units('conduct.statements', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('conduct.statements', 'write'))
    or "unit" = any ((select access.reached_units('conduct.statements', 'write'))::uuid[]));

