-- 为民办实事 / Outreach: the registers of this module, drafted from their declarations.
create schema outreach;
comment on schema outreach is '为民办实事 / Outreach';
grant usage on schema outreach to mingjing_app;

create table outreach.events (
  "number" text not null,
  "kind" text not null,
  "title" text not null,
  "unit" uuid not null,
  "held_on" date not null,
  "starts_at" timestamptz,
  "ends_at" timestamptz,
  "place" text,
  "audience" text,
  "participants" bigint,
  "content" text,
  "opinions" bigint,
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
comment on table outreach.events is '开门活动 / Open-door events';
comment on column outreach.events."number" is '活动编号 / Event no.';
comment on column outreach.events."kind" is '活动类型 / Kind';
comment on column outreach.events."title" is '活动名称 / Title';
comment on column outreach.events."unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column outreach.events."held_on" is '活动日期 / Held on';
comment on column outreach.events."starts_at" is '开始时间 / Starts at';
comment on column outreach.events."ends_at" is '结束时间 / Ends at';
comment on column outreach.events."place" is '活动地点 / Place';
comment on column outreach.events."audience" is '参加对象 / Audience';
comment on column outreach.events."participants" is '参加人数 / Participants';
comment on column outreach.events."content" is '活动内容 / Programme';
comment on column outreach.events."opinions" is '收集意见数 / Opinions collected';
comment on column outreach.events."note" is '备注 / Note';
create unique index events_key on outreach.events ("number") where retired_at is null;
create index events_date on outreach.events ("held_on" desc nulls last, record) where retired_at is null;
create index events_unit on outreach.events ("unit", "held_on" desc nulls last, record) where retired_at is null;
create index events_act on outreach.events using brin (act);
grant select, insert on outreach.events to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.events to mingjing_app;
alter table outreach.events enable row level security;
create policy reading on outreach.events for select to mingjing_app using (
    (select access.reaches_all('outreach.events', 'read'))
    or "unit" = any ((select access.reached_units('outreach.events', 'read'))::uuid[]));
create policy writing on outreach.events for insert to mingjing_app with check (
    (select access.reaches_all('outreach.events', 'write'))
    or "unit" = any ((select access.reached_units('outreach.events', 'write'))::uuid[]));
create policy retiring on outreach.events for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.events', 'write'))
    or "unit" = any ((select access.reached_units('outreach.events', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('outreach.events', 'write'))
    or "unit" = any ((select access.reached_units('outreach.events', 'write'))::uuid[]));

create table outreach.suggestions (
  "number" text not null,
  "event" uuid,
  "text" text not null,
  "from_group" text not null,
  "named_with_consent" text,
  "made_on" date not null,
  "unit" uuid not null,
  "adopted" text,
  "reply" text,
  "due_on" date,
  "replied_on" date,
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
comment on table outreach.suggestions is '意见建议 / Suggestions';
comment on column outreach.suggestions."number" is '意见编号 / Suggestion no.';
comment on column outreach.suggestions."event" is '来源活动 / Event (record of outreach.events)';
comment on column outreach.suggestions."text" is '意见内容 / Suggestion';
comment on column outreach.suggestions."from_group" is '提出人类别 / From';
comment on column outreach.suggestions."named_with_consent" is '提出人(经同意) / Named with consent';
comment on column outreach.suggestions."made_on" is '提出日期 / Made on';
comment on column outreach.suggestions."unit" is '办理单位 / Unit (record of organisation.units)';
comment on column outreach.suggestions."adopted" is '采纳情况 / Adopted';
comment on column outreach.suggestions."reply" is '答复情况 / Reply';
comment on column outreach.suggestions."due_on" is '答复时限 / Due on';
comment on column outreach.suggestions."replied_on" is '答复日期 / Replied on';
comment on column outreach.suggestions."state" is '状态 / State';
create unique index suggestions_key on outreach.suggestions ("number") where retired_at is null;
create index suggestions_date on outreach.suggestions ("made_on" desc nulls last, record) where retired_at is null;
create index suggestions_unit on outreach.suggestions ("unit", "made_on" desc nulls last, record) where retired_at is null;
create index suggestions_act on outreach.suggestions using brin (act);
grant select, insert on outreach.suggestions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.suggestions to mingjing_app;
alter table outreach.suggestions enable row level security;
create policy reading on outreach.suggestions for select to mingjing_app using (
    (select access.reaches_all('outreach.suggestions', 'read'))
    or "unit" = any ((select access.reached_units('outreach.suggestions', 'read'))::uuid[]));
create policy writing on outreach.suggestions for insert to mingjing_app with check (
    (select access.reaches_all('outreach.suggestions', 'write'))
    or "unit" = any ((select access.reached_units('outreach.suggestions', 'write'))::uuid[]));
create policy retiring on outreach.suggestions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.suggestions', 'write'))
    or "unit" = any ((select access.reached_units('outreach.suggestions', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('outreach.suggestions', 'write'))
    or "unit" = any ((select access.reached_units('outreach.suggestions', 'write'))::uuid[]));

create table outreach.satisfaction_surveys (
  "number" text not null,
  "kind" text not null,
  "unit" uuid,
  "region_code" text,
  "surveyed_on" date not null,
  "source" text not null,
  "answers" bigint,
  "rate" numeric(20,2) not null,
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
comment on table outreach.satisfaction_surveys is '群众安全感和满意度调查 / Surveys of security and satisfaction';
comment on column outreach.satisfaction_surveys."number" is '调查编号 / Survey no.';
comment on column outreach.satisfaction_surveys."kind" is '调查类别 / Kind';
comment on column outreach.satisfaction_surveys."unit" is '被评价单位 / Unit (record of organisation.units)';
comment on column outreach.satisfaction_surveys."region_code" is '行政区划代码 / Region code';
comment on column outreach.satisfaction_surveys."surveyed_on" is '调查日期 / Surveyed on';
comment on column outreach.satisfaction_surveys."source" is '数据来源 / Source';
comment on column outreach.satisfaction_surveys."answers" is '有效样本数 / Valid answers';
comment on column outreach.satisfaction_surveys."rate" is '结果(%) / Result (%)';
comment on column outreach.satisfaction_surveys."note" is '备注 / Note';
create unique index satisfaction_surveys_key on outreach.satisfaction_surveys ("number") where retired_at is null;
create index satisfaction_surveys_date on outreach.satisfaction_surveys ("surveyed_on" desc nulls last, record) where retired_at is null;
create index satisfaction_surveys_unit on outreach.satisfaction_surveys ("unit", "surveyed_on" desc nulls last, record) where retired_at is null;
create index satisfaction_surveys_act on outreach.satisfaction_surveys using brin (act);
grant select, insert on outreach.satisfaction_surveys to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.satisfaction_surveys to mingjing_app;
alter table outreach.satisfaction_surveys enable row level security;
create policy reading on outreach.satisfaction_surveys for select to mingjing_app using (
    (select access.reaches_all('outreach.satisfactionSurveys', 'read'))
    or "unit" = any ((select access.reached_units('outreach.satisfactionSurveys', 'read'))::uuid[]));
create policy writing on outreach.satisfaction_surveys for insert to mingjing_app with check (
    (select access.reaches_all('outreach.satisfactionSurveys', 'write'))
    or "unit" = any ((select access.reached_units('outreach.satisfactionSurveys', 'write'))::uuid[]));
create policy retiring on outreach.satisfaction_surveys for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.satisfactionSurveys', 'write'))
    or "unit" = any ((select access.reached_units('outreach.satisfactionSurveys', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('outreach.satisfactionSurveys', 'write'))
    or "unit" = any ((select access.reached_units('outreach.satisfactionSurveys', 'write'))::uuid[]));

create table outreach.projects (
  "code" text not null,
  "year" bigint not null,
  "name" text not null,
  "company" text,
  "region_code" text,
  "investment" numeric(20,2),
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
comment on table outreach.projects is '市级重点建设项目 / Key projects';
comment on column outreach.projects."code" is '项目编号 / Project no.';
comment on column outreach.projects."year" is '年度 / Year';
comment on column outreach.projects."name" is '项目名称 / Name';
comment on column outreach.projects."company" is '建设单位 / Owner';
comment on column outreach.projects."region_code" is '行政区划代码 / Region code';
comment on column outreach.projects."investment" is '总投资(万元) / Investment (10,000 yuan)';
create unique index projects_key on outreach.projects ("code") where retired_at is null;
create index projects_act on outreach.projects using brin (act);
grant select, insert on outreach.projects to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.projects to mingjing_app;
alter table outreach.projects enable row level security;
create policy reading on outreach.projects for select to mingjing_app using (
    (select access.reaches_all('outreach.projects', 'read')));
create policy writing on outreach.projects for insert to mingjing_app with check (
    (select access.reaches_all('outreach.projects', 'write')));
create policy retiring on outreach.projects for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.projects', 'write'))))
  with check (
    (select access.reaches_all('outreach.projects', 'write')));

create table outreach.project_liaisons (
  "project" uuid not null,
  "leader" uuid not null,
  "unit" uuid not null,
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
comment on table outreach.project_liaisons is '联系重点项目 / Project liaisons';
comment on column outreach.project_liaisons."project" is '项目 / Project (record of outreach.projects)';
comment on column outreach.project_liaisons."leader" is '联系领导 / Leader (record of organisation.officers)';
comment on column outreach.project_liaisons."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column outreach.project_liaisons."from" is '联系起始日期 / From';
comment on column outreach.project_liaisons."to" is '联系结束日期 / To';
create unique index project_liaisons_key on outreach.project_liaisons ("project", "leader", "from") where retired_at is null;
create index project_liaisons_date on outreach.project_liaisons ("from" desc nulls last, record) where retired_at is null;
create index project_liaisons_unit on outreach.project_liaisons ("unit", "from" desc nulls last, record) where retired_at is null;
create index project_liaisons_officer on outreach.project_liaisons ("leader") where retired_at is null;
create index project_liaisons_act on outreach.project_liaisons using brin (act);
grant select, insert on outreach.project_liaisons to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.project_liaisons to mingjing_app;
alter table outreach.project_liaisons enable row level security;
create policy reading on outreach.project_liaisons for select to mingjing_app using (
    (select access.reaches_all('outreach.projectLiaisons', 'read'))
    or "unit" = any ((select access.reached_units('outreach.projectLiaisons', 'read'))::uuid[])
    or "leader" = (select access.reached_officer('outreach.projectLiaisons')));
create policy writing on outreach.project_liaisons for insert to mingjing_app with check (
    (select access.reaches_all('outreach.projectLiaisons', 'write'))
    or "unit" = any ((select access.reached_units('outreach.projectLiaisons', 'write'))::uuid[]));
create policy retiring on outreach.project_liaisons for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.projectLiaisons', 'write'))
    or "unit" = any ((select access.reached_units('outreach.projectLiaisons', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('outreach.projectLiaisons', 'write'))
    or "unit" = any ((select access.reached_units('outreach.projectLiaisons', 'write'))::uuid[]));

create table outreach.contacts (
  "number" text not null,
  "project" uuid not null,
  "leader" uuid not null,
  "unit" uuid not null,
  "contacted_on" date not null,
  "way" text not null,
  "demand" text,
  "answer" text,
  "due_on" date,
  "answered_on" date,
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
comment on table outreach.contacts is '项目联系记录 / Project contacts';
comment on column outreach.contacts."number" is '联系编号 / Contact no.';
comment on column outreach.contacts."project" is '项目 / Project (record of outreach.projects)';
comment on column outreach.contacts."leader" is '联系领导 / Leader (record of organisation.officers)';
comment on column outreach.contacts."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column outreach.contacts."contacted_on" is '联系日期 / Contacted on';
comment on column outreach.contacts."way" is '联系方式 / Way';
comment on column outreach.contacts."demand" is '反映诉求 / Demand raised';
comment on column outreach.contacts."answer" is '答复办理情况 / Answer';
comment on column outreach.contacts."due_on" is '办理时限 / Due on';
comment on column outreach.contacts."answered_on" is '办结日期 / Answered on';
comment on column outreach.contacts."state" is '状态 / State';
create unique index contacts_key on outreach.contacts ("number") where retired_at is null;
create index contacts_date on outreach.contacts ("contacted_on" desc nulls last, record) where retired_at is null;
create index contacts_unit on outreach.contacts ("unit", "contacted_on" desc nulls last, record) where retired_at is null;
create index contacts_officer on outreach.contacts ("leader") where retired_at is null;
create index contacts_act on outreach.contacts using brin (act);
grant select, insert on outreach.contacts to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.contacts to mingjing_app;
alter table outreach.contacts enable row level security;
create policy reading on outreach.contacts for select to mingjing_app using (
    (select access.reaches_all('outreach.contacts', 'read'))
    or "unit" = any ((select access.reached_units('outreach.contacts', 'read'))::uuid[])
    or "leader" = (select access.reached_officer('outreach.contacts')));
create policy writing on outreach.contacts for insert to mingjing_app with check (
    (select access.reaches_all('outreach.contacts', 'write'))
    or "unit" = any ((select access.reached_units('outreach.contacts', 'write'))::uuid[]));
create policy retiring on outreach.contacts for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.contacts', 'write'))
    or "unit" = any ((select access.reached_units('outreach.contacts', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('outreach.contacts', 'write'))
    or "unit" = any ((select access.reached_units('outreach.contacts', 'write'))::uuid[]));

create table outreach.practical_items (
  "number" text not null,
  "unit" uuid not null,
  "title" text not null,
  "beneficiaries" text,
  "measure" text,
  "target" text,
  "due_on" date,
  "evidence" text,
  "publication" uuid,
  "published_on" date,
  "done_on" date,
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
comment on table outreach.practical_items is '办实事项目 / Practical items';
comment on column outreach.practical_items."number" is '实事编号 / Item no.';
comment on column outreach.practical_items."unit" is '承办单位 / Unit (record of organisation.units)';
comment on column outreach.practical_items."title" is '实事名称 / Title';
comment on column outreach.practical_items."beneficiaries" is '受益群体 / For whom';
comment on column outreach.practical_items."measure" is '具体措施 / Measure';
comment on column outreach.practical_items."target" is '目标 / Target';
comment on column outreach.practical_items."due_on" is '完成时限 / Due on';
comment on column outreach.practical_items."evidence" is '完成情况 / Evidence';
comment on column outreach.practical_items."publication" is '公示 / Publication (record of disclosure.publications)';
comment on column outreach.practical_items."published_on" is '公示日期 / Published on';
comment on column outreach.practical_items."done_on" is '完成日期 / Done on';
comment on column outreach.practical_items."state" is '状态 / State';
create unique index practical_items_key on outreach.practical_items ("number") where retired_at is null;
create index practical_items_date on outreach.practical_items ("published_on" desc nulls last, record) where retired_at is null;
create index practical_items_unit on outreach.practical_items ("unit", "published_on" desc nulls last, record) where retired_at is null;
create index practical_items_act on outreach.practical_items using brin (act);
grant select, insert on outreach.practical_items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on outreach.practical_items to mingjing_app;
alter table outreach.practical_items enable row level security;
create policy reading on outreach.practical_items for select to mingjing_app using (
    (select access.reaches_all('outreach.practicalItems', 'read'))
    or "unit" = any ((select access.reached_units('outreach.practicalItems', 'read'))::uuid[]));
create policy writing on outreach.practical_items for insert to mingjing_app with check (
    (select access.reaches_all('outreach.practicalItems', 'write'))
    or "unit" = any ((select access.reached_units('outreach.practicalItems', 'write'))::uuid[]));
create policy retiring on outreach.practical_items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('outreach.practicalItems', 'write'))
    or "unit" = any ((select access.reached_units('outreach.practicalItems', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('outreach.practicalItems', 'write'))
    or "unit" = any ((select access.reached_units('outreach.practicalItems', 'write'))::uuid[]));

