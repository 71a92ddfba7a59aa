-- 群众举报 / Public reports: sealed in the browser of the reporter to the discipline desk (decision 0008).
create table clues.reports (
  "number" text not null,
  "mode" text not null,
  "received_on" date not null,
  "token_hash" text not null,
  "answer_to" text not null,
  "state" text not null,
  "read_up_to" timestamptz,
  "clue" uuid,
  "reason" text,
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
comment on table clues.reports is '群众举报 / Public reports';
comment on column clues.reports."number" is '举报编号 / Report no.';
comment on column clues.reports."mode" is '举报方式 / Reporter';
comment on column clues.reports."received_on" is '收到日期 / Received on';
comment on column clues.reports."token_hash" is '回执校验值 / Keyed hash of the receipt';
comment on column clues.reports."answer_to" is '回复公钥 / Key for answers';
comment on column clues.reports."state" is '状态 / State';
comment on column clues.reports."read_up_to" is '已拆阅至 / Opened up to';
comment on column clues.reports."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.reports."reason" is '理由 / Reason';
create unique index reports_key on clues.reports ("number") where retired_at is null;
create index reports_date on clues.reports ("received_on" desc nulls last, record) where retired_at is null;
create index reports_act on clues.reports using brin (act);
grant select, insert on clues.reports to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.reports to mingjing_app;
alter table clues.reports enable row level security;
create policy reading on clues.reports for select to mingjing_app using (
    (select access.reaches_all('clues.reports', 'read')));
create policy writing on clues.reports for insert to mingjing_app with check (
    (select access.reaches_all('clues.reports', 'write')));
create policy retiring on clues.reports for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reports', 'write'))))
  with check (
    (select access.reaches_all('clues.reports', 'write')));

create table clues.report_texts (
  "hash" text not null,
  "report" uuid not null,
  "author" text not null,
  "sent_on" date not null,
  "files" bigint not null,
  "reseal_of" text,
  "sealed_to" text not null,
  "envelope" text not null,
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
comment on table clues.report_texts is '举报密文 / Sealed texts of reports';
comment on column clues.report_texts."hash" is '密文校验值 / Hash of the ciphertext';
comment on column clues.report_texts."report" is '举报 / Report (record of clues.reports)';
comment on column clues.report_texts."author" is '书写人 / Author';
comment on column clues.report_texts."sent_on" is '日期 / Sent on';
comment on column clues.report_texts."files" is '附件数 / Attachments';
comment on column clues.report_texts."reseal_of" is '原密文校验值 / Sealed anew from';
comment on column clues.report_texts."sealed_to" is '所用公钥指纹 / Sealed to';
comment on column clues.report_texts."envelope" is '密文 / Sealed text';
create unique index report_texts_key on clues.report_texts ("hash") where retired_at is null;
create index report_texts_act on clues.report_texts using brin (act);
grant select, insert on clues.report_texts to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.report_texts to mingjing_app;
alter table clues.report_texts enable row level security;
create policy reading on clues.report_texts for select to mingjing_app using (
    (select access.reaches_all('clues.reportTexts', 'read')));
create policy writing on clues.report_texts for insert to mingjing_app with check (
    (select access.reaches_all('clues.reportTexts', 'write')));
create policy retiring on clues.report_texts for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reportTexts', 'write'))))
  with check (
    (select access.reaches_all('clues.reportTexts', 'write')));

create table clues.report_files (
  "hash" text not null,
  "report" uuid not null,
  "text" text not null,
  "size" bigint not null,
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
comment on table clues.report_files is '举报附件 / Attachments of reports';
comment on column clues.report_files."hash" is '密文校验值 / Hash of the ciphertext';
comment on column clues.report_files."report" is '举报 / Report (record of clues.reports)';
comment on column clues.report_files."text" is '所属密文校验值 / Sent with the text';
comment on column clues.report_files."size" is '密文字节数 / Bytes of the ciphertext';
create unique index report_files_key on clues.report_files ("hash") where retired_at is null;
create index report_files_act on clues.report_files using brin (act);
grant select, insert on clues.report_files to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.report_files to mingjing_app;
alter table clues.report_files enable row level security;
create policy reading on clues.report_files for select to mingjing_app using (
    (select access.reaches_all('clues.reportFiles', 'read')));
create policy writing on clues.report_files for insert to mingjing_app with check (
    (select access.reaches_all('clues.reportFiles', 'write')));
create policy retiring on clues.report_files for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reportFiles', 'write'))))
  with check (
    (select access.reaches_all('clues.reportFiles', 'write')));

create table clues.report_contacts (
  "hash" text not null,
  "report" uuid not null,
  "reseal_of" text,
  "sealed_to" text not null,
  "envelope" text not null,
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
comment on table clues.report_contacts is '举报人联系方式 / Contacts of reporters';
comment on column clues.report_contacts."hash" is '密文校验值 / Hash of the ciphertext';
comment on column clues.report_contacts."report" is '举报 / Report (record of clues.reports)';
comment on column clues.report_contacts."reseal_of" is '原密文校验值 / Sealed anew from';
comment on column clues.report_contacts."sealed_to" is '所用公钥指纹 / Sealed to';
comment on column clues.report_contacts."envelope" is '密文 / Sealed text';
create unique index report_contacts_key on clues.report_contacts ("hash") where retired_at is null;
create index report_contacts_act on clues.report_contacts using brin (act);
grant select, insert on clues.report_contacts to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.report_contacts to mingjing_app;
alter table clues.report_contacts enable row level security;
create policy reading on clues.report_contacts for select to mingjing_app using (
    (select access.reaches_all('clues.reportContacts', 'read')));
create policy writing on clues.report_contacts for insert to mingjing_app with check (
    (select access.reaches_all('clues.reportContacts', 'write')));
create policy retiring on clues.report_contacts for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reportContacts', 'write'))))
  with check (
    (select access.reaches_all('clues.reportContacts', 'write')));

-- One receipt finds one report; and what belongs to a report is found by it.
create unique index reports_token on clues.reports (token_hash) where retired_at is null;
-- The desk's list: what is not done, and what reporters wrote last.
create index reports_open on clues.reports (received_on desc, record)
  where retired_at is null and state in ('RECEIVED', 'OPENED', 'HANDED_ON');
create index report_texts_latest on clues.report_texts (recorded_at desc) where retired_at is null and author = 'REPORTER';
create index report_texts_report on clues.report_texts (report) where retired_at is null;
create index report_files_report on clues.report_files (report) where retired_at is null;
create index report_contacts_report on clues.report_contacts (report) where retired_at is null;
-- A ciphertext is taken once and for good, also where a row was retired.
create unique index report_texts_once on clues.report_texts (hash);
create unique index report_files_once on clues.report_files (hash);
create unique index report_contacts_once on clues.report_contacts (hash);
