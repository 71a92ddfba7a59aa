-- 涉案财物 / Property in cases: the registers of this module, drafted from their declarations.
create schema property;
comment on schema property is '涉案财物 / Property in cases';
grant usage on schema property to mingjing_app;

create table property.places (
  "code" text not null,
  "unit" uuid not null,
  "warehouse" text not null,
  "zone" text not null,
  "shelf" text,
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
comment on table property.places is '保管库位 / Places';
comment on column property.places."code" is '库位编号 / Place no.';
comment on column property.places."unit" is '保管单位 / Keeping unit (record of organisation.units)';
comment on column property.places."warehouse" is '保管场所 / Warehouse';
comment on column property.places."zone" is '库区 / Zone';
comment on column property.places."shelf" is '货架格位 / Shelf';
comment on column property.places."opened_on" is '启用日期 / Opened on';
comment on column property.places."closed_on" is '停用日期 / Closed on';
create unique index places_key on property.places ("code") where retired_at is null;
create index places_date on property.places ("opened_on" desc nulls last, record) where retired_at is null;
create index places_unit on property.places ("unit", "opened_on" desc nulls last, record) where retired_at is null;
create index places_act on property.places using brin (act);
grant select, insert on property.places to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on property.places to mingjing_app;
alter table property.places enable row level security;
create policy reading on property.places for select to mingjing_app using (
    (select access.reaches_all('property.places', 'read'))
    or "unit" = any ((select access.reached_units('property.places', 'read'))::uuid[]));
create policy writing on property.places for insert to mingjing_app with check (
    (select access.reaches_all('property.places', 'write'))
    or "unit" = any ((select access.reached_units('property.places', 'write'))::uuid[]));
create policy retiring on property.places for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('property.places', 'write'))
    or "unit" = any ((select access.reached_units('property.places', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('property.places', 'write'))
    or "unit" = any ((select access.reached_units('property.places', 'write'))::uuid[]));

create table property.items (
  "item_no" text not null,
  "case_number" text not null,
  "case_name" text,
  "unit" uuid not null,
  "handling_unit" uuid not null,
  "holder" text,
  "victim_claim" boolean,
  "kind" text not null,
  "name" text not null,
  "model" text,
  "quantity" numeric(20,3) not null,
  "quantity_unit" text,
  "weight" text,
  "features" text,
  "defects" text,
  "photographed" boolean,
  "value" numeric(20,2),
  "valued_by" text,
  "valued_on" date,
  "measure" text not null,
  "decision_number" text,
  "list_number" text,
  "case_filed_on" date,
  "seized_on" date not null,
  "seized_at" timestamptz,
  "seized_by" uuid,
  "witness" text,
  "handed_over_at" timestamptz,
  "keeper" uuid,
  "place" uuid,
  "right_holder" text not null,
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
comment on table property.items is '涉案财物 / Property items';
comment on column property.items."item_no" is '财物编号 / Item no.';
comment on column property.items."case_number" is '案件编号 / Case no.';
comment on column property.items."case_name" is '案件名称 / Case';
comment on column property.items."unit" is '保管单位 / Keeping unit (record of organisation.units)';
comment on column property.items."handling_unit" is '办案单位 / Handling unit (record of organisation.units)';
comment on column property.items."holder" is '持有人 / Held by';
comment on column property.items."victim_claim" is '被害人主张权利 / Claimed by a victim';
comment on column property.items."kind" is '财物类别 / Kind';
comment on column property.items."name" is '财物名称 / Name';
comment on column property.items."model" is '规格型号 / Model';
comment on column property.items."quantity" is '数量 / Quantity';
comment on column property.items."quantity_unit" is '计量单位 / Unit of quantity';
comment on column property.items."weight" is '重量 / Weight';
comment on column property.items."features" is '特征 / Features';
comment on column property.items."defects" is '瑕疵 / Defects';
comment on column property.items."photographed" is '已拍照 / Photographed';
comment on column property.items."value" is '估价(元) / Estimated value (yuan)';
comment on column property.items."valued_by" is '估价机构 / Valued by';
comment on column property.items."valued_on" is '估价日期 / Valued on';
comment on column property.items."measure" is '强制措施 / Measure';
comment on column property.items."decision_number" is '决定文书号 / Decision no.';
comment on column property.items."list_number" is '清单编号 / List no.';
comment on column property.items."case_filed_on" is '立案日期 / Case filed on';
comment on column property.items."seized_on" is '扣押日期 / Seized on';
comment on column property.items."seized_at" is '扣押时间 / Seized at';
comment on column property.items."seized_by" is '办案人 / Seized by (record of organisation.officers)';
comment on column property.items."witness" is '见证人 / Witness';
comment on column property.items."handed_over_at" is '移交保管时间 / Handed to the keeper at';
comment on column property.items."keeper" is '保管员 / Keeper (record of organisation.officers)';
comment on column property.items."place" is '存放位置 / Place (record of property.places)';
comment on column property.items."right_holder" is '权属机关 / Right held by';
comment on column property.items."state" is '状态 / State';
create unique index items_key on property.items ("item_no") where retired_at is null;
create index items_date on property.items ("seized_on" desc nulls last, record) where retired_at is null;
create index items_unit on property.items ("unit", "seized_on" desc nulls last, record) where retired_at is null;
create index items_act on property.items using brin (act);
grant select, insert on property.items to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on property.items to mingjing_app;
alter table property.items enable row level security;
create policy reading on property.items for select to mingjing_app using (
    (select access.reaches_all('property.items', 'read'))
    or "unit" = any ((select access.reached_units('property.items', 'read'))::uuid[]));
create policy writing on property.items for insert to mingjing_app with check (
    (select access.reaches_all('property.items', 'write'))
    or "unit" = any ((select access.reached_units('property.items', 'write'))::uuid[]));
create policy retiring on property.items for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('property.items', 'write'))
    or "unit" = any ((select access.reached_units('property.items', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('property.items', 'write'))
    or "unit" = any ((select access.reached_units('property.items', 'write'))::uuid[]));

create table property.movements (
  "number" text not null,
  "item" uuid not null,
  "unit" uuid not null,
  "kind" text not null,
  "moved_at" timestamptz not null,
  "from_place" uuid,
  "to_place" uuid,
  "to_holder" text,
  "handler" uuid,
  "keeper" uuid not null,
  "approver" uuid,
  "document_number" text,
  "purpose" text,
  "due_back_on" date,
  "condition" text,
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
comment on table property.movements is '财物流转 / Movements';
comment on column property.movements."number" is '流转编号 / Movement no.';
comment on column property.movements."item" is '财物 / Item (record of property.items)';
comment on column property.movements."unit" is '保管单位 / Keeping unit (record of organisation.units)';
comment on column property.movements."kind" is '流转类别 / Kind';
comment on column property.movements."moved_at" is '流转时间 / Moved at';
comment on column property.movements."from_place" is '原库位 / From (record of property.places)';
comment on column property.movements."to_place" is '新库位 / To (record of property.places)';
comment on column property.movements."to_holder" is '移送至 / Right passes to';
comment on column property.movements."handler" is '经办人 / Handler (record of organisation.officers)';
comment on column property.movements."keeper" is '保管员 / Keeper (record of organisation.officers)';
comment on column property.movements."approver" is '审批人 / Approver (record of organisation.officers)';
comment on column property.movements."document_number" is '文书号 / Document no.';
comment on column property.movements."purpose" is '事由 / Purpose';
comment on column property.movements."due_back_on" is '应还日期 / Due back on';
comment on column property.movements."condition" is '财物状况 / Condition';
create unique index movements_key on property.movements ("number") where retired_at is null;
create index movements_date on property.movements ("moved_at" desc nulls last, record) where retired_at is null;
create index movements_unit on property.movements ("unit", "moved_at" desc nulls last, record) where retired_at is null;
create index movements_act on property.movements using brin (act);
grant select, insert on property.movements to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on property.movements to mingjing_app;
alter table property.movements enable row level security;
create policy reading on property.movements for select to mingjing_app using (
    (select access.reaches_all('property.movements', 'read'))
    or "unit" = any ((select access.reached_units('property.movements', 'read'))::uuid[]));
create policy writing on property.movements for insert to mingjing_app with check (
    (select access.reaches_all('property.movements', 'write'))
    or "unit" = any ((select access.reached_units('property.movements', 'write'))::uuid[]));
create policy retiring on property.movements for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('property.movements', 'write'))
    or "unit" = any ((select access.reached_units('property.movements', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('property.movements', 'write'))
    or "unit" = any ((select access.reached_units('property.movements', 'write'))::uuid[]));

create table property.counts (
  "number" text not null,
  "kind" text not null,
  "unit" uuid not null,
  "counted_on" date not null,
  "item" uuid,
  "expected" bigint not null,
  "found" bigint not null,
  "result" text not null,
  "counted_by" uuid,
  "difference" text,
  "owner" uuid,
  "resolved_on" date,
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
comment on table property.counts is '盘点对账 / Counts';
comment on column property.counts."number" is '盘点编号 / Count no.';
comment on column property.counts."kind" is '对账类别 / Kind';
comment on column property.counts."unit" is '保管单位 / Keeping unit (record of organisation.units)';
comment on column property.counts."counted_on" is '盘点日期 / Counted on';
comment on column property.counts."item" is '财物 / Item (record of property.items)';
comment on column property.counts."expected" is '账面数 / On the books';
comment on column property.counts."found" is '实盘数 / Found';
comment on column property.counts."result" is '盘点结果 / Result';
comment on column property.counts."counted_by" is '盘点人 / Counted by (record of organisation.officers)';
comment on column property.counts."difference" is '差异说明 / Difference';
comment on column property.counts."owner" is '差异责任人 / Owner of the difference (record of organisation.officers)';
comment on column property.counts."resolved_on" is '差异处理日期 / Resolved on';
comment on column property.counts."state" is '状态 / State';
create unique index counts_key on property.counts ("number") where retired_at is null;
create index counts_date on property.counts ("counted_on" desc nulls last, record) where retired_at is null;
create index counts_unit on property.counts ("unit", "counted_on" desc nulls last, record) where retired_at is null;
create index counts_act on property.counts using brin (act);
grant select, insert on property.counts to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on property.counts to mingjing_app;
alter table property.counts enable row level security;
create policy reading on property.counts for select to mingjing_app using (
    (select access.reaches_all('property.counts', 'read'))
    or "unit" = any ((select access.reached_units('property.counts', 'read'))::uuid[]));
create policy writing on property.counts for insert to mingjing_app with check (
    (select access.reaches_all('property.counts', 'write'))
    or "unit" = any ((select access.reached_units('property.counts', 'write'))::uuid[]));
create policy retiring on property.counts for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('property.counts', 'write'))
    or "unit" = any ((select access.reached_units('property.counts', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('property.counts', 'write'))
    or "unit" = any ((select access.reached_units('property.counts', 'write'))::uuid[]));

create table property.disposals (
  "number" text not null,
  "item" uuid not null,
  "unit" uuid not null,
  "kind" text not null,
  "decision_number" text not null,
  "decided_on" date,
  "is_early" boolean,
  "approver" uuid,
  "public_call_from" date,
  "receiver" text,
  "amount" numeric(20,2),
  "receipt_number" text,
  "disposed_on" date not null,
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
comment on table property.disposals is '财物处置 / Disposals';
comment on column property.disposals."number" is '处置编号 / Disposal no.';
comment on column property.disposals."item" is '财物 / Item (record of property.items)';
comment on column property.disposals."unit" is '保管单位 / Keeping unit (record of organisation.units)';
comment on column property.disposals."kind" is '处置方式 / Kind';
comment on column property.disposals."decision_number" is '裁决文书号 / Decision no.';
comment on column property.disposals."decided_on" is '裁决日期 / Decided on';
comment on column property.disposals."is_early" is '是否先行处置 / Before judgment';
comment on column property.disposals."approver" is '审批人 / Approver (record of organisation.officers)';
comment on column property.disposals."public_call_from" is '公告起始日期 / Public call from';
comment on column property.disposals."receiver" is '接收人 / Received by';
comment on column property.disposals."amount" is '处置金额(元) / Amount (yuan)';
comment on column property.disposals."receipt_number" is '回执凭证号 / Receipt no.';
comment on column property.disposals."disposed_on" is '处置日期 / Disposed on';
create unique index disposals_key on property.disposals ("number") where retired_at is null;
create index disposals_date on property.disposals ("disposed_on" desc nulls last, record) where retired_at is null;
create index disposals_unit on property.disposals ("unit", "disposed_on" desc nulls last, record) where retired_at is null;
create index disposals_act on property.disposals using brin (act);
grant select, insert on property.disposals to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on property.disposals to mingjing_app;
alter table property.disposals enable row level security;
create policy reading on property.disposals for select to mingjing_app using (
    (select access.reaches_all('property.disposals', 'read'))
    or "unit" = any ((select access.reached_units('property.disposals', 'read'))::uuid[]));
create policy writing on property.disposals for insert to mingjing_app with check (
    (select access.reaches_all('property.disposals', 'write'))
    or "unit" = any ((select access.reached_units('property.disposals', 'write'))::uuid[]));
create policy retiring on property.disposals for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('property.disposals', 'write'))
    or "unit" = any ((select access.reached_units('property.disposals', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('property.disposals', 'write'))
    or "unit" = any ((select access.reached_units('property.disposals', 'write'))::uuid[]));

