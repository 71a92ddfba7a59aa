-- 专项方案 / Programme: the registers of this module, drafted from their declarations.
create schema programme;
comment on schema programme is '专项方案 / Programme';
grant usage on schema programme to mingjing_app;

create table programme.programmes (
  "code" text not null,
  "name" text not null,
  "city_code" text not null,
  "start_date" date not null,
  "end_date" date,
  "as_of" date,
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
comment on table programme.programmes is '教育整顿方案 / Programmes';
comment on column programme.programmes."code" is '方案编号 / Code';
comment on column programme.programmes."name" is '方案名称 / Name';
comment on column programme.programmes."city_code" is '城市区划代码 / City code';
comment on column programme.programmes."start_date" is '开始日期 / Start date';
comment on column programme.programmes."end_date" is '结束日期 / End date';
comment on column programme.programmes."as_of" is '统计截至日期 / Figures as of';
create unique index programmes_key on programme.programmes ("code") where retired_at is null;
create index programmes_date on programme.programmes ("start_date" desc nulls last, record) where retired_at is null;
create index programmes_act on programme.programmes using brin (act);
grant select, insert on programme.programmes to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.programmes to mingjing_app;
alter table programme.programmes enable row level security;
create policy reading on programme.programmes for select to mingjing_app using (
    (select access.reaches_all('programme.programmes', 'read')));
create policy writing on programme.programmes for insert to mingjing_app with check (
    (select access.reaches_all('programme.programmes', 'write')));
create policy retiring on programme.programmes for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.programmes', 'write'))))
  with check (
    (select access.reaches_all('programme.programmes', 'write')));

create table programme.phases (
  "programme" uuid not null,
  "kind" text not null,
  "from" date not null,
  "to" date,
  "goal" text,
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
comment on table programme.phases is '环节 / Phases';
comment on column programme.phases."programme" is '方案 / Programme (record of programme.programmes)';
comment on column programme.phases."kind" is '环节 / Kind';
comment on column programme.phases."from" is '起始日期 / From';
comment on column programme.phases."to" is '截止日期 / To';
comment on column programme.phases."goal" is '环节目标 / Goal';
create unique index phases_key on programme.phases ("programme", "kind") where retired_at is null;
create index phases_date on programme.phases ("from" desc nulls last, record) where retired_at is null;
create index phases_act on programme.phases using brin (act);
grant select, insert on programme.phases to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.phases to mingjing_app;
alter table programme.phases enable row level security;
create policy reading on programme.phases for select to mingjing_app using (
    (select access.reaches_all('programme.phases', 'read')));
create policy writing on programme.phases for insert to mingjing_app with check (
    (select access.reaches_all('programme.phases', 'write')));
create policy retiring on programme.phases for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.phases', 'write'))))
  with check (
    (select access.reaches_all('programme.phases', 'write')));

create table programme.meetings (
  "number" text not null,
  "kind" text not null,
  "level" text not null,
  "unit" uuid not null,
  "title" text not null,
  "held_on" date not null,
  "starts_at" timestamptz,
  "ends_at" timestamptz,
  "place" text,
  "chair" text,
  "agenda" text,
  "should_attend" bigint,
  "attended" bigint,
  "absent_reason" text,
  "minutes_number" text,
  "studied" boolean,
  "opinions_asked" boolean,
  "talks_held" boolean,
  "statements_written" boolean,
  "state" text,
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
comment on table programme.meetings is '会议台账 / Meetings';
comment on column programme.meetings."number" is '会议编号 / Meeting no.';
comment on column programme.meetings."kind" is '会议类型 / Kind';
comment on column programme.meetings."level" is '层级 / Level';
comment on column programme.meetings."unit" is '召开单位 / Unit (record of organisation.units)';
comment on column programme.meetings."title" is '会议名称 / Title';
comment on column programme.meetings."held_on" is '会议日期 / Held on';
comment on column programme.meetings."starts_at" is '开始时间 / Starts at';
comment on column programme.meetings."ends_at" is '结束时间 / Ends at';
comment on column programme.meetings."place" is '会议地点 / Place';
comment on column programme.meetings."chair" is '主持人 / Chair';
comment on column programme.meetings."agenda" is '会议议程 / Agenda';
comment on column programme.meetings."should_attend" is '应到人数 / Should attend';
comment on column programme.meetings."attended" is '实到人数 / Attended';
comment on column programme.meetings."absent_reason" is '缺席原因 / Reasons for absence';
comment on column programme.meetings."minutes_number" is '纪要文号 / Minutes no.';
comment on column programme.meetings."studied" is '会前学习研讨 / Studied before';
comment on column programme.meetings."opinions_asked" is '征求意见 / Opinions asked for';
comment on column programme.meetings."talks_held" is '谈心谈话 / Heart-to-heart talks held';
comment on column programme.meetings."statements_written" is '撰写对照检查材料 / Comparison statements written';
comment on column programme.meetings."state" is '状态 / State';
create unique index meetings_key on programme.meetings ("number") where retired_at is null;
create index meetings_date on programme.meetings ("held_on" desc nulls last, record) where retired_at is null;
create index meetings_unit on programme.meetings ("unit", "held_on" desc nulls last, record) where retired_at is null;
create index meetings_act on programme.meetings using brin (act);
grant select, insert on programme.meetings to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.meetings to mingjing_app;
alter table programme.meetings enable row level security;
create policy reading on programme.meetings for select to mingjing_app using (
    (select access.reaches_all('programme.meetings', 'read'))
    or "unit" = any ((select access.reached_units('programme.meetings', 'read'))::uuid[]));
create policy writing on programme.meetings for insert to mingjing_app with check (
    (select access.reaches_all('programme.meetings', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetings', 'write'))::uuid[]));
create policy retiring on programme.meetings for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.meetings', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetings', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.meetings', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetings', 'write'))::uuid[]));

create table programme.meeting_attendances (
  "meeting" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "attendance" text not null,
  "attended_on" date,
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
comment on table programme.meeting_attendances is '参会登记 / Meeting attendance';
comment on column programme.meeting_attendances."meeting" is '会议 / Meeting (record of programme.meetings)';
comment on column programme.meeting_attendances."officer" is '干警 / Officer (record of organisation.officers)';
comment on column programme.meeting_attendances."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column programme.meeting_attendances."attendance" is '到会情况 / Attendance';
comment on column programme.meeting_attendances."attended_on" is '参会日期 / Attended on';
comment on column programme.meeting_attendances."reason" is '缺席原因 / Reason for absence';
create unique index meeting_attendances_key on programme.meeting_attendances ("meeting", "officer") where retired_at is null;
create index meeting_attendances_date on programme.meeting_attendances ("attended_on" desc nulls last, record) where retired_at is null;
create index meeting_attendances_unit on programme.meeting_attendances ("unit", "attended_on" desc nulls last, record) where retired_at is null;
create index meeting_attendances_officer on programme.meeting_attendances ("officer") where retired_at is null;
create index meeting_attendances_act on programme.meeting_attendances using brin (act);
grant select, insert on programme.meeting_attendances to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.meeting_attendances to mingjing_app;
alter table programme.meeting_attendances enable row level security;
create policy reading on programme.meeting_attendances for select to mingjing_app using (
    (select access.reaches_all('programme.meetingAttendances', 'read'))
    or "unit" = any ((select access.reached_units('programme.meetingAttendances', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('programme.meetingAttendances')));
create policy writing on programme.meeting_attendances for insert to mingjing_app with check (
    (select access.reaches_all('programme.meetingAttendances', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetingAttendances', 'write'))::uuid[]));
create policy retiring on programme.meeting_attendances for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.meetingAttendances', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetingAttendances', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.meetingAttendances', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetingAttendances', 'write'))::uuid[]));

create table programme.meeting_decisions (
  "number" text not null,
  "meeting" uuid not null,
  "text" text not null,
  "unit" uuid not null,
  "decided_on" date not null,
  "due_on" date,
  "done_on" date,
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
comment on table programme.meeting_decisions is '会议议定事项 / Meeting decisions';
comment on column programme.meeting_decisions."number" is '事项编号 / Decision no.';
comment on column programme.meeting_decisions."meeting" is '会议 / Meeting (record of programme.meetings)';
comment on column programme.meeting_decisions."text" is '议定事项 / Decision';
comment on column programme.meeting_decisions."unit" is '责任单位 / Owner (record of organisation.units)';
comment on column programme.meeting_decisions."decided_on" is '议定日期 / Decided on';
comment on column programme.meeting_decisions."due_on" is '完成时限 / Due on';
comment on column programme.meeting_decisions."done_on" is '完成日期 / Done on';
comment on column programme.meeting_decisions."result" is '落实情况 / Result';
comment on column programme.meeting_decisions."state" is '状态 / State';
create unique index meeting_decisions_key on programme.meeting_decisions ("number") where retired_at is null;
create index meeting_decisions_date on programme.meeting_decisions ("decided_on" desc nulls last, record) where retired_at is null;
create index meeting_decisions_unit on programme.meeting_decisions ("unit", "decided_on" desc nulls last, record) where retired_at is null;
create index meeting_decisions_act on programme.meeting_decisions using brin (act);
grant select, insert on programme.meeting_decisions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.meeting_decisions to mingjing_app;
alter table programme.meeting_decisions enable row level security;
create policy reading on programme.meeting_decisions for select to mingjing_app using (
    (select access.reaches_all('programme.meetingDecisions', 'read'))
    or "unit" = any ((select access.reached_units('programme.meetingDecisions', 'read'))::uuid[]));
create policy writing on programme.meeting_decisions for insert to mingjing_app with check (
    (select access.reaches_all('programme.meetingDecisions', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetingDecisions', 'write'))::uuid[]));
create policy retiring on programme.meeting_decisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.meetingDecisions', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetingDecisions', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.meetingDecisions', 'write'))
    or "unit" = any ((select access.reached_units('programme.meetingDecisions', 'write'))::uuid[]));

create table programme.documents (
  "number" text not null,
  "title" text not null,
  "topic" text not null,
  "document_kind" text not null,
  "issuer" text,
  "issued_on" date not null,
  "window_from" date,
  "window_to" date,
  "summary" text,
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
comment on table programme.documents is '政策文件 / Policy documents';
comment on column programme.documents."number" is '发文字号 / Document no.';
comment on column programme.documents."title" is '文件名称 / Title';
comment on column programme.documents."topic" is '主题 / Topic';
comment on column programme.documents."document_kind" is '文件类别 / Kind';
comment on column programme.documents."issuer" is '制发机关 / Issuer';
comment on column programme.documents."issued_on" is '印发日期 / Issued on';
comment on column programme.documents."window_from" is '适用起始日期 / Applies from';
comment on column programme.documents."window_to" is '适用截止日期 / Applies until';
comment on column programme.documents."summary" is '主要内容 / Summary';
create unique index documents_key on programme.documents ("number") where retired_at is null;
create index documents_date on programme.documents ("issued_on" desc nulls last, record) where retired_at is null;
create index documents_act on programme.documents using brin (act);
grant select, insert on programme.documents to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.documents to mingjing_app;
alter table programme.documents enable row level security;
create policy reading on programme.documents for select to mingjing_app using (
    (select access.reaches_all('programme.documents', 'read')));
create policy writing on programme.documents for insert to mingjing_app with check (
    (select access.reaches_all('programme.documents', 'write')));
create policy retiring on programme.documents for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.documents', 'write'))))
  with check (
    (select access.reaches_all('programme.documents', 'write')));

create table programme.measures (
  "document" uuid not null,
  "number" bigint not null,
  "text" text not null,
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
comment on table programme.measures is '文件措施 / Measures';
comment on column programme.measures."document" is '文件 / Document (record of programme.documents)';
comment on column programme.measures."number" is '措施序号 / No.';
comment on column programme.measures."text" is '措施内容 / Measure';
create unique index measures_key on programme.measures ("document", "number") where retired_at is null;
create index measures_act on programme.measures using brin (act);
grant select, insert on programme.measures to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.measures to mingjing_app;
alter table programme.measures enable row level security;
create policy reading on programme.measures for select to mingjing_app using (
    (select access.reaches_all('programme.measures', 'read')));
create policy writing on programme.measures for insert to mingjing_app with check (
    (select access.reaches_all('programme.measures', 'write')));
create policy retiring on programme.measures for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.measures', 'write'))))
  with check (
    (select access.reaches_all('programme.measures', 'write')));

create table programme.special_actions (
  "number" text not null,
  "name" text not null,
  "plan" text not null,
  "kind" text not null,
  "document" uuid,
  "lead_unit" uuid not null,
  "from" date not null,
  "to" date,
  "goal" text,
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
comment on table programme.special_actions is '专项行动 / Special actions';
comment on column programme.special_actions."number" is '行动编号 / Action no.';
comment on column programme.special_actions."name" is '行动名称 / Name';
comment on column programme.special_actions."plan" is '所属方案 / Plan';
comment on column programme.special_actions."kind" is '行动类别 / Kind';
comment on column programme.special_actions."document" is '方案文件 / Plan document (record of programme.documents)';
comment on column programme.special_actions."lead_unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column programme.special_actions."from" is '开始日期 / From';
comment on column programme.special_actions."to" is '结束日期 / To';
comment on column programme.special_actions."goal" is '行动目标 / Goal';
comment on column programme.special_actions."state" is '状态 / State';
create unique index special_actions_key on programme.special_actions ("number") where retired_at is null;
create index special_actions_date on programme.special_actions ("from" desc nulls last, record) where retired_at is null;
create index special_actions_unit on programme.special_actions ("lead_unit", "from" desc nulls last, record) where retired_at is null;
create index special_actions_act on programme.special_actions using brin (act);
grant select, insert on programme.special_actions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.special_actions to mingjing_app;
alter table programme.special_actions enable row level security;
create policy reading on programme.special_actions for select to mingjing_app using (
    (select access.reaches_all('programme.specialActions', 'read'))
    or "lead_unit" = any ((select access.reached_units('programme.specialActions', 'read'))::uuid[]));
create policy writing on programme.special_actions for insert to mingjing_app with check (
    (select access.reaches_all('programme.specialActions', 'write'))
    or "lead_unit" = any ((select access.reached_units('programme.specialActions', 'write'))::uuid[]));
create policy retiring on programme.special_actions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.specialActions', 'write'))
    or "lead_unit" = any ((select access.reached_units('programme.specialActions', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.specialActions', 'write'))
    or "lead_unit" = any ((select access.reached_units('programme.specialActions', 'write'))::uuid[]));

create table programme.special_action_tasks (
  "number" text not null,
  "action" uuid not null,
  "unit" uuid not null,
  "text" text not null,
  "measure" text,
  "assigned_on" date not null,
  "due_on" date,
  "progress" text,
  "evidence" text,
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
comment on table programme.special_action_tasks is '专项行动任务 / Tasks of special actions';
comment on column programme.special_action_tasks."number" is '任务编号 / Task no.';
comment on column programme.special_action_tasks."action" is '专项行动 / Action (record of programme.specialActions)';
comment on column programme.special_action_tasks."unit" is '责任单位 / Unit (record of organisation.units)';
comment on column programme.special_action_tasks."text" is '任务内容 / Task';
comment on column programme.special_action_tasks."measure" is '工作措施 / Measure';
comment on column programme.special_action_tasks."assigned_on" is '下达日期 / Assigned on';
comment on column programme.special_action_tasks."due_on" is '完成时限 / Due on';
comment on column programme.special_action_tasks."progress" is '进展情况 / Progress';
comment on column programme.special_action_tasks."evidence" is '佐证材料 / Evidence';
comment on column programme.special_action_tasks."state" is '状态 / State';
create unique index special_action_tasks_key on programme.special_action_tasks ("number") where retired_at is null;
create index special_action_tasks_date on programme.special_action_tasks ("assigned_on" desc nulls last, record) where retired_at is null;
create index special_action_tasks_unit on programme.special_action_tasks ("unit", "assigned_on" desc nulls last, record) where retired_at is null;
create index special_action_tasks_act on programme.special_action_tasks using brin (act);
grant select, insert on programme.special_action_tasks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.special_action_tasks to mingjing_app;
alter table programme.special_action_tasks enable row level security;
create policy reading on programme.special_action_tasks for select to mingjing_app using (
    (select access.reaches_all('programme.specialActionTasks', 'read'))
    or "unit" = any ((select access.reached_units('programme.specialActionTasks', 'read'))::uuid[]));
create policy writing on programme.special_action_tasks for insert to mingjing_app with check (
    (select access.reaches_all('programme.specialActionTasks', 'write'))
    or "unit" = any ((select access.reached_units('programme.specialActionTasks', 'write'))::uuid[]));
create policy retiring on programme.special_action_tasks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.specialActionTasks', 'write'))
    or "unit" = any ((select access.reached_units('programme.specialActionTasks', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.specialActionTasks', 'write'))
    or "unit" = any ((select access.reached_units('programme.specialActionTasks', 'write'))::uuid[]));

create table programme.reform_tasks (
  "number" text not null,
  "item" text not null,
  "area" text not null,
  "document" uuid,
  "lead_unit" uuid not null,
  "assigned_on" date not null,
  "due_on" date,
  "done_on" date,
  "result" text,
  "evidence" text,
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
comment on table programme.reform_tasks is '改革任务 / Reform tasks';
comment on column programme.reform_tasks."number" is '任务编号 / Task no.';
comment on column programme.reform_tasks."item" is '改革事项 / Item';
comment on column programme.reform_tasks."area" is '改革领域 / Area';
comment on column programme.reform_tasks."document" is '依据文件 / Document (record of programme.documents)';
comment on column programme.reform_tasks."lead_unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column programme.reform_tasks."assigned_on" is '下达日期 / Assigned on';
comment on column programme.reform_tasks."due_on" is '完成时限 / Due on';
comment on column programme.reform_tasks."done_on" is '完成日期 / Done on';
comment on column programme.reform_tasks."result" is '改革成果 / Result';
comment on column programme.reform_tasks."evidence" is '佐证材料 / Evidence';
comment on column programme.reform_tasks."state" is '状态 / State';
create unique index reform_tasks_key on programme.reform_tasks ("number") where retired_at is null;
create index reform_tasks_date on programme.reform_tasks ("assigned_on" desc nulls last, record) where retired_at is null;
create index reform_tasks_unit on programme.reform_tasks ("lead_unit", "assigned_on" desc nulls last, record) where retired_at is null;
create index reform_tasks_act on programme.reform_tasks using brin (act);
grant select, insert on programme.reform_tasks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.reform_tasks to mingjing_app;
alter table programme.reform_tasks enable row level security;
create policy reading on programme.reform_tasks for select to mingjing_app using (
    (select access.reaches_all('programme.reformTasks', 'read'))
    or "lead_unit" = any ((select access.reached_units('programme.reformTasks', 'read'))::uuid[]));
create policy writing on programme.reform_tasks for insert to mingjing_app with check (
    (select access.reaches_all('programme.reformTasks', 'write'))
    or "lead_unit" = any ((select access.reached_units('programme.reformTasks', 'write'))::uuid[]));
create policy retiring on programme.reform_tasks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.reformTasks', 'write'))
    or "lead_unit" = any ((select access.reached_units('programme.reformTasks', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.reformTasks', 'write'))
    or "lead_unit" = any ((select access.reached_units('programme.reformTasks', 'write'))::uuid[]));

create table programme.event_security_tasks (
  "number" text not null,
  "kind" text not null,
  "document" uuid,
  "unit" uuid not null,
  "text" text not null,
  "assigned_on" date not null,
  "duty_from" timestamptz,
  "duty_to" timestamptz,
  "street" text,
  "public_place" text,
  "rounds" bigint,
  "hazards_found" bigint,
  "hazards_fixed" bigint,
  "handover" text,
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
comment on table programme.event_security_tasks is '安保任务 / Event-security tasks';
comment on column programme.event_security_tasks."number" is '任务编号 / Task no.';
comment on column programme.event_security_tasks."kind" is '任务类别 / Kind';
comment on column programme.event_security_tasks."document" is '安保方案 / Plan (record of programme.documents)';
comment on column programme.event_security_tasks."unit" is '责任单位 / Unit (record of organisation.units)';
comment on column programme.event_security_tasks."text" is '任务内容 / Task';
comment on column programme.event_security_tasks."assigned_on" is '下达日期 / Assigned on';
comment on column programme.event_security_tasks."duty_from" is '值守开始 / Duty from';
comment on column programme.event_security_tasks."duty_to" is '值守结束 / Duty until';
comment on column programme.event_security_tasks."street" is '镇街 / Street';
comment on column programme.event_security_tasks."public_place" is '公共场所 / Public place';
comment on column programme.event_security_tasks."rounds" is '排查轮次 / Rounds';
comment on column programme.event_security_tasks."hazards_found" is '发现隐患数 / Hazards found';
comment on column programme.event_security_tasks."hazards_fixed" is '整改隐患数 / Hazards fixed';
comment on column programme.event_security_tasks."handover" is '交接记录 / Hand-over notes';
comment on column programme.event_security_tasks."state" is '状态 / State';
create unique index event_security_tasks_key on programme.event_security_tasks ("number") where retired_at is null;
create index event_security_tasks_date on programme.event_security_tasks ("assigned_on" desc nulls last, record) where retired_at is null;
create index event_security_tasks_unit on programme.event_security_tasks ("unit", "assigned_on" desc nulls last, record) where retired_at is null;
create index event_security_tasks_act on programme.event_security_tasks using brin (act);
grant select, insert on programme.event_security_tasks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.event_security_tasks to mingjing_app;
alter table programme.event_security_tasks enable row level security;
create policy reading on programme.event_security_tasks for select to mingjing_app using (
    (select access.reaches_all('programme.eventSecurityTasks', 'read'))
    or "unit" = any ((select access.reached_units('programme.eventSecurityTasks', 'read'))::uuid[]));
create policy writing on programme.event_security_tasks for insert to mingjing_app with check (
    (select access.reaches_all('programme.eventSecurityTasks', 'write'))
    or "unit" = any ((select access.reached_units('programme.eventSecurityTasks', 'write'))::uuid[]));
create policy retiring on programme.event_security_tasks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.eventSecurityTasks', 'write'))
    or "unit" = any ((select access.reached_units('programme.eventSecurityTasks', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.eventSecurityTasks', 'write'))
    or "unit" = any ((select access.reached_units('programme.eventSecurityTasks', 'write'))::uuid[]));

create table programme.milestones (
  "number" text not null,
  "action" uuid,
  "reform_task" uuid,
  "unit" uuid not null,
  "name" text not null,
  "planned_on" date not null,
  "reached_on" date,
  "evidence" text,
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
comment on table programme.milestones is '节点 / Milestones';
comment on column programme.milestones."number" is '节点编号 / Milestone no.';
comment on column programme.milestones."action" is '专项行动 / Special action (record of programme.specialActions)';
comment on column programme.milestones."reform_task" is '改革任务 / Reform task (record of programme.reformTasks)';
comment on column programme.milestones."unit" is '责任单位 / Unit (record of organisation.units)';
comment on column programme.milestones."name" is '节点名称 / Name';
comment on column programme.milestones."planned_on" is '计划日期 / Planned on';
comment on column programme.milestones."reached_on" is '达成日期 / Reached on';
comment on column programme.milestones."evidence" is '佐证材料 / Evidence';
create unique index milestones_key on programme.milestones ("number") where retired_at is null;
create index milestones_date on programme.milestones ("planned_on" desc nulls last, record) where retired_at is null;
create index milestones_unit on programme.milestones ("unit", "planned_on" desc nulls last, record) where retired_at is null;
create index milestones_act on programme.milestones using brin (act);
grant select, insert on programme.milestones to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on programme.milestones to mingjing_app;
alter table programme.milestones enable row level security;
create policy reading on programme.milestones for select to mingjing_app using (
    (select access.reaches_all('programme.milestones', 'read'))
    or "unit" = any ((select access.reached_units('programme.milestones', 'read'))::uuid[]));
create policy writing on programme.milestones for insert to mingjing_app with check (
    (select access.reaches_all('programme.milestones', 'write'))
    or "unit" = any ((select access.reached_units('programme.milestones', 'write'))::uuid[]));
create policy retiring on programme.milestones for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('programme.milestones', 'write'))
    or "unit" = any ((select access.reached_units('programme.milestones', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('programme.milestones', 'write'))
    or "unit" = any ((select access.reached_units('programme.milestones', 'write'))::uuid[]));

