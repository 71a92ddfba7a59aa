-- 经商办企业排查 / Business screening: the registers of this module, drafted from their declarations.
create schema screening;
comment on schema screening is '经商办企业排查 / Business screening';
grant usage on schema screening to mingjing_app;

create table screening.sources (
  "code" text not null,
  "name" text not null,
  "kind" text not null,
  "legal_basis" text,
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
comment on table screening.sources is '数据来源 / Sources';
comment on column screening.sources."code" is '来源编码 / Code';
comment on column screening.sources."name" is '部门名称 / Department';
comment on column screening.sources."kind" is '数据类别 / Kind';
comment on column screening.sources."legal_basis" is '法律依据 / Legal basis';
comment on column screening.sources."active_from" is '启用日期 / Active from';
comment on column screening.sources."active_to" is '停用日期 / Active to';
create unique index sources_key on screening.sources ("code") where retired_at is null;
create index sources_date on screening.sources ("active_from" desc nulls last, record) where retired_at is null;
create index sources_act on screening.sources using brin (act);
grant select, insert on screening.sources to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.sources to mingjing_app;
alter table screening.sources enable row level security;
create policy reading on screening.sources for select to mingjing_app using (
    (select access.reaches_all('screening.sources', 'read')));
create policy writing on screening.sources for insert to mingjing_app with check (
    (select access.reaches_all('screening.sources', 'write')));
create policy retiring on screening.sources for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.sources', 'write'))))
  with check (
    (select access.reaches_all('screening.sources', 'write')));

create table screening.snapshots (
  "number" text not null,
  "source" uuid not null,
  "data_as_of" date not null,
  "received_on" date not null,
  "size" bigint not null,
  "checksum" text not null,
  "deleted_on" date,
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
comment on table screening.snapshots is '登记数据快照 / Snapshots';
comment on column screening.snapshots."number" is '快照编号 / Snapshot no.';
comment on column screening.snapshots."source" is '数据来源 / Source (record of screening.sources)';
comment on column screening.snapshots."data_as_of" is '数据截至日期 / Data as of';
comment on column screening.snapshots."received_on" is '接收日期 / Received on';
comment on column screening.snapshots."size" is '数据条数 / Rows';
comment on column screening.snapshots."checksum" is '校验值 / Checksum';
comment on column screening.snapshots."deleted_on" is '销毁日期 / Deleted on';
create unique index snapshots_key on screening.snapshots ("number") where retired_at is null;
create index snapshots_date on screening.snapshots ("received_on" desc nulls last, record) where retired_at is null;
create index snapshots_act on screening.snapshots using brin (act);
grant select, insert on screening.snapshots to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.snapshots to mingjing_app;
alter table screening.snapshots enable row level security;
create policy reading on screening.snapshots for select to mingjing_app using (
    (select access.reaches_all('screening.snapshots', 'read')));
create policy writing on screening.snapshots for insert to mingjing_app with check (
    (select access.reaches_all('screening.snapshots', 'write')));
create policy retiring on screening.snapshots for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.snapshots', 'write'))))
  with check (
    (select access.reaches_all('screening.snapshots', 'write')));

create table screening.runs (
  "number" text not null,
  "snapshot" uuid not null,
  "data_as_of" date not null,
  "officers_in_scope" bigint not null,
  "name_only_count" bigint,
  "purpose" text not null,
  "legal_basis" text not null,
  "requested_by" text not null,
  "approved_by" text,
  "started_on" date not null,
  "finished_on" date,
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
comment on table screening.runs is '排查批次 / Screening runs';
comment on column screening.runs."number" is '批次编号 / Run no.';
comment on column screening.runs."snapshot" is '数据快照 / Snapshot (record of screening.snapshots)';
comment on column screening.runs."data_as_of" is '数据截至日期 / Data as of';
comment on column screening.runs."officers_in_scope" is '排查人数 / Officers in scope';
comment on column screening.runs."name_only_count" is '仅同名条数 / Matches by name only';
comment on column screening.runs."purpose" is '排查目的 / Purpose';
comment on column screening.runs."legal_basis" is '法律依据 / Legal basis';
comment on column screening.runs."requested_by" is '申请人 / Requested by';
comment on column screening.runs."approved_by" is '批准人 / Approved by';
comment on column screening.runs."started_on" is '开始日期 / Started on';
comment on column screening.runs."finished_on" is '完成日期 / Finished on';
comment on column screening.runs."state" is '状态 / State';
create unique index runs_key on screening.runs ("number") where retired_at is null;
create index runs_date on screening.runs ("started_on" desc nulls last, record) where retired_at is null;
create index runs_act on screening.runs using brin (act);
grant select, insert on screening.runs to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.runs to mingjing_app;
alter table screening.runs enable row level security;
create policy reading on screening.runs for select to mingjing_app using (
    (select access.reaches_all('screening.runs', 'read')));
create policy writing on screening.runs for insert to mingjing_app with check (
    (select access.reaches_all('screening.runs', 'write')));
create policy retiring on screening.runs for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.runs', 'write'))))
  with check (
    (select access.reaches_all('screening.runs', 'write')));

create table screening.results (
  "run" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "screened_on" date not null,
  "outcome" text not null,
  "match_count" bigint,
  "reviewed_by" text,
  "reviewed_on" date,
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
comment on table screening.results is '排查结果 / Screening results';
comment on column screening.results."run" is '排查批次 / Run (record of screening.runs)';
comment on column screening.results."officer" is '干警 / Officer (record of organisation.officers)';
comment on column screening.results."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column screening.results."screened_on" is '排查日期 / Screened on';
comment on column screening.results."outcome" is '比对结果 / Outcome';
comment on column screening.results."match_count" is '匹配条数 / Matches';
comment on column screening.results."reviewed_by" is '复核人 / Reviewed by';
comment on column screening.results."reviewed_on" is '复核日期 / Reviewed on';
create unique index results_key on screening.results ("run", "officer") where retired_at is null;
create index results_date on screening.results ("screened_on" desc nulls last, record) where retired_at is null;
create index results_unit on screening.results ("unit", "screened_on" desc nulls last, record) where retired_at is null;
create index results_officer on screening.results ("officer") where retired_at is null;
create index results_act on screening.results using brin (act);
grant select, insert on screening.results to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.results to mingjing_app;
alter table screening.results enable row level security;
create policy reading on screening.results for select to mingjing_app using (
    (select access.reaches_all('screening.results', 'read'))
    or "unit" = any ((select access.reached_units('screening.results', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('screening.results')));
create policy writing on screening.results for insert to mingjing_app with check (
    (select access.reaches_all('screening.results', 'write'))
    or "unit" = any ((select access.reached_units('screening.results', 'write'))::uuid[]));
create policy retiring on screening.results for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.results', 'write'))
    or "unit" = any ((select access.reached_units('screening.results', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('screening.results', 'write'))
    or "unit" = any ((select access.reached_units('screening.results', 'write'))::uuid[]));

create table screening.matches (
  "number" text not null,
  "run" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "relation" text not null,
  "enterprise_code" text,
  "enterprise_name" text not null,
  "role" text not null,
  "role_from" date,
  "role_to" date,
  "capital" numeric(20,2),
  "enterprise_status" text,
  "tier" text not null,
  "matched_on" date not null,
  "drop_reason" text,
  "notified_on" date,
  "explain_by" date,
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
comment on table screening.matches is '匹配记录 / Matches';
comment on column screening.matches."number" is '匹配编号 / Match no.';
comment on column screening.matches."run" is '排查批次 / Run (record of screening.runs)';
comment on column screening.matches."officer" is '干警 / Officer (record of organisation.officers)';
comment on column screening.matches."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column screening.matches."relation" is '关系 / Relation';
comment on column screening.matches."enterprise_code" is '统一社会信用代码 / Credit code';
comment on column screening.matches."enterprise_name" is '企业名称 / Enterprise';
comment on column screening.matches."role" is '登记身份 / Role';
comment on column screening.matches."role_from" is '任职(出资)起始日期 / Role from';
comment on column screening.matches."role_to" is '任职(出资)截止日期 / Role to';
comment on column screening.matches."capital" is '认缴出资额(元) / Capital subscribed (yuan)';
comment on column screening.matches."enterprise_status" is '经营状态 / Status';
comment on column screening.matches."tier" is '匹配等级 / Tier';
comment on column screening.matches."matched_on" is '匹配日期 / Matched on';
comment on column screening.matches."drop_reason" is '排除理由 / Reason dropped';
comment on column screening.matches."notified_on" is '告知日期 / Notified on';
comment on column screening.matches."explain_by" is '说明时限 / Explanation due on';
comment on column screening.matches."state" is '状态 / State';
create unique index matches_key on screening.matches ("number") where retired_at is null;
create index matches_date on screening.matches ("matched_on" desc nulls last, record) where retired_at is null;
create index matches_unit on screening.matches ("unit", "matched_on" desc nulls last, record) where retired_at is null;
create index matches_officer on screening.matches ("officer") where retired_at is null;
create index matches_act on screening.matches using brin (act);
grant select, insert on screening.matches to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.matches to mingjing_app;
alter table screening.matches enable row level security;
create policy reading on screening.matches for select to mingjing_app using (
    (select access.reaches_all('screening.matches', 'read'))
    or "unit" = any ((select access.reached_units('screening.matches', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('screening.matches')));
create policy writing on screening.matches for insert to mingjing_app with check (
    (select access.reaches_all('screening.matches', 'write'))
    or "unit" = any ((select access.reached_units('screening.matches', 'write'))::uuid[]));
create policy retiring on screening.matches for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.matches', 'write'))
    or "unit" = any ((select access.reached_units('screening.matches', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('screening.matches', 'write'))
    or "unit" = any ((select access.reached_units('screening.matches', 'write'))::uuid[]));

create table screening.explanations (
  "match" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "submitted_on" date not null,
  "text" text not null,
  "evidence" text,
  "identity_misused" boolean,
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
comment on table screening.explanations is '本人说明 / Explanations';
comment on column screening.explanations."match" is '匹配记录 / Match (record of screening.matches)';
comment on column screening.explanations."officer" is '干警 / Officer (record of organisation.officers)';
comment on column screening.explanations."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column screening.explanations."submitted_on" is '说明日期 / Submitted on';
comment on column screening.explanations."text" is '说明内容 / Explanation';
comment on column screening.explanations."evidence" is '佐证材料 / Evidence';
comment on column screening.explanations."identity_misused" is '是否反映被冒名 / Says the identity was misused';
create unique index explanations_key on screening.explanations ("match", "submitted_on") where retired_at is null;
create index explanations_date on screening.explanations ("submitted_on" desc nulls last, record) where retired_at is null;
create index explanations_unit on screening.explanations ("unit", "submitted_on" desc nulls last, record) where retired_at is null;
create index explanations_officer on screening.explanations ("officer") where retired_at is null;
create index explanations_act on screening.explanations using brin (act);
grant select, insert on screening.explanations to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.explanations to mingjing_app;
alter table screening.explanations enable row level security;
create policy reading on screening.explanations for select to mingjing_app using (
    (select access.reaches_all('screening.explanations', 'read'))
    or "unit" = any ((select access.reached_units('screening.explanations', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('screening.explanations')));
create policy writing on screening.explanations for insert to mingjing_app with check (
    (select access.reaches_all('screening.explanations', 'write'))
    or "unit" = any ((select access.reached_units('screening.explanations', 'write'))::uuid[]));
create policy retiring on screening.explanations for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.explanations', 'write'))
    or "unit" = any ((select access.reached_units('screening.explanations', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('screening.explanations', 'write'))
    or "unit" = any ((select access.reached_units('screening.explanations', 'write'))::uuid[]));

create table screening.decisions (
  "match" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "conclusion" text not null,
  "correction" text,
  "correction_proof" text,
  "measure" text,
  "reasons" text not null,
  "remedies" text,
  "decided_by" text not null,
  "decided_on" date not null,
  "clue" uuid,
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
comment on table screening.decisions is '排查结论 / Decisions';
comment on column screening.decisions."match" is '匹配记录 / Match (record of screening.matches)';
comment on column screening.decisions."officer" is '干警 / Officer (record of organisation.officers)';
comment on column screening.decisions."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column screening.decisions."conclusion" is '结论 / Conclusion';
comment on column screening.decisions."correction" is '纠正方式 / Correction';
comment on column screening.decisions."correction_proof" is '纠正证明 / Proof of correction';
comment on column screening.decisions."measure" is '处理意见 / Measure';
comment on column screening.decisions."reasons" is '理由 / Reasons';
comment on column screening.decisions."remedies" is '救济途径 / Remedies';
comment on column screening.decisions."decided_by" is '决定人 / Decided by';
comment on column screening.decisions."decided_on" is '决定日期 / Decided on';
comment on column screening.decisions."clue" is '转出线索 / Clue opened (record of clues.clues)';
create unique index decisions_key on screening.decisions ("match", "decided_on") where retired_at is null;
create index decisions_date on screening.decisions ("decided_on" desc nulls last, record) where retired_at is null;
create index decisions_unit on screening.decisions ("unit", "decided_on" desc nulls last, record) where retired_at is null;
create index decisions_officer on screening.decisions ("officer") where retired_at is null;
create index decisions_act on screening.decisions using brin (act);
grant select, insert on screening.decisions to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.decisions to mingjing_app;
alter table screening.decisions enable row level security;
create policy reading on screening.decisions for select to mingjing_app using (
    (select access.reaches_all('screening.decisions', 'read'))
    or "unit" = any ((select access.reached_units('screening.decisions', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('screening.decisions')));
create policy writing on screening.decisions for insert to mingjing_app with check (
    (select access.reaches_all('screening.decisions', 'write'))
    or "unit" = any ((select access.reached_units('screening.decisions', 'write'))::uuid[]));
create policy retiring on screening.decisions for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.decisions', 'write'))
    or "unit" = any ((select access.reached_units('screening.decisions', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('screening.decisions', 'write'))
    or "unit" = any ((select access.reached_units('screening.decisions', 'write'))::uuid[]));

create table screening.enterprises (
  "code" text not null,
  "name" text not null,
  "kind" text,
  "registered_on" date,
  "legal_representative" text,
  "capital" text,
  "scope" text,
  "province" text,
  "region" text,
  "address" text,
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
comment on table screening.enterprises is '企业登记信息 / Enterprises';
comment on column screening.enterprises."code" is '统一社会信用代码 / Credit code';
comment on column screening.enterprises."name" is '企业名称 / Name';
comment on column screening.enterprises."kind" is '企业类型 / Kind';
comment on column screening.enterprises."registered_on" is '注册日期 / Registered on';
comment on column screening.enterprises."legal_representative" is '法定代表人 / Legal representative';
comment on column screening.enterprises."capital" is '注册资金 / Capital';
comment on column screening.enterprises."scope" is '经营范围 / Business scope';
comment on column screening.enterprises."province" is '所在省份 / Province';
comment on column screening.enterprises."region" is '地区 / Region';
comment on column screening.enterprises."address" is '注册地址 / Address';
create unique index enterprises_key on screening.enterprises ("code") where retired_at is null;
create index enterprises_date on screening.enterprises ("registered_on" desc nulls last, record) where retired_at is null;
create index enterprises_act on screening.enterprises using brin (act);
grant select, insert on screening.enterprises to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on screening.enterprises to mingjing_app;
alter table screening.enterprises enable row level security;
create policy reading on screening.enterprises for select to mingjing_app using (
    (select access.reaches_all('screening.enterprises', 'read')));
create policy writing on screening.enterprises for insert to mingjing_app with check (
    (select access.reaches_all('screening.enterprises', 'write')));
create policy retiring on screening.enterprises for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('screening.enterprises', 'write'))))
  with check (
    (select access.reaches_all('screening.enterprises', 'write')));

