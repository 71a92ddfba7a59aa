-- Standing back where it was not asked before: approvers are named for a proposal only where nothing bars them, and a handler is off the
-- clue too when the unit reported is corrected to the handler's own.

create function clues.free_accounts(of_role text, of_clue uuid) returns table (account uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.id from identity.accounts a
  join clues.clues c on c.record = of_clue and c.retired_at is null
  where of_role = any (a.roles) and a.active and (a.officer is null or clues.barred(c.record, c.unit, a.officer) = '{}')
$$;
comment on function clues.free_accounts(text, uuid) is 'accounts in office that hold a role and need not stand back from a clue';
grant execute on function clues.free_accounts(text, uuid) to mingjing_app;

create function clues.end_barred_corrected() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.named n set ended_at = clock_timestamp(), ended_by = added.act
  from added
  join clues.clues earlier on earlier.record = added.record and earlier.version = added.version - 1
    and earlier.unit is distinct from added.unit,
  identity.accounts a
  where n.register = 'clues.clues' and n.record = added.record and n.ended_at is null
    and a.id = n.account and a.officer is not null
    and clues.barred(added.record, added.unit, a.officer) <> '{}';
  return null;
end $$;
comment on function clues.end_barred_corrected() is 'takes officers off a clue whose unit was corrected to one that bars them';
create trigger end_barred_corrected after insert on clues.clues referencing new table as added
  for each statement execute function clues.end_barred_corrected();
