-- Whoever left the force, or is no longer on the roster, handles no clue: a ground like the others, so the trigger on the roster
-- takes a leaver off the need-to-know lists in the transaction that records the leaving. Wrapped around the grounds there were.
alter function clues.barred(uuid, uuid, uuid) rename to barred_in_office;
comment on function clues.barred_in_office(uuid, uuid, uuid) is 'grounds of somebody in office; asked by clues.barred';

create function clues.barred(of_clue uuid, of_unit uuid, of_officer uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select clues.barred_in_office(of_clue, of_unit, of_officer) || array_remove(array[
    case when not exists (
      select from organisation.officers me where me.record = of_officer and me.retired_at is null
        and me.status in ('IN_POST', 'SECONDED')) then 'LEFT' end
  ], null)
$$;
comment on function clues.barred(uuid, uuid, uuid) is 'grounds on which an officer must stand back from a clue (Sanctions Law art. 47); empty for none';
grant execute on function clues.barred(uuid, uuid, uuid) to mingjing_app;

-- A roster entry that is voided ends the handling too. A new version retires the one before it in the same transaction, so only the
-- entries without a current version count.
create function clues.end_barred_voided() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.named n set ended_at = clock_timestamp(), ended_by = (select retired_by from gone limit 1)
  from identity.accounts a
  where n.register = 'clues.clues' and n.ended_at is null and a.id = n.account
    and a.officer in (select record from gone where retired_as = 'voided');
  return null;
end $$;
comment on function clues.end_barred_voided() is 'takes officers whose roster entry was voided off the need-to-know lists of clues';
create trigger end_barred_voided after update on organisation.officers referencing new table as gone
  for each statement execute function clues.end_barred_voided();
