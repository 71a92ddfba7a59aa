-- 一窗一码 / Services: the registers of this module, drafted from their declarations.
create schema services;
comment on schema services is '一窗一码 / Services';
grant usage on schema services to mingjing_app;

create table services.items (
  "code" text not null,
  "name" text not null,
  "domain" text not null,
  "group" text,
  "unit" uuid not null,
  "basis" text,
  "applicants" text,
  "conditions" text,
  "materials" text,
  "statutory_limit" text,
  "promised_limit" text,
  "fee" text,
  "online_level" text not null,
  "at_window" boolean,
  "nearby" boolean,
  "on_web" boolean,
  "on_wechat" boolean not null,
  "result_document" text,
  "enabled" boolean not null,
  "enabled_on" date,
  "disabled_on" date,
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
comment on table services.items is '服务事项 / Service items';
comment on column services.items."code" is '事项编码 / Item code';
comment on column services.items."name" is '事项名称 / Name';
comment on column services.items."domain" is '业务领域 / Domain';
comment on column services.items."group" is '事项分组 / Group';
comment on column services.items."unit" is '实施单位 / Unit (record of organisation.units)';
comment on column services.items."basis" is '设定依据 / Basis';
comment on column services.items."applicants" is '服务对象 / Applicants';
comment on column services.items."conditions" is '办理条件 / Conditions';
comment on column services.items."materials" is '申请材料 / Materials';
comment on column services.items."statutory_limit" is '法定时限 / Limit by law';
comment on column services.items."promised_limit" is '承诺时限 / Limit promised';
comment on column services.items."fee" is '收费标准 / Fee';
comment on column services.items."online_level" is '网办深度 / Online level';
comment on column services.items."at_window" is '窗口可办 / At the window';
comment on column services.items."nearby" is '就近可办 / Nearby';
comment on column services.items."on_web" is '网站可办 / On the web';
comment on column services.items."on_wechat" is '接入微信 / In WeChat';
comment on column services.items."result_document" is '结果文书 / Result document';
comment on column services.items."enabled" is '是否开通 / Enabled';
comment on column services.items."enabled_on" is '开通日期 / Enabled on';
comment on column services.items."disabled_on" is '停用日期 / Disabled on';
create unique index items_key on services.items ("code") where retired_at is null;
create index items_date on services.items ("enabled_on" desc nulls last, record) where retired_at is null;
create index items_unit on services.items ("unit", "enabled_on" desc nulls last, record) where retired_at is null;
create index items_act on services.items using brin (act);
grant select, insert on services.items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.items to mingjing_app;
alter table services.items enable row level security;
create policy reading on services.items for select to mingjing_app using (
    (select access.reaches_all('services.items', 'read'))
    or "unit" = any ((select access.reached_units('services.items', 'read'))::uuid[]));
create policy writing on services.items for insert to mingjing_app with check (
    (select access.reaches_all('services.items', 'write'))
    or "unit" = any ((select access.reached_units('services.items', 'write'))::uuid[]));
create policy retiring on services.items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.items', 'write'))
    or "unit" = any ((select access.reached_units('services.items', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.items', 'write'))
    or "unit" = any ((select access.reached_units('services.items', 'write'))::uuid[]));

create table services.windows (
  "code" text not null,
  "name" text not null,
  "unit" uuid not null,
  "place" text,
  "serves" text,
  "opened_on" date,
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
comment on table services.windows is '服务窗口 / Windows';
comment on column services.windows."code" is '窗口编号 / Window no.';
comment on column services.windows."name" is '窗口名称 / Name';
comment on column services.windows."unit" is '所属单位 / Unit (record of organisation.units)';
comment on column services.windows."place" is '窗口地点 / Place';
comment on column services.windows."serves" is '办理业务 / What it serves';
comment on column services.windows."opened_on" is '启用日期 / Opened on';
comment on column services.windows."closed_on" is '停用日期 / Closed on';
create unique index windows_key on services.windows ("code") where retired_at is null;
create index windows_date on services.windows ("opened_on" desc nulls last, record) where retired_at is null;
create index windows_unit on services.windows ("unit", "opened_on" desc nulls last, record) where retired_at is null;
create index windows_act on services.windows using brin (act);
grant select, insert on services.windows to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.windows to mingjing_app;
alter table services.windows enable row level security;
create policy reading on services.windows for select to mingjing_app using (
    (select access.reaches_all('services.windows', 'read'))
    or "unit" = any ((select access.reached_units('services.windows', 'read'))::uuid[]));
create policy writing on services.windows for insert to mingjing_app with check (
    (select access.reaches_all('services.windows', 'write'))
    or "unit" = any ((select access.reached_units('services.windows', 'write'))::uuid[]));
create policy retiring on services.windows for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.windows', 'write'))
    or "unit" = any ((select access.reached_units('services.windows', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.windows', 'write'))
    or "unit" = any ((select access.reached_units('services.windows', 'write'))::uuid[]));

create table services.cases (
  "number" text not null,
  "item" uuid not null,
  "unit" uuid not null,
  "window" uuid,
  "channel" text not null,
  "applicant_name" text not null,
  "applicant_mobile" bytea,
  "applicant_mobile_hash" bytea,
  "materials" text,
  "submitted_at" timestamptz not null,
  "supplement_on" date,
  "accepted_on" date,
  "due_on" date,
  "decided_on" date,
  "result" text,
  "refusal_reason" text,
  "delivered_on" date,
  "rating" text,
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
comment on table services.cases is '办件 / Service cases';
comment on column services.cases."number" is '办件编号 / Case no.';
comment on column services.cases."item" is '服务事项 / Item (record of services.items)';
comment on column services.cases."unit" is '办理单位 / Unit (record of organisation.units)';
comment on column services.cases."window" is '受理窗口 / Window (record of services.windows)';
comment on column services.cases."channel" is '申请渠道 / Channel';
comment on column services.cases."applicant_name" is '申请人 / Applicant';
comment on column services.cases."applicant_mobile" is '联系电话 / Mobile (encrypted)';
comment on column services.cases."applicant_mobile_hash" is '联系电话 / Mobile (keyed hash for matching)';
comment on column services.cases."materials" is '提交材料 / Materials handed in';
comment on column services.cases."submitted_at" is '申请时间 / Submitted at';
comment on column services.cases."supplement_on" is '一次性告知补正日期 / Missing papers named on';
comment on column services.cases."accepted_on" is '受理日期 / Accepted on';
comment on column services.cases."due_on" is '办理期限 / Due on';
comment on column services.cases."decided_on" is '办结日期 / Decided on';
comment on column services.cases."result" is '办理结果 / Result';
comment on column services.cases."refusal_reason" is '不予办理理由 / Reason for refusal';
comment on column services.cases."delivered_on" is '送达日期 / Delivered on';
comment on column services.cases."rating" is '评价 / Rating';
comment on column services.cases."state" is '状态 / State';
create unique index cases_key on services.cases ("number") where retired_at is null;
create index cases_date on services.cases ("submitted_at" desc nulls last, record) where retired_at is null;
create index cases_unit on services.cases ("unit", "submitted_at" desc nulls last, record) where retired_at is null;
create index cases_act on services.cases using brin (act);
grant select, insert on services.cases to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.cases to mingjing_app;
alter table services.cases enable row level security;
create policy reading on services.cases for select to mingjing_app using (
    (select access.reaches_all('services.cases', 'read'))
    or "unit" = any ((select access.reached_units('services.cases', 'read'))::uuid[]));
create policy writing on services.cases for insert to mingjing_app with check (
    (select access.reaches_all('services.cases', 'write'))
    or "unit" = any ((select access.reached_units('services.cases', 'write'))::uuid[]));
create policy retiring on services.cases for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.cases', 'write'))
    or "unit" = any ((select access.reached_units('services.cases', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.cases', 'write'))
    or "unit" = any ((select access.reached_units('services.cases', 'write'))::uuid[]));

create table services.tickets (
  "number" text not null,
  "window" uuid not null,
  "unit" uuid not null,
  "case" uuid,
  "taken_at" timestamptz not null,
  "called_at" timestamptz,
  "served_at" timestamptz,
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
comment on table services.tickets is '窗口叫号 / Window tickets';
comment on column services.tickets."number" is '票号 / Ticket no.';
comment on column services.tickets."window" is '窗口 / Window (record of services.windows)';
comment on column services.tickets."unit" is '所属单位 / Unit (record of organisation.units)';
comment on column services.tickets."case" is '办件 / Case (record of services.cases)';
comment on column services.tickets."taken_at" is '取号时间 / Taken at';
comment on column services.tickets."called_at" is '叫号时间 / Called at';
comment on column services.tickets."served_at" is '办结时间 / Served at';
create unique index tickets_key on services.tickets ("number") where retired_at is null;
create index tickets_date on services.tickets ("taken_at" desc nulls last, record) where retired_at is null;
create index tickets_unit on services.tickets ("unit", "taken_at" desc nulls last, record) where retired_at is null;
create index tickets_act on services.tickets using brin (act);
grant select, insert on services.tickets to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.tickets to mingjing_app;
alter table services.tickets enable row level security;
create policy reading on services.tickets for select to mingjing_app using (
    (select access.reaches_all('services.tickets', 'read'))
    or "unit" = any ((select access.reached_units('services.tickets', 'read'))::uuid[]));
create policy writing on services.tickets for insert to mingjing_app with check (
    (select access.reaches_all('services.tickets', 'write'))
    or "unit" = any ((select access.reached_units('services.tickets', 'write'))::uuid[]));
create policy retiring on services.tickets for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.tickets', 'write'))
    or "unit" = any ((select access.reached_units('services.tickets', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.tickets', 'write'))
    or "unit" = any ((select access.reached_units('services.tickets', 'write'))::uuid[]));

create table services.codes (
  "number" text not null,
  "token_hash" text not null,
  "case" uuid not null,
  "unit" uuid not null,
  "issued_at" timestamptz not null,
  "expires_at" timestamptz not null,
  "revoked_at" timestamptz,
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
comment on table services.codes is '办件码 / Matter codes';
comment on column services.codes."number" is '码编号 / Code no.';
comment on column services.codes."token_hash" is '码摘要 / Hash of the code';
comment on column services.codes."case" is '办件 / Case (record of services.cases)';
comment on column services.codes."unit" is '办理单位 / Unit (record of organisation.units)';
comment on column services.codes."issued_at" is '发码时间 / Issued at';
comment on column services.codes."expires_at" is '失效时间 / Expires at';
comment on column services.codes."revoked_at" is '注销时间 / Revoked at';
create unique index codes_key on services.codes ("number") where retired_at is null;
create index codes_date on services.codes ("issued_at" desc nulls last, record) where retired_at is null;
create index codes_unit on services.codes ("unit", "issued_at" desc nulls last, record) where retired_at is null;
create index codes_act on services.codes using brin (act);
grant select, insert on services.codes to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.codes to mingjing_app;
alter table services.codes enable row level security;
create policy reading on services.codes for select to mingjing_app using (
    (select access.reaches_all('services.codes', 'read'))
    or "unit" = any ((select access.reached_units('services.codes', 'read'))::uuid[]));
create policy writing on services.codes for insert to mingjing_app with check (
    (select access.reaches_all('services.codes', 'write'))
    or "unit" = any ((select access.reached_units('services.codes', 'write'))::uuid[]));
create policy retiring on services.codes for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.codes', 'write'))
    or "unit" = any ((select access.reached_units('services.codes', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.codes', 'write'))
    or "unit" = any ((select access.reached_units('services.codes', 'write'))::uuid[]));

create table services.platforms (
  "code" text not null,
  "name" text not null,
  "group" text not null,
  "theme" text,
  "unit" uuid,
  "operator" text,
  "opened_on" date,
  "closed_on" date,
  "services" bigint,
  "visits" bigint,
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
comment on table services.platforms is '服务平台 / Platforms';
comment on column services.platforms."code" is '平台编码 / Code';
comment on column services.platforms."name" is '平台名称 / Name';
comment on column services.platforms."group" is '平台分组 / Group';
comment on column services.platforms."theme" is '服务主题 / Theme';
comment on column services.platforms."unit" is '牵头单位 / Lead unit (record of organisation.units)';
comment on column services.platforms."operator" is '运营单位 / Operator';
comment on column services.platforms."opened_on" is '启用日期 / Opened on';
comment on column services.platforms."closed_on" is '停用日期 / Closed on';
comment on column services.platforms."services" is '累计服务次数 / Services so far';
comment on column services.platforms."visits" is '累计访问次数 / Visits so far';
comment on column services.platforms."description" is '平台简介 / Description';
create unique index platforms_key on services.platforms ("code") where retired_at is null;
create index platforms_date on services.platforms ("opened_on" desc nulls last, record) where retired_at is null;
create index platforms_unit on services.platforms ("unit", "opened_on" desc nulls last, record) where retired_at is null;
create index platforms_act on services.platforms using brin (act);
grant select, insert on services.platforms to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.platforms to mingjing_app;
alter table services.platforms enable row level security;
create policy reading on services.platforms for select to mingjing_app using (
    (select access.reaches_all('services.platforms', 'read'))
    or "unit" = any ((select access.reached_units('services.platforms', 'read'))::uuid[]));
create policy writing on services.platforms for insert to mingjing_app with check (
    (select access.reaches_all('services.platforms', 'write'))
    or "unit" = any ((select access.reached_units('services.platforms', 'write'))::uuid[]));
create policy retiring on services.platforms for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.platforms', 'write'))
    or "unit" = any ((select access.reached_units('services.platforms', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.platforms', 'write'))
    or "unit" = any ((select access.reached_units('services.platforms', 'write'))::uuid[]));

create table services.platform_features (
  "code" text not null,
  "platform" uuid not null,
  "name" text not null,
  "opened_on" date,
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
comment on table services.platform_features is '平台功能 / Platform features';
comment on column services.platform_features."code" is '功能编码 / Code';
comment on column services.platform_features."platform" is '平台 / Platform (record of services.platforms)';
comment on column services.platform_features."name" is '功能名称 / Name';
comment on column services.platform_features."opened_on" is '启用日期 / Opened on';
comment on column services.platform_features."description" is '功能说明 / Description';
create unique index platform_features_key on services.platform_features ("code") where retired_at is null;
create index platform_features_date on services.platform_features ("opened_on" desc nulls last, record) where retired_at is null;
create index platform_features_act on services.platform_features using brin (act);
grant select, insert on services.platform_features to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.platform_features to mingjing_app;
alter table services.platform_features enable row level security;
create policy reading on services.platform_features for select to mingjing_app using (
    (select access.reaches_all('services.platformFeatures', 'read')));
create policy writing on services.platform_features for insert to mingjing_app with check (
    (select access.reaches_all('services.platformFeatures', 'write')));
create policy retiring on services.platform_features for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.platformFeatures', 'write'))))
  with check (
    (select access.reaches_all('services.platformFeatures', 'write')));

create table services.centres (
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "unit" uuid,
  "place" text,
  "opened_on" date,
  "closed_on" date,
  "claim" text,
  "claim_source" text,
  "services" bigint,
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
comment on table services.centres is '服务中心 / Centres';
comment on column services.centres."code" is '中心编码 / Code';
comment on column services.centres."name" is '中心名称 / Name';
comment on column services.centres."kind" is '中心类别 / Kind';
comment on column services.centres."unit" is '主管单位 / Unit (record of organisation.units)';
comment on column services.centres."place" is '中心地址 / Place';
comment on column services.centres."opened_on" is '成立日期 / Opened on';
comment on column services.centres."closed_on" is '撤销日期 / Closed on';
comment on column services.centres."claim" is '宣传表述 / Claim';
comment on column services.centres."claim_source" is '表述出处 / Source of the claim';
comment on column services.centres."services" is '累计服务人次 / Persons served so far';
create unique index centres_key on services.centres ("code") where retired_at is null;
create index centres_date on services.centres ("opened_on" desc nulls last, record) where retired_at is null;
create index centres_unit on services.centres ("unit", "opened_on" desc nulls last, record) where retired_at is null;
create index centres_act on services.centres using brin (act);
grant select, insert on services.centres to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on services.centres to mingjing_app;
alter table services.centres enable row level security;
create policy reading on services.centres for select to mingjing_app using (
    (select access.reaches_all('services.centres', 'read'))
    or "unit" = any ((select access.reached_units('services.centres', 'read'))::uuid[]));
create policy writing on services.centres for insert to mingjing_app with check (
    (select access.reaches_all('services.centres', 'write'))
    or "unit" = any ((select access.reached_units('services.centres', 'write'))::uuid[]));
create policy retiring on services.centres for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('services.centres', 'write'))
    or "unit" = any ((select access.reached_units('services.centres', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('services.centres', 'write'))
    or "unit" = any ((select access.reached_units('services.centres', 'write'))::uuid[]));

