-- When a limit of a clue first reached which rung of the ladder.
create table clues.clue_escalations (
  "matter" uuid not null,
  "clock" text not null,
  "number" bigint not null,
  "rung" text not null,
  "ladder_from" text not null,
  "reached_at" timestamptz not null,
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
comment on table clues.clue_escalations is '线索逾期升级 / Clue: escalations';
comment on column clues.clue_escalations."matter" is '问题线索 / Clues (record of clues.clues)';
comment on column clues.clue_escalations."clock" is '期限 / Limit';
comment on column clues.clue_escalations."number" is '序号 / No.';
comment on column clues.clue_escalations."rung" is '级次 / Rung';
comment on column clues.clue_escalations."ladder_from" is '规则版本 / Ladder in force from';
comment on column clues.clue_escalations."reached_at" is '达到时间 / Reached at';
create unique index clue_escalations_key on clues.clue_escalations ("matter", "clock", "number", "rung") where retired_at is null;
create index clue_escalations_follows on clues.clue_escalations ("matter") where retired_at is null;
create index clue_escalations_act on clues.clue_escalations using brin (act);
grant select, insert on clues.clue_escalations to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.clue_escalations to mingjing_app;
alter table clues.clue_escalations enable row level security;
create policy reading on clues.clue_escalations for select to mingjing_app using (
    (select access.reaches_all('clues.clueEscalations', 'read'))
    or (select access.reaches_some('clues.clueEscalations', 'read')) and exists (select from clues.clues m where m.record = clue_escalations."matter" and m.retired_at is null));
create policy writing on clues.clue_escalations for insert to mingjing_app with check (
    (select access.reaches_all('clues.clueEscalations', 'write'))
    or (select access.reaches_some('clues.clueEscalations', 'write')) and exists (select from clues.clues m where m.record = clue_escalations."matter" and m.retired_at is null));
create policy retiring on clues.clue_escalations for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.clueEscalations', 'write'))
    or (select access.reaches_some('clues.clueEscalations', 'write')) and exists (select from clues.clues m where m.record = clue_escalations."matter" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.clueEscalations', 'write'))
    or (select access.reaches_some('clues.clueEscalations', 'write')) and exists (select from clues.clues m where m.record = clue_escalations."matter" and m.retired_at is null));

