-- Declared relations (回避关系申报): who may not check which cases again.
create table recheck.relations (
  "number" text not null,
  "officer" uuid not null,
  "kind" text not null,
  "related_officer" uuid,
  "related_unit" uuid,
  "declared_on" date not null,
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
comment on table recheck.relations is '回避关系申报 / Declared relations';
comment on column recheck.relations."number" is '申报编号 / Declaration no.';
comment on column recheck.relations."officer" is '申报人 / Officer (record of organisation.officers)';
comment on column recheck.relations."kind" is '关系 / Kind';
comment on column recheck.relations."related_officer" is '关系人 / Officer related (record of organisation.officers)';
comment on column recheck.relations."related_unit" is '涉及单位 / Unit concerned (record of organisation.units)';
comment on column recheck.relations."declared_on" is '申报日期 / Declared on';
create unique index relations_key on recheck.relations ("number") where retired_at is null;
create index relations_date on recheck.relations ("declared_on" desc nulls last, record) where retired_at is null;
create index relations_officer on recheck.relations ("officer") where retired_at is null;
create index relations_act on recheck.relations using brin (act);
grant select, insert on recheck.relations to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on recheck.relations to mingjing_app;
alter table recheck.relations enable row level security;
create policy reading on recheck.relations for select to mingjing_app using (
    (select access.reaches_all('recheck.relations', 'read'))
    or "officer" = (select access.reached_officer('recheck.relations')));
create policy writing on recheck.relations for insert to mingjing_app with check (
    (select access.reaches_all('recheck.relations', 'write')));
create policy retiring on recheck.relations for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('recheck.relations', 'write'))))
  with check (
    (select access.reaches_all('recheck.relations', 'write')));
