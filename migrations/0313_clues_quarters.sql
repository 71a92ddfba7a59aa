-- What handling units reported as closed, quarter by quarter.
create table clues.quarter_reports (
  "unit" uuid not null,
  "quarter" text not null,
  "closed" bigint not null,
  "list" text not null,
  "reported_on" date not null,
  "account" text not null,
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
comment on table clues.quarter_reports is '季度办结报告 / Quarterly reports';
comment on column clues.quarter_reports."unit" is '承办单位 / Handling unit (record of organisation.units)';
comment on column clues.quarter_reports."quarter" is '季度 / Quarter';
comment on column clues.quarter_reports."closed" is '办结件数 / Clues closed';
comment on column clues.quarter_reports."list" is '清单校验值 / SHA-256 of the list';
comment on column clues.quarter_reports."reported_on" is '报告日期 / Reported on';
comment on column clues.quarter_reports."account" is '报告账户 / Account';
create unique index quarter_reports_key on clues.quarter_reports ("unit", "quarter") where retired_at is null;
create index quarter_reports_date on clues.quarter_reports ("reported_on" desc nulls last, record) where retired_at is null;
create index quarter_reports_act on clues.quarter_reports using brin (act);
grant select, insert on clues.quarter_reports to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.quarter_reports to mingjing_app;
alter table clues.quarter_reports enable row level security;
create policy reading on clues.quarter_reports for select to mingjing_app using (
    (select access.reaches_all('clues.quarterReports', 'read')));
create policy writing on clues.quarter_reports for insert to mingjing_app with check (
    (select access.reaches_all('clues.quarterReports', 'write')));
create policy retiring on clues.quarter_reports for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.quarterReports', 'write'))))
  with check (
    (select access.reaches_all('clues.quarterReports', 'write')));
-- Batches are counted often, and by their clues.
create index if not exists clues_batch on clues.clues (batch) where retired_at is null and batch is not null;
