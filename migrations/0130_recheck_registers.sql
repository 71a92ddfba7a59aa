-- 随机抽查 / Random re-check: the registers of this module, drafted from their declarations.
create schema recheck;
comment on schema recheck is '随机抽查 / Random re-check';
grant usage on schema recheck to mingjing_app;

create table recheck.campaigns (
  "code" text not null,
  "name" text not null,
  "tier" text not null,
  "size" bigint,
  "description" text,
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
comment on table recheck.campaigns is '核查行动 / Campaigns';
comment on column recheck.campaigns."code" is '行动编码 / Code';
comment on column recheck.campaigns."name" is '行动名称 / Name';
comment on column recheck.campaigns."tier" is '层级 / Tier';
comment on column recheck.campaigns."size" is '计划数量 / Size';
comment on column recheck.campaigns."description" is '说明 / Description';
comment on column recheck.campaigns."from" is '开始日期 / From';
comment on column recheck.campaigns."to" is '结束日期 / To';
create unique index campaigns_key on recheck.campaigns ("code") where retired_at is null;
create index campaigns_date on recheck.campaigns ("from" desc nulls last, record) where retired_at is null;
create index campaigns_act on recheck.campaigns using brin (act);
grant select, insert on recheck.campaigns to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on recheck.campaigns to mingjing_app;
alter table recheck.campaigns enable row level security;
create policy reading on recheck.campaigns for select to mingjing_app using (
    (select access.reaches_all('recheck.campaigns', 'read'))
    or record = any ((select access.reached_records('recheck.campaigns'))::uuid[]));
create policy writing on recheck.campaigns for insert to mingjing_app with check (
    (select access.reaches_all('recheck.campaigns', 'write')));
create policy retiring on recheck.campaigns for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.campaigns', 'write'))))
  with check (
    (select access.reaches_all('recheck.campaigns', 'write')));

create table recheck.frames (
  "number" text not null,
  "campaign" uuid,
  "population" text not null,
  "filter" text,
  "frozen_on" date not null,
  "size" bigint not null,
  "checksum" text not null,
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
comment on table recheck.frames is '抽样框 / Frames';
comment on column recheck.frames."number" is '抽样框编号 / Frame no.';
comment on column recheck.frames."campaign" is '核查行动 / Campaign (record of recheck.campaigns)';
comment on column recheck.frames."population" is '抽取总体 / Population';
comment on column recheck.frames."filter" is '筛选条件 / Filter';
comment on column recheck.frames."frozen_on" is '冻结日期 / Frozen on';
comment on column recheck.frames."size" is '总体数量 / Size';
comment on column recheck.frames."checksum" is '清单校验值 / Checksum';
create unique index frames_key on recheck.frames ("number") where retired_at is null;
create index frames_date on recheck.frames ("frozen_on" desc nulls last, record) where retired_at is null;
create index frames_act on recheck.frames using brin (act);
grant select, insert on recheck.frames to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on recheck.frames to mingjing_app;
alter table recheck.frames enable row level security;
create policy reading on recheck.frames for select to mingjing_app using (
    (select access.reaches_all('recheck.frames', 'read'))
    or record = any ((select access.reached_records('recheck.frames'))::uuid[]));
create policy writing on recheck.frames for insert to mingjing_app with check (
    (select access.reaches_all('recheck.frames', 'write')));
create policy retiring on recheck.frames for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.frames', 'write'))))
  with check (
    (select access.reaches_all('recheck.frames', 'write')));

create table recheck.draws (
  "number" text not null,
  "frame" uuid not null,
  "method" text not null,
  "ratio" numeric(20,4),
  "size" bigint not null,
  "seed" text not null,
  "algorithm" text not null,
  "drawn_on" date not null,
  "drawn_by" text not null,
  "first_witness" text not null,
  "second_witness" text not null,
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
comment on table recheck.draws is '随机抽取 / Draws';
comment on column recheck.draws."number" is '抽取编号 / Draw no.';
comment on column recheck.draws."frame" is '抽样框 / Frame (record of recheck.frames)';
comment on column recheck.draws."method" is '抽取方法 / Method';
comment on column recheck.draws."ratio" is '抽取比例 / Ratio';
comment on column recheck.draws."size" is '抽取数量 / Size';
comment on column recheck.draws."seed" is '随机种子 / Seed';
comment on column recheck.draws."algorithm" is '抽取算法 / Algorithm';
comment on column recheck.draws."drawn_on" is '抽取日期 / Drawn on';
comment on column recheck.draws."drawn_by" is '抽取人 / Drawn by';
comment on column recheck.draws."first_witness" is '见证人一 / First witness';
comment on column recheck.draws."second_witness" is '见证人二 / Second witness';
comment on column recheck.draws."checksum" is '结果清单校验值 / Checksum of the list';
create unique index draws_key on recheck.draws ("number") where retired_at is null;
create index draws_date on recheck.draws ("drawn_on" desc nulls last, record) where retired_at is null;
create index draws_act on recheck.draws using brin (act);
grant select, insert on recheck.draws to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on recheck.draws to mingjing_app;
alter table recheck.draws enable row level security;
create policy reading on recheck.draws for select to mingjing_app using (
    (select access.reaches_all('recheck.draws', 'read'))
    or record = any ((select access.reached_records('recheck.draws'))::uuid[]));
create policy writing on recheck.draws for insert to mingjing_app with check (
    (select access.reaches_all('recheck.draws', 'write')));
create policy retiring on recheck.draws for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.draws', 'write'))))
  with check (
    (select access.reaches_all('recheck.draws', 'write')));

create table recheck.results (
  "draw" uuid not null,
  "clue" uuid not null,
  "position" bigint not null,
  "drawn_on" date not null,
  "first_unit" uuid,
  "recheck_unit" uuid,
  "rechecker" uuid,
  "excluded" text,
  "result" text,
  "difference" text,
  "cause" text,
  "accountability" text,
  "completed_on" date,
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
comment on table recheck.results is '复查结果 / Re-check results';
comment on column recheck.results."draw" is '抽取 / Draw (record of recheck.draws)';
comment on column recheck.results."clue" is '线索 / Clue (record of clues.clues)';
comment on column recheck.results."position" is '抽取序号 / Position';
comment on column recheck.results."drawn_on" is '抽取日期 / Drawn on';
comment on column recheck.results."first_unit" is '原承办单位 / First handling unit (record of organisation.units)';
comment on column recheck.results."recheck_unit" is '复查单位 / Re-checking unit (record of organisation.units)';
comment on column recheck.results."rechecker" is '复查人 / Re-checker (record of organisation.officers)';
comment on column recheck.results."excluded" is '回避情况 / Excluded';
comment on column recheck.results."result" is '复查结论 / Result';
comment on column recheck.results."difference" is '差异说明 / Difference';
comment on column recheck.results."cause" is '差异原因 / Cause';
comment on column recheck.results."accountability" is '追责情况 / Accountability';
comment on column recheck.results."completed_on" is '完成日期 / Completed on';
comment on column recheck.results."state" is '状态 / State';
create unique index results_key on recheck.results ("draw", "clue") where retired_at is null;
create index results_date on recheck.results ("drawn_on" desc nulls last, record) where retired_at is null;
create index results_unit on recheck.results ("recheck_unit", "drawn_on" desc nulls last, record) where retired_at is null;
create index results_act on recheck.results using brin (act);
grant select, insert on recheck.results to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on recheck.results to mingjing_app;
alter table recheck.results enable row level security;
create policy reading on recheck.results for select to mingjing_app using (
    (select access.reaches_all('recheck.results', 'read'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'read'))::uuid[])
    or record = any ((select access.reached_records('recheck.results'))::uuid[]));
create policy writing on recheck.results for insert to mingjing_app with check (
    (select access.reaches_all('recheck.results', 'write'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'write'))::uuid[]));
create policy retiring on recheck.results for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.results', 'write'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('recheck.results', 'write'))
    or "recheck_unit" = any ((select access.reached_units('recheck.results', 'write'))::uuid[]));

