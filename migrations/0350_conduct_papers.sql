-- Papers with exact versions, and what each officer did with them in the own account.
alter table conduct.document_templates add column "asks" text;
alter table conduct.document_templates add column "file_name" text;
alter table conduct.document_templates add column "sha256" text;
alter table conduct.document_templates add column "replaces" uuid;
alter table conduct.document_templates add column "published_at" timestamptz;
comment on column conduct.document_templates."asks" is '办理要求 / Asks for';
comment on column conduct.document_templates."file_name" is '文件名 / File';
comment on column conduct.document_templates."sha256" is '内容 SHA-256 / SHA-256 of the content';
comment on column conduct.document_templates."replaces" is '替代版本 / Replaces (record of conduct.documentTemplates)';
comment on column conduct.document_templates."published_at" is '发布时间 / Published at';

-- The hash of a published text is that of the text, whoever writes it. A file's bytes lie outside the database.
alter table conduct.document_templates add constraint published_text_has_its_hash check (
  "sha256" is null or "file_name" is not null or "sha256" = encode(sha256(convert_to("body", 'UTF8')), 'hex'));

-- A published version never changes: who signed it signed these words.
create function conduct.published_paper_stays() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from conduct.document_templates t where t.record = new.record and t.version < new.version and t.sha256 is not null
      and (t.kind, t.edition, t.title, t.body, t.file_name, t.sha256, t.asks, t.valid_from, t.replaces, t.published_at)
        is distinct from (new.kind, new.edition, new.title, new.body, new.file_name, new.sha256, new.asks, new.valid_from, new.replaces, new.published_at)) then
    raise exception 'a published version does not change; publish the next one' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger published_paper_stays before insert on conduct.document_templates for each row execute function conduct.published_paper_stays();

create table conduct.paper_answers (
  "delivery" uuid not null,
  "kind" text not null,
  "template" uuid not null,
  "officer" uuid not null,
  "unit" uuid not null,
  "given_at" timestamptz not null,
  "sha256" text not null,
  "confirmed_by" text,
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
comment on table conduct.paper_answers is '文书阅签记录 / Answers to papers';
comment on column conduct.paper_answers."delivery" is '文书发放 / Delivery (record of conduct.deliveries)';
comment on column conduct.paper_answers."kind" is '办理 / Answer';
comment on column conduct.paper_answers."template" is '文书 / Paper (record of conduct.documentTemplates)';
comment on column conduct.paper_answers."officer" is '干警 / Officer (record of organisation.officers)';
comment on column conduct.paper_answers."unit" is '所在单位 / Unit (record of organisation.units)';
comment on column conduct.paper_answers."given_at" is '办理时间 / Given at';
comment on column conduct.paper_answers."sha256" is '内容 SHA-256 / SHA-256 of the content';
comment on column conduct.paper_answers."confirmed_by" is '本人确认方式 / Confirmed by';
comment on column conduct.paper_answers."reason" is '拒签理由 / Reason of refusal';
create unique index paper_answers_key on conduct.paper_answers ("delivery", "kind") where retired_at is null;
create index paper_answers_unit on conduct.paper_answers ("unit", record) where retired_at is null;
create index paper_answers_officer on conduct.paper_answers ("officer") where retired_at is null;
create index paper_answers_act on conduct.paper_answers using brin (act);
grant select, insert on conduct.paper_answers to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on conduct.paper_answers to mingjing_app;
alter table conduct.paper_answers enable row level security;
create policy reading on conduct.paper_answers for select to mingjing_app using (
    (select access.reaches_all('conduct.paperAnswers', 'read'))
    or "unit" = any ((select access.reached_units('conduct.paperAnswers', 'read'))::uuid[])
    or "officer" = (select access.reached_officer('conduct.paperAnswers')));
create policy writing on conduct.paper_answers for insert to mingjing_app with check (
    (select access.reaches_all('conduct.paperAnswers', 'write'))
    or "unit" = any ((select access.reached_units('conduct.paperAnswers', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.paperAnswers')));
create policy retiring on conduct.paper_answers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('conduct.paperAnswers', 'write'))
    or "unit" = any ((select access.reached_units('conduct.paperAnswers', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.paperAnswers'))))
  with check (
    (select access.reaches_all('conduct.paperAnswers', 'write'))
    or "unit" = any ((select access.reached_units('conduct.paperAnswers', 'write'))::uuid[])
    or "officer" = (select access.written_officer('conduct.paperAnswers')));
