-- The list a batch came with, number by number: what differs between the list and what is registered can then be named.
create table clues.batch_numbers (
  "batch" uuid not null,
  "serial_no" text not null,
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
comment on table clues.batch_numbers is '批次清单 / Batch lists';
comment on column clues.batch_numbers."batch" is '批次 / Batch (record of clues.batches)';
comment on column clues.batch_numbers."serial_no" is '清单线索编号 / Clue no. on the list';
create unique index batch_numbers_key on clues.batch_numbers ("batch", "serial_no") where retired_at is null;
create index batch_numbers_act on clues.batch_numbers using brin (act);
grant select, insert on clues.batch_numbers to mingjing_app;
grant update (retired_at, retired_by, retired_as, retired_reason) on clues.batch_numbers to mingjing_app;
alter table clues.batch_numbers enable row level security;
create policy reading on clues.batch_numbers for select to mingjing_app using (
    (select access.reaches_all('clues.batchNumbers', 'read'))
    or record = any ((select access.reached_named('clues.batchNumbers', 'read'))::uuid[]));
create policy writing on clues.batch_numbers for insert to mingjing_app with check (
    (select access.reaches_all('clues.batchNumbers', 'write'))
    or record = any ((select access.reached_named('clues.batchNumbers', 'write'))::uuid[]));
create policy retiring on clues.batch_numbers for update to mingjing_app using (retired_at is null and (
    (select access.reaches_all('clues.batchNumbers', 'write'))
    or record = any ((select access.reached_named('clues.batchNumbers', 'write'))::uuid[])))
  with check (
    (select access.reaches_all('clues.batchNumbers', 'write'))
    or record = any ((select access.reached_named('clues.batchNumbers', 'write'))::uuid[]));

create index clues_batch_serials on clues.clues ("batch", "serial_no" collate "C") where retired_at is null and "batch" is not null;

-- How batches tie to their lists is a fact about the batch, so it is counted past row security: counted as one officer may see it, a
-- clue hidden from that officer would be the number missing from the list, and would so be told. It gives numbers of lists only.
create function clues.batch_tallies(only_batch uuid)
  returns table (batch uuid, registered integer, ours text, listed integer, list_sum text, missing text[], extra text[])
  language sql stable security definer set search_path = pg_catalog as $$
  select b.record, here.number, here.checksum, list.number, list.checksum,
    case when list.number > 0 then array(
      select n.serial_no from clues.batch_numbers n where n.batch = b.record and n.retired_at is null and not exists (
        select from clues.clues c where c.batch = b.record and c.serial_no = n.serial_no and c.retired_at is null)
      order by n.serial_no collate "C") else '{}' end,
    case when list.number > 0 then array(
      select c.serial_no from clues.clues c where c.batch = b.record and c.retired_at is null and not exists (
        select from clues.batch_numbers n where n.batch = b.record and n.serial_no = c.serial_no and n.retired_at is null)
      order by c.serial_no collate "C") else '{}' end
  from clues.batches b
  cross join lateral (
    select count(*)::integer as number,
      encode(sha256(convert_to(coalesce(string_agg(c.serial_no, E'\n' order by c.serial_no collate "C"), ''), 'UTF8')), 'hex') as checksum
    from clues.clues c where c.batch = b.record and c.retired_at is null) here
  cross join lateral (
    select count(*)::integer as number,
      encode(sha256(convert_to(coalesce(string_agg(n.serial_no, E'\n' order by n.serial_no collate "C"), ''), 'UTF8')), 'hex') as checksum
    from clues.batch_numbers n where n.batch = b.record and n.retired_at is null) list
  where b.retired_at is null and (only_batch is null or b.record = only_batch)
    and access.session_roles()
      && array['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'APPROVER', 'SUPERVISOR', 'OFFICE_DIRECTOR', 'AUDITOR', 'SYSTEM']
$$;
comment on function clues.batch_tallies(uuid) is 'how many clues of a batch are registered, how many its list names, their checksums, and the numbers that only one of the two has';
grant execute on function clues.batch_tallies(uuid) to mingjing_app;
