-- Matters of this room: self-reports and decisions on leniency, talks, problem items; sealed texts of self-reports.

alter table conduct.self_reports alter column nothing_to_report drop not null;
alter table conduct.self_reports add column later_found_on date;
comment on column conduct.self_reports."later_found_on" is '事后查出日期 / Later found on';
alter table conduct.leniency_decisions add column content text;
alter table conduct.leniency_decisions add column state text;
comment on column conduct.leniency_decisions."content" is '报告内容与已掌握情况 / Content against what was held';
comment on column conduct.leniency_decisions."state" is '状态 / State';

drop policy reading on conduct.talks;
drop policy writing on conduct.talks;
drop policy retiring on conduct.talks;
create index talks_state on conduct.talks ("state", recorded_at) where retired_at is null;
create index talks_changed on conduct.talks (recorded_at) where retired_at is null;
create policy reading on conduct.talks for select to mingjing_app using (
    (select access.reaches_all('conduct.talks', 'read'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.talks')));
create policy writing on conduct.talks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.talks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.talks')));
create policy retiring on conduct.talks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.talks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.talks'))))
  with check (
    (select access.reaches_all('conduct.talks', 'write'))
    or "unit" = any ((select access.reached_units('conduct.talks', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.talks')));

drop policy reading on conduct.problem_items;
drop policy writing on conduct.problem_items;
drop policy retiring on conduct.problem_items;
create index problem_items_state on conduct.problem_items ("state", recorded_at) where retired_at is null;
create index problem_items_changed on conduct.problem_items (recorded_at) where retired_at is null;
create policy reading on conduct.problem_items for select to mingjing_app using (
    (select access.reaches_all('conduct.problemItems', 'read'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'read'))::uuid[])
    or "owner" = (select access.reached_officer('conduct.problemItems')));
create policy writing on conduct.problem_items for insert to mingjing_app with check (
    (select access.reaches_all('conduct.problemItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'write'))::uuid[])
    or "owner" = (select access.written_officer('conduct.problemItems')));
create policy retiring on conduct.problem_items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.problemItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'write'))::uuid[])
    or "owner" = (select access.written_officer('conduct.problemItems'))))
  with check (
    (select access.reaches_all('conduct.problemItems', 'write'))
    or "unit" = any ((select access.reached_units('conduct.problemItems', 'write'))::uuid[])
    or "owner" = (select access.written_officer('conduct.problemItems')));

drop policy reading on conduct.self_reports;
drop policy writing on conduct.self_reports;
drop policy retiring on conduct.self_reports;
create index self_reports_state on conduct.self_reports ("state", recorded_at) where retired_at is null;
create index self_reports_changed on conduct.self_reports (recorded_at) where retired_at is null;
create policy reading on conduct.self_reports for select to mingjing_app using (
    (select access.reaches_all('conduct.selfReports', 'read'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.selfReports')));
create policy writing on conduct.self_reports for insert to mingjing_app with check (
    (select access.reaches_all('conduct.selfReports', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.selfReports')));
create policy retiring on conduct.self_reports for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.selfReports', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.selfReports'))))
  with check (
    (select access.reaches_all('conduct.selfReports', 'write'))
    or "unit" = any ((select access.reached_units('conduct.selfReports', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.selfReports')));

drop policy reading on conduct.leniency_decisions;
drop policy writing on conduct.leniency_decisions;
drop policy retiring on conduct.leniency_decisions;
create index leniency_decisions_state on conduct.leniency_decisions ("state", recorded_at) where retired_at is null;
create index leniency_decisions_changed on conduct.leniency_decisions (recorded_at) where retired_at is null;
create policy reading on conduct.leniency_decisions for select to mingjing_app using (
    (select access.reaches_all('conduct.leniencyDecisions', 'read'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.leniencyDecisions')));
create policy writing on conduct.leniency_decisions for insert to mingjing_app with check (
    (select access.reaches_all('conduct.leniencyDecisions', 'write'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.leniencyDecisions')));
create policy retiring on conduct.leniency_decisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.leniencyDecisions', 'write'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.leniencyDecisions'))))
  with check (
    (select access.reaches_all('conduct.leniencyDecisions', 'write'))
    or "unit" = any ((select access.reached_units('conduct.leniencyDecisions', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.leniencyDecisions')));

create table conduct.self_report_seals (
  "report" uuid not null,
  "hash" text not null,
  "envelope" text not null,
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
comment on table conduct.self_report_seals is '自查报告密文 / Sealed texts of self-reports';
comment on column conduct.self_report_seals."report" is '自查报告 / Report (record of conduct.selfReports)';
comment on column conduct.self_report_seals."hash" is '密文指纹 / SHA-256 of the sealed text';
comment on column conduct.self_report_seals."envelope" is '密文 / Sealed text';
create unique index self_report_seals_key on conduct.self_report_seals ("hash") where retired_at is null;
create index self_report_seals_follows on conduct.self_report_seals ("report") where retired_at is null;
create index self_report_seals_act on conduct.self_report_seals using brin (act);
grant select, insert on conduct.self_report_seals to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.self_report_seals to mingjing_app;
alter table conduct.self_report_seals enable row level security;
create policy reading on conduct.self_report_seals for select to mingjing_app using (
    (select access.reaches_all('conduct.selfReportSeals', 'read'))
    or (select access.reaches_some('conduct.selfReportSeals', 'read')) and exists (select from conduct.self_reports m where m.record = self_report_seals."report" and m.retired_at is null));
create policy writing on conduct.self_report_seals for insert to mingjing_app with check (
    (select access.reaches_all('conduct.selfReportSeals', 'write'))
    or (select access.reaches_some('conduct.selfReportSeals', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_seals."report" and m.retired_at is null));
create policy retiring on conduct.self_report_seals for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.selfReportSeals', 'write'))
    or (select access.reaches_some('conduct.selfReportSeals', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_seals."report" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.selfReportSeals', 'write'))
    or (select access.reaches_some('conduct.selfReportSeals', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_seals."report" and m.retired_at is null));

create table conduct.talk_steps (
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
comment on table conduct.talk_steps is '谈心谈话办理记录 / Talk: steps';
comment on column conduct.talk_steps."matter" is '谈心谈话 / Talks (record of conduct.talks)';
comment on column conduct.talk_steps."number" is '序号 / No.';
comment on column conduct.talk_steps."action" is '操作 / Action';
comment on column conduct.talk_steps."from_state" is '原状态 / From';
comment on column conduct.talk_steps."to_state" is '新状态 / To';
comment on column conduct.talk_steps."account" is '办理账户 / Account';
comment on column conduct.talk_steps."taken_at" is '办理时间 / Taken at';
comment on column conduct.talk_steps."reason" is '理由 / Reason';
comment on column conduct.talk_steps."input" is '填写内容 / Given';
comment on column conduct.talk_steps."rule" is '规则版本 / Rule';
create unique index talk_steps_key on conduct.talk_steps ("matter", "number") where retired_at is null;
create index talk_steps_follows on conduct.talk_steps ("matter") where retired_at is null;
create index talk_steps_act on conduct.talk_steps using brin (act);
grant select, insert on conduct.talk_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.talk_steps to mingjing_app;
alter table conduct.talk_steps enable row level security;
create policy reading on conduct.talk_steps for select to mingjing_app using (
    (select access.reaches_all('conduct.talkSteps', 'read'))
    or (select access.reaches_some('conduct.talkSteps', 'read')) and exists (select from conduct.talks m where m.record = talk_steps."matter" and m.retired_at is null));
create policy writing on conduct.talk_steps for insert to mingjing_app with check (
    (select access.reaches_all('conduct.talkSteps', 'write'))
    or (select access.reaches_some('conduct.talkSteps', 'write')) and exists (select from conduct.talks m where m.record = talk_steps."matter" and m.retired_at is null));
create policy retiring on conduct.talk_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.talkSteps', 'write'))
    or (select access.reaches_some('conduct.talkSteps', 'write')) and exists (select from conduct.talks m where m.record = talk_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.talkSteps', 'write'))
    or (select access.reaches_some('conduct.talkSteps', 'write')) and exists (select from conduct.talks m where m.record = talk_steps."matter" and m.retired_at is null));

create table conduct.talk_clocks (
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
comment on table conduct.talk_clocks is '谈心谈话期限 / Talk: limits';
comment on column conduct.talk_clocks."matter" is '谈心谈话 / Talks (record of conduct.talks)';
comment on column conduct.talk_clocks."clock" is '期限 / Limit';
comment on column conduct.talk_clocks."number" is '序号 / No.';
comment on column conduct.talk_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column conduct.talk_clocks."started_at" is '起算时间 / Started at';
comment on column conduct.talk_clocks."warn_at" is '预警时间 / Yellow from';
comment on column conduct.talk_clocks."due_at" is '到期时间 / Due at';
comment on column conduct.talk_clocks."late_at" is '逾期时间 / Red from';
comment on column conduct.talk_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column conduct.talk_clocks."paused_until" is '暂停至 / Paused until';
comment on column conduct.talk_clocks."course" is '经过 / Course';
create unique index talk_clocks_key on conduct.talk_clocks ("matter", "clock", "number") where retired_at is null;
create index talk_clocks_follows on conduct.talk_clocks ("matter") where retired_at is null;
create index talk_clocks_queue on conduct.talk_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index talk_clocks_act on conduct.talk_clocks using brin (act);
grant select, insert on conduct.talk_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.talk_clocks to mingjing_app;
alter table conduct.talk_clocks enable row level security;
create policy reading on conduct.talk_clocks for select to mingjing_app using (
    (select access.reaches_all('conduct.talkClocks', 'read'))
    or (select access.reaches_some('conduct.talkClocks', 'read')) and exists (select from conduct.talks m where m.record = talk_clocks."matter" and m.retired_at is null));
create policy writing on conduct.talk_clocks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.talkClocks', 'write'))
    or (select access.reaches_some('conduct.talkClocks', 'write')) and exists (select from conduct.talks m where m.record = talk_clocks."matter" and m.retired_at is null));
create policy retiring on conduct.talk_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.talkClocks', 'write'))
    or (select access.reaches_some('conduct.talkClocks', 'write')) and exists (select from conduct.talks m where m.record = talk_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.talkClocks', 'write'))
    or (select access.reaches_some('conduct.talkClocks', 'write')) and exists (select from conduct.talks m where m.record = talk_clocks."matter" and m.retired_at is null));

create table conduct.problem_item_steps (
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
comment on table conduct.problem_item_steps is '查摆问题办理记录 / Problem item: steps';
comment on column conduct.problem_item_steps."matter" is '查摆问题清单 / Problem items (record of conduct.problemItems)';
comment on column conduct.problem_item_steps."number" is '序号 / No.';
comment on column conduct.problem_item_steps."action" is '操作 / Action';
comment on column conduct.problem_item_steps."from_state" is '原状态 / From';
comment on column conduct.problem_item_steps."to_state" is '新状态 / To';
comment on column conduct.problem_item_steps."account" is '办理账户 / Account';
comment on column conduct.problem_item_steps."taken_at" is '办理时间 / Taken at';
comment on column conduct.problem_item_steps."reason" is '理由 / Reason';
comment on column conduct.problem_item_steps."input" is '填写内容 / Given';
comment on column conduct.problem_item_steps."rule" is '规则版本 / Rule';
create unique index problem_item_steps_key on conduct.problem_item_steps ("matter", "number") where retired_at is null;
create index problem_item_steps_follows on conduct.problem_item_steps ("matter") where retired_at is null;
create index problem_item_steps_act on conduct.problem_item_steps using brin (act);
grant select, insert on conduct.problem_item_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.problem_item_steps to mingjing_app;
alter table conduct.problem_item_steps enable row level security;
create policy reading on conduct.problem_item_steps for select to mingjing_app using (
    (select access.reaches_all('conduct.problemItemSteps', 'read'))
    or (select access.reaches_some('conduct.problemItemSteps', 'read')) and exists (select from conduct.problem_items m where m.record = problem_item_steps."matter" and m.retired_at is null));
create policy writing on conduct.problem_item_steps for insert to mingjing_app with check (
    (select access.reaches_all('conduct.problemItemSteps', 'write'))
    or (select access.reaches_some('conduct.problemItemSteps', 'write')) and exists (select from conduct.problem_items m where m.record = problem_item_steps."matter" and m.retired_at is null));
create policy retiring on conduct.problem_item_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.problemItemSteps', 'write'))
    or (select access.reaches_some('conduct.problemItemSteps', 'write')) and exists (select from conduct.problem_items m where m.record = problem_item_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.problemItemSteps', 'write'))
    or (select access.reaches_some('conduct.problemItemSteps', 'write')) and exists (select from conduct.problem_items m where m.record = problem_item_steps."matter" and m.retired_at is null));

create table conduct.problem_item_clocks (
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
comment on table conduct.problem_item_clocks is '查摆问题期限 / Problem item: limits';
comment on column conduct.problem_item_clocks."matter" is '查摆问题清单 / Problem items (record of conduct.problemItems)';
comment on column conduct.problem_item_clocks."clock" is '期限 / Limit';
comment on column conduct.problem_item_clocks."number" is '序号 / No.';
comment on column conduct.problem_item_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column conduct.problem_item_clocks."started_at" is '起算时间 / Started at';
comment on column conduct.problem_item_clocks."warn_at" is '预警时间 / Yellow from';
comment on column conduct.problem_item_clocks."due_at" is '到期时间 / Due at';
comment on column conduct.problem_item_clocks."late_at" is '逾期时间 / Red from';
comment on column conduct.problem_item_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column conduct.problem_item_clocks."paused_until" is '暂停至 / Paused until';
comment on column conduct.problem_item_clocks."course" is '经过 / Course';
create unique index problem_item_clocks_key on conduct.problem_item_clocks ("matter", "clock", "number") where retired_at is null;
create index problem_item_clocks_follows on conduct.problem_item_clocks ("matter") where retired_at is null;
create index problem_item_clocks_queue on conduct.problem_item_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index problem_item_clocks_act on conduct.problem_item_clocks using brin (act);
grant select, insert on conduct.problem_item_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.problem_item_clocks to mingjing_app;
alter table conduct.problem_item_clocks enable row level security;
create policy reading on conduct.problem_item_clocks for select to mingjing_app using (
    (select access.reaches_all('conduct.problemItemClocks', 'read'))
    or (select access.reaches_some('conduct.problemItemClocks', 'read')) and exists (select from conduct.problem_items m where m.record = problem_item_clocks."matter" and m.retired_at is null));
create policy writing on conduct.problem_item_clocks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.problemItemClocks', 'write'))
    or (select access.reaches_some('conduct.problemItemClocks', 'write')) and exists (select from conduct.problem_items m where m.record = problem_item_clocks."matter" and m.retired_at is null));
create policy retiring on conduct.problem_item_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.problemItemClocks', 'write'))
    or (select access.reaches_some('conduct.problemItemClocks', 'write')) and exists (select from conduct.problem_items m where m.record = problem_item_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.problemItemClocks', 'write'))
    or (select access.reaches_some('conduct.problemItemClocks', 'write')) and exists (select from conduct.problem_items m where m.record = problem_item_clocks."matter" and m.retired_at is null));

create table conduct.self_report_steps (
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
comment on table conduct.self_report_steps is '自查报告办理记录 / Self-report: steps';
comment on column conduct.self_report_steps."matter" is '自查报告 / Self-reports (record of conduct.selfReports)';
comment on column conduct.self_report_steps."number" is '序号 / No.';
comment on column conduct.self_report_steps."action" is '操作 / Action';
comment on column conduct.self_report_steps."from_state" is '原状态 / From';
comment on column conduct.self_report_steps."to_state" is '新状态 / To';
comment on column conduct.self_report_steps."account" is '办理账户 / Account';
comment on column conduct.self_report_steps."taken_at" is '办理时间 / Taken at';
comment on column conduct.self_report_steps."reason" is '理由 / Reason';
comment on column conduct.self_report_steps."input" is '填写内容 / Given';
comment on column conduct.self_report_steps."rule" is '规则版本 / Rule';
create unique index self_report_steps_key on conduct.self_report_steps ("matter", "number") where retired_at is null;
create index self_report_steps_follows on conduct.self_report_steps ("matter") where retired_at is null;
create index self_report_steps_act on conduct.self_report_steps using brin (act);
grant select, insert on conduct.self_report_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.self_report_steps to mingjing_app;
alter table conduct.self_report_steps enable row level security;
create policy reading on conduct.self_report_steps for select to mingjing_app using (
    (select access.reaches_all('conduct.selfReportSteps', 'read'))
    or (select access.reaches_some('conduct.selfReportSteps', 'read')) and exists (select from conduct.self_reports m where m.record = self_report_steps."matter" and m.retired_at is null));
create policy writing on conduct.self_report_steps for insert to mingjing_app with check (
    (select access.reaches_all('conduct.selfReportSteps', 'write'))
    or (select access.reaches_some('conduct.selfReportSteps', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_steps."matter" and m.retired_at is null));
create policy retiring on conduct.self_report_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.selfReportSteps', 'write'))
    or (select access.reaches_some('conduct.selfReportSteps', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.selfReportSteps', 'write'))
    or (select access.reaches_some('conduct.selfReportSteps', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_steps."matter" and m.retired_at is null));

create table conduct.self_report_clocks (
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
comment on table conduct.self_report_clocks is '自查报告期限 / Self-report: limits';
comment on column conduct.self_report_clocks."matter" is '自查报告 / Self-reports (record of conduct.selfReports)';
comment on column conduct.self_report_clocks."clock" is '期限 / Limit';
comment on column conduct.self_report_clocks."number" is '序号 / No.';
comment on column conduct.self_report_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column conduct.self_report_clocks."started_at" is '起算时间 / Started at';
comment on column conduct.self_report_clocks."warn_at" is '预警时间 / Yellow from';
comment on column conduct.self_report_clocks."due_at" is '到期时间 / Due at';
comment on column conduct.self_report_clocks."late_at" is '逾期时间 / Red from';
comment on column conduct.self_report_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column conduct.self_report_clocks."paused_until" is '暂停至 / Paused until';
comment on column conduct.self_report_clocks."course" is '经过 / Course';
create unique index self_report_clocks_key on conduct.self_report_clocks ("matter", "clock", "number") where retired_at is null;
create index self_report_clocks_follows on conduct.self_report_clocks ("matter") where retired_at is null;
create index self_report_clocks_queue on conduct.self_report_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index self_report_clocks_act on conduct.self_report_clocks using brin (act);
grant select, insert on conduct.self_report_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.self_report_clocks to mingjing_app;
alter table conduct.self_report_clocks enable row level security;
create policy reading on conduct.self_report_clocks for select to mingjing_app using (
    (select access.reaches_all('conduct.selfReportClocks', 'read'))
    or (select access.reaches_some('conduct.selfReportClocks', 'read')) and exists (select from conduct.self_reports m where m.record = self_report_clocks."matter" and m.retired_at is null));
create policy writing on conduct.self_report_clocks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.selfReportClocks', 'write'))
    or (select access.reaches_some('conduct.selfReportClocks', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_clocks."matter" and m.retired_at is null));
create policy retiring on conduct.self_report_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.selfReportClocks', 'write'))
    or (select access.reaches_some('conduct.selfReportClocks', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.selfReportClocks', 'write'))
    or (select access.reaches_some('conduct.selfReportClocks', 'write')) and exists (select from conduct.self_reports m where m.record = self_report_clocks."matter" and m.retired_at is null));

create table conduct.leniency_decision_steps (
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
comment on table conduct.leniency_decision_steps is '从宽处理决定办理记录 / Leniency decision: steps';
comment on column conduct.leniency_decision_steps."matter" is '从宽处理决定 / Leniency decisions (record of conduct.leniencyDecisions)';
comment on column conduct.leniency_decision_steps."number" is '序号 / No.';
comment on column conduct.leniency_decision_steps."action" is '操作 / Action';
comment on column conduct.leniency_decision_steps."from_state" is '原状态 / From';
comment on column conduct.leniency_decision_steps."to_state" is '新状态 / To';
comment on column conduct.leniency_decision_steps."account" is '办理账户 / Account';
comment on column conduct.leniency_decision_steps."taken_at" is '办理时间 / Taken at';
comment on column conduct.leniency_decision_steps."reason" is '理由 / Reason';
comment on column conduct.leniency_decision_steps."input" is '填写内容 / Given';
comment on column conduct.leniency_decision_steps."rule" is '规则版本 / Rule';
create unique index leniency_decision_steps_key on conduct.leniency_decision_steps ("matter", "number") where retired_at is null;
create index leniency_decision_steps_follows on conduct.leniency_decision_steps ("matter") where retired_at is null;
create index leniency_decision_steps_act on conduct.leniency_decision_steps using brin (act);
grant select, insert on conduct.leniency_decision_steps to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.leniency_decision_steps to mingjing_app;
alter table conduct.leniency_decision_steps enable row level security;
create policy reading on conduct.leniency_decision_steps for select to mingjing_app using (
    (select access.reaches_all('conduct.leniencyDecisionSteps', 'read'))
    or (select access.reaches_some('conduct.leniencyDecisionSteps', 'read')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_steps."matter" and m.retired_at is null));
create policy writing on conduct.leniency_decision_steps for insert to mingjing_app with check (
    (select access.reaches_all('conduct.leniencyDecisionSteps', 'write'))
    or (select access.reaches_some('conduct.leniencyDecisionSteps', 'write')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_steps."matter" and m.retired_at is null));
create policy retiring on conduct.leniency_decision_steps for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.leniencyDecisionSteps', 'write'))
    or (select access.reaches_some('conduct.leniencyDecisionSteps', 'write')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_steps."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.leniencyDecisionSteps', 'write'))
    or (select access.reaches_some('conduct.leniencyDecisionSteps', 'write')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_steps."matter" and m.retired_at is null));

create table conduct.leniency_decision_clocks (
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
comment on table conduct.leniency_decision_clocks is '从宽处理决定期限 / Leniency decision: limits';
comment on column conduct.leniency_decision_clocks."matter" is '从宽处理决定 / Leniency decisions (record of conduct.leniencyDecisions)';
comment on column conduct.leniency_decision_clocks."clock" is '期限 / Limit';
comment on column conduct.leniency_decision_clocks."number" is '序号 / No.';
comment on column conduct.leniency_decision_clocks."rule_from" is '规则版本 / Rule in force from';
comment on column conduct.leniency_decision_clocks."started_at" is '起算时间 / Started at';
comment on column conduct.leniency_decision_clocks."warn_at" is '预警时间 / Yellow from';
comment on column conduct.leniency_decision_clocks."due_at" is '到期时间 / Due at';
comment on column conduct.leniency_decision_clocks."late_at" is '逾期时间 / Red from';
comment on column conduct.leniency_decision_clocks."stopped_at" is '停止时间 / Stopped at';
comment on column conduct.leniency_decision_clocks."paused_until" is '暂停至 / Paused until';
comment on column conduct.leniency_decision_clocks."course" is '经过 / Course';
create unique index leniency_decision_clocks_key on conduct.leniency_decision_clocks ("matter", "clock", "number") where retired_at is null;
create index leniency_decision_clocks_follows on conduct.leniency_decision_clocks ("matter") where retired_at is null;
create index leniency_decision_clocks_queue on conduct.leniency_decision_clocks ("due_at") where retired_at is null and "stopped_at" is null;
create index leniency_decision_clocks_act on conduct.leniency_decision_clocks using brin (act);
grant select, insert on conduct.leniency_decision_clocks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.leniency_decision_clocks to mingjing_app;
alter table conduct.leniency_decision_clocks enable row level security;
create policy reading on conduct.leniency_decision_clocks for select to mingjing_app using (
    (select access.reaches_all('conduct.leniencyDecisionClocks', 'read'))
    or (select access.reaches_some('conduct.leniencyDecisionClocks', 'read')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_clocks."matter" and m.retired_at is null));
create policy writing on conduct.leniency_decision_clocks for insert to mingjing_app with check (
    (select access.reaches_all('conduct.leniencyDecisionClocks', 'write'))
    or (select access.reaches_some('conduct.leniencyDecisionClocks', 'write')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_clocks."matter" and m.retired_at is null));
create policy retiring on conduct.leniency_decision_clocks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.leniencyDecisionClocks', 'write'))
    or (select access.reaches_some('conduct.leniencyDecisionClocks', 'write')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_clocks."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('conduct.leniencyDecisionClocks', 'write'))
    or (select access.reaches_some('conduct.leniencyDecisionClocks', 'write')) and exists (select from conduct.leniency_decisions m where m.record = leniency_decision_clocks."matter" and m.retired_at is null));
