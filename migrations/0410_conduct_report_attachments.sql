-- Attachments of a self-report lie sealed under their hashes; the talk that led to a report stands with it.
alter table conduct.self_report_seals add column files text;
comment on column conduct.self_report_seals."files" is '附件密文指纹 / SHA-256 of the sealed attachments';
alter table conduct.self_reports add column talk uuid;
comment on column conduct.self_reports."talk" is '起因的谈话 / Talk that led to it (record of conduct.talks)';
create index self_reports_talk on conduct.self_reports (talk) where retired_at is null and talk is not null;
