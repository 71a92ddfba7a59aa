-- Whoever a record names by name only may come onto the roster after it, or take that name there: hidden from that officer too, from the
-- transaction on that says so.
create function interference.hide_from_newcomers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into access.hidden (register, record, officer)
  select distinct 'interference.records', r.record, added.record from added
  join interference.records r on replace(r.asker_name, ' ', '') = replace(added.name, ' ', '') and added.record is distinct from r.recorder
  on conflict do nothing;
  return null;
end $$;
comment on function interference.hide_from_newcomers() is 'hides interference records from officers who come onto the roster under a name that the records name';
create trigger hide_from_newcomers after insert on organisation.officers referencing new table as added
  for each statement execute function interference.hide_from_newcomers();
