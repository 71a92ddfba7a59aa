-- Who becomes barred was looked for among everybody named for any clue, closed ones included, whenever a person reported, a relation, an
-- interest or a line of the roster came in: it cost more with every clue ever handled. What came in can only bar from the clues it speaks of,
-- or those it speaks of, so only these are looked at. Approvers are named for hearings by themselves, and so lose them by themselves too.
create function clues.end_barred_among(of_clues uuid[], of_officers uuid[], by_act uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  with looked_at as (
    select n.register, n.record, n.account, a.officer from access.named n join identity.accounts a on a.id = n.account
    where n.ended_at is null and a.officer = any (of_officers) and n.register in ('clues.clues', 'clues.hearings')
    union
    select n.register, n.record, n.account, a.officer from access.named n join identity.accounts a on a.id = n.account
    where n.ended_at is null and a.officer is not null and n.register = 'clues.clues' and n.record = any (of_clues)
    union
    select n.register, n.record, n.account, a.officer from clues.hearings h
    join access.named n on n.register = 'clues.hearings' and n.record = h.record
    join identity.accounts a on a.id = n.account
    where n.ended_at is null and a.officer is not null and h.retired_at is null and h.clue = any (of_clues))
  update access.named n set ended_at = clock_timestamp(), ended_by = by_act
  from looked_at l
  left join clues.hearings h on l.register = 'clues.hearings' and h.record = l.record and h.retired_at is null
  join clues.clues c on c.record = coalesce(h.clue, l.record) and c.retired_at is null
  where n.register = l.register and n.record = l.record and n.account = l.account and n.ended_at is null
    and clues.barred(c.record, c.unit, l.officer) <> '{}'
$$;
comment on function clues.end_barred_among(uuid[], uuid[], uuid) is 'takes barred officers off the need-to-know lists of these clues and their hearings, and these officers off those of any';

create or replace function clues.end_barred() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  of_clues uuid[];
  of_officers uuid[];
  by_act uuid := (select act from added limit 1);
begin
  if tg_table_name = 'subjects' then
    select array_agg(distinct clue) into of_clues from added;
  elsif tg_table_name = 'interests' then
    select array_agg(distinct clue) into of_clues from added;
  elsif tg_table_name = 'relations' then
    select array_agg(distinct one) into of_officers from added, unnest(array[added.officer, added.relative]) one;
  else
    -- A line of the roster bars its officer, and by the unit it gives those who serve there.
    select array_agg(distinct record) into of_officers from added;
    select array_agg(distinct s.clue) into of_clues from clues.subjects s join added on added.record = s.officer where s.retired_at is null;
  end if;
  perform clues.end_barred_among(of_clues, of_officers, by_act);
  return null;
end $$;

create or replace function clues.end_barred_corrected() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform clues.end_barred_among(array_agg(distinct added.record), null, (array_agg(added.act))[1])
  from added join clues.clues earlier on earlier.record = added.record and earlier.version = added.version - 1
    and earlier.unit is distinct from added.unit
  having count(*) > 0;
  return null;
end $$;
