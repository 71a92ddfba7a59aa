-- 举报公钥 / Desk keys: what the public and officers seal to (decision 0008).
create table organisation.desk_keys (
  "fingerprint" text not null,
  "public_key" text not null,
  "holder" text not null,
  "valid_from" timestamptz not null,
  "ended_at" timestamptz,
  "end_reason" text,
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
comment on table organisation.desk_keys is '举报公钥 / Desk keys';
comment on column organisation.desk_keys."fingerprint" is '公钥指纹 / Fingerprint';
comment on column organisation.desk_keys."public_key" is '公钥 / Public key';
comment on column organisation.desk_keys."holder" is '持有人 / Holder';
comment on column organisation.desk_keys."valid_from" is '启用时间 / In force from';
comment on column organisation.desk_keys."ended_at" is '停用时间 / Ended at';
comment on column organisation.desk_keys."end_reason" is '停用原因 / Why it ended';
create unique index desk_keys_key on organisation.desk_keys ("fingerprint") where retired_at is null;
create index desk_keys_act on organisation.desk_keys using brin (act);
grant select, insert on organisation.desk_keys to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on organisation.desk_keys to mingjing_app;
alter table organisation.desk_keys enable row level security;
create policy reading on organisation.desk_keys for select to mingjing_app using (
    (select access.reaches_all('organisation.deskKeys', 'read')));
create policy writing on organisation.desk_keys for insert to mingjing_app with check (
    (select access.reaches_all('organisation.deskKeys', 'write')));
create policy retiring on organisation.desk_keys for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('organisation.deskKeys', 'write'))))
  with check (
    (select access.reaches_all('organisation.deskKeys', 'write')));
