-- An officer whom a clue reports must not learn that there is one before being told: not by any office that officer holds, and not
-- by a count (reference 28, 29).
create policy shield on clues.clues as restrictive to mingjing_app using (
    record <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.subjects as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.transfers as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.supervisions as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.assignments as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.referrals as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.evidence as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.clue_steps as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.clue_clocks as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.clue_history as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.clue_escalations as restrictive to mingjing_app using (
    "matter" <> all ((select access.hidden_records('clues.clues'))::uuid[]));
create policy shield on clues.reporter_marks as restrictive to mingjing_app using (
    "clue" <> all ((select access.hidden_records('clues.clues'))::uuid[]));

create function clues.hide_from_reported() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into access.hidden (register, record, officer)
  select distinct 'clues.clues', added.clue, added.officer from added where added.officer is not null
  on conflict do nothing;
  return null;
end $$;
comment on function clues.hide_from_reported() is 'hides a clue from the officers it reports, for good: a clue that was taken back is none of theirs either';
create trigger hide_from_reported after insert on clues.subjects referencing new table as added
  for each statement execute function clues.hide_from_reported();
insert into access.hidden (register, record, officer)
select distinct 'clues.clues', clue, officer from clues.subjects where officer is not null
on conflict do nothing;
