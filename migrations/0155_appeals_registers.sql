-- 民声诉求 / Appeals: the registers of this module, drafted from their declarations.
create schema appeals;
comment on schema appeals is '民声诉求 / Appeals';
grant usage on schema appeals to mingjing_app;

create table appeals.categories (
  "code" text not null,
  "level" bigint not null,
  "name" text not null,
  "parent" uuid,
  "default_unit" uuid,
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
comment on table appeals.categories is '诉求分类 / Categories of appeals';
comment on column appeals.categories."code" is '分类编码 / Code';
comment on column appeals.categories."level" is '分类级别 / Level';
comment on column appeals.categories."name" is '分类名称 / Name';
comment on column appeals.categories."parent" is '上级分类 / Parent (record of appeals.categories)';
comment on column appeals.categories."default_unit" is '默认承办单位 / Unit by default (record of organisation.units)';
create unique index categories_key on appeals.categories ("code") where retired_at is null;
create index categories_act on appeals.categories using brin (act);
grant select, insert on appeals.categories to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.categories to mingjing_app;
alter table appeals.categories enable row level security;
create policy reading on appeals.categories for select to mingjing_app using (
    (select access.reaches_all('appeals.categories', 'read')));
create policy writing on appeals.categories for insert to mingjing_app with check (
    (select access.reaches_all('appeals.categories', 'write')));
create policy retiring on appeals.categories for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.categories', 'write'))))
  with check (
    (select access.reaches_all('appeals.categories', 'write')));

create table appeals.appeals (
  "ticket_no" text not null,
  "channel" text not null,
  "received_at" timestamptz not null,
  "kind" text not null,
  "category" uuid,
  "region" text,
  "place" text,
  "unit" uuid,
  "title" text,
  "text" text not null,
  "caller_name" text,
  "caller_mobile" bytea,
  "caller_mobile_hash" bytea,
  "wants_reply" boolean,
  "confidential" boolean,
  "urgency" text,
  "accepted" boolean,
  "refusal_reason" text,
  "due_on" date,
  "merged_into" uuid,
  "is_repeat" boolean,
  "supervised" boolean,
  "rework_count" bigint,
  "closed_on" date,
  "archived_on" date,
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
comment on table appeals.appeals is '群众诉求 / Appeals';
comment on column appeals.appeals."ticket_no" is '工单编号 / Ticket no.';
comment on column appeals.appeals."channel" is '诉求渠道 / Channel';
comment on column appeals.appeals."received_at" is '接收时间 / Received at';
comment on column appeals.appeals."kind" is '诉求类型 / Kind';
comment on column appeals.appeals."category" is '诉求分类 / Category (record of appeals.categories)';
comment on column appeals.appeals."region" is '所属区域 / Region';
comment on column appeals.appeals."place" is '诉求地点 / Place';
comment on column appeals.appeals."unit" is '承办单位 / Handling unit (record of organisation.units)';
comment on column appeals.appeals."title" is '诉求标题 / Title';
comment on column appeals.appeals."text" is '诉求内容 / Text';
comment on column appeals.appeals."caller_name" is '诉求人姓名 / Caller';
comment on column appeals.appeals."caller_mobile" is '联系电话 / Mobile (encrypted)';
comment on column appeals.appeals."caller_mobile_hash" is '联系电话 / Mobile (keyed hash for matching)';
comment on column appeals.appeals."wants_reply" is '是否需要答复 / Wants a reply';
comment on column appeals.appeals."confidential" is '是否保密 / Confidential';
comment on column appeals.appeals."urgency" is '紧急程度 / Urgency';
comment on column appeals.appeals."accepted" is '是否受理 / Accepted';
comment on column appeals.appeals."refusal_reason" is '不予受理原因 / Reason for refusal';
comment on column appeals.appeals."due_on" is '办理期限 / Due on';
comment on column appeals.appeals."merged_into" is '并入工单 / Merged into (record of appeals.appeals)';
comment on column appeals.appeals."is_repeat" is '是否重复诉求 / Repeat';
comment on column appeals.appeals."supervised" is '是否督办 / Under supervision';
comment on column appeals.appeals."rework_count" is '重办次数 / Times reworked';
comment on column appeals.appeals."closed_on" is '办结日期 / Closed on';
comment on column appeals.appeals."archived_on" is '归档日期 / Archived on';
comment on column appeals.appeals."state" is '状态 / State';
create unique index appeals_key on appeals.appeals ("ticket_no") where retired_at is null;
create index appeals_date on appeals.appeals ("received_at" desc nulls last, record) where retired_at is null;
create index appeals_unit on appeals.appeals ("unit", "received_at" desc nulls last, record) where retired_at is null;
create index appeals_act on appeals.appeals using brin (act);
grant select, insert on appeals.appeals to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.appeals to mingjing_app;
alter table appeals.appeals enable row level security;
create policy reading on appeals.appeals for select to mingjing_app using (
    (select access.reaches_all('appeals.appeals', 'read'))
    or "unit" = any ((select access.reached_units('appeals.appeals', 'read'))::uuid[]));
create policy writing on appeals.appeals for insert to mingjing_app with check (
    (select access.reaches_all('appeals.appeals', 'write'))
    or "unit" = any ((select access.reached_units('appeals.appeals', 'write'))::uuid[]));
create policy retiring on appeals.appeals for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.appeals', 'write'))
    or "unit" = any ((select access.reached_units('appeals.appeals', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('appeals.appeals', 'write'))
    or "unit" = any ((select access.reached_units('appeals.appeals', 'write'))::uuid[]));
create table appeals.appeals_counts (
  "received_at" date,
  "accepted" boolean,
  "unit" uuid,
  "state" text,
  number bigint not null
);
comment on table appeals.appeals_counts is 'running count of appeals.appeals: folded totals';
grant select on appeals.appeals_counts to mingjing_app;
alter table appeals.appeals_counts enable row level security;
create policy reading on appeals.appeals_counts for select to mingjing_app using ((select access.reaches_all('appeals.appeals', 'read')) or "unit" = any ((select access.reached_units('appeals.appeals', 'read'))::uuid[]));
create index appeals_counts_key on appeals.appeals_counts ("received_at", "accepted", "unit", "state");
create table appeals.appeals_deltas (
  "received_at" date,
  "accepted" boolean,
  "unit" uuid,
  "state" text,
  number bigint not null
);
comment on table appeals.appeals_deltas is 'running count of appeals.appeals: changes since the last fold';
grant select, insert on appeals.appeals_deltas to mingjing_app;
alter table appeals.appeals_deltas enable row level security;
create policy reading on appeals.appeals_deltas for select to mingjing_app using ((select access.reaches_all('appeals.appeals', 'read')) or "unit" = any ((select access.reached_units('appeals.appeals', 'read'))::uuid[]));
create policy writing on appeals.appeals_deltas for insert to mingjing_app with check (true);

create table appeals.work_orders (
  "number" text not null,
  "appeal" uuid not null,
  "unit" uuid not null,
  "role" text not null,
  "dispatched_at" timestamptz not null,
  "signed_at" timestamptz,
  "due_on" date,
  "extended_to" date,
  "extension_reason" text,
  "returned_at" timestamptz,
  "return_reason" text,
  "replied_at" timestamptz,
  "reply" text,
  "reminded_count" bigint,
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
comment on table appeals.work_orders is '转办工单 / Work orders';
comment on column appeals.work_orders."number" is '派单编号 / Work order no.';
comment on column appeals.work_orders."appeal" is '工单 / Appeal (record of appeals.appeals)';
comment on column appeals.work_orders."unit" is '承办单位 / Unit (record of organisation.units)';
comment on column appeals.work_orders."role" is '承办角色 / Role';
comment on column appeals.work_orders."dispatched_at" is '派单时间 / Dispatched at';
comment on column appeals.work_orders."signed_at" is '签收时间 / Signed at';
comment on column appeals.work_orders."due_on" is '办理期限 / Due on';
comment on column appeals.work_orders."extended_to" is '延期至 / Extended to';
comment on column appeals.work_orders."extension_reason" is '延期原因 / Reason for extension';
comment on column appeals.work_orders."returned_at" is '退单时间 / Returned at';
comment on column appeals.work_orders."return_reason" is '退单原因 / Reason for return';
comment on column appeals.work_orders."replied_at" is '反馈时间 / Replied at';
comment on column appeals.work_orders."reply" is '办理结果 / Reply';
comment on column appeals.work_orders."reminded_count" is '催办次数 / Reminders';
comment on column appeals.work_orders."state" is '状态 / State';
create unique index work_orders_key on appeals.work_orders ("number") where retired_at is null;
create index work_orders_date on appeals.work_orders ("dispatched_at" desc nulls last, record) where retired_at is null;
create index work_orders_unit on appeals.work_orders ("unit", "dispatched_at" desc nulls last, record) where retired_at is null;
create index work_orders_act on appeals.work_orders using brin (act);
grant select, insert on appeals.work_orders to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.work_orders to mingjing_app;
alter table appeals.work_orders enable row level security;
create policy reading on appeals.work_orders for select to mingjing_app using (
    (select access.reaches_all('appeals.workOrders', 'read'))
    or "unit" = any ((select access.reached_units('appeals.workOrders', 'read'))::uuid[]));
create policy writing on appeals.work_orders for insert to mingjing_app with check (
    (select access.reaches_all('appeals.workOrders', 'write'))
    or "unit" = any ((select access.reached_units('appeals.workOrders', 'write'))::uuid[]));
create policy retiring on appeals.work_orders for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.workOrders', 'write'))
    or "unit" = any ((select access.reached_units('appeals.workOrders', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('appeals.workOrders', 'write'))
    or "unit" = any ((select access.reached_units('appeals.workOrders', 'write'))::uuid[]));

create table appeals.callbacks (
  "appeal" uuid not null,
  "unit" uuid,
  "called_on" date not null,
  "rating" text not null,
  "solved" boolean,
  "remark" text,
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
comment on table appeals.callbacks is '回访记录 / Call-backs';
comment on column appeals.callbacks."appeal" is '工单 / Appeal (record of appeals.appeals)';
comment on column appeals.callbacks."unit" is '承办单位 / Unit (record of organisation.units)';
comment on column appeals.callbacks."called_on" is '回访日期 / Called on';
comment on column appeals.callbacks."rating" is '满意度 / Rating';
comment on column appeals.callbacks."solved" is '是否解决 / Solved';
comment on column appeals.callbacks."remark" is '回访说明 / Remark';
create unique index callbacks_key on appeals.callbacks ("appeal", "called_on") where retired_at is null;
create index callbacks_date on appeals.callbacks ("called_on" desc nulls last, record) where retired_at is null;
create index callbacks_unit on appeals.callbacks ("unit", "called_on" desc nulls last, record) where retired_at is null;
create index callbacks_act on appeals.callbacks using brin (act);
grant select, insert on appeals.callbacks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.callbacks to mingjing_app;
alter table appeals.callbacks enable row level security;
create policy reading on appeals.callbacks for select to mingjing_app using (
    (select access.reaches_all('appeals.callbacks', 'read'))
    or "unit" = any ((select access.reached_units('appeals.callbacks', 'read'))::uuid[]));
create policy writing on appeals.callbacks for insert to mingjing_app with check (
    (select access.reaches_all('appeals.callbacks', 'write'))
    or "unit" = any ((select access.reached_units('appeals.callbacks', 'write'))::uuid[]));
create policy retiring on appeals.callbacks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.callbacks', 'write'))
    or "unit" = any ((select access.reached_units('appeals.callbacks', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('appeals.callbacks', 'write'))
    or "unit" = any ((select access.reached_units('appeals.callbacks', 'write'))::uuid[]));
create table appeals.callbacks_counts (
  "called_on" date,
  "unit" uuid,
  "rating" text,
  number bigint not null
);
comment on table appeals.callbacks_counts is 'running count of appeals.callbacks: folded totals';
grant select on appeals.callbacks_counts to mingjing_app;
alter table appeals.callbacks_counts enable row level security;
create policy reading on appeals.callbacks_counts for select to mingjing_app using ((select access.reaches_all('appeals.callbacks', 'read')) or "unit" = any ((select access.reached_units('appeals.callbacks', 'read'))::uuid[]));
create index callbacks_counts_key on appeals.callbacks_counts ("called_on", "unit", "rating");
create table appeals.callbacks_deltas (
  "called_on" date,
  "unit" uuid,
  "rating" text,
  number bigint not null
);
comment on table appeals.callbacks_deltas is 'running count of appeals.callbacks: changes since the last fold';
grant select, insert on appeals.callbacks_deltas to mingjing_app;
alter table appeals.callbacks_deltas enable row level security;
create policy reading on appeals.callbacks_deltas for select to mingjing_app using ((select access.reaches_all('appeals.callbacks', 'read')) or "unit" = any ((select access.reached_units('appeals.callbacks', 'read'))::uuid[]));
create policy writing on appeals.callbacks_deltas for insert to mingjing_app with check (true);

create table appeals.demand_categories (
  "code" text not null,
  "level" bigint not null,
  "name" text not null,
  "parent" uuid,
  "named" boolean,
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
comment on table appeals.demand_categories is '诉求大类 / Categories of demands';
comment on column appeals.demand_categories."code" is '类别编码 / Code';
comment on column appeals.demand_categories."level" is '类别级别 / Level';
comment on column appeals.demand_categories."name" is '类别名称 / Name';
comment on column appeals.demand_categories."parent" is '上级类别 / Parent (record of appeals.demandCategories)';
comment on column appeals.demand_categories."named" is '是否在通报中列举 / Named in bulletins';
create unique index demand_categories_key on appeals.demand_categories ("code") where retired_at is null;
create index demand_categories_act on appeals.demand_categories using brin (act);
grant select, insert on appeals.demand_categories to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.demand_categories to mingjing_app;
alter table appeals.demand_categories enable row level security;
create policy reading on appeals.demand_categories for select to mingjing_app using (
    (select access.reaches_all('appeals.demandCategories', 'read')));
create policy writing on appeals.demand_categories for insert to mingjing_app with check (
    (select access.reaches_all('appeals.demandCategories', 'write')));
create policy retiring on appeals.demand_categories for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.demandCategories', 'write'))))
  with check (
    (select access.reaches_all('appeals.demandCategories', 'write')));

create table appeals.demands (
  "number" text not null,
  "category" uuid,
  "text" text not null,
  "event" uuid,
  "raised_on" date not null,
  "unit" uuid not null,
  "wants_reply" boolean,
  "contact_name" text,
  "contact_mobile" bytea,
  "contact_mobile_hash" bytea,
  "due_on" date,
  "result" text,
  "solved" boolean,
  "satisfied" boolean,
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
comment on table appeals.demands is '梳理诉求 / Demands';
comment on column appeals.demands."number" is '诉求编号 / Demand no.';
comment on column appeals.demands."category" is '诉求类别 / Category (record of appeals.demandCategories)';
comment on column appeals.demands."text" is '诉求内容 / Text';
comment on column appeals.demands."event" is '来源活动 / From event (record of outreach.events)';
comment on column appeals.demands."raised_on" is '提出日期 / Raised on';
comment on column appeals.demands."unit" is '承办单位 / Handling unit (record of organisation.units)';
comment on column appeals.demands."wants_reply" is '是否需要答复 / Wants a reply';
comment on column appeals.demands."contact_name" is '联系人 / Contact';
comment on column appeals.demands."contact_mobile" is '联系电话 / Mobile (encrypted)';
comment on column appeals.demands."contact_mobile_hash" is '联系电话 / Mobile (keyed hash for matching)';
comment on column appeals.demands."due_on" is '办理期限 / Due on';
comment on column appeals.demands."result" is '办理结果 / Result';
comment on column appeals.demands."solved" is '是否解决 / Solved';
comment on column appeals.demands."satisfied" is '是否满意 / Satisfied';
comment on column appeals.demands."state" is '状态 / State';
create unique index demands_key on appeals.demands ("number") where retired_at is null;
create index demands_date on appeals.demands ("raised_on" desc nulls last, record) where retired_at is null;
create index demands_unit on appeals.demands ("unit", "raised_on" desc nulls last, record) where retired_at is null;
create index demands_act on appeals.demands using brin (act);
grant select, insert on appeals.demands to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.demands to mingjing_app;
alter table appeals.demands enable row level security;
create policy reading on appeals.demands for select to mingjing_app using (
    (select access.reaches_all('appeals.demands', 'read'))
    or "unit" = any ((select access.reached_units('appeals.demands', 'read'))::uuid[]));
create policy writing on appeals.demands for insert to mingjing_app with check (
    (select access.reaches_all('appeals.demands', 'write'))
    or "unit" = any ((select access.reached_units('appeals.demands', 'write'))::uuid[]));
create policy retiring on appeals.demands for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.demands', 'write'))
    or "unit" = any ((select access.reached_units('appeals.demands', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('appeals.demands', 'write'))
    or "unit" = any ((select access.reached_units('appeals.demands', 'write'))::uuid[]));

create table appeals.channels (
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "operator" uuid,
  "flow" text,
  "opened_on" date,
  "closed_on" date,
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
comment on table appeals.channels is '诉求渠道 / Intake channels';
comment on column appeals.channels."code" is '渠道编码 / Code';
comment on column appeals.channels."name" is '渠道名称 / Name';
comment on column appeals.channels."kind" is '渠道类别 / Kind';
comment on column appeals.channels."operator" is '运行单位 / Operator (record of organisation.units)';
comment on column appeals.channels."flow" is '接入的事件流程 / Event flow';
comment on column appeals.channels."opened_on" is '启用日期 / Opened on';
comment on column appeals.channels."closed_on" is '停用日期 / Closed on';
comment on column appeals.channels."note" is '备注 / Note';
create unique index channels_key on appeals.channels ("code") where retired_at is null;
create index channels_date on appeals.channels ("opened_on" desc nulls last, record) where retired_at is null;
create index channels_act on appeals.channels using brin (act);
grant select, insert on appeals.channels to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.channels to mingjing_app;
alter table appeals.channels enable row level security;
create policy reading on appeals.channels for select to mingjing_app using (
    (select access.reaches_all('appeals.channels', 'read')));
create policy writing on appeals.channels for insert to mingjing_app with check (
    (select access.reaches_all('appeals.channels', 'write')));
create policy retiring on appeals.channels for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.channels', 'write'))))
  with check (
    (select access.reaches_all('appeals.channels', 'write')));

create table appeals.governance_events (
  "number" text not null,
  "channel" uuid not null,
  "kind" text not null,
  "street" text not null,
  "text" text not null,
  "reported_at" timestamptz not null,
  "accepted_at" timestamptz,
  "unit" uuid,
  "route" text,
  "due_at" timestamptz,
  "result" text,
  "verified_by" uuid,
  "closed_at" timestamptz,
  "appeal" uuid,
  "dispute" uuid,
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
comment on table appeals.governance_events is '社会治理事件 / Governance events';
comment on column appeals.governance_events."number" is '事件编号 / Event no.';
comment on column appeals.governance_events."channel" is '上报渠道 / Channel (record of appeals.channels)';
comment on column appeals.governance_events."kind" is '事件类别 / Kind';
comment on column appeals.governance_events."street" is '街道(路段) / Street';
comment on column appeals.governance_events."text" is '事件描述 / Text';
comment on column appeals.governance_events."reported_at" is '上报时间 / Reported at';
comment on column appeals.governance_events."accepted_at" is '受理时间 / Accepted at';
comment on column appeals.governance_events."unit" is '处置单位 / Unit (record of organisation.units)';
comment on column appeals.governance_events."route" is '流转路径 / Route';
comment on column appeals.governance_events."due_at" is '处置时限 / Due at';
comment on column appeals.governance_events."result" is '处置结果 / Result';
comment on column appeals.governance_events."verified_by" is '核查单位 / Verified by (record of organisation.units)';
comment on column appeals.governance_events."closed_at" is '结案时间 / Closed at';
comment on column appeals.governance_events."appeal" is '关联工单 / Appeal (record of appeals.appeals)';
comment on column appeals.governance_events."dispute" is '关联纠纷 / Dispute (record of mediation.disputes)';
comment on column appeals.governance_events."state" is '状态 / State';
create unique index governance_events_key on appeals.governance_events ("number") where retired_at is null;
create index governance_events_date on appeals.governance_events ("reported_at" desc nulls last, record) where retired_at is null;
create index governance_events_unit on appeals.governance_events ("unit", "reported_at" desc nulls last, record) where retired_at is null;
create index governance_events_act on appeals.governance_events using brin (act);
grant select, insert on appeals.governance_events to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.governance_events to mingjing_app;
alter table appeals.governance_events enable row level security;
create policy reading on appeals.governance_events for select to mingjing_app using (
    (select access.reaches_all('appeals.governanceEvents', 'read'))
    or "unit" = any ((select access.reached_units('appeals.governanceEvents', 'read'))::uuid[]));
create policy writing on appeals.governance_events for insert to mingjing_app with check (
    (select access.reaches_all('appeals.governanceEvents', 'write'))
    or "unit" = any ((select access.reached_units('appeals.governanceEvents', 'write'))::uuid[]));
create policy retiring on appeals.governance_events for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.governanceEvents', 'write'))
    or "unit" = any ((select access.reached_units('appeals.governanceEvents', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('appeals.governanceEvents', 'write'))
    or "unit" = any ((select access.reached_units('appeals.governanceEvents', 'write'))::uuid[]));

create table appeals.letters (
  "number" text not null,
  "department" text,
  "asked_at" timestamptz not null,
  "answered_at" timestamptz,
  "sender" text,
  "title" text,
  "text" text not null,
  "reply" text,
  "likes" bigint,
  "dislikes" bigint,
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
comment on table appeals.letters is '群众来信留言 / Letters and messages';
comment on column appeals.letters."number" is '来信编号 / Letter no.';
comment on column appeals.letters."department" is '答复部门 / Department';
comment on column appeals.letters."asked_at" is '来信时间 / Asked at';
comment on column appeals.letters."answered_at" is '答复时间 / Answered at';
comment on column appeals.letters."sender" is '来信人 / Sender';
comment on column appeals.letters."title" is '来信标题 / Title';
comment on column appeals.letters."text" is '来信内容 / Text';
comment on column appeals.letters."reply" is '答复内容 / Reply';
comment on column appeals.letters."likes" is '点赞数 / Likes';
comment on column appeals.letters."dislikes" is '反对数 / Dislikes';
create unique index letters_key on appeals.letters ("number", "asked_at") where retired_at is null;
create index letters_date on appeals.letters ("asked_at" desc nulls last, record) where retired_at is null;
create index letters_act on appeals.letters using brin (act);
grant select, insert on appeals.letters to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on appeals.letters to mingjing_app;
alter table appeals.letters enable row level security;
create policy reading on appeals.letters for select to mingjing_app using (
    (select access.reaches_all('appeals.letters', 'read')));
create policy writing on appeals.letters for insert to mingjing_app with check (
    (select access.reaches_all('appeals.letters', 'write')));
create policy retiring on appeals.letters for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('appeals.letters', 'write'))))
  with check (
    (select access.reaches_all('appeals.letters', 'write')));

