-- A clue that a workbook brings in after its proposal has passed the step that names the approvers (`PROPOSE`): nobody could have decided
-- on it. They are named as that step would have named them, and so is whoever becomes an
-- approver after a proposal, however the clue came in: where the only approver leaves, nobody could decide otherwise.

create function clues.name_approvers(of_account uuid, given uuid[], of_act uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into access.named (register, record, account, act, granted_at)
  select 'clues.clues', c.record, a.account, coalesce(of_act, c.act), clock_timestamp()
  from clues.clues c
  cross join lateral clues.free_accounts('APPROVER', c.record) a
  where c.retired_at is null
    and c.state in ('DISPOSAL_PROPOSED', 'DISPOSAL_APPROVED', 'IN_VERIFICATION', 'ON_HOLD', 'REPORTED', 'REVIEWED')
    and (given is null or c.record = any (given))
    and (of_account is null or a.account = of_account)
    and not exists (
      select from access.named n
      where n.register = 'clues.clues' and n.record = c.record and n.account = a.account and n.ended_at is null and n.expires_at is null)
$$;
comment on function clues.name_approvers(uuid, uuid[], uuid) is
  'names the approvers, or one of them, for clues after their proposal; null stands for all';

create function clues.name_approvers_brought_in() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform clues.name_approvers(null, array_agg(record), (array_agg(act))[1]) from added where import is not null having count(*) > 0;
  return null;
end $$;
comment on function clues.name_approvers_brought_in() is 'names the approvers for clues that came from a workbook';
create trigger name_approvers after insert on clues.clues referencing new table as added
  for each statement execute function clues.name_approvers_brought_in();

create function clues.name_new_approver() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform clues.name_approvers(new.id, null, new.act);
  return null;
end $$;
comment on function clues.name_new_approver() is 'names whoever becomes an approver for clues after their proposal';
create trigger name_approver_for_clues after insert or update of roles, officer, active on identity.accounts
  for each row when ('APPROVER' = any (new.roles) and new.active) execute function clues.name_new_approver();

select clues.name_approvers(null, null, null);
