-- How batches tie to their lists is asked by desks, on which nothing may grow with closed history: the tally of a batch is kept, and made
-- anew for the batches whose numbers change alone. A step on a clue leaves its number and batch as they were, and so the tally.

create table clues.kept_tallies (
  batch uuid primary key,
  registered integer not null default 0,
  ours text not null default encode(sha256(''), 'hex'),
  listed integer not null default 0,
  list_sum text not null default encode(sha256(''), 'hex'),
  missing text[] not null default '{}',
  extra text[] not null default '{}'
);
comment on table clues.kept_tallies is 'tallies of batches with any number, as clues.batch_tallies gives them';
alter table clues.kept_tallies enable row level security;

create function clues.checksum_of(numbers text[]) returns text
  language sql immutable set search_path = pg_catalog as $$
  select encode(sha256(convert_to(coalesce(string_agg(one, E'\n' order by one collate "C"), ''), 'UTF8')), 'hex') from unnest(numbers) one
$$;
comment on function clues.checksum_of(text[]) is 'SHA-256 of numbers in the order of their characters, one a line, without a line end after the last';

create function clues.numbers_only_in(these text[], those text[]) returns text[]
  language sql immutable set search_path = pg_catalog as $$
  select array(select one from (select unnest(these) as one except select unnest(those)) apart order by one collate "C")
$$;
comment on function clues.numbers_only_in(text[], text[]) is 'numbers of the first list that the second has not, in the order of their characters';

create function clues.tally_batches(of_batches uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Whoever changes a batch waits for whoever changed it before, and then counts what that one brought too.
  insert into clues.kept_tallies (batch) select distinct b from unnest(of_batches) b where b is not null order by b on conflict do nothing;
  perform 1 from clues.kept_tallies where batch = any (of_batches) order by batch for update;
  update clues.kept_tallies k set
    registered = cardinality(held.numbers), ours = clues.checksum_of(held.numbers),
    listed = cardinality(list.numbers), list_sum = clues.checksum_of(list.numbers),
    missing = case when list.numbers = '{}' then '{}' else
      clues.numbers_only_in(list.numbers, held.numbers) end,
    extra = case when list.numbers = '{}' then '{}' else
      clues.numbers_only_in(held.numbers, list.numbers) end
  from (select unnest(of_batches) as batch) asked
  cross join lateral (select array(select c.serial_no from clues.clues c
    where c.batch = asked.batch and c.retired_at is null) as numbers) held
  cross join lateral (select array(select n.serial_no from clues.batch_numbers n
    where n.batch = asked.batch and n.retired_at is null) as numbers) list
  where k.batch = asked.batch;
end $$;
comment on function clues.tally_batches(uuid[]) is 'makes the tallies of batches anew';

-- A version that follows one with the same number and batch changes nothing; what came anew or was moved does, and so does what was voided.
create function clues.tally_written() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  touched uuid[];
begin
  execute format(
    'select array_agg(distinct b.batch) from added a
     left join %s e on e.record = a.record and e.version = a.version - 1 and e.retired_as = ''superseded''
     cross join lateral (values (a.batch), (e.batch)) b (batch)
     where (a.batch, a.serial_no) is distinct from (e.batch, e.serial_no) and b.batch is not null', tg_relid::regclass) into touched;
  if touched is not null then perform clues.tally_batches(touched); end if;
  return null;
end $$;
comment on function clues.tally_written() is 'tallies the batches of numbers that came or were moved';
create function clues.tally_voided() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  touched uuid[] := (select array_agg(distinct batch) from changed where retired_as = 'voided' and batch is not null);
begin
  if touched is not null then perform clues.tally_batches(touched); end if;
  return null;
end $$;
comment on function clues.tally_voided() is 'tallies the batches of numbers that were voided';

create trigger tally_written after insert on clues.clues referencing new table as added
  for each statement execute function clues.tally_written();
create trigger tally_voided after update on clues.clues referencing new table as changed
  for each statement execute function clues.tally_voided();
create trigger tally_written after insert on clues.batch_numbers referencing new table as added
  for each statement execute function clues.tally_written();
create trigger tally_voided after update on clues.batch_numbers referencing new table as changed
  for each statement execute function clues.tally_voided();

create or replace function clues.batch_tallies(only_batch uuid)
  returns table (batch uuid, registered integer, ours text, listed integer, list_sum text, missing text[], extra text[])
  language sql stable security definer set search_path = pg_catalog as $$
  select b.record, coalesce(k.registered, 0), coalesce(k.ours, clues.checksum_of('{}')),
    coalesce(k.listed, 0), coalesce(k.list_sum, clues.checksum_of('{}')), coalesce(k.missing, '{}'), coalesce(k.extra, '{}')
  from clues.batches b left join clues.kept_tallies k on k.batch = b.record
  where b.retired_at is null and (only_batch is null or b.record = only_batch)
    and access.session_roles()
      && array['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'APPROVER', 'SUPERVISOR', 'OFFICE_DIRECTOR', 'AUDITOR', 'SYSTEM']
$$;

select clues.tally_batches(array(
  select batch from clues.clues where batch is not null and retired_at is null
  union select batch from clues.batch_numbers where retired_at is null));
