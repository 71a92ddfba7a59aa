-- A case that a re-check overturned is handled by others than the first time: whoever was its handler in any version before that
-- stands back. Wrapped around the grounds there were, so that `clues.barred` remains the one place that is asked.

alter function clues.barred(uuid, uuid, uuid) rename to barred_by_ties;
comment on function clues.barred_by_ties(uuid, uuid, uuid) is 'grounds that lie in what an officer is to those reported; asked by clues.barred';

create function clues.barred(of_clue uuid, of_unit uuid, of_officer uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select clues.barred_by_ties(of_clue, of_unit, of_officer) || array_remove(array[
    case when exists (
      select from clues.clue_steps s
      join clues.clues v on v.record = s.matter and v.recorded_at < s.recorded_at
      where s.matter = of_clue and s.action = 'OVERTURN' and of_officer in (v.first_handler, v.second_handler)) then 'OVERTURNED' end
  ], null)
$$;
comment on function clues.barred(uuid, uuid, uuid) is 'grounds on which an officer must stand back from a clue (Sanctions Law art. 47); empty for none';
grant execute on function clues.barred(uuid, uuid, uuid) to mingjing_app;
