-- Likely duplicates of a clue: trigrams of the texts, the officers reported, and keyed hashes of reporters' numbers.
create extension if not exists pg_trgm with schema public;

create index clues_likeness on clues.clues using gin (normalize(summary, nfkc) public.gin_trgm_ops) where retired_at is null;
create index subjects_officer on clues.subjects (officer) where retired_at is null;

create table clues.reporter_marks (
  "clue" uuid not null,
  "mark" text not null,
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
comment on table clues.reporter_marks is '举报人比对标识 / Marks of reporters';
comment on column clues.reporter_marks."clue" is '线索 / Clue (record of clues.clues)';
comment on column clues.reporter_marks."mark" is '比对校验值 / Keyed hash';
create unique index reporter_marks_key on clues.reporter_marks ("clue") where retired_at is null;
create index reporter_marks_follows on clues.reporter_marks ("clue") where retired_at is null;
create index reporter_marks_act on clues.reporter_marks using brin (act);
grant select, insert on clues.reporter_marks to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.reporter_marks to mingjing_app;
alter table clues.reporter_marks enable row level security;
create policy reading on clues.reporter_marks for select to mingjing_app using (
    (select access.reaches_all('clues.reporterMarks', 'read'))
    or (select access.reaches_some('clues.reporterMarks', 'read')) and exists (select from clues.clues m where m.record = reporter_marks."clue" and m.retired_at is null));
create policy writing on clues.reporter_marks for insert to mingjing_app with check (
    (select access.reaches_all('clues.reporterMarks', 'write'))
    or (select access.reaches_some('clues.reporterMarks', 'write')) and exists (select from clues.clues m where m.record = reporter_marks."clue" and m.retired_at is null));
create policy retiring on clues.reporter_marks for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.reporterMarks', 'write'))
    or (select access.reaches_some('clues.reporterMarks', 'write')) and exists (select from clues.clues m where m.record = reporter_marks."clue" and m.retired_at is null)))
  with check (
    (select access.reaches_all('clues.reporterMarks', 'write'))
    or (select access.reaches_some('clues.reporterMarks', 'write')) and exists (select from clues.clues m where m.record = reporter_marks."clue" and m.retired_at is null));
create index reporter_marks_mark on clues.reporter_marks ("mark") where retired_at is null;

-- Row security would keep the index from being used (the operator is not leakproof), so the search runs past it and asks for the
-- desk's roles itself. It gives identities only: whoever calls it reads the clues under row security like everybody.
create function clues.alike(of_text text, of_officers uuid[], of_mark text, but uuid)
  returns table (clue uuid, same_officer boolean, same_reporter boolean, likeness real)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with texts as (
    select record, public.similarity(normalize(summary, nfkc), normalize(of_text, nfkc)) as likeness
    from clues.clues
    where retired_at is null and normalize(summary, nfkc) operator(public.%) normalize(of_text, nfkc)
    order by likeness desc limit 60),
  officers as (select distinct s.clue from clues.subjects s where s.retired_at is null and s.officer = any (of_officers) limit 200),
  reporters as (select m.clue from clues.reporter_marks m where m.retired_at is null and m.mark = of_mark limit 200),
  found as (
    select record as clue, false as same_officer, false as same_reporter, likeness from texts
    union all select clue, true, false, 0::real from officers
    union all select clue, false, true, 0::real from reporters)
  select clue, bool_or(same_officer), bool_or(same_reporter), max(likeness) from found
  where clue is distinct from but
    and access.session_roles() && array['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'SYSTEM']
  group by clue
$$;
comment on function clues.alike(text, uuid[], text, uuid) is 'clues that may be duplicates of one with this text, these officers, this reporter; for the clue desk only';
grant execute on function clues.alike(text, uuid[], text, uuid) to mingjing_app;
