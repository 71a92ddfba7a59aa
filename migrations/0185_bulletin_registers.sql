-- 新闻通报 / Bulletins: the registers of this module, drafted from their declarations.
create schema bulletin;
comment on schema bulletin is '新闻通报 / Bulletins';
grant usage on schema bulletin to mingjing_app;

create table bulletin.press_conferences (
  "number" text not null,
  "sequence" bigint not null,
  "title" text not null,
  "held_on" date not null,
  "place" text,
  "host" text,
  "unit" uuid,
  "speakers" text,
  "outlets" text,
  "url" text,
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
comment on table bulletin.press_conferences is '新闻发布会 / Press conferences';
comment on column bulletin.press_conferences."number" is '发布会编号 / Conference no.';
comment on column bulletin.press_conferences."sequence" is '场次序号 / Sequence';
comment on column bulletin.press_conferences."title" is '发布会名称 / Title';
comment on column bulletin.press_conferences."held_on" is '召开日期 / Held on';
comment on column bulletin.press_conferences."place" is '地点 / Place';
comment on column bulletin.press_conferences."host" is '主持人 / Host';
comment on column bulletin.press_conferences."unit" is '主办单位 / Host unit (record of organisation.units)';
comment on column bulletin.press_conferences."speakers" is '发布人 / Speakers';
comment on column bulletin.press_conferences."outlets" is '参加媒体 / Outlets';
comment on column bulletin.press_conferences."url" is '报道链接 / Link';
comment on column bulletin.press_conferences."note" is '备注 / Note';
create unique index press_conferences_key on bulletin.press_conferences ("number") where retired_at is null;
create index press_conferences_date on bulletin.press_conferences ("held_on" desc nulls last, record) where retired_at is null;
create index press_conferences_act on bulletin.press_conferences using brin (act);
grant select, insert on bulletin.press_conferences to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on bulletin.press_conferences to mingjing_app;
alter table bulletin.press_conferences enable row level security;
create policy reading on bulletin.press_conferences for select to mingjing_app using (
    (select access.reaches_all('bulletin.pressConferences', 'read')));
create policy writing on bulletin.press_conferences for insert to mingjing_app with check (
    (select access.reaches_all('bulletin.pressConferences', 'write')));
create policy retiring on bulletin.press_conferences for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('bulletin.pressConferences', 'write'))))
  with check (
    (select access.reaches_all('bulletin.pressConferences', 'write')));

